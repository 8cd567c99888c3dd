import { describe, expect, test } from "vitest";
import type { TextTable } from "../../src/domain/text-table.ts";
import type { Effect } from "../../src/domain/effect.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { markdownTables } from "../../src/read/markdown-tables.ts";
import { carryTables, type TabledText } from "../../src/timeline/carry-tables.ts";
import { consolidate } from "../../src/timeline/consolidate.ts";
import { gridOf } from "../read/fee-table.ts";
import { amenderText, BASE, baseText } from "./amend-by-text.ts";
import { effect, work } from "./made-up.ts";

/** Words of a unit with the cells given by what stands in them, in order. */
function tabled(text: string, rows: readonly (readonly string[])[]): TabledText {
  let at = 0;
  const placed = rows.map((row) => ({
    header: false,
    cells: row.map((words) => {
      const start = text.indexOf(words, at);
      at = start + words.length;
      return { span: { start, end: at } };
    }),
  }));
  const cells = placed.flatMap((row) => row.cells);
  const table: TextTable = { span: { start: cells[0]?.span.start ?? 0, end: at }, rows: placed };
  return { text, tables: [table] };
}
const grids = (t: TabledText): unknown => t.tables?.map((table) => gridOf(t.text, table));

describe("a table in changed words", () => {
  const fees = tabled("2. Mức thu như sau:\nXe đạp\n2.000\nXe máy\n5.000\nThu một lần.", [
    ["Xe đạp", "2.000"],
    ["Xe máy", "5.000"],
  ]);

  test("stays where a line of a cell is worded anew, and the cell shows the new words", () => {
    const after = carryTables(fees, "2. Mức thu như sau:\nXe đạp điện\n2.000\nXe máy\n6.000\nThu một lần.");
    expect(grids(after)).toEqual([
      [
        ["Xe đạp điện", "2.000"],
        ["Xe máy", "6.000"],
      ],
    ]);
  });

  test("stays where lines come or go above or below it", () => {
    const after = carryTables(fees, "2. Mức thu và cách thu:\nNhư sau:\nXe đạp\n2.000\nXe máy\n5.000\nThu một lần.");
    expect(grids(after)).toEqual([
      [
        ["Xe đạp", "2.000"],
        ["Xe máy", "5.000"],
      ],
    ]);
    expect(carryTables(fees, `${fees.text}\nHết.`).tables).toHaveLength(1);
  });

  test("is lost, and that is told, where lines come or go inside it", () => {
    const after = carryTables(fees, "2. Mức thu như sau:\nXe đạp\n2.000\nXe máy\nXe ba bánh\n5.000\nThu một lần.");
    expect(after).toEqual({ text: after.text, tableLost: true });
    expect(carryTables(after, "2. Khác")).toEqual({ text: "2. Khác", tableLost: true });
  });

  test("keeps the edge of two cells in one line where the words on one side of it are as they were", () => {
    const joined = tabled("Xe máy có thùng đồng/lượt\n5.000\nXe đạp thồ\n2.000", [
      ["Xe máy có thùng", "đồng/lượt", "5.000"],
      ["Xe đạp", "thồ", "2.000"],
    ]);
    expect(grids(carryTables(joined, "Xe máy đồng/lượt\n5.000\nXe đạp thồ\n2.000"))).toEqual([
      [
        ["Xe máy", "đồng/lượt", "5.000"],
        ["Xe đạp", "thồ", "2.000"],
      ],
    ]);
    expect(carryTables(joined, "Xe máy kéo đồng một lượt\n5.000\nXe đạp thồ\n2.000").tableLost).toBe(true);
  });
});

describe("a consolidated text", () => {
  const TABLE = "| Loại tổ ong | Mức hỗ trợ |\n|---|---|\n| Ong nội địa | 300.000 |\n| Ong ngoại lai | 200.000 |";
  const parsed = (text: string) => parseDocument(text, { tables: markdownTables(text) });
  const base = parsed(baseText(`Điều 1. Mức hỗ trợ\n\n1. Mức hỗ trợ như sau:\n\n${TABLE}\n\n2. Chi trả một lần.`));
  const amender = work("04/2026/QĐ-UBND", "2026-02-10", "2026-03-01");
  const onDay = (changes: readonly Effect[], source?: string) =>
    consolidate({
      work: BASE,
      document: base,
      effects: changes,
      on: "2026-06-01",
      ...(source === undefined ? {} : { sources: new Map([[amender.id, parsed(source)]]) }),
    }).provisions.find((p) => p.eId === "art_1__cl_1") as TabledText;
  const change = (over: Partial<Effect>): Effect =>
    effect(over.action ?? "amend", amender.id, BASE.id, "2026-03-01", { targetEId: "art_1__cl_1", ...over });

  test("shows a phrase changed in its cell", () => {
    const unit = onDay([change({ action: "replace-phrase", phraseFrom: "Ong ngoại lai", phraseTo: "Ong lai" })]);
    expect(grids(unit)).toEqual([
      [
        ["Loại tổ ong", "Mức hỗ trợ"],
        ["Ong nội địa", "300.000"],
        ["Ong lai", "200.000"],
      ],
    ]);
  });

  test("has the table that new wording brings, by the cells of the amending document", () => {
    const fresh = "1. Mức hỗ trợ như sau:\n\n| Loại tổ ong | Mức hỗ trợ |\n|---|---|\n| Mọi loại ong | 400.000 |";
    const source = amenderText(
      "04/2026/QĐ-UBND",
      "2026-02-10",
      `1. Sửa đổi khoản 1 Điều 1 như sau:\n\n“${fresh}\n\n”.`,
    );
    const words = "1. Mức hỗ trợ như sau:\nLoại tổ ong\nMức hỗ trợ\nMọi loại ong\n400.000";
    expect(parsed(source).text).toContain(words);
    const unit = onDay([change({ content: words })], source);
    expect(grids(unit)).toEqual([
      [
        ["Loại tổ ong", "Mức hỗ trợ"],
        ["Mọi loại ong", "400.000"],
      ],
    ]);
    expect(unit.tableLost).toBeUndefined();
  });

  test("takes no cell of new wording for a unit", () => {
    const fresh =
      "1. Mức hỗ trợ như sau:\n\n| Loại tổ ong | Mức hỗ trợ |\n|---|---|\n| - Ong nội địa | 400.000 |\n| - Ong ngoại lai | 100.000 |";
    const source = amenderText(
      "04/2026/QĐ-UBND",
      "2026-02-10",
      `1. Sửa đổi khoản 1 Điều 1 như sau:\n\n“${fresh}\n\n”.`,
    );
    const words = "1. Mức hỗ trợ như sau:\nLoại tổ ong\nMức hỗ trợ\n- Ong nội địa\n400.000\n- Ong ngoại lai\n100.000";
    const unit = onDay([change({ content: words })], source);
    expect(unit.text).toBe(words);
    expect(grids(unit)).toEqual([
      [
        ["Loại tổ ong", "Mức hỗ trợ"],
        ["- Ong nội địa", "400.000"],
        ["- Ong ngoại lai", "100.000"],
      ],
    ]);
  });

  test("says so where new wording has taken a table away and nobody knows its cells", () => {
    expect(onDay([change({ content: "1. Mức hỗ trợ như sau:\nMọi loại ong\n400.000" })]).tableLost).toBe(true);
  });
});
