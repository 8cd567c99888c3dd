import type { TrackerCell } from "../domain/handling.ts";
import { type Refused, refuse } from "./refusal.ts";
import type { CellValue, MergedRange, SheetCells } from "./spreadsheet-cells.ts";
import { cellText } from "./spreadsheet-values.ts";
import { findTrackerHeading, type TrackerColumn, type TrackerHeading } from "./tracker-columns.ts";
import { findWrittenSymbols } from "./written-symbols.ts";
import { openWorkbook } from "./open-workbook.ts";
import { SECRECY_MARK } from "../domain/secrecy.ts";

/** A row below the heading. Every row is here, whatever it holds. */
export interface TrackerSheetRow {
  /** As Excel counts, from 1. */
  readonly sheetRow: number;
  /** document = something to be handled · group = a line that names what follows · total · blank · continuation = more of the row above. */
  readonly kind: "document" | "group" | "total" | "blank" | "continuation";
  readonly cells: readonly TrackerCell[];
  /** The same with "nt", "như trên" replaced by what they stand for. */
  readonly meant: readonly TrackerCell[];
  /** The nearest group line above: a field, or the unit that answers. */
  readonly group: string | null;
}

export interface TrackerSheet {
  readonly name: string;
  /** Rows above the data; the whole sheet where it is no table of documents. */
  readonly head: readonly (readonly TrackerCell[])[];
  /** Null: this sheet is kept as it is. */
  readonly columns: readonly (TrackerColumn | null)[] | null;
  readonly labels: readonly string[];
  readonly rows: readonly TrackerSheetRow[];
  readonly merged: readonly MergedRange[];
  /** Numbers of documents in a sheet that could not be read as a table. */
  readonly unreadNumbers: number;
}

export type ReadTracker = { readonly ok: true; readonly sheets: readonly TrackerSheet[] } | Refused;

/**
 * A workbook in which a department follows the handling of documents → its sheets, row by row. Nothing is left out: sheets
 * without a heading, columns nobody understands, group lines and blank rows are kept in their place.
 */
export async function readTracker(bytes: Uint8Array, name: string): Promise<ReadTracker> {
  const opened = await openWorkbook(bytes, name);
  if (!opened.ok) return opened;
  const { sheets } = opened;
  const mark = sheets
    .flatMap((sheet) => sheet.rows.slice(0, SECRECY_WITHIN).flat())
    .find((cell) => SECRECY_MARK.test(cellText(cell)));
  if (mark !== undefined)
    return refuse(
      "state-secret",
      name,
      `có dấu độ mật “${cellText(mark)}”`,
      "Rasoat không phải hệ thống được phép lưu giữ bí mật nhà nước.",
      "Xử lý tệp này theo quy định về bảo vệ bí mật nhà nước; xóa bản sao điện tử khỏi máy này nếu không được phép lưu.",
    );
  const read = sheets.map(sheetOf);
  if (!read.some((sheet) => sheet.columns !== null))
    return refuse(
      "no-tracker",
      name,
      "không tìm thấy bảng theo dõi",
      "Không trang tính nào có dòng tiêu đề với cột văn bản và các cột như “Cơ quan soạn thảo”, “Hình thức xử lý”, “Thẩm định”, “Ghi chú”.",
      "Thêm dòng tiêu đề cột rồi nạp lại.",
    );
  return { ok: true, sheets: read };
}

/** A mark of secrecy stands near the top of a sheet. */
const SECRECY_WITHIN = 10;

function sheetOf(sheet: SheetCells): TrackerSheet {
  const heading = findTrackerHeading(sheet.rows);
  const { name, merged } = sheet;
  if (heading === null)
    return {
      name,
      merged,
      head: sheet.rows.map((row) => row.map(stored)),
      columns: null,
      labels: [],
      rows: [],
      unreadNumbers: sheet.rows.flat().reduce<number>((n, cell) => n + findWrittenSymbols(cellText(cell)).length, 0),
    };
  return {
    name,
    merged,
    head: sheet.rows.slice(0, heading.firstRow).map((row) => row.map(stored)),
    columns: heading.columns,
    labels: heading.labels,
    rows: rowsOf(sheet, heading),
    unreadNumbers: 0,
  };
}

/** Excel's own dates become moments in text, so that they are told from dates typed as text and can be given back. */
export const stored = (cell: CellValue): TrackerCell =>
  cell instanceof Date
    ? Number.isNaN(cell.getTime())
      ? null
      : `${cell.toISOString().slice(0, 10)}T00:00:00Z`
    : typeof cell === "boolean"
      ? cell
        ? "TRUE"
        : "FALSE"
      : cell;

/** What a stored cell was when it was read. */
export const asRead = (cell: TrackerCell | undefined): CellValue =>
  typeof cell === "string" && /^\d{4}-\d{2}-\d{2}T00:00:00Z$/u.test(cell) ? new Date(cell) : (cell ?? null);

function rowsOf({ rows, merged }: SheetCells, { firstRow, columns }: TrackerHeading): readonly TrackerSheetRow[] {
  const found: TrackerSheetRow[] = [];
  const documentAt = columns.indexOf("document");
  let above: readonly TrackerCell[] = [];
  let group: string | null = null;
  for (let at = firstRow; at < rows.length; at++) {
    const row = rows[at] ?? [];
    const kind = kindOf(row, at + 1, columns, merged, documentAt);
    const cells = row.map(stored);
    const meant = kind === "document" ? cells.map((cell, i) => (isDitto(cell) ? (above[i] ?? null) : cell)) : cells;
    if (kind === "group") group = [...new Set(row.map(cellText))].filter((text) => text !== "").join(" ");
    if (kind === "document") above = meant;
    found.push({ sheetRow: at + 1, kind, cells, meant, group: kind === "document" ? group : null });
  }
  return found;
}

/** "nt", "-nt-", "như trên", the ditto mark. */
const isDitto = (cell: TrackerCell): boolean =>
  typeof cell === "string" && /^[\s.(–-]*(?:nt|n\/t|như trên|"|”|″|'')[\s.)–-]*$/iu.test(cell.normalize("NFC"));

const TOTAL = /^(?:tổng số|tổng cộng|tổng|cộng)(?=[ :(]|$)/iu;
const GROUP = /^(?:[IVXL]{1,6}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})?)[.)/ -]+\p{L}/u;

function kindOf(
  row: readonly CellValue[],
  sheetRow: number,
  columns: readonly (TrackerColumn | null)[],
  merged: readonly MergedRange[],
  documentAt: number,
): TrackerSheetRow["kind"] {
  const texts = row.map(cellText);
  const filled = texts.filter((text) => text !== "");
  if (filled.length === 0) return "blank";
  if (TOTAL.test(filled[0] as string) || (filled[1] !== undefined && TOTAL.test(filled[1]))) return "total";
  const distinct = new Set(filled);
  const hasNumber = filled.some((text) => findWrittenSymbols(text).length > 0);
  // "I" in the column of numbers and "LĨNH VỰC …" beside it, or one line across the table
  const isLine =
    distinct.size === 1 || (distinct.size === 2 && /^(?:[IVXL]{1,6}|[A-ZĐ])[.)]?$/u.test(filled[0] as string));
  if (
    !hasNumber &&
    isLine &&
    (distinct.size < columns.filter((c) => c !== null).length || GROUP.test(filled[0] as string))
  )
    return "group";
  const goesOn = merged.some(
    (range) =>
      documentAt + 1 >= range.left && documentAt + 1 <= range.right && sheetRow > range.top && sheetRow <= range.bottom,
  );
  return goesOn && documentAt >= 0 ? "continuation" : "document";
}
