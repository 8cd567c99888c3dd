import type { CellValue } from "./spreadsheet-cells.ts";

export type Field = "symbol" | "type" | "issuedOn" | "issuer" | "title" | "status" | "reason";

/** What the columns of a sheet hold; one column may hold several things ("Số, ký hiệu; ngày, tháng, năm ban hành"). */
export interface Columns {
  /** Index of the first row below the heading. */
  readonly firstRow: number;
  readonly fields: ReadonlyMap<number, readonly Field[]>;
}

/** Rows looked at for the heading: above it stand the agency, the title of the list, its period. */
const HEADING_WITHIN = 20;

/** Finds the heading of a list of documents by its words; null where the sheet is no such list. */
export function findColumns(rows: readonly (readonly CellValue[])[]): Columns | null {
  let best: Columns | null = null;
  for (let i = 0; i < Math.min(rows.length, HEADING_WITHIN); i++) {
    const fields = fieldsOfRow(rows[i] ?? []);
    if (!isHeading(fields)) continue;
    // Headings of two rows: "Văn bản" over "Số, ký hiệu" and "Ngày ban hành".
    const below = fieldsOfRow(rows[i + 1] ?? []);
    const both = below.size >= 1 && !hasDigits(rows[i + 1] ?? []) ? merge(fields, below) : fields;
    if (best === null || distinct(both) > distinct(best.fields))
      best = { firstRow: i + (both === fields ? 1 : 2), fields: both };
  }
  if (best === null) return null;
  const numbered = isNumbering(rows[best.firstRow] ?? []);
  return numbered ? { ...best, firstRow: best.firstRow + 1 } : best;
}

/** In the order of asking: what a longer phrase means is not asked again of a shorter one. */
const WORDS: readonly (readonly [Field, RegExp])[] = [
  ["reason", /lý do|nguyên nhân|căn cứ hết hiệu lực/u],
  ["status", /tình trạng|trạng thái|^hiệu lực|còn hết hiệu lực|hiệu lực văn bản/u],
  ["symbol", /ký hiệu|số hiệu|^số văn bản|^số vb|^số kh/u],
  ["issuedOn", /ngày (?:tháng năm )?(?:ban hành|ký|văn bản)|ngày tháng năm|^ngày tháng$|^ngày$|ngày bh/u],
  ["type", /tên loại|loại văn bản|hình thức văn bản|thể loại|^loại(?: vb)?$/u],
  ["issuer", /(?:cơ quan|đơn vị|nơi|chủ thể|cấp) ban hành|^cơ quan$/u],
  ["title", /trích yếu|tên gọi|tên văn bản|tiêu đề|nội dung văn bản|^tên$|^về việc$|^nội dung$/u],
];

/** "Ngày hết hiệu lực" and "Thời điểm có hiệu lực" are days of another kind. */
const NOT_STATUS = /ngày|thời điểm|thời hạn|quy định hết hiệu lực/u;

function fieldsOfRow(row: readonly CellValue[]): Map<number, readonly Field[]> {
  const found = new Map<number, readonly Field[]>();
  row.forEach((cell, column) => {
    if (typeof cell !== "string" || cell.length > 160) return;
    const words = cell
      .normalize("NFC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    const fields = WORDS.filter(
      ([field, shape]) => shape.test(words) && !(field === "status" && NOT_STATUS.test(words)),
    ).map(([field]) => field);
    // "Lý do hết hiệu lực" is a reason only; "tên loại văn bản" no title.
    const only = fields[0] === "reason" || fields[0] === "status" ? fields.slice(0, 1) : fields;
    if (only.length > 0) found.set(column, only);
  });
  return found;
}

function merge(
  above: ReadonlyMap<number, readonly Field[]>,
  below: ReadonlyMap<number, readonly Field[]>,
): Map<number, readonly Field[]> {
  // The lower row says more exactly what its column holds.
  return new Map([...above, ...below]);
}

const distinct = (fields: ReadonlyMap<number, readonly Field[]>): number => new Set([...fields.values()].flat()).size;

function isHeading(fields: ReadonlyMap<number, readonly Field[]>): boolean {
  const all = new Set([...fields.values()].flat());
  return all.size >= 2 && (all.has("symbol") || all.has("title")) && fields.size >= 2;
}

const hasDigits = (row: readonly CellValue[]): boolean =>
  row.some((cell) => typeof cell === "number" || cell instanceof Date || /\d{2}/u.test(String(cell ?? "")));

/** "(1) (2) (3) …" below the heading. */
function isNumbering(row: readonly CellValue[]): boolean {
  const cells = row.filter((cell) => cell !== null && cell !== "");
  return cells.length >= 2 && cells.every((cell, i) => new RegExp(`^\\(?${i + 1}\\)?$`, "u").test(String(cell).trim()));
}
