import { issuerKey } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import { searchWords } from "../store/search/words.ts";
import type { ShelvedDocument } from "../store/store.ts";
import { type DocumentSort, FACETS, type FacetColumn, type FacetName, type Shelf } from "./document-shelf.ts";

/** Words of the text filter that are looked at. */
const MAX_FILTER_WORDS = 12;

/** Which documents: of one facet any of the chosen values, of several facets all of them. */
export interface DocumentQuery {
  readonly on: LegalDate;
  readonly chosen: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  /** Of those that match, only these. */
  readonly only?: ReadonlySet<WorkId>;
  /** A body by its name, whatever its life. */
  readonly issuer?: string;
  /** Words of symbol or title, accents optional. */
  readonly text?: string;
  /** First and last year of issue. */
  readonly from?: number;
  readonly to?: number;
  readonly sort: DocumentSort;
}

export interface Filtered {
  /** Indexes on the shelf, in the order asked for. */
  readonly hits: readonly number[];
  /** How many documents each value would give under all *other* filters. */
  readonly counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>;
}

/** One pass over the shelf: what fails one facet alone still counts in that facet. */
export function filterDocuments(shelf: Shelf, query: DocumentQuery): Filtered {
  const fits = looseFilters(shelf, query);
  const filters = facetFilters(shelf, query);
  const columns = FACETS.map((name) => shelf.columns[name]);
  const tallies = columns.map(({ groups }) => new Uint32Array(groups.length));
  const add = (facet: number, i: number): void => {
    const code = (columns[facet] as FacetColumn).codes[i] as number;
    const tally = tallies[facet] as Uint32Array;
    tally[code] = (tally[code] as number) + 1;
  };
  const hits: number[] = [];
  for (const i of shelf.inOrder(query.sort)) {
    if (!fits(i)) continue;
    let failed = -1;
    let failures = 0;
    for (const { facet, codes, allowed } of filters)
      if (!allowed[codes[i] as number]) {
        failed = facet;
        if (++failures > 1) break;
      }
    if (failures > 1) continue;
    if (failures === 1) add(failed, i);
    else {
      hits.push(i);
      for (let facet = 0; facet < columns.length; facet++) add(facet, i);
    }
  }
  const counts = FACETS.map((name, facet) => [
    name,
    valuesOf(columns[facet] as FacetColumn, tallies[facet] as Uint32Array),
  ]);
  return { hits, counts: Object.fromEntries(counts) };
}

/** How many match, without what each choice would give. */
export function countMatching(shelf: Shelf, query: DocumentQuery): number {
  const fits = looseFilters(shelf, query);
  const filters = facetFilters(shelf, query);
  let n = 0;
  for (let i = 0; i < shelf.documents.length; i++)
    if (filters.every(({ codes, allowed }) => allowed[codes[i] as number]) && fits(i)) n++;
  return n;
}

const facetFilters = (shelf: Shelf, query: DocumentQuery) =>
  FACETS.flatMap((name, facet) => {
    const chosen = query.chosen[name];
    return chosen?.length
      ? [{ facet, codes: shelf.columns[name].codes, allowed: allowed(shelf.columns[name], chosen) }]
      : [];
  });

const allowed = ({ groups }: FacetColumn, chosen: readonly string[]): readonly boolean[] =>
  groups.map((values) => values.some((value) => chosen.includes(value)));

function valuesOf({ groups }: FacetColumn, tally: Uint32Array): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  groups.forEach((values, code) => {
    const n = tally[code] as number;
    if (n > 0) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + n);
  });
  return counts;
}

/** Filters that are no facet. */
function looseFilters(shelf: Shelf, query: DocumentQuery): (i: number) => boolean {
  // a space before each: a word is found by its beginning, never inside another
  const words = searchWords(query.text ?? "")
    .split(" ")
    .filter(Boolean)
    .slice(0, MAX_FILTER_WORDS)
    .map((word) => ` ${word}`);
  const issuer = query.issuer === undefined ? null : issuerKey(query.issuer);
  const [from, to] = [query.from ?? null, query.to ?? null];
  return (i) => {
    const { work, folded, year, issuerKey: key } = shelf.documents[i] as ShelvedDocument;
    if (query.only !== undefined && !query.only.has(work.id)) return false;
    if (issuer !== null && key !== issuer) return false;
    if (from !== null && (year === null || year < from)) return false;
    if (to !== null && (year === null || year > to)) return false;
    return words.every((word) => folded.includes(word));
  };
}
