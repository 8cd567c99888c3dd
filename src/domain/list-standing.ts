import type { LegalDate } from "./legal-date.ts";
import type { ImportedList, ReadRow } from "./publication.ts";

type Dates = Pick<ImportedList, "decision" | "from" | "to" | "periodBy" | "rows">;

/** The period as the list or a person says it; what its rows let one guess proves nothing. Null: nobody says it. */
export const saidPeriod = ({
  from,
  to,
  periodBy,
}: Pick<ImportedList, "from" | "to" | "periodBy">): { readonly from: LegalDate; readonly to: LegalDate } | null =>
  (periodBy === "title" || periodBy === "person") && from !== null && to !== null ? { from, to } : null;

/** Neither the list nor a person says when it was published, nor for which period. */
export const isUndated = (list: Dates): boolean =>
  (list.decision?.issuedOn ?? null) === null && saidPeriod(list) === null;

/**
 * How a published list stands to a list whose period begins on `day`. earlier = published before it · own = it tells of that period or
 * a later one, the list being made may be this very one · unclear = nothing says which, so nothing may be left out for its sake.
 */
export type ListStanding = "earlier" | "own" | "unclear";

export function standingBefore(list: Dates, day: LegalDate): ListStanding {
  const published = list.decision?.issuedOn ?? null;
  if (published !== null && published < day) return "earlier";
  const said = saidPeriod(list);
  // the list of a year is signed in January of the next one: its period counts, not its day
  if (said !== null) return said.to < day ? "earlier" : "own";
  return list.rows.some((row) => daysOf(row).some((each) => each >= day)) ? "own" : "unclear";
}

/** Days of one row, the first one first. */
export const daysOf = ({ since, otherDays }: Pick<ReadRow, "since" | "otherDays">): readonly LegalDate[] =>
  [...(since === null ? [] : [since]), ...otherDays].sort();

/** Up to which day a row publishes what befell its document: the last day it names, or the list's own. */
export function rowTellsUntil(list: Dates, row: ReadRow): LegalDate | null {
  const known = [saidPeriod(list)?.to ?? list.decision?.issuedOn, ...daysOf(row)].filter((day) => day != null);
  return known.sort().at(-1) ?? null;
}
