/** A calendar day as `YYYY-MM-DD`. Text order is time order. No clock: a day is always passed in. */
export type LegalDate = string;

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

/** The day, or null when the calendar has none (31/02). */
export function legalDate(year: number, month: number, day: number): LegalDate | null {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

export function isLegalDate(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(value);
  return parts !== null && legalDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) === value;
}

const DAY = 86_400_000;
const at = (date: LegalDate): number => Date.parse(`${date}T00:00:00Z`);

export function addDays(date: LegalDate, days: number): LegalDate {
  return new Date(at(date) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LegalDate, to: LegalDate): number => Math.round((at(to) - at(from)) / DAY);

/** As officials write it: `05/01/2026`. */
export function formatDate(date: LegalDate): string {
  const [y, m, d] = date.split("-");
  return `${d}/${m}/${y}`;
}

const WRITTEN = /^\s*(?:ngày\s*)?(\d{1,2})\s*(?:\/|-|\.|tháng)\s*(\d{1,2})\s*(?:\/|-|\.|năm)\s*(\d{4})\s*$/iu;

/** Reads `20/11/2025`, `ngày 20 tháng 11 năm 2025` or `2025-11-20`. Null when it is no day of the calendar. */
export function parseDate(text: string): LegalDate | null {
  if (isLegalDate(text.trim())) return text.trim();
  const m = WRITTEN.exec(text);
  return m ? legalDate(Number(m[3]), Number(m[2]), Number(m[1])) : null;
}
