import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** What a typed number or title may mean. */
export type FoundWork =
  | { readonly kind: "one"; readonly work: Work }
  | { readonly kind: "several"; readonly works: readonly Work[] }
  | { readonly kind: "none" };

/** So many are offered where a number or some words fit several documents. */
const MOST_OFFERED = 20;

/** A document by its id, its number, or words of its title. Only a whole number that one document bears is certain. */
export async function findWork(store: Store, typed: string): Promise<FoundWork> {
  const asked = typed.trim();
  const known = await store.works.find(asked);
  if (known !== null) return { kind: "one", work: known };
  const { exact, begun } = await store.search.bySymbol(asked);
  const [only] = exact;
  if (only !== undefined && exact.length === 1) return { kind: "one", work: only };
  const near = exact.length > 0 ? exact : begun.length > 0 ? begun : [];
  const works = near.length > 0 ? near : await store.search.works(asked, { limit: MOST_OFFERED });
  return works.length === 0 ? { kind: "none" } : { kind: "several", works: works.slice(0, MOST_OFFERED) };
}
