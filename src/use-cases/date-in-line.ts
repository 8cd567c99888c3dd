import { type LegalDate, parseDate } from "../domain/legal-date.ts";

const DATES = [
  /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)/u,
  /(?<!\d)(\d{1,2}) tháng (\d{1,2}) năm (\d{4})(?!\d)/iu,
] as const;

/** The first day written in a line, in figures or in words; null where there is none. */
export function dateInLine(line: string): LegalDate | null {
  for (const shape of DATES) {
    const [, day, month, year] = shape.exec(line) ?? [];
    const date = day === undefined ? null : parseDate(`${day}/${month}/${year}`);
    if (date !== null) return date;
  }
  return null;
}
