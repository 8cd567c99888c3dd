import type { AmendmentAction } from "./amendment.ts";
import type { EId } from "./e-id.ts";
import type { LegalDate } from "./legal-date.ts";
import type { Span } from "./span.ts";
import type { WorkId } from "./work.ts";

/** commence = begins by its own clause; term = ends by its own clause; register = a succession of the shipped register. */
export type EffectAction = AmendmentAction | "commence" | "term";

/** Words that prove something: where they stand and what they say. */
export interface Quote {
  readonly work: WorkId | null;
  readonly symbol: string | null;
  readonly eId: EId | null;
  /** Verbatim from the normalised text of the document; empty where the fact comes from the register. */
  readonly quote: string;
  readonly span: Span | null;
}

/**
 * The primary record: what one clause does to one work or unit, from which day, and whether it could be applied.
 * Statuses and consolidated texts are computed from effects and from nothing else.
 */
export interface Effect {
  readonly id: string;
  readonly action: EffectAction;
  /** Who acts. For commence and term the work itself. */
  readonly source: WorkId;
  readonly sourceEId: EId | null;
  readonly target: WorkId;
  /** null = the whole work. */
  readonly targetEId: EId | null;
  /** First day; null = undetermined (an event, or not stated). */
  readonly from: LegalDate | null;
  /** First day on which it no longer holds (suspensions); null = open. */
  readonly until: LegalDate | null;
  readonly phraseFrom: string | null;
  readonly phraseTo: string | null;
  readonly content: string | null;
  readonly after: EId | null;
  /** "trừ …": something of the target lives on. */
  readonly exception: string | null;
  /** Can it be counted? false with a reason: target ambiguous, day undetermined, unit missing … */
  readonly applied: boolean;
  readonly whyNot: string | null;
  readonly evidence: Quote;
  /** `text` = read from the document; `register` = from the shipped register. */
  readonly origin: "text" | "register";
}
