import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { type ListedDocument, readDocumentList } from "../../src/read/spreadsheet.ts";
import { mutate, seeded } from "./mutate.ts";

vi.setConfig({ testTimeout: 120_000 });

type Cell =
  | string
  | number
  | Date
  | null
  | { readonly value: string; readonly rowSpan?: number; readonly columnSpan?: number };

async function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Promise<Uint8Array> {
  const data = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map((row) =>
      row.map((cell) => {
        if (cell === null) return null;
        if (cell instanceof Date) return { value: cell, type: Date, format: "dd/mm/yyyy" };
        return typeof cell === "object" ? cell : { value: cell };
      }),
    ),
  }));
  return (writeExcelFile as (sheets: unknown) => { toBuffer(): Promise<Buffer> })(data).toBuffer();
}

async function records(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
): Promise<readonly ListedDocument[]> {
  const list = await readDocumentList(await workbook(sheets), "danh-muc.xlsx");
  if (!list.ok) throw new Error(list.problem.what);
  return list.records;
}
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const list = await readDocumentList(bytes, "danh-muc.xlsx");
  return list.ok ? "ok" : list.problem.code;
};
const codes = (record: ListedDocument | undefined): string[] => record?.problems.map((p) => p.code) ?? [];

const HEADING = [
  "STT",
  "Số, ký hiệu",
  "Ngày, tháng, năm ban hành",
  "Cơ quan ban hành",
  "Trích yếu nội dung",
  "Tình trạng hiệu lực",
  "Lý do hết hiệu lực",
];

describe("a list of documents", () => {
  it("is found below its title by the words of its heading, whatever row and sheet, and read row by row", async () => {
    const found = await records({
      "Ghi chú": [["Người lập: Phòng Xây dựng"], ["Cập nhật hằng quý"]],
      "Quyết định": [
        ["ỦY BAN NHÂN DÂN TỈNH AN KHÊ"],
        [],
        ["DANH MỤC VĂN BẢN HẾT HIỆU LỰC NĂM 2025"],
        [],
        HEADING,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        [{ value: "I. LĨNH VỰC GIAO THÔNG", columnSpan: 7 }],
        [
          1,
          "14/2019/QĐ-UBND",
          "18/6/2019",
          "UBND tỉnh An Sơn",
          "Ban hành Quy định quản lý, khai thác bến\nkhách ngang sông",
          "Hết hiệu lực toàn bộ",
          "Được thay thế",
        ],
        [
          2,
          "Quyết định số 05 /2012/ QÐ–UBND",
          new Date("2012-03-25T00:00:00Z"),
          "UBND tỉnh An Sơn",
          "Về đò ngang",
          "Còn hiệu lực",
          null,
        ],
        [],
        ["Tổng số: 2 văn bản"],
      ],
      "Nghị quyết": [
        ["Tên văn bản", "Số hiệu"],
        ["Quy định mức hỗ trợ học phí", "03/2025/NQ-HĐND"],
      ],
    });
    expect(found.map(({ problems: _, ...record }) => record)).toEqual([
      {
        row: 8,
        sheet: "Quyết định",
        symbol: "14/2019/QĐ-UBND",
        type: "quyet-dinh",
        issuedOn: "2019-06-18",
        issuer: "UBND tỉnh An Sơn",
        title: "Ban hành Quy định quản lý, khai thác bến khách ngang sông",
        status: "Hết hiệu lực toàn bộ",
        reason: "Được thay thế",
      },
      {
        row: 9,
        sheet: "Quyết định",
        symbol: "05/2012/QĐ-UBND",
        type: "quyet-dinh",
        issuedOn: "2012-03-25",
        issuer: "UBND tỉnh An Sơn",
        title: "Về đò ngang",
        status: "Còn hiệu lực",
        reason: null,
      },
      {
        row: 2,
        sheet: "Nghị quyết",
        symbol: "03/2025/NQ-HĐND",
        type: "nghi-quyet",
        issuedOn: null,
        issuer: null,
        title: "Quy định mức hỗ trợ học phí",
        status: null,
        reason: null,
      },
    ]);
    expect(found.flatMap(codes)).toEqual([]);
  });

  it("may put several things in one column, as the official forms do, and one thing over several rows", async () => {
    const found = await records({
      "Mẫu 02": [
        [
          "STT",
          "Tên loại văn bản; cơ quan ban hành",
          "Số, ký hiệu; ngày, tháng, năm ban hành; tên gọi của văn bản",
          "Lý do hết hiệu lực, tạm ngưng hiệu lực",
          "Ngày hết hiệu lực, tạm ngưng hiệu lực",
        ],
        [
          1,
          { value: "Quyết định; Ủy ban nhân dân tỉnh Khê Giang", rowSpan: 2 },
          "07/2013/QĐ-UBND; ngày 14 tháng 3 năm 2013; Về giá nước sạch",
          "Bị bãi bỏ",
          "01/7/2026",
        ],
        [2, null, "33/2018/QĐ-UBND\n25/9/2018\nVề chợ đêm Bến Nghè", "Hết thời hạn", "01/8/2026"],
      ],
    });
    expect(found.map((r) => [r.symbol, r.type, r.issuer, r.issuedOn, r.title, r.reason])).toEqual([
      [
        "07/2013/QĐ-UBND",
        "quyet-dinh",
        "Ủy ban nhân dân tỉnh Khê Giang",
        "2013-03-14",
        "Về giá nước sạch",
        "Bị bãi bỏ",
      ],
      [
        "33/2018/QĐ-UBND",
        "quyet-dinh",
        "Ủy ban nhân dân tỉnh Khê Giang",
        "2018-09-25",
        "Về chợ đêm Bến Nghè",
        "Hết thời hạn",
      ],
    ]);
  });

  it("may have a heading of two rows", async () => {
    const found = await records({
      A: [
        [
          { value: "TT", rowSpan: 2 },
          { value: "Văn bản", columnSpan: 3 },
          null,
          null,
          { value: "Cơ quan ban hành", rowSpan: 2 },
        ],
        [null, "Loại văn bản", "Số ký hiệu", "Trích yếu", null],
        [1, "Nghị quyết", "12/2020/NQ-HĐND", "Quy định mức hỗ trợ", "HĐND tỉnh An Sơn"],
      ],
    });
    expect(found).toMatchObject([
      {
        row: 3,
        symbol: "12/2020/NQ-HĐND",
        type: "nghi-quyet",
        title: "Quy định mức hỗ trợ",
        issuer: "HĐND tỉnh An Sơn",
      },
    ]);
  });

  it("takes days in every usual dress and says which cells it could not read", async () => {
    const days: readonly Cell[] = [
      "05/01/2024",
      "5.1.2024",
      "ngày 05 tháng 01 năm 2024",
      45296,
      new Date("2024-01-05T00:00:00Z"),
      "31/122024",
      "31/02/2024",
      "chưa rõ",
      null,
    ];
    const found = await records({
      A: [["Số, ký hiệu", "Ngày ban hành"], ...days.map((day, i): Cell[] => [`${i + 1}/2024/QĐ-UBND`, day])],
    });
    expect(found.map((r) => r.issuedOn)).toEqual([...Array(5).fill("2024-01-05"), "2024-12-31", null, null, null]);
    expect(found.slice(6).map(codes)).toEqual([["missing-date"], ["missing-date"], ["missing-date"]]);
    const odd = await records({
      A: [
        ["Số, ký hiệu", "Trích yếu"],
        ["40/2024", "Về cây xanh"],
        [null, "Về chợ"],
        ["09/2018/QĐ-UBND 11/9/2017", "Về bến"],
      ],
    });
    expect(odd.map(codes)).toEqual([["unclear-symbol", "missing-symbol"], ["missing-symbol"], ["year-mismatch"]]);
    expect(odd[2]?.issuedOn).toBe("2017-09-11");
  });

  it("reports dates whose day and month Excel may have exchanged, and leaves them as they are", async () => {
    const american = await records({
      A: [
        ["Số, ký hiệu", "Ngày ban hành"],
        ["42/2018/QĐ-UBND", new Date("2018-09-11T00:00:00Z")],
        ["30/2018/QĐ-UBND", new Date("2018-07-07T00:00:00Z")],
        ["31/2018/QĐ-UBND", "25/11/2018"],
        ["32/2018/QĐ-UBND", "13/02/2018"],
      ],
    });
    expect(american.map(codes)).toEqual([["day-month-swapped"], [], [], []]);
    expect(american[0]?.issuedOn).toBe("2018-09-11");
    expect(american[0]?.problems[0]?.what).toContain("09/11/2018");
    const twice = await records({
      A: [
        ["Số, ký hiệu", "Ngày ban hành"],
        ["78/2017/QĐ-UBND", "08/11/2017"],
        ["79/2017/QĐ-UBND", "08/11/2017"],
      ],
      B: [
        ["Số, ký hiệu", "Ngày ban hành"],
        ["78/2017/QĐ-UBND", "08/11/2017"],
        ["78/2017/QĐ-UBND", "11/8/2017"],
      ],
    });
    expect(twice.map(codes)).toEqual([[], [], ["day-month-swapped"], ["day-month-swapped"]]);
    const honest = await records({
      A: [
        ["Số, ký hiệu", "Ngày ban hành"],
        ["1/2018/QĐ-UBND", new Date("2018-09-11T00:00:00Z")],
        ["2/2018/QĐ-UBND", new Date("2018-09-25T00:00:00Z")],
        ["3/2018/QĐ-UBND", "26/9/2018"],
      ],
    });
    expect(honest.flatMap(codes)).toEqual([]);
  });
});

describe("workbooks that are no list or no workbook", () => {
  it("are refused with a reason", async () => {
    expect(
      await codeOf(
        await workbook({
          A: [
            ["Tên", "Tuổi"],
            ["An", 3],
          ],
        }),
      ),
    ).toBe("no-document-list");
    expect(await codeOf(strToU8("Số, ký hiệu;Ngày ban hành"))).toBe("format-mismatch");
    expect(await codeOf(zipSync({ "a.txt": strToU8("x") }))).toBe("format-mismatch");
    expect(await codeOf((await workbook({ A: [HEADING] })).slice(0, 500))).toBe("broken-zip");
  });

  const changed = async (part: string, change: (xml: string) => string): Promise<Uint8Array> => {
    const files = unzipSync(await workbook({ A: [HEADING, [1, "14/2019/QĐ-UBND", "18/6/2019"]] }));
    files[part] = strToU8(change(strFromU8(files[part] as Uint8Array)));
    return zipSync(files);
  };
  const SHEET = "xl/worksheets/sheet1.xml";

  it("bombs, entities, and cells at the end of the world are refused before they are unfolded", async () => {
    const files = unzipSync(await workbook({ A: [HEADING] }));
    expect(await codeOf(zipSync({ ...files, "xl/media/a.bin": new Uint8Array(64 * 1048576) }))).toBe("zip-bomb");
    expect(
      await codeOf(
        await changed("xl/sharedStrings.xml", (xml) =>
          xml.replace("<sst", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst'),
        ),
      ),
    ).toBe("xml-entities");
    const before = process.memoryUsage.rss();
    for (const place of ["A1048576", "XFD2"]) {
      const far = (xml: string): string =>
        xml.replace("</sheetData>", `<row r="1048576"><c r="${place}"><v>1</v></c></row></sheetData>`);
      expect(await codeOf(await changed(SHEET, far))).toBe("spreadsheet-too-large");
    }
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1048576);
  });

  it("empty cells far out, a false size and monstrous merged ranges do no harm", async () => {
    const bytes = await changed(SHEET, (xml) =>
      xml
        .replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
        .replace(
          "</sheetData>",
          '<row r="1048576"/><row r="900000"><c r="XFD900000"/></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B2:B1048576"/></mergeCells>',
        ),
    );
    // The whole sheet merged into its first cell is no list any more; what counts is that it is answered.
    expect(await codeOf(bytes)).toMatch(/^(?:ok|no-document-list)$/u);
  });

  it("100 mutants are each read or refused by name, never an exception", async () => {
    const original = await workbook({
      A: [HEADING, [1, "14/2019/QĐ-UBND", "18/6/2019", "UBND", "Về bến", "Còn", "x"]],
    });
    const stored = zipSync(unzipSync(original), { level: 0 });
    const random = seeded(11);
    for (let i = 0; i < 50; i++) {
      const list = await readDocumentList(
        mutate(i % 2 ? original : stored, random, ["<c>", "</row>", "\0", "PK"]),
        "danh-muc.xlsx",
      );
      if (!list.ok) expect(list.problem.what).toContain("danh-muc.xlsx");
    }
    for (let i = 0; i < 50; i++) {
      const files = unzipSync(original);
      for (const part of [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"])
        files[part] = mutate(files[part] as Uint8Array, random, ["<c>", "</row>", "<v>9</v>", '"', 'r="ZZ9"', "&#0;"]);
      expect(await codeOf(zipSync(files))).toMatch(
        /^(?:ok|broken-xlsx|no-document-list|format-mismatch|spreadsheet-too-large|xml-entities)$/u,
      );
    }
  });
});
