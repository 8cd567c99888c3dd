import { describe, expect, it } from "vitest";
import type { Overlap } from "../../src/domain/overlap.ts";
import { spelledFigures } from "../../src/engine/number-words.ts";
import { rankOf, type RankRow } from "../../src/engine/rank.ts";
import { repeats } from "../../src/engine/restating.ts";
import { loadTables, rowsOn } from "../../src/engine/tables.ts";
import { territories } from "../../src/engine/territory.ts";
import { makeWork } from "./make-subject.ts";

const tables = loadTables();

describe("the rank of a work", () => {
  const rows = rowsOn(tables, "hierarchy", "2026-06-30") as readonly unknown[] as readonly RankRow[];
  const rank = (
    type: Parameters<typeof makeWork>[0] extends infer W ? (W extends { type?: infer T } ? T : never) : never,
    issuer: string,
  ) => rankOf(makeWork({ type, issuer }), rows);
  it("follows the law of the day", () => {
    expect(rank("luat", "Quốc hội")).toBeLessThan(rank("nghi-dinh", "Chính phủ") as number);
    expect(rank("thong-tu", "Bộ Xây dựng")).toBeLessThan(rank("nghi-quyet", "Hội đồng nhân dân tỉnh An Khê") as number);
    expect(rank("nghi-quyet", "Hội đồng nhân dân tỉnh An Khê")).toBeLessThan(
      rank("quyet-dinh", "Ủy ban nhân dân tỉnh An Khê") as number,
    );
  });
  it("is not known of administrative texts and bodies nobody understands", () => {
    expect(rank("cong-van", "Bộ Xây dựng")).toBeNull();
    expect(rank("quyet-dinh", "Hội bến đò")).toBeNull();
  });
});

describe("repetition", () => {
  const overlap = (changes: Partial<Overlap>): Overlap => ({
    eId: "art_1",
    span: { start: 0, end: 1 },
    other: "w",
    otherEId: "art_2",
    otherSpan: { start: 0, end: 1 },
    otherQuote: "",
    shared: 40,
    similarity: 0.3,
    ofThis: 0.42,
    ofOther: 0.4,
    ...changes,
  });
  it("is a long text with a fifth of its words changed, and a sentence that stands there whole", () => {
    expect(repeats(overlap({}))).toBe(true);
    expect(repeats(overlap({ shared: 10, ofThis: 1, similarity: 1, ofOther: 1 }))).toBe(true);
  });
  it("is no shared turn of phrase, and a point needs more than a name", () => {
    expect(repeats(overlap({ shared: 14, ofThis: 0.4 }))).toBe(false);
    expect(repeats(overlap({ eId: "art_1__cl_1__point_a", shared: 10, ofThis: 1 }))).toBe(false);
  });
});

describe("figures with their words", () => {
  const read = (text: string) => spelledFigures(text).map((f) => [f.figure, f.words]);
  it("are read on both sides", () => {
    expect(read("trong 15 (mười) ngày")).toEqual([[15, 10]]);
    expect(read("1.500.000 đồng (một triệu năm trăm nghìn đồng) một bến")).toEqual([[1_500_000, 1_500_000]]);
  });
  it("leave out units and other brackets", () => {
    expect(read("10 (nghìn đồng); 15 (theo mẫu); Điều 5 (năm)")).toEqual([[5, 5]]);
  });
});

describe("territories", () => {
  const works = new Map(
    [
      makeWork({ id: "old", issuer: "Ủy ban nhân dân tỉnh An Sơn", issuedOn: "2021-01-01" }),
      makeWork({ id: "other", issuer: "Ủy ban nhân dân tỉnh Khê Giang", issuedOn: "2021-01-01" }),
      makeWork({ id: "new", issuer: "Ủy ban nhân dân tỉnh An Khê", issuedOn: "2026-01-01" }),
      makeWork({ id: "real", issuer: "Ủy ban nhân dân tỉnh Kiên Giang", issuedOn: "2021-01-01" }),
      makeWork({ id: "kept", issuer: "Ủy ban nhân dân tỉnh An Giang", issuedOn: "2021-01-01" }),
    ].map((w) => [w.id, w]),
  );
  const work = (id: string) => works.get(id) as NonNullable<ReturnType<typeof works.get>>;
  const land = territories(tables.get("provinces") ?? [], works, [
    { source: "new", target: "old" } as Parameters<typeof territories>[2][number],
  ]);
  it("come from the table and from what a new province does to old texts", () => {
    expect(land.of(work("real"))).toBe("tỉnh An Giang");
    expect(land.of(work("old"))).toBe("tỉnh An Khê");
    expect(land.of(work("other"))).toBe("tỉnh Khê Giang");
  });
  it("know an old province, also one whose name the new one bears", () => {
    expect([land.isOld(work("old")), land.isOld(work("kept")), land.isOld(work("new"))]).toEqual([true, true, false]);
  });
});
