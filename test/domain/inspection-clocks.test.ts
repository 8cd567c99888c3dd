import { describe, expect, it } from "vitest";
import { inspectionClocks, type InspectionFacts } from "../../src/domain/inspection-clocks.ts";
import type { Inspection, InspectionEvent } from "../../src/domain/petition.ts";
import { addWorkingDays, isWorkingDay } from "../../src/domain/working-days.ts";
import { workingCalendar } from "../../src/use-cases/working-calendar.ts";

const calendar = workingCalendar();

const facts = (
  events: readonly (readonly [InspectionEvent, string, ("accepted" | "refused")?])[],
  given: Partial<InspectionFacts> = {},
): InspectionFacts => ({
  kind: "competence",
  shortened: false,
  central: false,
  issuedOn: "2026-03-02",
  events: events.map(([event, day, outcome = null]): Inspection["body"]["events"][number] => ({
    event,
    day,
    outcome: outcome ?? null,
    number: "",
    note: "",
    by: "Hà",
    at: 1,
  })),
  ...given,
});
const clocksOn = (on: string, ...given: Parameters<typeof facts>) =>
  inspectionClocks(facts(...given), on, calendar).map(({ name, due, state }) => [name, due, state]);

describe("working days", () => {
  it("leave out weekends and holidays, and count Saturdays that are worked for a day off", () => {
    expect(isWorkingDay("2026-11-26", calendar)).toBe(true);
    expect(isWorkingDay("2026-11-28", calendar)).toBe(false);
    expect(isWorkingDay("2026-04-30", calendar)).toBe(false);
    expect(isWorkingDay("2026-02-18", calendar)).toBe(false);
    expect(isWorkingDay("2026-01-10", calendar)).toBe(true);
    // Thursday before the long Tết of 2026: Friday, then a week off, then Monday
    expect(addWorkingDays("2026-02-12", 2, calendar)).toBe("2026-02-23");
    expect(addWorkingDays("2026-04-29", 5, calendar)).toBe("2026-05-08");
  });
});

describe("clocks of an inspection", () => {
  it("the issuer's own: 10 days from signing, 05 working days by the shortened procedure, 45 days for the centre", () => {
    expect(clocksOn("2026-03-10", [], { kind: "self" })).toEqual([["self-check", "2026-03-12", "running"]]);
    expect(clocksOn("2026-03-10", [], { kind: "self", shortened: true })).toEqual([
      ["self-check", "2026-03-09", "over"],
    ]);
    expect(clocksOn("2026-03-10", [], { kind: "self", central: true })).toEqual([
      ["self-check", "2026-04-16", "running"],
    ]);
    expect(clocksOn("2026-03-10", [], { kind: "self", issuedOn: null })).toEqual([]);
  });

  it("30 days to handle what was reported; nothing to handle where it was lawful", () => {
    const reported = clocksOn("2026-03-20", [["reported", "2026-03-11"]], { kind: "self" });
    expect(reported).toEqual([
      ["self-check", "2026-03-12", "met"],
      ["self-handling", "2026-04-10", "running"],
    ]);
    expect(clocksOn("2026-03-20", [["closed-lawful", "2026-03-13"]], { kind: "self" })).toEqual([
      ["self-check", "2026-03-12", "late"],
    ]);
  });

  it("after a conclusion: 05 working days to object, 30 days to handle, 03 days to publish", () => {
    const events = [
      ["concluded", "2026-03-16"],
      ["received", "2026-03-18"],
    ] as const;
    expect(clocksOn("2026-03-20", [...events])).toEqual([
      ["objection", "2026-03-25", "running"],
      ["handling", "2026-04-17", "running"],
    ]);
    expect(clocksOn("2026-04-18", [...events])).toEqual([
      ["objection", "2026-03-25", "lapsed"],
      ["handling", "2026-04-17", "over"],
    ]);
    expect(clocksOn("2026-04-20", [...events, ["handled", "2026-04-10"], ["published", "2026-04-14"]])).toEqual([
      ["objection", "2026-03-25", "lapsed"],
      ["handling", "2026-04-17", "met"],
      // 13/4 is a Monday: the day after it is late
      ["publication", "2026-04-13", "late"],
    ]);
  });

  it("a refusal starts 10 days, an appeal stops them, its refusal leaves 05 working days", () => {
    const events = [
      ["received", "2026-03-18"],
      ["objected", "2026-03-20"],
      ["objection-answered", "2026-03-27", "refused"],
    ] as const;
    expect(clocksOn("2026-03-28", [...events])).toEqual([
      ["objection", "2026-03-25", "met"],
      ["handling", "2026-04-17", "lapsed"],
      ["objection-answer", "2026-03-30", "met"],
      ["handling-after-refusal", "2026-04-06", "running"],
    ]);
    const appealed = [...events, ["appealed", "2026-03-30"], ["appeal-answered", "2026-04-08", "refused"]] as const;
    expect(clocksOn("2026-04-10", [...appealed]).slice(3)).toEqual([
      ["handling-after-refusal", "2026-04-06", "lapsed"],
      ["appeal-answer", "2026-04-09", "met"],
      ["handling-after-appeal", "2026-04-15", "running"],
    ]);
  });

  it("a last day that is not worked moves to the next that is, and every clock names its article", () => {
    const [, handling] = inspectionClocks(facts([["received", "2026-03-27"]]), "2026-04-27", calendar);
    // 26/4 is a Sunday, 27/4 the day off for Giỗ Tổ
    expect(handling).toMatchObject({ due: "2026-04-26", workable: "2026-04-28", state: "running", length: "30 ngày" });
    for (const clock of inspectionClocks(
      facts([
        ["received", "2026-03-27"],
        ["handled", "2026-04-01"],
      ]),
      "2026-04-02",
      calendar,
    ))
      expect(clock.source).toContain("Nghị định 79/2025/NĐ-CP");
  });
});
