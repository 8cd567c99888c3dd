import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/domain/effect.ts";
import { missingSurely } from "../../src/engine/missing-units.ts";
import { makeCorpus } from "./make-subject.ts";

const units = {
  whole: [
    "art_1",
    "art_2",
    "art_2__cl_1",
    "art_2__cl_2",
    "art_2__cl_2__point_a",
    "art_2__cl_2__point_c",
    "art_3",
    "att_1",
    "att_1__art_1",
    "att_1__art_2",
  ],
  excerpt: ["art_1", "art_7", "art_7__cl_1"],
};
const inserted = { action: "insert", target: "whole", targetEId: "art_2__cl_3" } as Effect;
const amended = { action: "amend", target: "whole", targetEId: "art_2" } as Effect;

describe("missingSurely", () => {
  const sure = (eId: string, effects: Effect[] = [], work = "whole") =>
    missingSurely(makeCorpus({ units, effects }), work, eId);
  it("is sure of a number beyond the last", () => {
    expect(sure("art_2__cl_3")).toBeGreaterThan(0.9);
    expect(sure("art_5__cl_2")).toBeGreaterThan(0.9);
    expect(sure("att_1__art_9")).toBeGreaterThan(0.9);
  });
  it("says nothing of a hole inside a row, which may be a hole in our copy", () =>
    expect(sure("art_2__cl_2__point_b")).toBe(0));
  it("is less sure of a text whose articles have a hole", () =>
    expect(sure("art_7__cl_2", [], "excerpt")).toBeLessThan(0.75));
  it("says nothing of an annex, which may lie in another file", () => expect(sure("att_II")).toBe(0));
  it("says nothing of what an amendment brought", () => {
    expect(sure("art_2__cl_3", [inserted])).toBe(0);
    expect(sure("art_2__cl_3", [amended])).toBe(0);
  });
  it("says nothing of a work without text", () => expect(missingSurely(makeCorpus(), "whole", "art_9")).toBe(0));
});
