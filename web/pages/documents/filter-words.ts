import { type DocumentQuery, FACETS, valuesOfFacet } from "../../../src/use-cases/view-documents.ts";
import type { Store } from "../../../src/store/store.ts";
import type { Frame } from "../../frame.ts";
import { facetTitle, valueWords } from "./facets.tsx";

/** Every filter in words, as the head of a list says it. */
export async function filterWords(store: Store, f: Frame, query: DocumentQuery): Promise<readonly string[]> {
  const t = f.t.documents;
  const said: string[] = [];
  if (query.only) said.push(t.onlyChosen(query.only.size));
  if (query.text) said.push(`${t.text}: ${query.text}`);
  if (query.issuer) said.push(t.named(query.issuer));
  for (const facet of FACETS) {
    const chosen = query.chosen[facet];
    if (chosen === undefined) continue;
    const named = new Map((await valuesOfFacet(store, query, facet)).map((value) => [value.value, value]));
    const words = chosen.map((value) => valueWords(f, facet, named.get(value) ?? { value, name: null }));
    said.push(`${facetTitle(f, facet)}: ${words.join(t.or)}`);
  }
  if (query.from !== undefined) said.push(t.from(query.from));
  if (query.to !== undefined) said.push(t.to(query.to));
  return said;
}
