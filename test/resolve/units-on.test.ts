import { describe, expect, it } from "vitest";
import type { LegalDate } from "../../src/domain/legal-date.ts";
import { unitsOn } from "../../src/resolve/units-on.ts";
import { effect } from "../timeline/made-up.ts";

const ORIGINAL = new Set(["art_1", "art_1__cl_1", "art_2", "art_2__cl_1", "att_1", "att_1__art_7"]);
const DAYS = new Map<string, LegalDate | null>([
  ["early", "2022-03-01"],
  ["late", "2024-05-01"],
  ["undated", null],
]);
const cited = (on: LegalDate | null, more: { begins?: LegalDate; strict?: boolean } = {}) => ({
  citing: "citing",
  on,
  issuedOn: (id: string) => DAYS.get(id) ?? null,
  ...more,
});

describe("units on the citing day", () => {
  const inserted = effect("insert", "early", "T", "2022-04-01", { targetEId: "att_1__art_7__cl_5a" });

  it("an insertion counts from its day on, with what stands around it", () => {
    expect(unitsOn(ORIGINAL, [inserted], cited("2022-03-31")).units.has("att_1__art_7__cl_5a")).toBe(false);
    expect(unitsOn(ORIGINAL, [inserted], cited("2022-04-01")).units.has("att_1__art_7__cl_5a")).toBe(true);
    // the citing text begins when the insertion does
    expect(
      unitsOn(ORIGINAL, [inserted], cited("2022-03-15", { begins: "2022-04-01" })).units.has("att_1__art_7__cl_5a"),
    ).toBe(true);
    expect(unitsOn(ORIGINAL, [inserted], cited("2023-01-01")).mayHave("att_1__art_7__cl_5a__point_a")).toBe(true);
  });

  it("what was issued after the citing text is not known to it, even where it reaches back", () => {
    const back = effect("insert", "late", "T", "2022-01-01", { targetEId: "art_3" });
    expect(unitsOn(ORIGINAL, [back], cited("2023-01-01")).units.has("art_3")).toBe(false);
    expect(unitsOn(ORIGINAL, [back], cited("2024-05-01")).units.has("art_3")).toBe(true);
  });

  it("units inside rewritten words, and of amendments whose units nobody knows, may be there", () => {
    const rewritten = effect("amend", "early", "T", "2022-04-01", { targetEId: "art_1" });
    const view = unitsOn(ORIGINAL, [rewritten], cited("2023-01-01"));
    expect([view.mayHave("art_1__cl_9"), view.mayHave("art_1"), view.mayHave("art_9")]).toEqual([true, false, false]);
    const whole = effect("amend", "early", "T", "2022-04-01");
    expect(unitsOn(ORIGINAL, [whole], cited("2023-01-01")).mayHave("art_9")).toBe(true);
    expect(unitsOn(ORIGINAL, [whole], cited("2021-01-01")).mayHave("art_9")).toBe(false);
  });

  it("a repealed unit is gone with all below it, from its day on and never before", () => {
    const repealed = effect("repeal", "early", "T", "2022-04-01", { targetEId: "art_1" });
    const gone = { eId: "art_1__cl_1", by: "early", since: "2022-04-01" };
    expect(unitsOn(ORIGINAL, [repealed], cited("2022-04-01")).gone("art_1__cl_1")).toEqual(gone);
    expect(unitsOn(ORIGINAL, [repealed], cited("2022-03-31")).gone("art_1__cl_1")).toBeNull();
    expect(unitsOn(ORIGINAL, [repealed], cited(null)).gone("art_1__cl_1")).toBeNull();
    expect(unitsOn(ORIGINAL, [repealed], cited("2023-01-01")).gone("art_2")).toBeNull();
  });

  it.each([
    ["of a part only", { exception: "trừ điểm a" }],
    ["that could not be counted", { applied: false, whyNot: "chưa rõ" }],
    ["by the citing text itself", { source: "citing" }],
    ["of the whole document", { targetEId: null }],
  ])("a repeal %s makes nothing gone", (_, more) => {
    const repealed = effect("repeal", "early", "T", "2022-04-01", { targetEId: "art_1", ...more });
    expect(unitsOn(ORIGINAL, [repealed], cited("2023-01-01")).gone("art_1")).toBeNull();
  });

  it("a unit put in again is there again", () => {
    const repealed = effect("repeal", "early", "T", "2022-04-01", { targetEId: "art_1" });
    const again = effect("insert", "late", "T", "2024-06-01", { targetEId: "art_1" });
    expect(unitsOn(ORIGINAL, [repealed, again], cited("2024-05-31")).gone("art_1")).not.toBeNull();
    expect(unitsOn(ORIGINAL, [repealed, again], cited("2024-06-01")).gone("art_1")).toBeNull();
  });

  it("instructions see only what was surely issued before them", () => {
    const undated = effect("insert", "undated", "T", "2022-04-01", { targetEId: "art_3" });
    expect(unitsOn(ORIGINAL, [undated], cited("2023-01-01")).units.has("art_3")).toBe(true);
    expect(unitsOn(ORIGINAL, [undated], cited("2023-01-01", { strict: true })).units.has("art_3")).toBe(false);
    expect(unitsOn(ORIGINAL, [inserted], cited("2022-03-01", { strict: true })).units).toBe(ORIGINAL);
  });
});
