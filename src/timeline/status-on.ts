import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusPeriod } from "../domain/status.ts";

/** The period of one work that holds on a day; null when nothing is known of the work. */
export function statusOn(periods: readonly StatusPeriod[], day: LegalDate): StatusPeriod | null {
  return periods.find((p) => (p.from === null || p.from <= day) && (p.to === null || day < p.to)) ?? null;
}
