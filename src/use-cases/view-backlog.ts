import { startOfDay } from "../domain/vietnam-time.ts";
import { addDays, legalDate, type LegalDate } from "../domain/legal-date.ts";
import type { QueueFlow } from "../store/overview.ts";
import type { Store } from "../store/store.ts";
import { rememberedFindings } from "./remembered.ts";

const MONTHS = 12;
/** So many are shown even where nothing has happened yet. */
const FEWEST_MONTHS = 6;

export interface BacklogMonth {
  /** First day of the month. */
  readonly month: LegalDate;
  /** Last day that is counted: the month's last, or the day looked at. */
  readonly until: LegalDate;
  readonly came: number;
  /** Decided by a person, or suppressed. */
  readonly decided: number;
  /** No longer raised, without a decision. */
  readonly gone: number;
  /** Waiting at the end of `until`. */
  readonly open: number;
}

/** Findings by month up to a day: what came, what left, what waits. At most 12 months, in Vietnam's time. */
export async function viewBacklog(store: Store, on: LegalDate): Promise<readonly BacklogMonth[]> {
  const months = Array.from({ length: MONTHS }, (_, i) => monthsBefore(on, MONTHS - 1 - i));
  const bounds = [...months.map(startOfDay), startOfDay(addDays(on, 1))];
  const flow = await rememberedFindings(store, "decided", `flow ${on}`, () => store.overview.flow(bounds));
  const told = months.map((month, i) => ({
    month,
    until: i === MONTHS - 1 ? on : addDays(monthsBefore(month, -1), -1),
    ...countsOf(flow, i + 1),
  }));
  const begun = told.findIndex((m) => m.came + m.decided + m.gone + m.open > 0);
  return told.slice(Math.min(begun < 0 ? MONTHS : begun, MONTHS - FEWEST_MONTHS));
}

/** Of one stretch; stretch 0 is all that was before the first month. */
function countsOf(flow: readonly QueueFlow[], stretch: number): Omit<BacklogMonth, "month" | "until"> {
  const sum = (of: (row: QueueFlow) => boolean): number => flow.reduce((n, row) => n + (of(row) ? row.n : 0), 0);
  return {
    came: sum((r) => r.came === stretch),
    decided: sum((r) => r.left === stretch && r.how === "decided"),
    gone: sum((r) => r.left === stretch && r.how === "gone"),
    open: sum((r) => r.came <= stretch && (r.left === null || r.left > stretch)),
  };
}

/** First day of the month so many months before a day's. */
function monthsBefore(day: LegalDate, months: number): LegalDate {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return legalDate(Math.floor(count / 12), (count % 12) + 1, 1) ?? day;
}
