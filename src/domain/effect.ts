import { AMENDMENT_ACTIONS } from "./amendment.ts";
import type { EId } from "./e-id.ts";
import type { LegalDate } from "./legal-date.ts";
import type { Span } from "./span.ts";
import type { StatusName } from "./status.ts";
import type { WorkId } from "./work.ts";

/** commence = begins by its own clause; term = ends by its own clause; register = a succession of the shipped register. */
export const EFFECT_ACTIONS = [...AMENDMENT_ACTIONS, "commence", "term"] as const;
export type EffectAction = (typeof EFFECT_ACTIONS)[number];

/** Words that prove something: where they stand and what they say. */
export interface Quote {
  readonly work: WorkId | null;
  readonly symbol: string | null;
  readonly eId: EId | null;
  /** Verbatim from the normalised text of the document; empty where the fact comes from the register. */
  readonly quote: string;
  readonly span: Span | null;
}

/** A unit in which something applies: `binh phuoc@`, "tỉnh Bình Phước (trước 01/07/2025)". Keys as `resolve/territory` makes them. */
export interface Territory {
  readonly key: string;
  readonly name: string;
}

/** A row of a list somebody imported. */
export interface Listed {
  /** `Danh mục 2025.xlsx` */
  readonly list: string;
  readonly sheet: string;
  readonly row: number;
  /** "Hết hiệu lực toàn bộ; Được thay thế bằng …" as written. */
  readonly words: string;
  /** What the words say, where they are plain. */
  readonly status: StatusName | null;
}

/** Who set an effect by hand, when and why, and what the machine had made of it. */
export interface ByHand {
  readonly kind: "date" | "reject" | "add";
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly why: string;
  /** The machine's own reading; null for an effect the person added. */
  readonly computed: Pick<Effect, "from" | "until" | "applied" | "whyNot"> | null;
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
  /** `text` = read from the document; `register` = from the shipped register; `hand` = added by a person. */
  readonly origin: "text" | "register" | "hand";
  /** "cho đến khi …": the event on which `from`, or the end of a suspension, depends. */
  readonly event?: string | null;
  /** `detailing` = meant are the documents that detail the target, not the target itself. */
  readonly reach?: "detailing";
  /** Only in these units; absent = wherever the target applies. */
  readonly territory?: readonly Territory[];
  /** What a published list says of the whole target; such a statement is shown and never counted. */
  readonly listed?: Listed;
  /** When this effect first came into the index; milliseconds since 1970. Kept over later computations. */
  readonly recordedAt?: number;
  /** Set where a person has dated, rejected or added it. */
  readonly byHand?: ByHand;
}

/** What an effect has that brings no wording, makes no exception and has no end. */
export const PLAIN_EFFECT = {
  until: null,
  phraseFrom: null,
  phraseTo: null,
  content: null,
  after: null,
  exception: null,
} as const;
