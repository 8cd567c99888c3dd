import { formatDate } from "../../domain/legal-date.ts";
import type { ReportPeriod } from "./listed-work.ts";

/** "năm 2026", "kỳ 2024 - 2028", "từ ngày 01/11/2026 đến ngày 30/11/2026". */
export function periodWords({ from, to }: ReportPeriod): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  if (!from.endsWith("-01-01") || !to.endsWith("-12-31"))
    return `từ ngày ${formatDate(from)} đến ngày ${formatDate(to)}`;
  return first === last ? `năm ${first}` : `kỳ ${first} - ${last}`;
}

/** "tính đến ngày 31/12/2028" */
export const asOfWords = ({ to }: ReportPeriod): string => `tính đến ngày ${formatDate(to)}`;

const ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

/** 1 … 89: there are 45 subjects. */
export const roman = (n: number): string =>
  `${"X"
    .repeat(Math.floor(n / 10))
    .replace("XXXXX", "L")
    .replace("XXXX", "XL")}${ONES[n % 10]}`;
