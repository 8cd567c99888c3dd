import type { NamedWork } from "./citation.ts";
import type { EId } from "./e-id.ts";
import type { LegalDate } from "./legal-date.ts";
import type { Span } from "./span.ts";

/** What an instruction does. One amendment = one action on one target unit. */
export const AMENDMENT_ACTIONS = [
  "amend",
  "insert",
  "repeal",
  "replace-phrase",
  "delete-phrase",
  "replace-document",
  "repeal-document",
  "expire",
  "suspend",
  "resume",
  "extend",
  "correct",
  "unknown",
] as const;
export type AmendmentAction = (typeof AMENDMENT_ACTIONS)[number];

/** An instruction as written. What looks like one and is not understood is `unknown`, with its place. */
export interface Amendment {
  /** Unit that holds the instruction. */
  readonly source: EId;
  readonly span: Span;
  readonly action: AmendmentAction;
  readonly target: NamedWork & { readonly eId: EId | null };
  /** Phrase changes: the old and the new words. */
  readonly from: string | null;
  readonly to: string | null;
  /** The new wording, quotation marks left out; null where none is given. */
  readonly content: Span | null;
  /** Insertions: the unit after which the new one stands, where the text says so. */
  readonly after: EId | null;
  /** The day this instruction itself names; null = the day the amending document takes effect. */
  readonly effectiveOn: LegalDate | null;
  /** "cho đến khi …", "kể từ ngày Luật … có hiệu lực": the day is an event. */
  readonly event: string | null;
  /** Last day of a suspension or an extension. */
  readonly until: LegalDate | null;
  /** "trừ …" as written: part of the target lives on. */
  readonly exception: string | null;
}
