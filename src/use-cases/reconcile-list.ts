import { createHash } from "node:crypto";
import { groupBy } from "../domain/group-by.ts";
import { daysOf as namedDays, saidPeriod } from "../domain/list-standing.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { ImportedList, ListAnswer, ListDifference, ReadRow } from "../domain/publication.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { type PartDay, partDays } from "../report/forms/part-changes.ts";
import type { Store } from "../store/store.ts";
import { shelvedOn } from "./document-shelf.ts";
import { type MatchedList, type MatchedLists, matchedLists, readLists } from "./imported-lists.ts";
import { type MatchedRow, matchRows, numberKey } from "./match-list-rows.ts";
import { remembered } from "./remembered.ts";

/** One difference between a list and what is computed, with both sides. */
export interface ListItem {
  readonly key: string;
  readonly kind: ListDifference;
  readonly work: Work;
  /** Null: the list does not have it. */
  readonly row: ReadRow | null;
  /** What is computed for the last day of the list. */
  readonly period: StatusPeriod | null;
  /** The day of ours that the list is held against. */
  readonly since: LegalDate | null;
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
  /** Rows about documents that are known, of which the list does not say what befell them. */
  readonly silent: number;
  /** Rows whose document is not in the index, or could be several. */
  readonly unmatched: readonly MatchedRow[];
}

const ENDED: readonly StatusName[] = ["ceased", "partly-ceased"];
const SUSPENDED: readonly StatusName[] = ["suspended", "partly-suspended"];

/** A list against what is computed for the last day of its period, or for `today` where it tells no day. */
export async function reconcileList(store: Store, id: string, list: ImportedList, today: string): Promise<Reconciled> {
  const known = (await differencesOn(store, today)).get(id);
  // older than all that are looked at together
  const alone = async () => ({ id, at: 0, list, rows: await matchRows(store, list.rows) });
  const found = known ?? (await differencesIn(store, await alone(), new Map(), list.to ?? today));
  return { ...found, items: found.items.map((item) => answered(list, item)) };
}

/** What nobody has answered yet, over all lists, each with the list it is found in. */
export async function openListItems(
  store: Store,
  today: string,
): Promise<readonly { readonly id: string; readonly list: ImportedList; readonly item: ListItem }[]> {
  const found = await differencesOn(store, today);
  return (await readLists(store)).flatMap(({ id, list }) =>
    (found.get(id)?.items ?? [])
      .map((item) => answered(list, item))
      .flatMap((item) => (item.answer === null ? [{ id, list, item }] : [])),
  );
}

type Difference = Omit<ListItem, "answer" | "reopened">;
type Found = Omit<Reconciled, "items"> & { readonly items: readonly Difference[] };

/** Rows are looked up one number after another: once for each state of the index. */
export const differencesOn = (store: Store, today: string): Promise<ReadonlyMap<string, Found>> =>
  remembered(store, `differences of imported lists ${today}`, async () => {
    const { lists, places } = await matchedLists(store);
    const found = new Map<string, Found>();
    for (const list of lists) found.set(list.id, await differencesIn(store, list, places, list.list.to ?? today));
    return found;
  });

export function answered(list: ImportedList, item: Difference): ListItem {
  const given = list.answers[item.key] ?? null;
  const answer = given?.sides === item.sides ? given : null;
  return { ...item, answer, reopened: given !== null && answer === null };
}

async function differencesIn(
  store: Store,
  matched: MatchedList,
  places: MatchedLists["places"],
  on: string,
): Promise<Found> {
  const { rows } = matched;
  const periods = await periodsFor(store, rows, on);
  const items: Difference[] = [];
  const keys = new Set<string>();
  for (const { row, work } of rows) {
    if (work === null) continue;
    const period = periods.get(row) ?? null;
    const kind = differenceOf(row, period);
    if (kind !== null) items.push(itemOf({ kind, work, row, period, since: period?.since ?? null }, keys));
  }
  items.push(...(await missingIn(store, matched, places, on)));
  const differing = new Set(items.map((item) => item.row));
  const known = rows.filter(({ work }) => work !== null);
  const silent = known.filter(({ row }) => row.fate === null).length;
  return {
    items,
    rows,
    agreeing: known.filter(({ row }) => !differing.has(row)).length - silent,
    silent,
    unmatched: rows.filter(({ work }) => work === null),
  };
}

/**
 * What is computed for each row: on the last day of the list, or on the day it names where that comes later. Of a suspension that day
 * is asked for, because it may be over by the last one.
 */
async function periodsFor(
  store: Store,
  rows: readonly MatchedRow[],
  on: string,
): Promise<ReadonlyMap<ReadRow, StatusPeriod>> {
  const byDay = groupBy(
    rows.filter(({ work }) => work !== null),
    ({ row: { fate, since } }) => {
      const passing = fate === "suspended" || fate === "partly-suspended";
      return since !== null && (passing || since > on) ? since : on;
    },
  );
  const found = new Map<ReadRow, StatusPeriod>();
  for (const [day, some] of byDay) {
    const ids = some.flatMap(({ work }) => work?.id ?? []);
    const periods = await store.statuses.onMany(ids, day);
    for (const { row, work } of some) {
      const period = work && periods.get(work.id);
      if (period) found.set(row, period);
    }
  }
  return found;
}

/** Null: the two agree, or one of them says nothing. */
function differenceOf(row: ReadRow, period: StatusPeriod | null): ListDifference | null {
  const { fate } = row;
  const status = period?.status ?? "unknown";
  if (fate === null) return null;
  if (fate === "in-force") return status === "ceased" ? "ended-here" : null;
  if (fate === "suspended" || fate === "partly-suspended")
    return period !== null && SUSPENDED.includes(status) ? daysDiffer(row, period) : "not-suspended";
  if (period === null || !ENDED.includes(status)) return "not-ended";
  // a document of which a part was listed may have ended wholly within the same period
  if (fate === "ceased" && status === "partly-ceased") return "extent";
  if (fate === "partly-ceased" && status === "ceased") return daysOf(period).has(row.since ?? "") ? null : "extent";
  const other = daysDiffer(row, period);
  if (other !== null) return other;
  return row.endedBy !== null && !endersOf(period).has(numberKey(row.endedBy)) ? "other-reason" : null;
}

/** A row may name several days: each of them must be one on which something ended. */
const daysDiffer = (row: ReadRow, period: StatusPeriod): ListDifference | null =>
  namedDays(row).some((day) => !daysOf(period).has(day)) ? "other-day" : null;

/** Every day on which the document, or a part of it, changed. */
const daysOf = (period: StatusPeriod): ReadonlySet<string> =>
  new Set(
    [period.since, ...period.units.flatMap(({ since, because }) => [since, ...because.map(({ from }) => from)])].filter(
      (day) => day !== null,
    ),
  );

/** Numbers of the documents that prove it. A status without a proof that names one contradicts nobody. */
function endersOf(period: StatusPeriod): { has(symbol: string): boolean } {
  const proofs = [...period.because, ...period.units.flatMap(({ because }) => because)];
  const symbols = new Set(
    proofs.flatMap(({ work, symbol }) => (symbol && work !== period.work ? numberKey(symbol) : [])),
  );
  return { has: (symbol) => symbols.size === 0 || symbols.has(symbol) };
}

/** Documents of the bodies in the list that ended within its period and that neither it nor another list has. */
async function missingIn(
  store: Store,
  { id, list, rows }: MatchedList,
  places: MatchedLists["places"],
  on: string,
): Promise<readonly Difference[]> {
  // a period guessed from the rows would accuse a list of what it never meant to tell
  const said = saidPeriod(list);
  if (said === null) return [];
  const { from, to } = said;
  const listed = new Set(rows.flatMap(({ work, candidates }) => (work ? [work.id] : candidates.map((one) => one.id))));
  const fates = new Set(list.rows.map(({ fate }) => fate));
  const wanted = ENDED.filter((status) => fates.has(status as "ceased" | "partly-ceased"));
  const { documents, statuses } = await shelvedOn(store, on);
  const bodies = new Set(documents.flatMap(({ work, facet }) => (listed.has(work.id) ? (facet?.body ?? []) : [])));
  const ended = documents.flatMap(({ work, facet }, i) => {
    const status = statuses[i]?.status;
    const named = listed.has(work.id) || isListedBeside(places.get(work.id) ?? [], id, from, to);
    return status &&
      wanted.includes(status) &&
      work.normative !== "no" &&
      facet?.body &&
      bodies.has(facet.body) &&
      !named
      ? [work]
      : [];
  });
  const periods = await store.statuses.onMany(
    ended.map((work) => work.id),
    on,
  );
  return ended.flatMap((work) => {
    const period = periods.get(work.id);
    if (period === undefined) return [];
    // of a document that lost a part long ago another part may have ended within the period
    const days = period.status === "ceased" ? [period.since] : partDays(period).flatMap(endOf);
    const since = days
      .filter((day) => day !== null && from <= day && day <= to)
      .sort()
      .at(-1);
    return since ? [itemOf({ kind: "missing", work, row: null, period, since })] : [];
  });
}

const endOf = ({ day, kind }: PartDay): readonly LegalDate[] => (kind === "ceased" ? [day] : []);

/** A province may publish its lists apart: by body, by field, wholly and partly ended. */
const isListedBeside = (
  places: readonly { readonly list: MatchedList; readonly row: ReadRow }[],
  id: string,
  from: string,
  to: string,
): boolean =>
  places.some(
    ({ list, row }) =>
      list.id !== id &&
      (row.fate === "ceased" || row.fate === "partly-ceased") &&
      namedDays(row).some((day) => from <= day && day <= to),
  );

function itemOf(found: Omit<Difference, "key" | "sides">, taken = new Set<string>()): Difference {
  const { kind, work, row, period } = found;
  // numbers begin anew in each group: one document may bear the same one twice
  let key = keyOf(work.id, row);
  for (let n = 2; taken.has(key); n++) key = `${keyOf(work.id, row)}-${n}`;
  taken.add(key);
  const theirs = row === null ? "" : [row.fate, row.since, row.endedBy, ...row.otherDays].join("|");
  const ours = period === null ? "" : [period.status, period.since, ...period.because.map((b) => b.symbol)].join("|");
  const sides = createHash("sha256").update(`${kind}#${theirs}#${ours}`).digest("hex").slice(0, 16);
  return { ...found, key, sides };
}

/** Of one document in one part of the list. */
const keyOf = (work: WorkId, row: ReadRow | null): string =>
  row === null ? work : `${work}-${row.part || "x"}-${row.no ?? 0}`;
