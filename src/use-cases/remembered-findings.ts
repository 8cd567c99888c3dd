import type { Store } from "../store/store.ts";
import { indexRevision } from "./index-revision.ts";

/** How many figures are kept at once: lists of documents page by page, and several days. */
const KEPT = 64;
/** Later than every decision: nothing then has to be counted that only the queue asks for. */
const NEVER = Number.MAX_SAFE_INTEGER;

interface Memory {
  readonly state: string;
  readonly values: Map<string, Promise<unknown>>;
}

/** What a figure rests on: the findings that are raised, or also what people have decided on them and given to whom. */
export type RestsOn = "raised" | "decided";

const memories: Readonly<Record<RestsOn, WeakMap<Store, Memory>>> = { raised: new WeakMap(), decided: new WeakMap() };

/**
 * A figure over all findings, computed once until one of them, a decision or the index changes: `key` names it with everything
 * else it depends on. Whoever asks while it is being computed waits for the same answer.
 */
export async function rememberedFindings<Value>(
  store: Store,
  restsOn: RestsOn,
  key: string,
  compute: () => Promise<Value>,
): Promise<Value> {
  // the state first: what changes while the figure is computed is then computed again
  const state = await stateOf(store, restsOn);
  let memory = memories[restsOn].get(store);
  if (memory?.state !== state) memories[restsOn].set(store, (memory = { state, values: new Map() }));
  const { values } = memory;
  const known = values.get(key) as Promise<Value> | undefined;
  if (known) {
    // what is asked for goes last
    values.delete(key);
    values.set(key, known);
    return known;
  }
  const [oldest] = values.keys();
  if (values.size >= KEPT && oldest !== undefined) values.delete(oldest);
  // a query of the store is asked again each time it is waited for: its answer is kept, not itself
  const value = Promise.resolve().then(compute);
  values.set(key, value);
  value.catch(() => values.delete(key));
  return value;
}

async function stateOf(store: Store, restsOn: RestsOn): Promise<string> {
  const { revision, decisions, undone, last, assignments } = await store.findings.pulse(NEVER);
  const raised = [await indexRevision(store), revision];
  return [...raised, ...(restsOn === "raised" ? [] : [decisions, undone, last, assignments])].join(" ");
}
