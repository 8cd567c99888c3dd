import { isLegalDate, type LegalDate } from "../domain/legal-date.ts";
import { readReference } from "../resolve/incarnation-units.ts";

/** A row of `rules/reference/review-deadlines.csv` that holds on a day. */
export interface ReviewDeadline {
  readonly what: string;
  /** The day itself; of one that comes again, its first. */
  readonly day: LegalDate;
  /** Years until it comes again; null = once. */
  readonly every: number | null;
  readonly source: string;
  /** False: the day is still to be compared with the signed text. */
  readonly verified: boolean;
}

let loaded: readonly (ReviewDeadline & { readonly from: string; readonly to: string })[] | null = null;

/** The deadline of that name on a day; null when no law of that day sets one. Throws where a row names no day. */
export function reviewDeadline(what: string, on: LegalDate): ReviewDeadline | null {
  loaded ??= readReference("review-deadlines.csv").map((row) => {
    if (!isLegalDate(row.day ?? "")) throw new Error(`review-deadlines.csv: "${row.day}" is no day`);
    return {
      what: row.what ?? "",
      day: row.day ?? "",
      every: row.every ? Number(row.every) : null,
      source: row.source ?? "",
      verified: row.verified === "yes",
      from: row.from ?? "",
      to: row.to ?? "",
    };
  });
  return loaded.find((row) => row.what === what && row.from <= on && (row.to === "" || on < row.to)) ?? null;
}

/** When it comes next, on the day itself counted; of one that comes once, its day, passed or not. */
export function nextTime({ day, every }: ReviewDeadline, on: LegalDate): LegalDate {
  let next = day;
  while (every !== null && next < on) next = yearsLater(next, every);
  return next;
}

/** When one that comes again came last before a day; null where it has not yet. */
export function lastTime(deadline: ReviewDeadline, on: LegalDate): LegalDate | null {
  if (deadline.every === null) return null;
  const last = yearsLater(nextTime(deadline, on), -deadline.every);
  return last < deadline.day ? null : last;
}

const yearsLater = (day: LegalDate, years: number): LegalDate => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/**
 * The period of systematization that goes on on a day: its first day and its cut-off, 31/12 of the fifth year (Điều 49(1)
 * NĐ 79/2025). Null where no law of the day sets one.
 */
export function reviewPeriod(on: LegalDate): { readonly from: LegalDate; readonly cutOff: LegalDate } | null {
  const deadline = reviewDeadline("systematisation-lists", on);
  if (deadline === null) return null;
  const published = Number(nextTime(deadline, on).slice(0, 4));
  return { from: `${published - (deadline.every ?? 1)}-01-01`, cutOff: `${published - 1}-12-31` };
}

/** The day by which documents of former provinces and districts have to be handled; null where no law of the day sets one. */
export const campaignDay = (on: LegalDate): LegalDate | null =>
  reviewDeadline("former-province-documents", on)?.day ?? null;
