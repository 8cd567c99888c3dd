import { type DocumentType, TYPE_NAMES } from "../domain/document-type.ts";
import { type LegalDate, legalDate, parseDate } from "../domain/legal-date.ts";
import { canonicalSymbol, parseSymbol } from "../domain/symbol.ts";
import type { CellValue } from "./spreadsheet-cells.ts";

/** A cell as a person reads it: one line, single spaces; a date as Excel would show it. */
export function cellText(cell: CellValue): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell)
    .normalize("NFC")
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();
}

/** `12/2024/QĐ-UBND`, `72-CT/TW`, `05 /2019/ NQ - HĐND` inside other words. */
const SYMBOL =
  /\d{1,5}(?:\.\d{1,3})?[a-zđ]? ?[/-] ?(?:\d{4} ?\/ ?)?(?:QH\d{1,2}|UBTVQH\d{1,2}|[\p{Lu}Ðđ]{1,8}(?:\d{1,2})?(?: ?[-–&] ?[\p{Lu}Ðđ][\p{L}\d]{0,14}){0,4})(?![\p{L}\p{N}])/u;

export interface FoundSymbol {
  readonly symbol: string;
  /** Where its last letter stands, so that what follows can be read on. */
  readonly end: number;
  readonly start: number;
}

export function findSymbol(text: string): FoundSymbol | null {
  const m = SYMBOL.exec(text);
  if (m === null) return null;
  const symbol = canonicalSymbol(m[0]);
  return parseSymbol(symbol) === null ? null : { symbol, start: m.index, end: m.index + m[0].length };
}

const DATE =
  /(?:ngày )?(?<![\d/])(\d{1,2}) ?(?:[/.-]| tháng ) ?(\d{1,2}) ?(?:[/.-]| năm )? ?((?:19|20)\d{2})(?![\d/])/u;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?=$|[T ])/u;

/** A day in a cell: Excel's own dates and day counts, `05/01/2024`, `5.1.2024`, "ngày 06 tháng 10 năm 2021", `31/122025`. */
export function findDay(
  cell: CellValue,
): { readonly day: LegalDate; readonly start: number; readonly end: number } | null {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime())
      ? null
      : whole(legalDate(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate()));
  if (typeof cell === "number") return whole(daySerial(cell));
  const text = cellText(cell);
  if (/^\d{5}$/u.test(text)) return whole(daySerial(Number(text)));
  const iso = ISO.exec(text);
  if (iso !== null) return whole(legalDate(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const m = DATE.exec(text);
  if (m === null) return whole(parseDate(text));
  const day = legalDate(Number(m[3]), Number(m[2]), Number(m[1]));
  return day === null ? null : { day, start: m.index, end: m.index + m[0].length };
}

const whole = (
  day: LegalDate | null,
): { readonly day: LegalDate; readonly start: number; readonly end: number } | null =>
  day === null ? null : { day, start: 0, end: 0 };

/** Days since 30/12/1899, as Excel counts after its 29/02/1900 that never was; only days documents are issued on. */
function daySerial(serial: number): LegalDate | null {
  if (!Number.isFinite(serial) || serial < 10_000 || serial > 80_000) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** The type a text begins with: "Quyết định; Ủy ban nhân dân tỉnh …". */
export function findType(text: string): { readonly type: DocumentType; readonly end: number } | null {
  const lower = text.toLowerCase();
  for (const [name, type] of TYPE_NAMES) {
    if (lower.startsWith(name.toLowerCase()) && !/^\p{L}/u.test(text.slice(name.length)))
      return { type, end: name.length };
  }
  return null;
}
