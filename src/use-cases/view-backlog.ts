import { startOfDay } from "../domain/vietnam-time.ts";
import { addDays, legalDate, type LegalDate } from "../domain/legal-date.ts";
import type { QueueFlow } from "../store/overview.ts";
import type { Store } from "../store/store.ts";
import { type Census, findingCensus } from "./finding-census.ts";
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
export async function viewBacklog(store: Store, on: LegalDate, today: LegalDate): Promise<readonly BacklogMonth[]> {
  const months = Array.from({ length: MONTHS }, (_, i) => monthsBefore(on, MONTHS - 1 - i));
  const bounds = [...months.map(startOfDay), startOfDay(addDays(on, 1))];
  const flow = await rememberedFindings(store, "decided", `flow ${on}`, async () => {
    const suppressed = new Map((await store.decisions.suppressions(true)).map((s) => [s.id, s.at]));
    const live = liveFlow(await findingCensus(store, today), suppressed, bounds);
    return [...(await store.overview.goneFlow(bounds)), ...live];
  });
  const told = months.map((month, i) => ({
    month,
    until: i === MONTHS - 1 ? on : addDays(monthsBefore(month, -1), -1),
    ...countsOf(flow, i + 1),
  }));
  const begun = told.findIndex((m) => m.came + m.decided + m.gone + m.open > 0);
  return told.slice(Math.min(begun < 0 ? MONTHS : begun, MONTHS - FEWEST_MONTHS));
}

/**
 * Findings that are raised now. When one left is known to the day where a person decided; a suppressed one left with the
 * suppression, or at once where that was there before.
 */
function liveFlow(
  { rows }: Census,
  suppressed: ReadonlyMap<string, number>,
  bounds: readonly number[],
): readonly QueueFlow[] {
  const stretchOf = (moment: number): number => bounds.filter((bound) => bound <= moment).length;
  const flows = new Map<string, QueueFlow & { n: number }>();
  // a run gives all its findings one moment
  const stretches = new Map<number, number>();
  for (const { firstSeen, verdict, decidedAt, suppressedBy } of rows) {
    const came = stretches.get(firstSeen) ?? stretchOf(firstSeen);
    stretches.set(firstSeen, came);
    const held = suppressedBy === null ? null : Math.max(firstSeen, suppressed.get(suppressedBy) ?? firstSeen);
    const at = verdict === null ? held : (decidedAt ?? firstSeen);
    const left = at === null ? null : stretchOf(at);
    const key = `${came} ${left}`;
    const known = flows.get(key);
    if (known) known.n += 1;
    else flows.set(key, { came, left, how: left === null ? null : "decided", n: 1 });
  }
  return [...flows.values()];
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
