import { expect, it } from "vitest";
import { readBytes } from "../../src/read/read-file.ts";
import { bestOf } from "../../src/use-cases/read-list-file.ts";
import { line, type PdfItem, pdfFile, text } from "../read/pdf-file.ts";

const EDGES = [40, 75, 190, 330, 470, 560] as const;
const LINE = 14;

/** Cells of several lines, its words from the top. */
const row = (top: number, cells: readonly (readonly string[])[]): PdfItem[] =>
  cells.flatMap((lines, column) =>
    lines.map((words, i) => text((EDGES[column] as number) + 4, top - 12 - i * LINE, words, { size: 10 })),
  );
const across = (y: number): PdfItem => line(EDGES[0], y, EDGES[5], y);
const down = (from: number, to: number): PdfItem[] => EDGES.map((x) => line(x, from, x, to));

/** Printed again on every page, as programs print it; taller than what is looked at for running heads. */
const HEADINGS = [
  ["STT"],
  ["Số, ký hiệu;", "ngày, tháng,", "năm ban hành", "văn bản"],
  ["Tên gọi của", "văn bản"],
  ["Lý do hết", "hiệu lực"],
  ["Ngày hết", "hiệu", "lực"],
];

/** Four pages of a table with one row cut by the end of each page: no line closes its upper half. */
function pages(): PdfItem[][] {
  return [0, 1, 2, 3].map((page) => {
    const top = 790;
    const first = top - 60;
    const whole = first - (page === 0 ? 0 : 32);
    const cut = whole - 46;
    const n = page * 2 + 1;
    const items = [across(top), ...row(top, HEADINGS), across(first)];
    if (page > 0)
      items.push(
        ...row(first, [[], ["02/03/2021"], ["xã Mộc Sơn"], ["của Ủy ban nhân dân tỉnh"], []]),
        across(first - 32),
      );
    items.push(
      ...row(whole, [
        [String(n)],
        [`1${n}/2020/QĐ-UBND`, "ngày 01/02/2020"],
        ["Quy định về bến", "khách ngang sông"],
        ["Hết thời hạn", "đã được quy định"],
        ["31/12/202", "5"],
      ]),
      across(cut),
      ...row(cut, [
        [String(n + 1)],
        [`2${n}/2021/QĐ-UBND`, "ngày"],
        ["Quy định về chợ tại"],
        ["Bị bãi bỏ bởi Quyết định", `số 3${n}/2025/QĐ-UBND`],
        ["15/06/2025"],
      ]),
      ...down(top, page === 3 ? cut - 40 : 60),
    );
    if (page === 3) items.push(across(cut - 40));
    return items;
  });
}

it("a list over several pages is read row by row: heads printed again are left out, rows cut by a page are joined", async () => {
  const read = await readBytes(pdfFile(pages()), "danh-muc.pdf");
  if (!read.ok) throw new Error(read.problem.what);
  expect(read.source.text.match(/STT/gu)).toHaveLength(1);
  const list = bestOf(read.source);
  expect(list.unread).toEqual([]);
  expect(list.rows.map(({ no, symbol, issuedOn, title, since }) => [no, symbol, issuedOn, title, since])).toEqual(
    [1, 3, 5, 7].flatMap((n) => [
      [n, `1${n}/2020/QĐ-UBND`, "2020-02-01", "Quy định về bến khách ngang sông", "2025-12-31"],
      n < 7
        ? [n + 1, `2${n}/2021/QĐ-UBND`, "2021-03-02", "Quy định về chợ tại xã Mộc Sơn", "2025-06-15"]
        : [n + 1, `2${n}/2021/QĐ-UBND`, null, "Quy định về chợ tại", "2025-06-15"],
    ]),
  );
  expect(list.rows[1]?.reason).toBe("Bị bãi bỏ bởi Quyết định số 31/2025/QĐ-UBND của Ủy ban nhân dân tỉnh");
});
