import type { DocumentType } from "../domain/document-type.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Problem } from "../domain/problem.ts";
import { parseSymbol } from "../domain/symbol.ts";
import { note, type Refused, refuse } from "./refusal.ts";
import type { CellValue, SheetCells } from "./spreadsheet-cells.ts";
import { type Columns, type Field, findColumns } from "./spreadsheet-columns.ts";
import { type DatedRow, swapProblems } from "./spreadsheet-dates.ts";
import { cellText, findDay, findSymbol, findType } from "./spreadsheet-values.ts";
import { openWorkbook } from "./open-workbook.ts";

/** What a row of a list says of one document; there is no text of it. */
export interface ListedDocument {
  /** Row as Excel counts it, from 1. */
  readonly row: number;
  readonly sheet: string;
  readonly symbol: string | null;
  readonly type: DocumentType | null;
  readonly issuedOn: LegalDate | null;
  readonly issuer: string | null;
  readonly title: string | null;
  /** As written: "Còn hiệu lực". */
  readonly status: string | null;
  readonly reason: string | null;
  readonly problems: readonly Problem[];
}

export type DocumentList = { readonly ok: true; readonly records: readonly ListedDocument[] } | Refused;

/**
 * An .xlsx list of documents → one record a row, of every sheet that has a heading with words like "Số, ký hiệu" and
 * "Trích yếu". Nothing is guessed: what cannot be read is null with a problem; dates that look exchanged are reported.
 */
export async function readDocumentList(bytes: Uint8Array, name: string): Promise<DocumentList> {
  const opened = await openWorkbook(bytes, name);
  if (!opened.ok) return opened;
  const { sheets } = opened;
  const found = sheets.flatMap((sheet) => {
    const columns = findColumns(sheet.rows);
    return columns === null ? [] : [{ sheet, columns }];
  });
  if (found.length === 0) {
    return refuse(
      "no-document-list",
      name,
      "không tìm thấy bảng danh mục văn bản",
      "Không trang tính nào có dòng tiêu đề với các cột như “Số, ký hiệu”, “Ngày ban hành”, “Trích yếu” trong 20 dòng đầu.",
      "Thêm dòng tiêu đề cột rồi nạp lại.",
    );
  }
  return { ok: true, records: found.flatMap(({ sheet, columns }) => recordsOf(sheet, columns)) };
}

type Draft = Omit<ListedDocument, "problems"> & { readonly dateCell: CellValue; readonly problems: Problem[] };

function recordsOf(sheet: SheetCells, columns: Columns): ListedDocument[] {
  const drafts = sheet.rows.flatMap((row, i) => (i < columns.firstRow ? [] : draftOf(row, i + 1, sheet.name, columns)));
  const dated = drafts.filter((draft) => draft.issuedOn !== null);
  const swaps = swapProblems(
    dated.map(
      ({ dateCell, issuedOn, symbol, issuer }): DatedRow => ({
        cell: dateCell,
        day: issuedOn as LegalDate,
        symbol,
        issuer,
      }),
    ),
  );
  for (const [i, problem] of swaps) dated[i]?.problems.push(problem);
  return drafts.map(({ dateCell: _, ...record }) => record);
}

/** Headings of groups ("I. LĨNH VỰC …"), totals and empty rows give nothing. */
function draftOf(row: readonly CellValue[], number: number, sheet: string, columns: Columns): Draft[] {
  const filled = new Set(row.filter((cell) => cellText(cell) !== "").map(cellText));
  if (filled.size === 0) return [];
  const read = readRow(row, columns);
  const isGroup =
    read.symbol === null &&
    ((filled.size === 1 && columns.fields.size > 2) ||
      read.title === null ||
      GROUP.test(cellText(row.find((cell) => cellText(cell) !== "") ?? null)));
  if (isGroup && read.issuedOn === null) return [];
  const problems: Problem[] = [...read.problems];
  if (read.symbol === null)
    problems.push(
      note(
        "missing-symbol",
        `Dòng ${number} không có số, ký hiệu đọc được.`,
        "Không có số, ký hiệu thì không ghép được với văn bản.",
        "Bổ sung số, ký hiệu.",
      ),
    );
  if (read.issuedOn === null && hasField(columns, "issuedOn"))
    problems.push(
      note(
        "missing-date",
        `Dòng ${number} không có ngày ban hành đọc được.`,
        "Ô trống hoặc không phải ngày của lịch.",
        "Ghi ngày theo dạng 05/01/2024.",
      ),
    );
  const year = read.symbol === null ? null : (parseSymbol(read.symbol)?.year ?? null);
  if (year !== null && read.issuedOn !== null && Number(read.issuedOn.slice(0, 4)) !== year)
    problems.push(
      note(
        "year-mismatch",
        `Dòng ${number}: năm trong số, ký hiệu (${year}) khác năm ban hành (${read.issuedOn.slice(0, 4)}).`,
        "Một trong hai có thể ghi sai.",
        "Đối chiếu với văn bản gốc.",
      ),
    );
  return [{ ...read, row: number, sheet, problems }];
}

const GROUP = /^(?:[IVXL]{1,6}|[A-ZĐ])[.)] |^(?:Tổng số|Tổng cộng|Cộng)(?=[ :(]|$)/u;
const hasField = (columns: Columns, field: Field): boolean =>
  [...columns.fields.values()].some((fields) => fields.includes(field));

type Read = Omit<Draft, "row" | "sheet">;

/** Each column gives what its heading promises; what one column leaves open another may still tell (a date beside a symbol). */
function readRow(row: readonly CellValue[], { fields }: Columns): Read {
  const out: { -readonly [Key in keyof Read]: Read[Key] } = {
    symbol: null,
    type: null,
    issuedOn: null,
    issuer: null,
    title: null,
    status: null,
    reason: null,
    dateCell: null,
    problems: [],
  };
  for (const [column, holds] of fields) {
    const cell = row[column] ?? null;
    let rest = cellText(cell);
    if (rest === "") continue;
    const symbol = holds.includes("symbol") || holds.includes("title") ? findSymbol(rest) : null;
    if (holds.includes("symbol") && symbol !== null) {
      out.symbol ??= symbol.symbol;
      out.type ??= findType(rest)?.type ?? null;
      if (holds.length > 1 || symbol.end < rest.length) rest = rest.slice(symbol.end).trim();
    } else if (holds.includes("symbol") && holds.length === 1 && /\d/u.test(rest))
      out.problems = [
        ...out.problems,
        note(
          "unclear-symbol",
          `Số, ký hiệu “${rest.slice(0, 60)}” chưa đầy đủ.`,
          "Không đủ số, năm và chữ viết tắt.",
          "Ghi đủ, ví dụ 12/2024/QĐ-UBND.",
        ),
      ];
    if (holds.includes("issuedOn") || (holds.includes("symbol") && out.issuedOn === null)) {
      const day = holds.length === 1 && holds[0] === "issuedOn" ? findDay(cell) : findDay(rest);
      if (day !== null && (day.end > 0 || holds.includes("issuedOn"))) {
        out.issuedOn = day.day;
        out.dateCell = holds.length === 1 ? cell : rest;
        rest = rest.slice(day.end).trim();
      }
    }
    if (holds.includes("type")) {
      const type = findType(rest);
      out.type = type?.type ?? out.type;
      rest = type === null ? rest : rest.slice(type.end).trim();
    }
    const words = rest.replace(/^[\s;,:.\-–]+/u, "").replace(/^của /u, "");
    if (words === "") continue;
    if (holds.includes("issuer")) out.issuer ??= words;
    else if (holds.includes("title")) out.title ??= words;
    else if (holds.includes("status")) out.status ??= words;
    else if (holds.includes("reason")) out.reason ??= words;
  }
  out.type ??= out.symbol === null ? null : (parseSymbol(out.symbol)?.type ?? null);
  return out;
}
