import { createHash } from "node:crypto";
import type { ImportedList, ListAnswer, ListDifference, ReadRow } from "../domain/publication.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { remembered } from "./remembered.ts";
import { shelfOn } from "./document-shelf.ts";
import { type MatchedRow, matchRows, numberKey } from "./match-list-rows.ts";

/** One difference between a list and what is computed, with both sides. */
export interface ListItem {
  readonly key: string;
  readonly kind: ListDifference;
  readonly work: Work;
  /** Null: the list does not have it. */
  readonly row: ReadRow | null;
  /** What is computed for the last day of the list. */
  readonly period: StatusPeriod | null;
  /** Both sides as they are, as one mark. */
  readonly sides: string;
  readonly answer: ListAnswer | null;
  /** It was answered, and one of the sides has changed since. */
  readonly reopened: boolean;
}

export interface Reconciled {
  readonly items: readonly ListItem[];
  readonly rows: readonly MatchedRow[];
  /** Rows about documents that are known and whose day and reason agree. */
  readonly agreeing: number;
  /** Rows whose document is not in the index, or could be several. */
  readonly unmatched: readonly MatchedRow[];
}

const ENDED: readonly StatusName[] = ["ceased", "partly-ceased"];

/** A list against what is computed for the last day of its period, or for `today` where it tells no day. */
export async function reconcileList(store: Store, id: string, list: ImportedList, today: string): Promise<Reconciled> {
  const on = list.to ?? today;
  // rows are looked up one number after another: once for each state of the index
  const found = await remembered(store, `published list ${id} ${on}`, () => differencesIn(store, list, on));
  return { ...found, items: found.items.map((item) => answered(list, item)) };
}

type Difference = Omit<ListItem, "answer" | "reopened">;

function answered(list: ImportedList, item: Difference): ListItem {
  const given = list.answers[item.key] ?? null;
  const answer = given?.sides === item.sides ? given : null;
  return { ...item, answer, reopened: given !== null && answer === null };
}

async function differencesIn(
  store: Store,
  list: ImportedList,
  on: string,
): Promise<Omit<Reconciled, "items"> & { readonly items: readonly Difference[] }> {
  const rows = await matchRows(store, list.rows);
  const works = rows.flatMap(({ work }) => work?.id ?? []);
  const periods = await store.statuses.onMany(works, on);
  const items: Difference[] = [];
  for (const { row, work } of rows) {
    if (work === null) continue;
    const period = periods.get(work.id) ?? null;
    const kind = differenceOf(row, period);
    if (kind !== null) items.push(itemOf(kind, work, row, period));
  }
  items.push(...(await missingIn(store, list, rows, on)));
  const differing = new Set(items.map((item) => item.row));
  return {
    items,
    rows,
    agreeing: rows.filter(({ row, work }) => work !== null && !differing.has(row)).length,
    unmatched: rows.filter(({ work }) => work === null),
  };
}

/** Null: the two agree, or one of them says nothing. */
function differenceOf(row: ReadRow, period: StatusPeriod | null): ListDifference | null {
  const status = period?.status ?? "unknown";
  if (row.fate === "in-force") return status === "ceased" ? "ended-here" : null;
  if (row.fate !== "ceased" && row.fate !== "partly-ceased") return null;
  if (period === null || !ENDED.includes(status)) return "not-ended";
  // a document of which a part was listed may have ended wholly within the same period
  if (row.fate === "ceased" && status === "partly-ceased") return "extent";
  if (row.fate === "partly-ceased" && status === "ceased") return daysOf(period).has(row.since ?? "") ? null : "extent";
  if (row.since !== null && !daysOf(period).has(row.since)) return "other-day";
  return row.endedBy !== null && !endersOf(period).has(numberKey(row.endedBy)) ? "other-reason" : null;
}

/** Every day on which the document, or a part of it, changed. */
const daysOf = (period: StatusPeriod): ReadonlySet<string> =>
  new Set([period.since, ...period.units.map(({ since }) => since)].filter((day) => day !== null));

/** Numbers of the documents that prove it. A status without a proof that names one contradicts nobody. */
function endersOf(period: StatusPeriod): { has(symbol: string): boolean } {
  const proofs = [...period.because, ...period.units.flatMap(({ because }) => because)];
  const symbols = new Set(
    proofs.flatMap(({ work, symbol }) => (symbol && work !== period.work ? numberKey(symbol) : [])),
  );
  return { has: (symbol) => symbols.size === 0 || symbols.has(symbol) };
}

/** Documents of the bodies in the list that ended within its period and that it does not have. */
async function missingIn(
  store: Store,
  list: ImportedList,
  rows: readonly MatchedRow[],
  on: string,
): Promise<readonly Difference[]> {
  const { from, to } = list;
  if (from === null || to === null) return [];
  const listed = new Set(rows.flatMap(({ work, candidates }) => (work ? [work.id] : candidates.map(({ id }) => id))));
  const fates = new Set(list.rows.map(({ fate }) => fate));
  const wanted = ENDED.filter((status) => fates.has(status as "ceased" | "partly-ceased"));
  const shelf = await shelfOn(store, on);
  const bodies = new Set(
    shelf.documents.flatMap(({ work, facet }) => (listed.has(work.id) ? (facet?.body ?? []) : [])),
  );
  const missing = shelf.documents.flatMap(({ work, facet }, i) => {
    const status = shelf.statuses[i];
    const since = status?.since ?? null;
    return work.normative !== "no" &&
      status &&
      wanted.includes(status.status) &&
      since !== null &&
      from <= since &&
      since <= to &&
      facet?.body &&
      bodies.has(facet.body) &&
      !listed.has(work.id)
      ? [work]
      : [];
  });
  const periods = await store.statuses.onMany(
    missing.map(({ id }) => id),
    on,
  );
  return missing.map((work) => itemOf("missing", work, null, periods.get(work.id) ?? null));
}

function itemOf(kind: ListDifference, work: Work, row: ReadRow | null, period: StatusPeriod | null): Difference {
  const key = keyOf(work.id, row);
  const theirs = row === null ? "" : [row.fate, row.since, row.endedBy].join("|");
  const ours = period === null ? "" : [period.status, period.since, ...period.because.map((b) => b.symbol)].join("|");
  const sides = createHash("sha256").update(`${kind}#${theirs}#${ours}`).digest("hex").slice(0, 16);
  return { key, kind, work, row, period, sides };
}

/** Of one document in one part of the list. */
const keyOf = (work: WorkId, row: ReadRow | null): string =>
  row === null ? work : `${work}-${row.part || "x"}-${row.no ?? 0}`;
