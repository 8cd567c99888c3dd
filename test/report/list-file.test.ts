import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readCells } from "../../src/read/spreadsheet-cells.ts";
import { type ListFile, type ListFormat, listFile } from "../../src/report/list-file.ts";

const list: ListFile = {
  title: "Danh sách",
  head: ["Bộ lọc: không", "Số văn bản: 3"],
  columns: [
    { label: "STT", kind: "number", width: 6 },
    { label: "Tên", kind: "text", width: 30 },
    { label: "Ngày", kind: "day", width: 12 },
  ],
  rows: [
    [1, '=HYPERLINK("x";"y")', "2025-08-31"],
    [2, 'có <thẻ> & "ngoặc"\u0001, phẩy', null],
    [3, "+84+1", "1899-12-31"],
  ],
};

async function bytesOf(format: ListFormat, of: ListFile = list): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of listFile(of, format)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

test("CSV begins with the byte order mark; nothing in it is a formula; days are dd/mm/yyyy", async () => {
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(await bytesOf("csv"))).toBe(
    [
      "\ufeffDanh sách",
      "Bộ lọc: không",
      "Số văn bản: 3",
      "STT,Tên,Ngày",
      `1,"'=HYPERLINK(""x"";""y"")",31/08/2025`,
      '2,"có <thẻ> & ""ngoặc""\u0001, phẩy",',
      "3,'+84+1,31/12/1899",
      "",
    ].join("\r\n"),
  );
});

test("a workbook holds numbers as numbers, days as days, texts as texts whatever they begin with", async () => {
  const bytes = await bytesOf("xlsx");
  const [sheet] = await readCells(bytes);
  expect(sheet?.rows.slice(3)).toEqual([
    ["STT", "Tên", "Ngày"],
    [1, '=HYPERLINK("x";"y")', new Date("2025-08-31T00:00:00Z")],
    [2, 'có <thẻ> & "ngoặc", phẩy', null],
    [3, "+84+1", "31/12/1899"],
  ]);
  const xml = new TextDecoder().decode(unzipSync(bytes)["xl/worksheets/sheet1.xml"]);
  expect(xml).not.toContain("<f>");
  expect(xml).toContain('<autoFilter ref="A4:C7"/>');
  expect(Buffer.from(bytes).equals(Buffer.from(await bytesOf("xlsx")))).toBe(true);
});

test("others get their turn while a long list is made", async () => {
  let turns = 0;
  const rows = Array.from({ length: 3000 }, (_, n) => [n, "Quy định", "2025-01-01"]);
  const ticking = setInterval(() => turns++, 0);
  await bytesOf("csv", { ...list, rows });
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(1);
});
