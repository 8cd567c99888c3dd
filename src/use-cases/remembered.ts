import type { Store } from "../store/store.ts";
import { indexRevision } from "./index-revision.ts";

/** How many figures of one index are kept at once: a few days and a few last visits. */
const KEPT = 48;

const memory = new WeakMap<Store, { revision: number; readonly values: Map<string, unknown> }>();

/**
 * A figure over the whole collection, computed once for each revision of the index: `key` names it with everything else it
 * depends on. Only for what documents, links, effects and statuses decide; what people decide changes without a new revision.
 */
export async function remembered<Value>(store: Store, key: string, compute: () => Promise<Value>): Promise<Value> {
  const revision = await indexRevision(store);
  let kept = memory.get(store);
  if (kept?.revision !== revision) memory.set(store, (kept = { revision, values: new Map() }));
  if (kept.values.has(key)) {
    const known = kept.values.get(key) as Value;
    // what is asked for goes last
    kept.values.delete(key);
    kept.values.set(key, known);
    return known;
  }
  const value = await compute();
  const [oldest] = kept.values.keys();
  if (kept.values.size >= KEPT && oldest !== undefined) kept.values.delete(oldest);
  kept.values.set(key, value);
  return value;
}

/** The same for what files that came in decide: an import that changes no text makes no new revision. */
export const rememberedImports = async <Value>(
  store: Store,
  key: string,
  compute: () => Promise<Value>,
): Promise<Value> => remembered(store, `${key} ${await store.worklists.state()}`, compute);
