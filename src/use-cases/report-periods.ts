import { addDays, legalDate, type LegalDate } from "../domain/legal-date.ts";
import { readReference } from "../resolve/incarnation-units.ts";

/** tháng · quý · 6 tháng · năm (Điều 54 NĐ 79/2025) · văn bản của tỉnh, huyện cũ · phần đóng góp vào báo cáo cải cách hành chính. */
export const PERIODIC_KINDS = ["month", "quarter", "half", "year", "campaign", "reform"] as const;
export type PeriodicKind = (typeof PERIODIC_KINDS)[number];

/** How long a report of each kind reaches: the campaign is told by the month, the reform by the quarter. */
const REACH: Readonly<Record<PeriodicKind, "month" | "quarter" | "half" | "year">> = {
  month: "month",
  quarter: "quarter",
  half: "half",
  year: "year",
  campaign: "month",
  reform: "quarter",
};
const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const;

export interface ReportSpan {
  readonly kind: PeriodicKind;
  /** `2026-11`, `2026-Q4`, `2026-H2`, `2026` */
  readonly key: string;
  readonly from: LegalDate;
  readonly to: LegalDate;
  /** When it has to be sent; null = no rule known for that time. */
  readonly due: LegalDate | null;
  /** False: day of data and day of sending are still to be compared with their source. */
  readonly verified: boolean;
}

interface PeriodRule {
  readonly startsOn: number;
  readonly dueAfter: number;
  readonly verified: boolean;
}

/** The row of `rules/reference/report-periods.csv` that holds on a day. */
function ruleOf(reach: string, on: LegalDate): PeriodRule | null {
  const row = readReference("report-periods.csv").find(
    (each) => each.kind === reach && (each.from ?? "") <= on && (!each.to || on < each.to),
  );
  if (!row) return null;
  return { startsOn: Number(row.starts_on), dueAfter: Number(row.due_after), verified: row.verified === "yes" };
}

/** The stretch a key names; null for a key of another kind. */
export function spanOf(kind: PeriodicKind, key: string): ReportSpan | null {
  const reach = REACH[kind];
  const m = SHAPES[reach].exec(key);
  if (!m) return null;
  const year = Number(m[1]);
  const n = Number(m[2] ?? 1);
  const months = MONTHS[reach];
  if (year < 1976 || year > 2200 || n < 1 || n > 12 / months) return null;
  const first = firstOf(year, (n - 1) * months + 1);
  const next = firstOf(year, n * months + 1);
  const rule = ruleOf(reach, addDays(next, -1));
  // a month of data that begins on the 15th begins in the month before
  const back = rule && rule.startsOn > 1 ? rule.startsOn : null;
  const from = back === null ? first : addDays(monthBefore(first), back - 1);
  const to = back === null ? addDays(next, -1) : addDays(monthBefore(next), back - 2);
  return { kind, key, from, to, due: rule && addDays(to, rule.dueAfter), verified: rule?.verified ?? false };
}

const SHAPES = {
  month: /^(\d{4})-(0[1-9]|1[0-2])$/u,
  quarter: /^(\d{4})-Q([1-4])$/u,
  half: /^(\d{4})-H([12])$/u,
  year: /^(\d{4})$/u,
} as const;

/** The first day of a month; month 13 is the next January. */
const firstOf = (year: number, month: number): LegalDate =>
  legalDate(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1) ?? `${year}-01-01`;

const monthBefore = (first: LegalDate): LegalDate => `${addDays(first, -1).slice(0, 7)}-01`;

/** The stretch in which a day lies, and those before it, the latest first. */
export function spansUntil(kind: PeriodicKind, on: LegalDate, count: number): readonly ReportSpan[] {
  const spans: ReportSpan[] = [];
  let at = spanOf(kind, keyOn(kind, addDays(on, 31))) as ReportSpan;
  while (at.from > on) at = previousOf(at);
  for (; spans.length < count; at = previousOf(at)) spans.push(at);
  return spans;
}

/** The stretch just before. */
export const previousOf = ({ kind, key }: ReportSpan): ReportSpan =>
  spanOf(kind, keyBefore(REACH[kind], key)) as ReportSpan;

function keyBefore(reach: (typeof REACH)[PeriodicKind], key: string): string {
  const year = Number(key.slice(0, 4));
  if (reach === "year") return String(year - 1);
  const n = Number(/(\d{1,2})$/u.exec(key)?.[1]);
  const most = 12 / MONTHS[reach];
  return keyOf(reach, n === 1 ? year - 1 : year, n === 1 ? most : n - 1);
}

const keyOf = (reach: (typeof REACH)[PeriodicKind], year: number, n: number): string =>
  reach === "month"
    ? `${year}-${String(n).padStart(2, "0")}`
    : reach === "quarter"
      ? `${year}-Q${n}`
      : reach === "half"
        ? `${year}-H${n}`
        : String(year);

const keyOn = (kind: PeriodicKind, on: LegalDate): string =>
  keyOf(REACH[kind], Number(on.slice(0, 4)), Math.ceil(Number(on.slice(5, 7)) / MONTHS[REACH[kind]]));

/** "tháng 11 năm 2026", "quý IV năm 2026", "6 tháng cuối năm 2026", "năm 2026". */
export function spanName({ kind, key }: ReportSpan): string {
  const year = key.slice(0, 4);
  const n = Number(/(\d{1,2})$/u.exec(key)?.[1]);
  const reach = REACH[kind];
  if (reach === "month") return `tháng ${n} năm ${year}`;
  if (reach === "quarter") return `quý ${["I", "II", "III", "IV"][n - 1]} năm ${year}`;
  return reach === "half" ? `6 tháng ${n === 1 ? "đầu" : "cuối"} năm ${year}` : `năm ${year}`;
}
