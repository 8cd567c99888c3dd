import { addDays, type LegalDate } from "./legal-date.ts";
import type { Inspection, InspectionEvent, InspectionKind } from "./petition.ts";
import { addWorkingDays, nextWorkingDay, type WorkingCalendar } from "./working-days.ts";

/** What has to be done by a day. */
export const INSPECTION_CLOCKS = [
  "self-check",
  "self-handling",
  "objection",
  "handling",
  "objection-answer",
  "appeal-answer",
  "handling-after-refusal",
  "handling-after-appeal",
  "publication",
] as const;
export type InspectionClockName = (typeof INSPECTION_CLOCKS)[number];

export interface InspectionClock {
  readonly name: InspectionClockName;
  /** The day it began; that day is not counted. */
  readonly from: LegalDate;
  readonly due: LegalDate;
  /** The next working day where the last day is none; null = the last day is worked. */
  readonly workable: LegalDate | null;
  /** When what was due was done; null = not yet. */
  readonly done: LegalDate | null;
  /** running · met · late = done after its day · over = its day has passed · lapsed = nobody is bound by it any more. */
  readonly state: "running" | "met" | "late" | "over" | "lapsed";
  /** `10 ngày`, `05 ngày làm việc` */
  readonly length: string;
  /** The article that sets it. */
  readonly source: string;
}

/** What clocks are computed from. */
export interface InspectionFacts {
  readonly kind: InspectionKind;
  /** Shortened procedure, or a special case (Điều 12(2)). */
  readonly shortened: boolean;
  readonly central: boolean;
  /** When the document was adopted or signed. */
  readonly issuedOn: LegalDate | null;
  readonly events: Inspection["body"]["events"];
}

interface Length {
  readonly days: number;
  readonly working: boolean;
}

const days = (n: number): Length => ({ days: n, working: false });
const workingDays = (n: number): Length => ({ days: n, working: true });

const SELF_CHECK = "Nghị định 79/2025/NĐ-CP, khoản 2 Điều 12";
const SELF_HANDLING = "Nghị định 79/2025/NĐ-CP, khoản 5 Điều 12";
const HANDLING = "Nghị định 79/2025/NĐ-CP, các điều 23 đến 26";
const PUBLICATION = "Nghị định 79/2025/NĐ-CP, Điều 28 (được sửa đổi bởi khoản 9 Điều 2 Nghị định 187/2025/NĐ-CP)";

/**
 * Every clock of an inspection that has begun, with its day, what stopped it and the article that sets it. Pure: the day on
 * which one looks and the calendar are given.
 */
export function inspectionClocks(
  facts: InspectionFacts,
  on: LegalDate,
  calendar: WorkingCalendar,
): readonly InspectionClock[] {
  const day = (event: InspectionEvent): LegalDate | null =>
    facts.events
      .filter((one) => one.event === event)
      .map((one) => one.day)
      .sort()[0] ?? null;
  const refused = (event: InspectionEvent): LegalDate | null =>
    facts.events
      .filter((one) => one.event === event && one.outcome === "refused")
      .map((one) => one.day)
      .sort()[0] ?? null;
  const ended = day("closed-lawful") ?? day("sent-to-review");
  const clocks: InspectionClock[] = [];
  const run = (
    name: InspectionClockName,
    from: LegalDate | null,
    length: Length,
    done: LegalDate | null,
    source: string,
    lapses = false,
  ): void => {
    if (from !== null)
      clocks.push(clock({ name, from, length, done, source, lapsed: lapses && done === null }, on, calendar));
  };
  const handled = day("handled");
  if (facts.kind === "self") {
    const length = facts.central ? days(45) : facts.shortened ? workingDays(5) : days(10);
    run("self-check", facts.issuedOn, length, earliest(day("reported"), ended), SELF_CHECK);
    run("self-handling", day("reported"), days(30), handled, SELF_HANDLING, ended !== null);
  }
  const received = day("received");
  const [objected, appealed] = [day("objected"), day("appealed")];
  const [firstRefusal, lastRefusal] = [refused("objection-answered"), refused("appeal-answered")];
  // whoever handles it, or lets the days pass, objects no more
  run(
    "objection",
    received,
    workingDays(5),
    objected,
    HANDLING,
    handled !== null || isOver(received, workingDays(5), on, calendar),
  );
  run(
    "handling",
    received,
    days(30),
    handled,
    HANDLING,
    ended !== null || firstRefusal !== null || lastRefusal !== null,
  );
  run("objection-answer", objected, days(10), day("objection-answered"), HANDLING, ended !== null);
  run("handling-after-refusal", firstRefusal, days(10), handled, HANDLING, ended !== null || appealed !== null);
  run("appeal-answer", appealed, days(10), day("appeal-answered"), HANDLING, ended !== null);
  run("handling-after-appeal", lastRefusal, workingDays(5), handled, HANDLING, ended !== null);
  run("publication", handled, days(3), day("published"), PUBLICATION);
  return clocks;
}

const earliest = (a: LegalDate | null, b: LegalDate | null): LegalDate | null =>
  a === null ? b : b === null ? a : a < b ? a : b;

const dueOf = (from: LegalDate, { days: n, working }: Length, calendar: WorkingCalendar): LegalDate =>
  working ? addWorkingDays(from, n, calendar) : addDays(from, n);

const isOver = (from: LegalDate | null, length: Length, on: LegalDate, calendar: WorkingCalendar): boolean =>
  from !== null && on > dueOf(from, length, calendar);

function clock(
  given: Pick<InspectionClock, "name" | "from" | "done" | "source"> & { length: Length; lapsed: boolean },
  on: LegalDate,
  calendar: WorkingCalendar,
): InspectionClock {
  const { name, from, done, source, length, lapsed } = given;
  const due = dueOf(from, length, calendar);
  const worked = nextWorkingDay(due, calendar);
  const state =
    done !== null ? (done <= worked ? "met" : "late") : lapsed ? "lapsed" : on > worked ? "over" : "running";
  const number = String(length.days).padStart(2, "0");
  return {
    name,
    from,
    due,
    done,
    source,
    state,
    workable: worked === due ? null : worked,
    length: `${number} ngày${length.working ? " làm việc" : ""}`,
  };
}
