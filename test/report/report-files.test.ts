import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readCells } from "../../src/read/spreadsheet-cells.ts";
import { changeCell, type ReportModel, shareCell, textCell } from "../../src/report/form.ts";
import { fillForm } from "../../src/report/forms/fill-form.ts";
import { formOn } from "../../src/report/forms/form-definition.ts";
import { reportHtml } from "../../src/report/report-html.ts";
import { writeReport } from "../../src/report/write-report.ts";
import { writeXlsx } from "../../src/report/write-xlsx.ts";
import { listed, material, work } from "./forms/listing.ts";

const model: ReportModel = fillForm(
  {
    form: formOn("01", "2026-12-31", null).form,
    period: { from: "2026-01-01", to: "2026-12-31" },
    of: "của tỉnh An Khê",
  },
  material([
    listed(work("11/2022/NQ-HĐND", "2022-07-08", { title: '=HYPERLINK("x";"<b>")' }), "ceased", "2026-02-10", {
      reason: "Một; hai",
    }),
    listed(work("12/2020/QĐ-UBND", "2020-04-24"), "ceased", "1899-12-31"),
  ]),
);

test("a workbook read again is the model: numbers and days typed, texts as they are, one sheet a part", async () => {
  const bytes = await writeXlsx(model);
  const sheets = await readCells(bytes);
  expect(sheets.map((sheet) => sheet.name)).toHaveLength(2);
  const [first, second] = sheets;
  const part = model.parts[0];
  expect(first?.rows.slice(0, 4).map((row) => row[0])).toEqual(["Mẫu số 01", "DANH MỤC", model.title, part?.label]);
  expect(first?.rows[4]).toEqual(part?.columns.map((column) => column.label));
  expect(first?.rows[6]).toEqual([
    1,
    "Nghị quyết của Hội đồng nhân dân tỉnh An Khê",
    "11/2022/NQ-HĐND ngày 08/07/2022",
    '=HYPERLINK("x";"<b>")',
    "Một; hai",
    new Date("2026-02-10T00:00:00Z"),
  ]);
  // spreadsheets cannot say a day before 1900
  expect(second?.rows[6]?.[5]).toBe("31/12/1899");
  const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] as Uint8Array);
  expect(xml).not.toContain("<f>");
  expect(xml).toContain('orientation="landscape"');
  expect(strFromU8(unzipSync(bytes)["xl/workbook.xml"] as Uint8Array)).toContain("!$5:$5</definedName>");
});

test("a row is as high as its longest wrapped text, titles and headings stand over the whole table", async () => {
  const long = "Quy định về quản lý bến khách ngang sông trên địa bàn tỉnh An Khê ".repeat(4).trim();
  const columns = [
    { label: "STT", width: 10, align: "center" },
    { label: "Tên gọi", width: 90, align: "left" },
  ] as const;
  const rows = [
    [{ text: "1", number: 1 }, { text: long }],
    [{ text: "2", number: 2 }, { text: "Ngắn" }],
  ];
  const part = { label: "", columns, groups: [{ label: "I. LĨNH VỰC", rows }], total: null };
  const bytes = await writeXlsx({ ...model, parts: [part], notes: [] });
  const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"] as Uint8Array);
  expect(xml).toContain('<mergeCell ref="A2:B2"/>');
  expect(xml).toMatch(/<row r="6" ht="32">/u);
  expect(xml).toContain('<row r="7">');
  expect((await readCells(bytes))[0]?.rows[6]).toEqual([2, "Ngắn"]);
});

describe("HTML", () => {
  test("prints as the form does, and the number of a document leads to it", () => {
    const html = reportHtml(model);
    for (const words of [
      "@page{size:A4 landscape",
      '<a href="/documents/11/2022/NQ-HĐND">',
      "=HYPERLINK(&quot;x&quot;;&quot;&lt;b&gt;&quot;)",
      '<p class="sum c">Tổng số: 1 văn bản</p>',
      '<col width="28%">',
    ])
      expect(html).toContain(words);
    expect(reportHtml(model, { linkTo: () => null })).not.toContain("<a ");
  });
});

describe("a report of figures", () => {
  const figures: ReportModel = {
    form: "bc-month",
    heading: null,
    kind: "BÁO CÁO",
    title: "Kết quả tháng 11",
    on: "2026-11-30",
    head: null,
    notes: [],
    parts: [
      { label: "", text: ["Mở đầu."], columns: [], groups: [], total: null },
      {
        label: "1. Kết quả",
        columns: [
          { label: "Chỉ tiêu", width: 40, align: "left" },
          { label: "Tăng, giảm", width: 30, align: "right" },
          { label: "Tỷ lệ", width: 30, align: "right" },
        ],
        groups: [{ label: "", rows: [[textCell("Đã xử lý"), changeCell(-3), shareCell(1, 3) ?? textCell("")]] }],
        total: null,
        chart: {
          title: "Theo cơ quan <A>",
          of: "stretches",
          bars: [{ label: "Ủy ban nhân dân tỉnh", now: 4, before: 2 }],
        },
      },
    ],
    paper: {
      above: "Ủy ban nhân dân tỉnh An Khê",
      issuer: "Sở Tư pháp",
      number: "…/BC-STP",
      dateline: "An Khê, ngày … tháng … năm 2026",
      recipients: ["Bộ Tư pháp;", "Lưu: VT."],
      signature: ["GIÁM ĐỐC"],
      signer: "Phạm Thị Cúc",
    },
  };

  test("keeps changes and shares as numbers a spreadsheet computes with; sentences have no sheet of their own", async () => {
    const bytes = await writeXlsx(figures);
    const sheets = await readCells(bytes);
    expect(sheets.map((sheet) => sheet.name)).toEqual(["1. Kết quả"]);
    expect(sheets[0]?.rows.at(-1)).toEqual(["Đã xử lý", -3, 1 / 3]);
    expect(strFromU8(unzipSync(bytes)["xl/styles.xml"] as Uint8Array)).toContain('formatCode="0.0%"');
    expect(writeReport(figures, "csv")).toContain('Đã xử lý,-3,"33,3%"');
  });

  test("prints as a paper: head, title, figures drawn without a style of their own, who signs", () => {
    const html = reportHtml(figures);
    for (const words of [
      '<body class="paper">',
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "ỦY BAN NHÂN DÂN</p>",
      "TỈNH AN KHÊ</p>",
      "Số: …/BC-STP",
      "<h1>BÁO CÁO</h1>",
      'aria-label="Theo cơ quan &lt;A&gt;"',
      "- Bộ Tư pháp;",
      "GIÁM ĐỐC",
      "Phạm Thị Cúc",
    ])
      expect(html).toContain(words);
    expect(html).not.toContain("style=");
    const widths = [...html.matchAll(/width="([\d.]+)" height="3.2"/gu)].map(([, width]) => Number(width));
    expect(widths[0]).toBe(2 * (widths[1] as number));
  });
});

test("CSV guards what a spreadsheet would compute; JSON has words and totals", () => {
  expect(writeReport(model, "csv")).toContain(`"'=HYPERLINK(""x"";""<b>"")"`);
  const json = JSON.parse(writeReport(model, "json"));
  expect(json.parts[0].total).toBe(1);
  expect(json.parts[0].groups[0].rows[0][2]).toBe("11/2022/NQ-HĐND ngày 08/07/2022");
});
