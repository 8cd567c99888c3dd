import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/domain/effect.ts";
import { findOddities } from "../../src/timeline/find-oddities.ts";
import { statusOn } from "../../src/timeline/status-on.ts";
import { statusPeriods } from "../../src/timeline/status-periods.ts";
import { at, details, effect, work } from "./made-up.ts";

const begin = (w: { id: string; effectiveOn: string | null }): Effect => effect("commence", w.id, w.id, w.effectiveOn);
const OLD = work("12/2018/QĐ-UBND", "2018-04-10", "2018-04-20");

describe("for any effects", () => {
  const works = [1, 2, 3, 4].map((n) => work(`0${n}/2021/QĐ-UBND`, `2021-0${n}-01`, `2021-0${n}-11`));
  const id = fc.constantFrom(...works.map((w) => w.id));
  const day = fc.integer({ min: 2021, max: 2027 }).chain((y) => fc.constantFrom(`${y}-01-01`, `${y}-07-01`));
  const action = fc.constantFrom(
    "amend" as const,
    "repeal" as const,
    "replace-document" as const,
    "repeal-document" as const,
    "expire" as const,
    "suspend" as const,
    "insert" as const,
  );
  const anEffect = fc
    .record({ action, source: id, target: id, from: fc.option(day), unit: fc.constantFrom(null, "art_1", "art_2") })
    .filter((e) => e.source !== e.target)
    .map((e) => effect(e.action, e.source, e.target, e.from, { targetEId: e.unit }));
  const some = fc.uniqueArray(anEffect, { maxLength: 12, selector: (e) => e.id });
  const relations = fc.array(
    fc.tuple(id, id).map(([a, b]) => details(a, b)),
    { maxLength: 3 },
  );
  const begins = works.map(begin);

  it("what has wholly ceased stays so unless words let it go on", () => {
    fc.assert(
      fc.property(some, relations, (effects, detailing) => {
        const periods = statusPeriods({ works, effects: [...begins, ...effects], detailing });
        for (const w of works) {
          const own = periods.filter((p) => p.work === w.id).map((p) => p.status);
          const first = own.indexOf("ceased");
          if (first >= 0) expect(own.slice(first).every((s) => s === "ceased")).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("an effect that comes into force later changes nothing of the days before it", () => {
    fc.assert(
      fc.property(some, relations, id, id, (effects, detailing, source, target) => {
        fc.pre(source !== target);
        const late = effect("repeal-document", source, target, "2030-01-01");
        const before = statusPeriods({ works, effects: [...begins, ...effects], detailing });
        const after = statusPeriods({ works, effects: [...begins, ...effects, late], detailing });
        const at = (periods: typeof before, w: string) =>
          statusOn(
            periods.filter((p) => p.work === w),
            "2029-12-31",
          );
        for (const w of works) expect(at(after, w.id)?.status).toBe(at(before, w.id)?.status);
      }),
      { numRuns: 100 },
    );
  });

  it("circles, two replacements and a beginning before the issue are told, in one order", () => {
    fc.assert(
      fc.property(some, (effects) => {
        const all = [...begins, ...effects];
        const one = findOddities(works, all);
        expect(findOddities([...works].reverse(), [...all].reverse())).toEqual(one);
      }),
      { numRuns: 100 },
    );
  });
});

describe("oddities", () => {
  const [a, b, c] = [1, 2, 3].map((n) => work(`0${n}/2021/QĐ-UBND`, `2021-0${n}-01`, `2021-0${n}-11`)) as [
    typeof OLD,
    typeof OLD,
    typeof OLD,
  ];
  const kinds = (...effects: readonly Effect[]): readonly string[] =>
    findOddities([a, b, c], effects).map((o) => `${o.kind} ${[...o.works].sort().join(" ")}`);
  it("names a circle of ends once", () => {
    const found = kinds(
      effect("replace-document", a.id, b.id, "2022-01-01"),
      effect("repeal-document", b.id, c.id, "2022-01-01"),
      effect("expire", c.id, a.id, "2022-01-01"),
    );
    expect(found.filter((k) => k.startsWith("cycle"))).toEqual([`cycle ${a.id} ${b.id} ${c.id}`]);
  });
  it("names a document replaced twice on different days, and lets the first day count", () => {
    const effects = [
      effect("replace-document", b.id, a.id, "2022-01-01"),
      effect("replace-document", c.id, a.id, "2023-01-01"),
    ];
    expect(kinds(...effects)).toEqual([`replaced-twice ${a.id} ${b.id} ${c.id}`]);
    expect(at({ works: [a, b, c], effects: [begin(a), ...effects] }, a.id, "2024-01-01")).toBe("ceased 2022-01-01");
  });
  it("names a beginning before the day of issue", () => {
    expect(kinds(effect("commence", a.id, a.id, "2020-12-01"))).toEqual([`before-issue ${a.id}`]);
    expect(kinds(effect("commence", a.id, a.id, "2021-01-01"))).toEqual([]);
  });
  it("names an instruction that does nothing, with its reason", () => {
    const decree = work("742/2020/NĐ-CP", "2020-06-14", "2020-08-01");
    const [found] = findOddities([a, decree], [effect("repeal-document", a.id, decree.id, "2022-01-01")]);
    expect(found?.kind).toBe("not-counted");
    expect(found?.says).toContain("văn bản cấp dưới không sửa đổi, bãi bỏ được văn bản cấp trên");
  });
});
