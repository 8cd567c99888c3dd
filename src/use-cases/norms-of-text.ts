import { readNorms } from "../compare/norms-of.ts";
import type { ProvisionNorm } from "../domain/norm.ts";
import type { Store, StoredDocument } from "../store/store.ts";

/** Texts whose norms are kept: who reads one turns its pages and filters them. */
const TEXTS_KEPT = 8;
/** Units read in one go, some milliseconds; others are answered in between. */
const UNITS_AT_ONCE = 25;

const kept = new WeakMap<Store, Map<string, Promise<readonly ProvisionNorm[]>>>();

/** The norms of a stored text. Of a law of five hundred articles they take a second to read, so they are read once. */
export async function normsOfText(
  store: Store,
  { id, sha256, document }: StoredDocument,
): Promise<readonly ProvisionNorm[]> {
  const texts = kept.get(store) ?? new Map<string, Promise<readonly ProvisionNorm[]>>();
  kept.set(store, texts);
  const key = `${id} ${sha256}`;
  const norms = texts.get(key) ?? read(document);
  // what is asked for goes last
  texts.delete(key);
  texts.set(key, norms);
  norms.catch(() => texts.delete(key));
  const [oldest] = texts.keys();
  if (texts.size > TEXTS_KEPT && oldest !== undefined) texts.delete(oldest);
  return norms;
}

async function read(document: StoredDocument["document"]): Promise<readonly ProvisionNorm[]> {
  const reading = readNorms(document);
  for (let units = 1; ; units++) {
    const step = reading.next();
    if (step.done) return step.value;
    if (units % UNITS_AT_ONCE === 0) await new Promise((others) => setImmediate(others));
  }
}
