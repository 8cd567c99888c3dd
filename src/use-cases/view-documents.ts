import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import { byKey, vietnameseSortKey } from "../domain/vietnamese-order.ts";
import type { WorkFacet } from "../domain/work-facet.ts";
import type { Work } from "../domain/work.ts";
import { fieldName } from "../resolve/field-names.ts";
import { saidFields } from "./fields-of.ts";
import { decodeCursor, encodeCursor, pageSize } from "../store/cursor.ts";
import type { ShelvedDocument, Store } from "../store/store.ts";
import {
  type DocumentSort,
  FACETS,
  type FacetName,
  isFalling,
  type Shelf,
  shelfOn,
  UNFILED,
} from "./document-shelf.ts";
import { countMatching, type DocumentQuery, filterDocuments } from "./filter-documents.ts";

export { DOCUMENT_SORTS, type DocumentSort, FACETS, type FacetName, isFalling, UNFILED } from "./document-shelf.ts";
export type { DocumentQuery } from "./filter-documents.ts";

export interface DocumentRow {
  readonly work: Work;
  readonly status: StatusName;
  readonly since: LegalDate | null;
  /** Vietnamese: why it has this status. */
  readonly reason: string;
  readonly findings: number;
  readonly quality: string;
  /** Null: not filed yet. */
  readonly facet: WorkFacet | null;
  /** Vietnamese; null = no field clear enough. */
  readonly fieldName: string | null;
}

export interface FacetValue {
  readonly value: string;
  /** In Vietnamese, where the value is a name of the law: bodies, fields, territories. */
  readonly name: string | null;
  readonly n: number;
}

export interface DocumentsView {
  readonly rows: readonly DocumentRow[];
  readonly total: number;
  /** All documents of the index. */
  readonly all: number;
  /** Place of the first row, from 1. */
  readonly first: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
}

/** Where a page begins or ends: behind the row of `after`, or before the row of `before`. */
export interface PageAsked {
  readonly after?: string;
  readonly before?: string;
  /** At most 200. */
  readonly limit: number;
}

/** A page of the documents that match, and what each further choice would give. */
export async function viewDocuments(store: Store, query: DocumentQuery, page: PageAsked): Promise<DocumentsView> {
  const shelf = await shelfOn(store, query.on);
  const { hits, counts } = filterDocuments(shelf, query);
  const limit = pageSize(page.limit);
  const cursorOf = (at: number): string => {
    const i = hits[at] as number;
    return encodeCursor([shelf.keyOf(query.sort, i), (shelf.documents[i] as ShelvedDocument).work.id]);
  };
  const start = startOf(shelf, hits, query.sort, { ...page, limit });
  const end = Math.min(start + limit, hits.length);
  return {
    rows: hits.slice(start, end).map((i) => rowOf(shelf, i)),
    total: hits.length,
    all: shelf.documents.length,
    first: start + 1,
    next: end < hits.length ? cursorOf(end - 1) : null,
    previous: start > 0 ? cursorOf(start) : null,
    facets: Object.fromEntries(
      FACETS.map((name) => [name, valuesOf(shelf, name, counts[name], query.chosen[name] ?? [])]),
    ) as unknown as DocumentsView["facets"],
  };
}

/** What each value of one facet would give under the other filters. */
export async function valuesOfFacet(
  store: Store,
  query: DocumentQuery,
  facet: FacetName,
): Promise<readonly FacetValue[]> {
  const shelf = await shelfOn(store, query.on);
  return valuesOf(shelf, facet, filterDocuments(shelf, query).counts[facet], query.chosen[facet] ?? []);
}

/** Every document that matches, in the order asked for. */
export async function matchingDocuments(store: Store, query: DocumentQuery): Promise<readonly DocumentRow[]> {
  const shelf = await shelfOn(store, query.on);
  return filterDocuments(shelf, query).hits.map((i) => rowOf(shelf, i));
}

/** Counts further lists of the same day; null for one whose filters cannot be read. */
export async function documentCounter(
  store: Store,
  on: LegalDate,
): Promise<(query: DocumentQuery | null) => number | null> {
  const shelf = await shelfOn(store, on);
  return (query) => (query === null ? null : countMatching(shelf, query));
}

function rowOf({ documents, statuses, findings }: Shelf, i: number): DocumentRow {
  const { work, quality, facet } = documents[i] as ShelvedDocument;
  const status = statuses[i];
  return {
    work,
    status: status?.status ?? "unknown",
    since: status?.since ?? null,
    reason: status?.reason ?? "Chưa tính được tình trạng hiệu lực của văn bản này.",
    findings: findings.get(work.id) ?? 0,
    quality,
    facet,
    fieldName: facet?.fields.length ? saidFields(facet.fields) : null,
  };
}

/** A cursor names a row by its sort key: documents that came since do not shift the page. */
function startOf(shelf: Shelf, hits: readonly number[], sort: DocumentSort, page: PageAsked): number {
  const cursor = decodeCursor(page.after ?? page.before, ["string", "string"]) as [string, string] | null;
  if (cursor === null) return 0;
  const sign = isFalling(sort) ? -1 : 1;
  const against = (i: number): number =>
    sign *
    (byKey(shelf.keyOf(sort, i), cursor[0]) || byKey((shelf.documents[i] as ShelvedDocument).work.id, cursor[1]));
  let [low, high] = [0, hits.length];
  const isBehind = page.after === undefined ? (n: number) => n >= 0 : (n: number) => n > 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(against(hits[middle] as number))) high = middle;
    else low = middle + 1;
  }
  return page.after === undefined ? Math.max(0, low - page.limit) : low;
}

function nameOf(shelf: Shelf, facet: FacetName, value: string): string | null {
  if (facet === "field") return fieldName(value);
  return facet === "body" || facet === "territory" ? (shelf.names[facet].get(value) ?? null) : null;
}

/** The most frequent first, then by name; years from the last. What is chosen is named even where it gives nothing. */
function valuesOf(
  shelf: Shelf,
  facet: FacetName,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
): readonly FacetValue[] {
  const values = new Set([...chosen, ...counts.keys()]);
  const rows = [...values].map((value) => ({ value, name: nameOf(shelf, facet, value), n: counts.get(value) ?? 0 }));
  if (facet === "year") return rows.sort((a, b) => last(a) - last(b) || byKey(b.value, a.value));
  const key = new Map(rows.map(({ value, name }) => [value, vietnameseSortKey(name ?? value)]));
  return rows.sort(
    (a, b) => last(a) - last(b) || b.n - a.n || byKey(key.get(a.value) as string, key.get(b.value) as string),
  );
}

/** What is not known stands after what is. */
const last = ({ value }: Pick<FacetValue, "value">): number => (value === UNFILED ? 1 : 0);
