import { describe, expect, it } from "vitest";
import type { Work } from "../../src/domain/work.ts";
import { type PrecedenceRow, prevails } from "../../src/engine/prevails.ts";
import type { RankRow } from "../../src/engine/rank.ts";
import { loadTables, rowsOn } from "../../src/engine/tables.ts";

const tables = loadTables();
const rows = (day: string) => ({
  ranks: rowsOn(tables, "hierarchy", day) as unknown as readonly RankRow[],
  precedence: rowsOn(tables, "precedence", day) as unknown as readonly PrecedenceRow[],
});
const work = (type: Work["type"], issuer: string | null, issuedOn: string | null): Work => ({
  id: `${type} ${issuer} ${issuedOn}`,
  symbol: null,
  type,
  title: null,
  issuer,
  issuedOn,
  effectiveOn: null,
  known: "text",
  normative: "yes",
});
const decree = work("nghi-dinh", "Chính phủ", "2024-06-18");
const decision = work("quyet-dinh", "Ủy ban nhân dân tỉnh An Khê", "2026-02-03");
const resolution = work("nghi-quyet", "Hội đồng nhân dân tỉnh An Khê", "2025-12-10");

describe("prevails", () => {
  it("puts rank first, whatever the days", () => {
    const found = prevails(decision, decree, rows("2026-06-30"));
    expect(found).toMatchObject({ which: "second", clause: "khoản 3 Điều 58 Luật số 64/2025/QH15" });
  });
  it("puts the council above the committee of its province", () => {
    expect(prevails(resolution, decision, rows("2026-06-30")).which).toBe("first");
  });
  it("names the law of its day", () => {
    const early = work("quyet-dinh", "Ủy ban nhân dân tỉnh An Sơn", "2020-02-03");
    expect(prevails(early, decree, rows("2024-12-31")).clause).toBe("khoản 2 Điều 156 Luật số 80/2015/QH13");
  });
  it("names no law where none of the table holds", () => {
    const { ranks } = rows("2026-06-30");
    expect(prevails(decision, decree, { ranks, precedence: [] })).toMatchObject({ which: "unknown", clause: null });
  });
  it("puts the later of one issuer first, under any writing of its name", () => {
    const later = work("quyet-dinh", "UBND tỉnh An Khê", "2026-05-06");
    expect(prevails(decision, later, rows("2026-06-30"))).toMatchObject({
      which: "second",
      clause: "khoản 4 Điều 58 Luật số 64/2025/QH15",
    });
  });
  it.each([
    ["two ministries", work("thong-tu", "Bộ Y tế", "2024-01-01"), work("thong-tu", "Bộ Tài chính", "2025-01-01")],
    ["no day", decision, work("quyet-dinh", "Ủy ban nhân dân tỉnh An Khê", null)],
    ["no issuer", work("quyet-dinh", null, "2026-01-01"), decision],
  ])("does not decide: %s", (_, a, b) => {
    const found = prevails(a, b, rows("2026-06-30"));
    expect(found).toMatchObject({ which: "unknown", clause: null });
    expect(found.why).toMatch(/Không tự xác định được/u);
  });
});
