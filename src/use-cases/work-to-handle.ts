import type { Handling } from "../domain/handling.ts";
import type { HandlingForm } from "../domain/handling-form.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { ReviewSheet, SheetState } from "../domain/review-sheet.ts";
import type { StatusPeriod } from "../domain/status.ts";
import { dayAt } from "../domain/vietnam-time.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** What acts on a document in force; a new one, or the announcement of an end, is still due when it has ended. */
const NEEDS_FORCE: ReadonlySet<HandlingForm> = new Set(["abolish", "abolish-part", "replace", "amend", "suspend"]);

/** The day on which a document ended that can then no longer be handled so; null = it can be. */
export const mootSince = (
  form: HandlingForm | null,
  period: Pick<StatusPeriod, "status" | "since"> | undefined,
): LegalDate | null => (form !== null && NEEDS_FORCE.has(form) && period?.status === "ceased" ? period.since : null);

/**
 * The day a handling was settled: its result's own day, the month somebody noted, else the day it was said. Null while it stands
 * open.
 */
export function settledDay(handling: Handling, results: ReadonlyMap<WorkId, Work>): LegalDate | null {
  const { state, result, body, updatedAt } = handling;
  if (state === "open" || state === "cancelled" || state === "contradicted") return null;
  const issued = result === null ? null : (results.get(result)?.issuedOn ?? null);
  return issued ?? body.steps.issued?.day ?? (body.doneMonth === null ? dayAt(updatedAt) : `${body.doneMonth}-01`);
}

/** Decided by that day, and to be carried out. */
export const isDecided = ({ at, state, body }: Handling, on: LegalDate): boolean =>
  state !== "cancelled" && body.form !== "none" && dayAt(at) <= on;

/**
 * Conclusions by that day which nobody follows in the tracker: no handling carries the sheet out, and none of the same document
 * was made after it. The last conclusion about a document is the one that counts.
 */
export function unfollowed(
  concluded: readonly ReviewSheet[],
  handlings: readonly Handling[],
  on: LegalDate,
): readonly ReviewSheet[] {
  const carried = new Set(handlings.map(({ body }) => body.sheet));
  const lastOf = new Map<WorkId | null, number>();
  for (const { work, at } of handlings) lastOf.set(work, Math.max(lastOf.get(work) ?? 0, at));
  return lastConclusions(concluded, on).filter(
    ({ id, work, body }) =>
      body.form !== "none" && !carried.has(id) && (lastOf.get(work) ?? 0) < (body.concludedBy?.at ?? 0),
  );
}

/** One conclusion a document: the last one by that day. */
export function lastConclusions(concluded: readonly ReviewSheet[], on: LegalDate): readonly ReviewSheet[] {
  const at = ({ body }: ReviewSheet): number => body.concludedBy?.at ?? 0;
  const byThen = concluded.filter(({ body }) => body.concludedBy !== null && dayAt(body.concludedBy.at) <= on);
  return [...new Map(byThen.sort((a, b) => at(a) - at(b)).map((sheet) => [sheet.work, sheet])).values()];
}

/** Read a page at a time, which is all the store gives. */
export async function sheetsIn(store: Store, states: readonly SheetState[]): Promise<readonly ReviewSheet[]> {
  const found: ReviewSheet[] = [];
  let after: string | undefined;
  do {
    const page = await store.sheets.list({ states, after, limit: 200 });
    found.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return found;
}
