import type { LegalDate } from "../domain/legal-date.ts";
import { readReference } from "../resolve/incarnation-units.ts";

/** What happens to a document when something happens to the one it details, or to its issuer's level. */
export type ExpiryEvent =
  | "parent-ceased"
  | "parent-abolished"
  | "parent-partly-ceased"
  | "parent-amended"
  | "district-document";

export type ExpiryOutcome =
  /** It ends as well. */
  | "ceases"
  | "ceases-unless-announced"
  /** Its matching part ends; which part that is, a person must say. */
  | "part-ceases"
  | "part-ceases-unless-announced"
  /** It goes on where it does not contradict. */
  | "review"
  | "to-determine";

/** One row of `rules/reference/expiry-regimes.csv`: what a law says of its time. A further law is a further row. */
export interface ExpiryRegime {
  readonly event: ExpiryEvent;
  readonly outcome: ExpiryOutcome;
  /** As a reason quotes it: `khoản 4 Điều 154 Luật số 80/2015/QH13`. */
  readonly citedAs: string;
  /** Vietnamese: what the law says. */
  readonly text: string;
  readonly from: LegalDate | null;
  readonly to: LegalDate | null;
}

let loaded: readonly ExpiryRegime[] | null = null;

/** The shipped rows, read once a process. */
export function loadExpiryRegimes(): readonly ExpiryRegime[] {
  loaded ??= readReference("expiry-regimes.csv").map((row) => ({
    event: row.event as ExpiryEvent,
    outcome: row.outcome as ExpiryOutcome,
    citedAs: row.cited_as ?? "",
    text: row.text ?? "",
    from: row.from || null,
    to: row.to || null,
  }));
  return loaded;
}

/** The row of the day on which the event happens; null where no law of that day speaks of it. */
export function regimeOn(regimes: readonly ExpiryRegime[], event: ExpiryEvent, day: LegalDate): ExpiryRegime | null {
  const holds = (r: ExpiryRegime): boolean => (r.from === null || r.from <= day) && (r.to === null || day < r.to);
  return regimes.find((r) => r.event === event && holds(r)) ?? null;
}
