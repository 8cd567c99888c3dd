import type { LegalDate } from "./legal-date.ts";
import type { WorkId } from "./work.ts";

/** confirmed = the finding is right · dismissed = it is not, with a reason · later = until a day · opinion = others are asked. */
export const VERDICTS = ["confirmed", "dismissed", "later", "opinion"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a person decided on a finding. Decisions are never overwritten: a later one counts, an undone one stays in the history. */
export interface Decision {
  readonly id: string;
  /** Key of the finding. */
  readonly finding: string;
  readonly verdict: Verdict;
  /** Why; always given where it is dismissed. */
  readonly reason: string | null;
  /** later: the day it comes back. */
  readonly until: LegalDate | null;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly undoneAt: number | null;
}

/**
 * A reason for dismissing that holds for more than one finding: this rule is wrong for this document, this issuer, or
 * everywhere. Findings under it are kept and shown apart, never deleted; it can be lifted.
 */
export interface Suppression {
  readonly id: string;
  readonly rule: string;
  /** Null: of any issuer. Otherwise `issuerKey` of the domain. */
  readonly issuerKey: string | null;
  /** The issuer as a person reads it. */
  readonly issuer: string | null;
  /** Null: of any document. */
  readonly work: WorkId | null;
  /** Null: of any field (lĩnh vực). */
  readonly field: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
  readonly liftedAt: number | null;
}

/** Where a finding stands in the queue. */
export const FINDING_STATES = ["open", ...VERDICTS, "suppressed"] as const;
export type FindingState = (typeof FINDING_STATES)[number];
