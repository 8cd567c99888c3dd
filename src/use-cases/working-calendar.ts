import { isLegalDate, type LegalDate } from "../domain/legal-date.ts";
import type { WorkingCalendar } from "../domain/working-days.ts";
import { readReference } from "../resolve/incarnation-units.ts";

let loaded: (WorkingCalendar & { readonly last: LegalDate }) | null = null;

/** Public holidays and swapped Saturdays of `rules/reference/holidays.csv`; `last` = the last day the table knows of. */
export function workingCalendar(): WorkingCalendar & { readonly last: LegalDate } {
  if (loaded !== null) return loaded;
  const [off, worked] = [new Set<LegalDate>(), new Set<LegalDate>()];
  let last = "";
  for (const { day = "", kind } of readReference("holidays.csv")) {
    if (!isLegalDate(day)) throw new Error(`holidays.csv: "${day}" is no day`);
    (kind === "work" ? worked : off).add(day);
    if (day > last) last = day;
  }
  loaded = { off, worked, last: `${last.slice(0, 4)}-12-31` };
  return loaded;
}
