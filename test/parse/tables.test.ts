import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, type Span } from "../../src/domain/span.ts";
import type { TextTable } from "../../src/domain/text-table.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { gridOf } from "../read/fee-table.ts";
import { decision, eIds, FOOT } from "./an-khe.ts";

/** A text with tables in it, each cell a paragraph as the readers write them; `null` stands where a table does. */
function withTables(
  parts: readonly (string | readonly (readonly string[])[])[],
  header = false,
): { readonly text: string; readonly tables: readonly TextTable[] } {
  let text = "";
  const tables: TextTable[] = [];
  const put = (words: string): Span => {
    if (text !== "" && words !== "") text += "\n\n";
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  for (const part of parts) {
    if (typeof part === "string") put(part);
    else {
      const rows = part.map((row, i) => ({
        header: header && i === 0,
        cells: row.map((words) => ({ span: put(words) })),
      }));
      const worded = rows.flatMap((row) => row.cells).filter(({ span }) => span.end > span.start);
      tables.push({ span: { start: worded[0]?.span.start ?? 0, end: worded.at(-1)?.span.end ?? 0 }, rows });
    }
  }
  return { text, tables };
}

const HEAD = [
  ["ỦY BAN NHÂN DÂN\nTỈNH AN KHÊ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
  ["Số: 12/2025/QĐ-UBND", "An Khê, ngày 05 tháng 9 năm 2025"],
];
const FEES = [
  ["Số TT", "Loại phương tiện", "Mức thu"],
  ["1.", "Xe đạp, xe thô sơ và các loại phương tiện tương tự khác", "đồng: 2.000"],
  ["2.", "Xe máy, gồm:\n- Xe hai bánh;\n- Xe ba bánh", "5.000"],
];
const SIGNED = [["Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Hoàng Nam"]];
const LAW = [
  HEAD,
  "QUYẾT ĐỊNH",
  "Quy định mức thu phí qua bến khách ngang sông",
  "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
  "Điều 1. Mức thu",
  "1. Mức thu tại bến do xã quản lý như sau:",
  FEES,
  "2. Mức thu đã gồm thuế giá trị gia tăng.",
  "Điều 2. Quyết định này có hiệu lực thi hành từ ngày ký.",
  SIGNED,
] as const;

const parsed = (parts: Parameters<typeof withTables>[0], header = false) => {
  const { text, tables } = withTables(parts, header);
  return parseDocument(text, { tables });
};

describe("tables of the law", () => {
  it("are kept by the places of their cells; head and signature are none", () => {
    const document = parsed(LAW);
    expect(document.tables?.map((t) => gridOf(document.text, t))).toEqual([FEES]);
    expect(document.problems).toEqual([]);
  });

  it("open no clause and no dash of their own, and their cells are not run together", () => {
    const document = parsed(LAW);
    expect(eIds(document)).toEqual(["art_1", "art_1__cl_1", "art_1__cl_2", "art_2"]);
    const [table] = document.tables ?? [];
    const clause = document.provisions.find((p) => p.eId === "art_1__cl_1");
    expect(table && clause && contains(clause.own, table.span)).toBe(true);
    expect(document.text).toContain("tương tự khác\nđồng: 2.000");
  });

  it("leave a number alone in its cell where it would look like that of a page", () => {
    const rows = [
      ["Nội dung công việc", "Số ngày"],
      ["Thẩm định hồ sơ đề nghị cấp phép hoạt động bến khách", "5"],
      ["ngày tính từ khi nhận đủ hồ sơ hợp lệ của bến", "7"],
      ["và các giấy tờ khác có liên quan theo quy định", "9"],
    ];
    const document = parsed(["Điều 1. Thời hạn", "1. Thời hạn như sau:", rows, "2. Hết."]);
    expect(document.tables?.map((t) => gridOf(document.text, t))).toEqual([rows]);
  });

  it("are none in one column, in one row, or round articles: their words stay lines and units", () => {
    const framed = [
      ["Điều 1. Một", "Điều 2. Hai"],
      ["Nội dung của điều này", "Nội dung của điều kia"],
    ];
    for (const table of [[["Khung"], ["một cột"]], [["chỉ một", "hàng"]], framed]) {
      const document = parsed(["Điều 5. Trước", "1. Nội dung của khoản.", table, "2. Sau."]);
      expect(document.tables).toBeUndefined();
      expect(document.problems.filter((p) => p.code === "table-as-lines")).toEqual([]);
    }
  });

  it("are lines again, and that is told, where a cell's words are not found as they were given", () => {
    const { text, tables } = withTables(LAW);
    const off = tables.map((t) => ({
      ...t,
      rows: t.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ span: { start: cell.span.start, end: cell.span.end + 4 } })),
      })),
    }));
    const document = parseDocument(text, { tables: off });
    expect(document.tables).toBeUndefined();
    expect(document.problems.map((p) => p.code)).toContain("table-as-lines");
    expect(document.text).toBe(parseDocument(text, { tables: off }).text);
  });

  it("stand in an annex too", () => {
    const document = parsed([
      ...LAW.slice(0, 4),
      "Điều 1. Ban hành kèm theo Quyết định này Phụ lục mức thu.",
      ...FOOT.split("\n"),
      "PHỤ LỤC I",
      "MỨC THU",
      "(Ban hành kèm theo Quyết định số 12/2025/QĐ-UBND)",
      FEES,
    ]);
    expect(document.attachments).toHaveLength(1);
    expect(document.tables?.map((t) => gridOf(document.text, t))).toEqual([FEES]);
    expect(eIds(document, "clause")).toEqual([]);
  });
});

describe("the head of a table", () => {
  const headsOf = (rows: readonly (readonly string[])[], header = false): readonly boolean[] =>
    parsed(["Điều 1. Mức thu", "1. Mức thu như sau:", rows, "2. Hết."], header).tables?.[0]?.rows.map(
      (r) => r.header,
    ) ?? [];

  it("is what the file says, what begins with STT, or what names the numbers below; then the row that numbers columns", () => {
    expect(
      headsOf(
        [
          ["Xe", "Bến"],
          ["đạp", "Đá"],
        ],
        true,
      ),
    ).toEqual([true, false]);
    expect(
      headsOf([
        ["Xe", "Bến"],
        ["đạp", "Đá"],
      ]),
    ).toEqual([false, false]);
    expect(
      headsOf([
        ["STT", "Bến"],
        ["(1)", "(2)"],
        ["1", "Đá"],
      ]),
    ).toEqual([true, true, false]);
    expect(
      headsOf([
        ["Xe", "Mức"],
        ["đạp", "2.000"],
        ["máy", "5.000"],
      ]),
    ).toEqual([true, false, false]);
    expect(
      headsOf([
        ["Loại xe", "Ghi chú"],
        ["đạp", "như cũ"],
      ]),
    ).toEqual([true, false]);
    expect(
      headsOf([
        ["Xe", "3.000"],
        ["đạp", "2.000"],
        ["máy", "5.000"],
      ]),
    ).toEqual([false, false, false]);
  });

  it("is marked again where the end of a page printed it once more, and rows without a word are gone", () => {
    const name = ["STT", "Loại xe"];
    expect(headsOf([name, ["1", "Xe đạp"], ["", ""], name, ["2", "Xe máy"]])).toEqual([true, false, true, false]);
  });
});

const CELL = fc.constantFrom(
  "",
  "1.",
  "- Xe hai bánh;",
  "a) Bến",
  "5.000",
  "Phí\nvà lệ phí",
  "**đậm**",
  "khoản 2 Điều 1",
  "“",
  "|",
  "5",
);
const TABLE = fc.array(fc.array(CELL, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 4 });
const LINE = fc.constantFrom(
  "1. Mức thu như sau:",
  "a) Tại bến:",
  "Điều 2. Khác",
  "“Nội dung mới",
  "văn bản khác;",
  "PHỤ LỤC II",
);

describe("whatever stands in cells", () => {
  it("spans stay in bounds, in order, apart, in one unit, and no word is lost that would stand there without tables", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(LINE, TABLE), { maxLength: 8 }), (parts) => {
        const { text, tables } = withTables([...decision("Điều 1. Mức thu").split("\n"), ...parts]);
        const document = parseDocument(text, { tables });
        let at = 0;
        for (const table of document.tables ?? []) {
          expect(table.span.start).toBeGreaterThanOrEqual(at);
          at = table.span.start;
          for (const { span } of table.rows.flatMap((row) => row.cells)) {
            expect(span.start).toBeGreaterThanOrEqual(at);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            at = span.end;
          }
          expect(at).toBeLessThanOrEqual(table.span.end);
          at = table.span.end;
          expect(document.provisions.some((p) => table.span.start < p.span.start && p.span.start < at)).toBe(false);
        }
        expect(at).toBeLessThanOrEqual(document.text.length);
        const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, "");
        expect(letters(document.text).length).toBeGreaterThanOrEqual(letters(parseDocument(text).text).length);
      }),
      { numRuns: 200 },
    );
  });
});
