import { formatDate, type LegalDate, legalDate } from "../domain/legal-date.ts";
import type { Problem } from "../domain/problem.ts";
import { note } from "./refusal.ts";
import type { CellValue } from "./spreadsheet-cells.ts";

export interface DatedRow {
  readonly cell: CellValue;
  readonly day: LegalDate;
  readonly symbol: string | null;
  readonly issuer: string | null;
}

/** The day with its day and month exchanged; null where that is no day or the same. */
export function swapped(day: LegalDate): LegalDate | null {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const other = legalDate(year, date, month);
  return other === day ? null : other;
}

/**
 * Dates whose day and month Excel may have exchanged: typed as 09/11/2018 under American settings, they became
 * 11 September, while 25/11/2018 stayed text. So: real dates whose days are all ≤ 12 beside texts with days > 12; and two
 * rows of one document whose days are each other's exchange. Proposed, never changed.
 */
export function swapProblems(rows: readonly DatedRow[]): ReadonlyMap<number, Problem> {
  const problems = new Map<number, Problem>();
  const real = rows.filter((row) => row.cell instanceof Date || typeof row.cell === "number");
  const texts = rows.filter((row) => typeof row.cell === "string");
  const dayOf = (row: DatedRow): number => Number(row.day.slice(8));
  const telling =
    real.length > 0 &&
    texts.length > 0 &&
    real.every((row) => dayOf(row) <= 12) &&
    texts.filter((row) => dayOf(row) > 12).length * 2 > texts.length;
  const seen = new Map<string, Set<LegalDate>>();
  for (const row of rows) {
    if (row.symbol === null) continue;
    const key = `${row.symbol} ${row.issuer ?? ""}`;
    seen.set(key, (seen.get(key) ?? new Set()).add(row.day));
  }
  rows.forEach((row, i) => {
    const other = swapped(row.day);
    if (other === null) return;
    const twin = row.symbol !== null && seen.get(`${row.symbol} ${row.issuer ?? ""}`)?.has(other) === true;
    if (twin || (telling && real.includes(row))) problems.set(i, proposal(row.day, other, twin));
  });
  return problems;
}

const proposal = (day: LegalDate, other: LegalDate, twin: boolean): Problem =>
  note(
    "day-month-swapped",
    `Ngày ban hành ${formatDate(day)} có thể bị đảo ngày và tháng (đúng ra là ${formatDate(other)}?).`,
    twin
      ? "Một dòng khác của cùng văn bản ghi ngày có ngày và tháng đổi chỗ cho nhau."
      : "Excel đã tự chuyển các ngày có số ngày không quá 12 thành ngày tháng, các ngày khác vẫn là chữ.",
    "Đối chiếu với văn bản gốc rồi sửa ô này.",
  );
