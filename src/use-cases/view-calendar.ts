import { addDays, type LegalDate } from "../domain/legal-date.ts";
import type { Assignment } from "../domain/desk.ts";
import type { StatusChange } from "../store/overview.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { type HandlingRow, matchingHandlings } from "./handling-list.ts";
import { clocksDue } from "./view-inspections.ts";
import { remembered, rememberedFindings } from "./remembered.ts";
import { AHEAD_DAYS, type DueView, PAUSED, RETURN_DAYS, viewDue } from "./view-due.ts";
import { findingRows, type FindingRow } from "./view-finding-row.ts";

/** Rows of one list; the rest is counted. */
const ROWS = 100;

export type DocumentDue = StatusChange & { readonly work: Work };

/** Everything behind the figures of what is due. */
export interface CalendarView extends DueView {
  readonly endsList: readonly DocumentDue[];
  readonly suspensionsList: readonly DocumentDue[];
  readonly startsList: readonly DocumentDue[];
  readonly overdueList: readonly { readonly assignment: Assignment; readonly finding: FindingRow }[];
  /** What is followed and late, the longest overdue first; and how many there are. */
  readonly lateHandlings: readonly HandlingRow[];
  /** Days of inspections that run or are over. */
  readonly inspectionClocks: Awaited<ReturnType<typeof clocksDue>>;
  readonly returningList: readonly { readonly until: LegalDate; readonly finding: FindingRow }[];
}

export async function viewCalendar(store: Store, on: LegalDate): Promise<CalendarView> {
  const to = addDays(on, AHEAD_DAYS);
  const [due, endsList, ended, started, overdue, returning] = await Promise.all([
    viewDue(store, on),
    remembered(store, `ending ${on}`, () => store.overview.changing(on, to, { is: ["ceased"] }, ROWS)),
    remembered(store, `resuming ${on}`, () => store.overview.changing(on, to, { was: PAUSED }, ROWS)),
    remembered(store, `starting ${on}`, () => store.overview.changing(on, to, { was: ["not-yet-in-force"] }, ROWS)),
    store.desk.overdue(on, ROWS),
    rememberedFindings(store, "decided", `returning ${on} ${ROWS}`, () =>
      store.overview.returning(addDays(on, RETURN_DAYS), ROWS),
    ),
  ]);
  const rows = await rowsOf(store, [...overdue.map((a) => a.finding), ...returning.map((r) => r.finding)]);
  const late = await matchingHandlings(store, { chosen: { due: ["over"] }, text: "" }, "due", on);
  return {
    ...due,
    lateHandlings: late,
    inspectionClocks: await clocksDue(store, on),
    endsList,
    suspensionsList: ended.filter((c) => !PAUSED.includes(c.is)),
    startsList: started.filter((c) => c.is !== "unknown"),
    overdueList: overdue.flatMap((assignment) => {
      const finding = rows.get(assignment.finding);
      return finding ? [{ assignment, finding }] : [];
    }),
    returningList: returning.flatMap(({ finding: key, until }) => {
      const finding = rows.get(key);
      return finding ? [{ until, finding }] : [];
    }),
  };
}

async function rowsOf(store: Store, keys: readonly string[]): Promise<ReadonlyMap<string, FindingRow>> {
  const found = await store.findings.findAll([...new Set(keys)]);
  return new Map((await findingRows(store, found)).map((row) => [row.key, row]));
}
