import { addDays, type LegalDate } from "./legal-date.ts";

/** Days that are not worked though they are no Saturday or Sunday, and Saturdays that are worked for them. */
export interface WorkingCalendar {
  readonly off: ReadonlySet<LegalDate>;
  readonly worked: ReadonlySet<LegalDate>;
}

const SUNDAY = 0;
const SATURDAY = 6;

export function isWorkingDay(day: LegalDate, { off, worked }: WorkingCalendar): boolean {
  if (worked.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY && !off.has(day);
}

/** The n-th working day after a day, that day not counted (Điều 147 Bộ luật Dân sự). */
export function addWorkingDays(day: LegalDate, n: number, calendar: WorkingCalendar): LegalDate {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

/** The day itself where it is worked, else the next one that is. */
export function nextWorkingDay(day: LegalDate, calendar: WorkingCalendar): LegalDate {
  let at = day;
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1);
  return at;
}
