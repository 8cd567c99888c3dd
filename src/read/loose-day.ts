import { type LegalDate, legalDate } from "../domain/legal-date.ts";
import type { CellValue } from "./spreadsheet-cells.ts";
import { cellText } from "./spreadsheet-values.ts";

/** A day as people type it into a table, with its place in the text. */
export interface LooseDay {
  readonly day: LegalDate;
  readonly start: number;
  readonly end: number;
}

/** Digits as they are typed and recognised: the letter O stands for nought. */
const D = "[\\dOo]";
const YEAR = `(?:[12]${D}{3}|${D}{2})`;

/** `15/11/2021`, `15.11.21`, `15 - 11 - 2021`, `15 tháng 11 năm 2021`. */
const PARTED = new RegExp(
  `(?<![\\d/.])(${D}{1,2}) ?(?:[/.\\-–]| tháng ) ?(${D}{1,2}) ?(?:[/.\\-–]| năm ) ?(${YEAR})(?![\\d/])`,
  "gu",
);
/** `31/122025`, `3112/2025`: a stroke was left out. */
const HALF_PARTED =
  /(?<![\d/.])(?:(\d{1,2})[/.-](\d{2})((?:19|20)\d{2})|(\d{2})(\d{2})[/.-]((?:19|20)\d{2}))(?![\d/])/gu;
/** `15112021`, and `1512021` where only one day can be meant. */
const UNPARTED = /(?<![\d/.-])(\d{7,8})(?![\d/-])/gu;
const ISO = /(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/gu;

/** Documents a department follows are not older. */
const FIRST_YEAR = 1945;
const LAST_YEAR = 2100;
/** Two digits of a year up to this one belong to this century. */
const CENTURY_TURNS = 60;

/** Every day written in a text, in order; what is no day of the calendar is passed over. */
export function findLooseDays(text: string): readonly LooseDay[] {
  const found: LooseDay[] = [];
  const take = (shape: RegExp, dayOf: (m: RegExpExecArray) => LegalDate | null): void => {
    for (const m of text.matchAll(shape)) {
      const day = dayOf(m as RegExpExecArray);
      const [start, end] = [m.index, m.index + m[0].length];
      if (day !== null && !found.some((other) => start < other.end && other.start < end))
        found.push({ day, start, end });
    }
  };
  take(PARTED, (m) => dayFrom(m[1], m[2], m[3]));
  take(ISO, (m) => dayFrom(m[3], m[2], m[1]));
  take(HALF_PARTED, (m) => dayFrom(m[1] ?? m[4], m[2] ?? m[5], m[3] ?? m[6]));
  take(UNPARTED, (m) => unparted(m[1] as string));
  return found.sort((a, b) => a.start - b.start);
}

/** The one day of a cell: Excel's own dates and day counts, or the only day its words tell. */
export function looseDay(cell: CellValue): LegalDate | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return cell < 100_000 ? serialDay(cell) : unparted(String(cell));
  const text = cellText(cell);
  if (/^\d{5}$/u.test(text)) return serialDay(Number(text));
  const days = new Set(findLooseDays(text).map((found) => found.day));
  return days.size === 1 ? ([...days][0] as LegalDate) : null;
}

/** Days since 30/12/1899, as Excel counts. */
function serialDay(serial: number): LegalDate | null {
  if (!Number.isFinite(serial) || serial < 10_000 || serial > 80_000) return null;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

const numberOf = (digits: string | undefined): number => Number((digits ?? "").replace(/[Oo]/gu, "0"));

function dayFrom(day: string | undefined, month: string | undefined, year: string | undefined): LegalDate | null {
  const short = numberOf(year);
  const full = short >= 100 ? short : short + (short <= CENTURY_TURNS ? 2000 : 1900);
  if (full < FIRST_YEAR || full > LAST_YEAR) return null;
  return legalDate(full, numberOf(month), numberOf(day));
}

function unparted(digits: string): LegalDate | null {
  const year = digits.slice(-4);
  const rest = digits.slice(0, -4);
  const splits = rest.length === 4 ? [2] : rest.length === 3 ? [1, 2] : [];
  const days = splits.map((at) => dayFrom(rest.slice(0, at), rest.slice(at), year)).filter((day) => day !== null);
  return new Set(days).size === 1 ? (days[0] ?? null) : null;
}
