import type { Handling } from "../domain/handling.ts";
import { type LegalDate, parseDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";
import { changeHandling, differences } from "./change-handling.ts";
import { deskUnits } from "./desk-units.ts";
import { type HandlingRow, isOverdue, rowOf, worksOf } from "./handling-list.ts";

/** So many rows are changed in one go. */
export const MOST_AT_ONCE = 500;

/** What many rows are to become: empty = stays as it is; a due day of `none` takes the day away. */
export interface BulkValues {
  readonly unit: string;
  readonly due: string;
}

export interface BulkRow extends HandlingRow {
  /** `Hạn xử lý: chưa có → 31/12/2026`; empty = nothing changes. */
  readonly what: string;
}

export interface BulkHandlings {
  readonly rows: readonly BulkRow[];
  readonly badDay: boolean;
  /** Asked for beyond the bound. */
  readonly left: number;
}

/** What would become of the chosen rows, before it is done. */
export async function previewBulk(
  store: Store,
  ids: readonly string[],
  values: BulkValues,
  on: LegalDate,
): Promise<BulkHandlings> {
  const units = await deskUnits(store);
  const some = [...new Set(ids)].slice(0, MOST_AT_ONCE);
  const found: Handling[] = [];
  for (const id of some) {
    const handling = await store.handlings.find(id);
    if (handling !== null) found.push(handling);
  }
  const works = await store.works.findAll(worksOf(found));
  const badDay = !isDay(values.due);
  const [unit, due] = [units.stored(values.unit), parseDate(values.due.trim())];
  return {
    badDay,
    left: new Set(ids).size - some.length,
    rows: found.map((handling) => {
      const next = {
        ...handling,
        unit: unit ?? handling.unit,
        due: values.due.trim() === NO_DAY ? null : (due ?? handling.due),
      };
      return {
        ...rowOf(handling, works, units),
        overdue: isOverdue(handling, on),
        what: badDay ? "" : differences(handling, next, units),
      };
    }),
  };
}

/** Taken for "no day any more". */
export const NO_DAY = "none";

const isDay = (text: string): boolean =>
  text.trim() === "" || text.trim() === NO_DAY || parseDate(text.trim()) !== null;

export interface BulkDone {
  readonly changed: number;
  /** Somebody else changed these meanwhile; they are left as they are. */
  readonly stale: number;
}

/** Changes what was previewed, row by row in one transaction; rows that moved on meanwhile are left and counted. */
export function applyBulk(options: {
  readonly store: Store;
  /** Id and version as they were shown. */
  readonly rows: readonly { readonly id: string; readonly version: number }[];
  readonly values: BulkValues;
  readonly by: string;
  readonly now: number;
}): Promise<BulkDone> {
  const { store, rows, values, by, now } = options;
  const fields: Record<string, string> = {};
  if (values.unit.trim() !== "") fields["unit"] = values.unit;
  if (values.due.trim() !== "") fields["due"] = values.due.trim() === NO_DAY ? "" : values.due;
  return store.withTransaction(async () => {
    let [changed, stale] = [0, 0];
    for (const { id, version } of rows.slice(0, MOST_AT_ONCE)) {
      const done = await changeHandling({ store, id, version, values: fields, by, now });
      if (done.ok) changed += done.changed ? 1 : 0;
      else if (done.why !== "no-handling") stale += 1;
    }
    return { changed, stale };
  });
}
