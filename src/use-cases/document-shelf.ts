import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import { vietnameseSortKey } from "../domain/vietnamese-order.ts";
import type { WorkId } from "../domain/work.ts";
import type { BriefStatus, ShelvedDocument, Store } from "../store/store.ts";
import { indexRevision } from "./index-revision.ts";
import { rememberedFindings } from "./remembered.ts";

/** What documents are narrowed by. */
export const FACETS = [
  "status",
  "type",
  "body",
  "level",
  "field",
  "territory",
  "year",
  "quality",
  "normative",
  "findings",
] as const;
export type FacetName = (typeof FACETS)[number];

/** The value of what has none: no body read, no field clear enough, no territory known, no year. */
export const UNFILED = "unfiled";

/**
 * One facet of all documents. Documents of the same values share a code; `groups` says which values a code stands for (several
 * where a document applies in several places or is filed in several fields). Whole lists are counted in a millisecond this way.
 */
export interface FacetColumn {
  readonly codes: Uint32Array;
  readonly groups: readonly (readonly string[])[];
}

/** The documents of one index as lists see them on one day. Index `i` is the same document everywhere. */
export interface Shelf {
  readonly documents: readonly ShelvedDocument[];
  readonly statuses: readonly (BriefStatus | null)[];
  readonly findings: ReadonlyMap<WorkId, number>;
  readonly columns: Readonly<Record<FacetName, FacetColumn>>;
  /** How bodies and territories are called by their keys. */
  readonly names: Readonly<Record<"body" | "territory", ReadonlyMap<string, string>>>;
  /** Documents in an order, made when it is first asked for. */
  inOrder(sort: DocumentSort): Uint32Array;
  /** What `i` is compared by. */
  keyOf(sort: DocumentSort, i: number): string;
}

export const DOCUMENT_SORTS = ["issued", "oldest", "symbol", "title", "issuer", "since"] as const;
export type DocumentSort = (typeof DOCUMENT_SORTS)[number];
export const isFalling = (sort: DocumentSort): boolean => sort === "issued" || sort === "since";

/** Days whose statuses are kept at hand beside the documents. */
const MOST_DAYS = 4;
/** After every day and every letter. */
const LAST = "~";

interface Loaded {
  readonly revision: number;
  readonly fixed: Fixed;
  readonly days: Map<LegalDate, Promise<Dated>>;
}

type Fixed = Pick<Shelf, "documents" | "names"> & {
  readonly columns: Omit<Shelf["columns"], "status" | "findings">;
  readonly orders: Map<string, Uint32Array>;
  readonly issuers: readonly string[];
  readonly places: ReadonlyMap<WorkId, number>;
  /** Made once for the same counts of findings. */
  readonly marked: WeakMap<Shelf["findings"], Uint32Array>;
};
type Dated = Pick<Shelf, "statuses"> & { readonly column: FacetColumn; readonly orders: Map<string, Uint32Array> };

const kept = new WeakMap<Store, Promise<Loaded>>();

/**
 * The documents of the index, kept in memory until it changes (about 1 kB a document; 20,000 are read in 0.3 s). Counting ten
 * facets under all others in SQL took 0.2 s a facet; findings change without the index and are counted anew when they have.
 */
export async function shelfOn(store: Store, on: LegalDate): Promise<Shelf> {
  const { fixed, day } = await dayOn(store, on);
  const findings = await rememberedFindings(store, "raised", "by document", () => store.documents.findingCounts());
  const { statuses, column, orders } = day;
  const { documents, names } = fixed;
  const shelf: Shelf = {
    documents,
    names,
    statuses,
    findings,
    columns: {
      ...fixed.columns,
      status: column,
      findings: { codes: documentsWith(fixed, findings), groups: [["no"], ["yes"]] },
    },
    keyOf: (sort, i) => {
      const { keys } = documents[i] as ShelvedDocument;
      if (sort === "issuer") return fixed.issuers[i] as string;
      if (sort === "since") return statuses[i]?.since ?? "";
      if (sort === "oldest") return keys.issued || LAST;
      return keys[sort];
    },
    inOrder: (sort) => orderOf(shelf, sort, sort === "since" ? orders : fixed.orders),
  };
  return shelf;
}

/** The documents and their statuses alone: for whom findings do not matter. */
export async function shelvedOn(store: Store, on: LegalDate): Promise<Pick<Shelf, "documents" | "statuses">> {
  const { fixed, day } = await dayOn(store, on);
  return { documents: fixed.documents, statuses: day.statuses };
}

async function dayOn(store: Store, on: LegalDate): Promise<{ readonly fixed: Fixed; readonly day: Dated }> {
  const { fixed, days } = await loadedOf(store);
  let day = days.get(on);
  if (day === undefined) {
    if (days.size >= MOST_DAYS) days.delete(days.keys().next().value as LegalDate);
    day = store.statuses.brief(on).then((statuses) => dated(fixed, statuses));
    days.set(on, day);
    day.catch(() => days.delete(on));
  }
  return { fixed, day: await day };
}

async function loadedOf(store: Store): Promise<Loaded> {
  const revision = await indexRevision(store);
  const now = await kept.get(store);
  if (now?.revision === revision) return now;
  const loading = store.documents
    .shelf()
    .then((documents) => ({ revision, fixed: fixedOf(documents), days: new Map() }));
  kept.set(store, loading);
  loading.catch(() => kept.delete(store));
  return loading;
}

function documentsWith({ places, marked }: Fixed, findings: Shelf["findings"]): Uint32Array {
  const known = marked.get(findings);
  if (known) return known;
  const codes = new Uint32Array(places.size);
  for (const work of findings.keys()) {
    const place = places.get(work);
    if (place !== undefined) codes[place] = 1;
  }
  marked.set(findings, codes);
  return codes;
}

function fixedOf(documents: readonly ShelvedDocument[]): Fixed {
  const column = (valuesOf: (document: ShelvedDocument) => readonly (string | null | undefined)[]): FacetColumn =>
    columnOf(documents.length, (i) => valuesOf(documents[i] as ShelvedDocument));
  const names = { body: new Map<string, string>(), territory: new Map<string, string>() };
  for (const { facet } of documents) {
    if (facet?.body) names.body.set(facet.body, facet.bodyName ?? facet.body);
    facet?.territory.forEach((key, at) => names.territory.set(key, facet.territoryNames[at] ?? key));
  }
  const keyOfName = new Map<string, string>();
  const issuerKey = (name: string): string => {
    const known = keyOfName.get(name) ?? vietnameseSortKey(name);
    keyOfName.set(name, known);
    return known;
  };
  return {
    documents,
    names,
    orders: new Map(),
    marked: new WeakMap(),
    places: new Map(documents.map(({ work }, i) => [work.id, i])),
    issuers: documents.map(({ work, facet }) => issuerKey(facet?.bodyName ?? work.issuer ?? "") || LAST),
    columns: {
      type: column(({ work }) => [work.type]),
      body: column(({ facet }) => [facet?.body]),
      level: column(({ facet }) => [facet?.level ?? "unknown"]),
      field: column(({ facet }) => facet?.fields ?? []),
      territory: column(({ facet }) => facet?.territory ?? []),
      year: column(({ year }) => [year === null ? null : String(year)]),
      quality: column(({ quality }) => [quality]),
      normative: column(({ work }) => [work.normative]),
    },
  };
}

function dated({ documents, places }: Fixed, brief: readonly BriefStatus[]): Dated {
  const statuses: (BriefStatus | null)[] = documents.map(() => null);
  for (const status of brief) {
    const place = places.get(status.work);
    if (place !== undefined) statuses[place] = status;
  }
  const nameOf = (i: number): StatusName => statuses[i]?.status ?? "unknown";
  return { statuses, column: columnOf(documents.length, (i) => [nameOf(i)]), orders: new Map() };
}

function columnOf(size: number, valuesOf: (i: number) => readonly (string | null | undefined)[]): FacetColumn {
  const codes = new Uint32Array(size);
  const groups: string[][] = [];
  const known = new Map<string, number>();
  for (let i = 0; i < size; i++) {
    const values = valuesOf(i).filter((value) => value !== null && value !== undefined);
    const name = values.length === 1 ? (values[0] as string) : values.join("\n");
    let code = known.get(name);
    if (code === undefined) {
      code = groups.push(values.length === 0 ? [UNFILED] : values) - 1;
      known.set(name, code);
    }
    codes[i] = code;
  }
  return { codes, groups };
}

function orderOf(shelf: Shelf, sort: DocumentSort, made: Map<string, Uint32Array>): Uint32Array {
  const known = made.get(sort);
  if (known) return known;
  const keys = shelf.documents.map((_, i) => shelf.keyOf(sort, i));
  const ids = shelf.documents.map(({ work }) => work.id);
  const sign = isFalling(sort) ? -1 : 1;
  const compare = (a: number, b: number): number => {
    const [x, y] = keys[a] === keys[b] ? [ids[a], ids[b]] : [keys[a], keys[b]];
    return (x as string) < (y as string) ? -sign : sign;
  };
  const order = Uint32Array.from(shelf.documents.keys()).sort(compare);
  made.set(sort, order);
  return order;
}
