import type { Store } from "../store/store.ts";
import { indexRevision } from "./index-revision.ts";

/** How many figures are kept at once: of the index a few days and last visits, of findings also lists page by page. */
const KEPT_OF_INDEX = 48;
const KEPT_OF_FINDINGS = 64;
/** Later than every decision: nothing then has to be counted that only the queue asks for. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** What was computed in one state of the index or of its findings. */
interface Memory {
  readonly state: string;
  readonly values: Map<string, Promise<unknown>>;
}

/** What a figure rests on: the findings that are raised, or also what people have decided on them and given to whom. */
export type RestsOn = "raised" | "decided";

const ofIndex = new WeakMap<Store, Memory>();
const ofFindings: Readonly<Record<RestsOn, WeakMap<Store, Memory>>> = { raised: new WeakMap(), decided: new WeakMap() };

/**
 * A figure over the whole collection, computed once for each revision of the index: `key` names it with everything else it
 * depends on. Only for what documents, links, effects and statuses decide; what people decide changes without a new revision.
 */
export const remembered = async <Value>(store: Store, key: string, compute: () => Promise<Value>): Promise<Value> =>
  valueOf(memoryIn(ofIndex, store, String(await indexRevision(store))), KEPT_OF_INDEX, key, compute);

/** The same for what files that came in decide: an import that changes no text makes no new revision. */
export const rememberedImports = async <Value>(
  store: Store,
  key: string,
  compute: () => Promise<Value>,
): Promise<Value> => remembered(store, `${key} ${await store.worklists.state()}`, compute);

/** The same for a figure over all findings, computed once until one of them, a decision or the index changes. */
export const rememberedFindings = async <Value>(
  store: Store,
  restsOn: RestsOn,
  key: string,
  compute: () => Promise<Value>,
): Promise<Value> =>
  valueOf(memoryIn(ofFindings[restsOn], store, await findingState(store, restsOn)), KEPT_OF_FINDINGS, key, compute);

/** The state is asked for first: what changes while a figure is computed is then computed again. */
function memoryIn(memories: WeakMap<Store, Memory>, store: Store, state: string): Memory["values"] {
  const known = memories.get(store);
  if (known?.state === state) return known.values;
  const values: Memory["values"] = new Map();
  memories.set(store, { state, values });
  return values;
}

/** Whoever asks while a figure is being computed waits for the same answer; a failure is not kept. */
function valueOf<Value>(
  values: Memory["values"],
  most: number,
  key: string,
  compute: () => Promise<Value>,
): Promise<Value> {
  const known = values.get(key) as Promise<Value> | undefined;
  if (known) {
    // what is asked for goes last
    values.delete(key);
    values.set(key, known);
    return known;
  }
  const [oldest] = values.keys();
  if (values.size >= most && oldest !== undefined) values.delete(oldest);
  // a query of the store is asked again each time it is waited for: its answer is kept, not itself
  const value = Promise.resolve().then(compute);
  values.set(key, value);
  value.catch(() => values.delete(key));
  return value;
}

async function findingState(store: Store, restsOn: RestsOn): Promise<string> {
  const { revision, decisions, undone, last, assignments } = await store.findings.pulse(NEVER);
  const raised = [await indexRevision(store), revision];
  return [...raised, ...(restsOn === "raised" ? [] : [decisions, undone, last, assignments])].join(" ");
}
