import type { EId } from "./e-id.ts";
import type { Span } from "./span.ts";
import type { WorkId } from "./work.ts";

/** One unit of a document says in the same words what a unit of another document says. */
export interface Overlap {
  readonly eId: EId;
  /** The unit's words in its document, number and heading left out. */
  readonly span: Span;
  readonly other: WorkId;
  readonly otherEId: EId;
  readonly otherSpan: Span;
  /** The other unit's words, verbatim, cut where they are very long. */
  readonly otherQuote: string;
  /** Runs of four words that both share; of how many. */
  readonly shared: number;
  /** Shared of all, 0…1. */
  readonly similarity: number;
  /** How much of this unit stands in the other, 0…1. */
  readonly ofThis: number;
  readonly ofOther: number;
}

/** Two documents whose titles name one matter, places aside. */
export interface TitleTwin {
  readonly other: WorkId;
  /** Shared words of the two titles of all, 0…1. */
  readonly similarity: number;
}
