import { addDays, formatDate, type LegalDate } from "../../domain/legal-date.ts";
import type { ReportPeriod } from "./listed-work.ts";

/**
 * "năm 2026", "quý IV năm 2026", "tháng 11 năm 2026", "ngày 05/12/2026", "từ ngày 03/11/2026 đến ngày 20/11/2026"; the five years of
 * a systematization are called so.
 */
export function periodWords(period: ReportPeriod): string {
  const { from, to } = period;
  if (from === to) return `ngày ${formatDate(from)}`;
  if (isSystematization(period)) return `trong kỳ hệ thống hóa ${yearOf(from)} - ${yearOf(to)}`;
  const months = wholeMonths(period);
  if (months === null) return `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;
  const { first, count } = months;
  const year = yearOf(from);
  if (count === 1) return `tháng ${first} năm ${year}`;
  if (count === 3 && first % 3 === 1) return `quý ${roman((first + 2) / 3)} năm ${year}`;
  if (count === 6 && first % 6 === 1) return `6 tháng ${first === 1 ? "đầu" : "cuối"} năm ${year}`;
  if (count === 12 && first === 1) return `năm ${year}`;
  if (count % 12 === 0 && first === 1) return `từ năm ${year} đến năm ${yearOf(to)}`;
  return `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;
}

const yearOf = (day: LegalDate): number => Number(day.slice(0, 4));

/** Five years that end with a fourth or a ninth: 2014 - 2018, 2019 - 2023, 2024 - 2028 (Điều 49 NĐ 79/2025/NĐ-CP). */
const isSystematization = ({ from, to }: ReportPeriod): boolean =>
  from.endsWith("-01-01") && to.endsWith("-12-31") && yearOf(to) - yearOf(from) === 4 && yearOf(from) % 5 === 4;

function wholeMonths({ from, to }: ReportPeriod): { readonly first: number; readonly count: number } | null {
  if (from > to || !from.endsWith("-01") || !addDays(to, 1).endsWith("-01")) return null;
  const monthOf = (day: LegalDate): number => yearOf(day) * 12 + Number(day.slice(5, 7));
  return { first: Number(from.slice(5, 7)), count: monthOf(to) - monthOf(from) + 1 };
}

/** "tính đến ngày 31/12/2026"; at the end of a systematization its years are said too. */
export const asOfWords = (period: ReportPeriod): string => {
  const day = `tính đến ngày ${formatDate(period.to)}`;
  return isSystematization(period) ? `${periodWords(period)}, ${day}` : day;
};

const ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

/** 1 … 89: there are 45 subjects. */
export const roman = (n: number): string =>
  `${"X"
    .repeat(Math.floor(n / 10))
    .replace("XXXXX", "L")
    .replace("XXXX", "XL")}${ONES[n % 10]}`;
