import type { EId } from "./e-id.ts";
import type { Span } from "./span.ts";

/**
 * Outermost first: a unit stands under the nearest one of a higher rank. An attachment is what follows the signature: an
 * attached Quy định/Quy chế/Kế hoạch, a Phụ lục.
 */
export const PROVISION_KINDS = [
  "attachment",
  "part",
  "chapter",
  "section",
  "subsection",
  "article",
  "clause",
  "point",
  "indent",
] as const;
export type ProvisionKind = (typeof PROVISION_KINDS)[number];

/** One unit of a document, in text order. `eId` may occur twice when the document itself numbers twice. */
export interface Provision {
  readonly eId: EId;
  readonly kind: ProvisionKind;
  /** The number as printed, without its word: `5a`, `II`, `đ`. Null for unnumbered units (a dash, a lone attachment). */
  readonly num: string | null;
  /** Heading without number; null where the unit has none. */
  readonly heading: string | null;
  /** The whole unit, its number and everything below it included. */
  readonly span: Span;
  /** The unit's own words: from its number to the first unit below it. */
  readonly own: Span;
  /** Nearest enclosing unit, chapters included; null at the top. */
  readonly parent: EId | null;
}
