import { expect, test } from "vitest";
import { viewTimeline } from "../../src/use-cases/view-timeline.ts";
import type { Effect } from "../../src/domain/effect.ts";
import { effects, statuses, WORKS } from "./sample-facts.ts";

const periods = statuses().filter((p) => p.work === "w17");
const timeline = (effectsOn: readonly Effect[], begins: readonly Effect[] = []) =>
  viewTimeline({ work: WORKS.d17, periods, effectsOn, begins });

test("issue, beginning, what each document does on a day, in order of time", () => {
  expect(timeline(effects()).marks.map((m) => [m.day, m.kind, m.units.length, m.applied])).toEqual([
    ["2025-10-06", "issued", 0, true],
    ["2025-10-20", "begins", 0, true],
    ["2026-04-01", "changed", 3, true],
    ["2026-04-01", "changed", 1, false],
    ["2026-07-15", "changed", 1, true],
  ]);
});

test("a suspension is a band with its end, an open one has none", () => {
  const base = effects()[0] as Effect;
  const suspended: Effect = { ...base, id: "s", action: "suspend", from: "2026-05-01", until: "2026-11-01" };
  const { marks, suspensions } = timeline([suspended]);
  expect(suspensions).toEqual([{ from: "2026-05-01", to: "2026-11-01", whole: false }]);
  expect(marks.map((m) => m.kind)).toEqual(["issued", "begins", "suspended", "resumed"]);
  expect(timeline([{ ...suspended, until: null, targetEId: null }]).suspensions).toEqual([
    { from: "2026-05-01", to: null, whole: true },
  ]);
});

test("what has no day stands last, what begins apart is a mark of its own", () => {
  const base = effects()[0] as Effect;
  const { marks } = timeline(
    [{ ...base, from: null, applied: false }],
    [{ ...base, action: "commence", source: "w17", targetEId: "att_1__art_7", from: "2026-01-01" }],
  );
  expect(marks.map((m) => [m.day, m.kind])).toEqual([
    ["2025-10-06", "issued"],
    ["2025-10-20", "begins"],
    ["2026-01-01", "part-begins"],
    [null, "changed"],
  ]);
});
