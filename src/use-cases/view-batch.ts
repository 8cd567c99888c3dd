import type { Account, Unit } from "../domain/account.ts";
import type { AuditEntry } from "../domain/audit.ts";
import { type Batch, type BatchItem, isSettled, ITEM_STATES, type ItemState } from "../domain/batch.ts";
import { groupBy } from "../domain/group-by.ts";
import { addDays, type LegalDate } from "../domain/legal-date.ts";
import type { ReviewSheet } from "../domain/review-sheet.ts";
import type { StatusName } from "../domain/status.ts";
import { dayAt } from "../domain/vietnam-time.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

export interface ItemFilters {
  readonly state: ItemState | null;
  /** `""` = given to no unit. */
  readonly unit: string | null;
  readonly overdue: boolean;
  /** From 1. */
  readonly page: number;
}

export interface ItemRow {
  readonly item: BatchItem;
  readonly work: Work | null;
  readonly status: StatusName | null;
  /** The sheet that stands, else the last that was concluded. */
  readonly sheet: ReviewSheet | null;
  /** Its own day, else the batch's. */
  readonly due: LegalDate | null;
  readonly overdue: boolean;
}

/** How many items of one unit stand where. */
export interface UnitProgress {
  /** Null: given to no unit. */
  readonly unit: string | null;
  readonly name: string | null;
  readonly n: number;
  readonly by: Readonly<Record<ItemState, number>>;
  readonly overdue: number;
}

/** What was left to do at the end of a week. */
export interface BurnWeek {
  /** Its last day. */
  readonly day: LegalDate;
  readonly left: number;
  readonly done: number;
}

export interface BatchView {
  readonly batch: Batch;
  readonly ground: Work | null;
  readonly total: UnitProgress;
  readonly units: readonly UnitProgress[];
  readonly weeks: readonly BurnWeek[];
  readonly rows: readonly ItemRow[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly history: readonly AuditEntry[];
  /** Units and people that may be given something. */
  readonly givable: { readonly units: readonly Unit[]; readonly people: readonly Account[] };
}

export const ITEMS_A_PAGE = 100;
const HISTORY_SHOWN = 100;
/** Longest stretch that is drawn week by week. */
const MOST_WEEKS = 60;

export async function viewBatch(
  store: Store,
  id: string,
  today: LegalDate,
  filters: ItemFilters,
): Promise<BatchView | null> {
  const batch = await store.batches.find(id);
  if (batch === null) return null;
  const [items, units, accounts, history] = await Promise.all([
    store.batches.itemsOf(id),
    store.accounts.units(),
    store.accounts.accounts(),
    store.audit.list({ subject: id, limit: HISTORY_SHOWN }),
  ]);
  const found = matchingItems(batch, items, today, filters);
  const pages = Math.max(1, Math.ceil(found.length / ITEMS_A_PAGE));
  const page = Math.min(Math.max(1, filters.page), pages);
  const shown = found.slice((page - 1) * ITEMS_A_PAGE, page * ITEMS_A_PAGE);
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return {
    batch,
    ground: batch.body.ground === null ? null : await store.works.find(batch.body.ground),
    total: progressOf(batch, items, today, null, null),
    units: byUnit(batch, items, today, names),
    weeks: burnDown(batch, items, today),
    rows: await itemRows(store, batch, shown, today),
    found: found.length,
    page,
    pages,
    history: [...history].reverse(),
    givable: { units: units.filter((unit) => unit.active), people: accounts.filter((account) => account.active) },
  };
}

/** The day by which an item has to be done. */
export const dueOf = (batch: Pick<Batch, "due">, item: Pick<BatchItem, "due">): LegalDate | null =>
  item.due ?? batch.due;

export const isLate = (batch: Batch, item: BatchItem, today: LegalDate): boolean => {
  const due = dueOf(batch, item);
  return due !== null && due < today && !isSettled(item.state) && batch.state === "open";
};

/** Overdue first, then by how far they are; left-out ones last. */
export function matchingItems(
  batch: Batch,
  items: readonly BatchItem[],
  today: LegalDate,
  { state, unit, overdue }: Omit<ItemFilters, "page">,
): readonly BatchItem[] {
  const rank = (item: BatchItem): number => (isLate(batch, item, today) ? 0 : 1 + ITEM_STATES.indexOf(item.state));
  return items
    .filter(
      (item) =>
        (state === null || item.state === state) &&
        (unit === null || (item.unit ?? "") === unit) &&
        (!overdue || isLate(batch, item, today)),
    )
    .sort((a, b) => rank(a) - rank(b) || (a.work < b.work ? -1 : 1));
}

export async function itemRows(
  store: Store,
  batch: Batch,
  items: readonly BatchItem[],
  today: LegalDate,
): Promise<readonly ItemRow[]> {
  const ids = items.map((item) => item.work);
  const [works, statuses, standing] = await Promise.all([
    store.works.findAll(ids),
    store.statuses.namesOn(ids, today),
    store.sheets.standingOf(ids),
  ]);
  const rows: ItemRow[] = [];
  for (const item of items) {
    const settled =
      item.state === "done" ? (await store.sheets.ofWork(item.work)).find((s) => s.state === "concluded") : undefined;
    rows.push({
      item,
      work: works.get(item.work) ?? null,
      status: statuses.get(item.work) ?? null,
      sheet: standing.get(item.work) ?? settled ?? null,
      due: dueOf(batch, item),
      overdue: isLate(batch, item, today),
    });
  }
  return rows;
}

function progressOf(
  batch: Batch,
  items: readonly BatchItem[],
  today: LegalDate,
  unit: string | null,
  name: string | null,
): UnitProgress {
  const by = { todo: 0, reviewing: 0, proposed: 0, done: 0, "left-out": 0 };
  for (const item of items) by[item.state] += 1;
  return { unit, name, n: items.length, by, overdue: items.filter((item) => isLate(batch, item, today)).length };
}

/** Units with most left first; what nobody has stands last. */
function byUnit(
  batch: Batch,
  items: readonly BatchItem[],
  today: LegalDate,
  names: ReadonlyMap<string, string>,
): readonly UnitProgress[] {
  const left = (row: UnitProgress): number => row.n - row.by.done - row.by["left-out"];
  return [...groupBy(items, (item) => item.unit)]
    .map(([unit, some]) => progressOf(batch, some, today, unit, unit === null ? null : (names.get(unit) ?? unit)))
    .sort((a, b) => Number(a.unit === null) - Number(b.unit === null) || left(b) - left(a));
}

const earlier = (a: LegalDate, b: LegalDate): LegalDate => [a, b].sort()[0] as LegalDate;

/** Week by week from the day it was laid out: what was left at its end. Left-out documents never counted as work. */
function burnDown(batch: Batch, items: readonly BatchItem[], today: LegalDate): readonly BurnWeek[] {
  const counted = items.filter((item) => item.state !== "left-out");
  const ends = counted.flatMap((item) => (item.doneAt === null ? [] : dayAt(item.doneAt))).sort();
  const first = dayAt(batch.at);
  const last = batch.body.closedAt === null ? today : dayAt(batch.body.closedAt);
  const weeks: BurnWeek[] = [];
  let done = 0;
  for (let day = addDays(first, 6); weeks.length < MOST_WEEKS; day = addDays(day, 7)) {
    while (done < ends.length && (ends[done] as LegalDate) <= day) done += 1;
    weeks.push({ day: earlier(day, last), left: counted.length - done, done });
    if (day >= last) break;
  }
  return weeks;
}
