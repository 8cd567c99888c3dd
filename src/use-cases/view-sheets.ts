import type { Unit } from "../domain/account.ts";
import type { Batch } from "../domain/batch.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { type ReviewSheet, STANDING_STATES, type SheetState } from "../domain/review-sheet.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { isOverdue } from "./consult-unit.ts";

export interface SheetFilters {
  /** Null: those that still stand. */
  readonly state: SheetState | null;
  readonly unit: string | null;
  readonly batch: string | null;
  /** Only those this account fills in or has proposed. */
  readonly mine: string | null;
  readonly after?: string;
  readonly limit: number;
}

export interface SheetRow {
  readonly sheet: ReviewSheet;
  readonly work: Work | null;
  readonly unit: Unit | null;
  readonly asked: number;
  readonly answered: number;
  /** Questions whose day has passed. */
  readonly overdue: number;
}

export interface SheetsView {
  readonly rows: readonly SheetRow[];
  readonly total: number;
  readonly next: string | null;
  readonly counts: Readonly<Partial<Record<SheetState, number>>>;
  readonly units: readonly Unit[];
  readonly batches: readonly Batch[];
}

/** Sheets of one person are picked out of pages of so many. */
const LOOKED_AT = 200;

export async function viewSheets(store: Store, filters: SheetFilters, today: LegalDate): Promise<SheetsView> {
  const [page, counts, units, batches] = await Promise.all([
    filters.mine === null ? store.sheets.list(queryOf(filters)) : ownSheets(store, filters, filters.mine),
    store.sheets.counts(),
    store.accounts.units(),
    store.batches.all(),
  ]);
  const works = await store.works.findAll(page.rows.map((sheet) => sheet.work));
  const rows: SheetRow[] = [];
  for (const sheet of page.rows) {
    const questions = (await store.sheets.consultationsOf(sheet.id)).filter((c) => c.body.withdrawn === null);
    rows.push({
      sheet,
      work: works.get(sheet.work) ?? null,
      unit: units.find((unit) => unit.id === sheet.unit) ?? null,
      asked: questions.length,
      answered: questions.filter((c) => c.answeredAt !== null).length,
      overdue: questions.filter((c) => isOverdue(c, today)).length,
    });
  }
  return { ...page, rows, counts, units, batches };
}

const queryOf = ({ state, unit, batch, after, limit }: SheetFilters) => ({
  states: state === null ? STANDING_STATES : [state],
  ...(unit === null ? {} : { unit }),
  ...(batch === null ? {} : { batch }),
  ...(after === undefined ? {} : { after }),
  limit,
});

/** Who fills a sheet in stands in its body, which no query reads: one person's are few, so they are shown on one page. */
async function ownSheets(store: Store, filters: SheetFilters, person: string): ReturnType<Store["sheets"]["list"]> {
  const rows: ReviewSheet[] = [];
  let after: string | null | undefined;
  do {
    const page = await store.sheets.list({ ...queryOf({ ...filters, limit: LOOKED_AT }), ...(after ? { after } : {}) });
    rows.push(...page.rows.filter(({ body }) => body.reviewerId === person || body.proposedBy?.id === person));
    after = page.next;
  } while (after !== null && rows.length < LOOKED_AT);
  return { rows, total: rows.length, next: null };
}
