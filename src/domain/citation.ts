import type { DocumentType } from "./document-type.ts";
import type { EId } from "./e-id.ts";
import type { LegalDate } from "./legal-date.ts";
import type { Span } from "./span.ts";

export type CitationRole =
  | "basis"
  | "reference"
  | "amends"
  | "repeals"
  | "replaces"
  | "expires"
  | "suspends"
  | "consolidates"
  | "title";

/** A document as a text names it: number, or name, or "này". Nothing is looked up elsewhere. */
export interface NamedWork {
  /** Canonical symbol as printed; null where the text gives only a name. */
  readonly symbol: string | null;
  readonly type: DocumentType | null;
  /** For laws, codes, ordinances, the Constitution: `Luật Đất đai`. */
  readonly name: string | null;
  /** The day the text gives the cited document. */
  readonly issuedOn: LegalDate | null;
  /** "năm 2024" where only a year stands. */
  readonly year: number | null;
  /** "của …" as written. */
  readonly issuer: string | null;
  /** True when the document means itself (Quyết định này, Quy định này, khoản 1 Điều này). */
  readonly self: boolean;
}

export interface CitedTarget extends NamedWork {
  /** Units cited; empty = the whole document. In an attached regulation they begin with `att_`. */
  readonly eIds: readonly EId[];
}

/** One mention of a document or of units of one document, as written. */
export interface Citation {
  readonly span: Span;
  readonly text: string;
  readonly role: CitationRole;
  /** relative = no number or name of a document inside the span. */
  readonly kind: "absolute" | "relative";
  /** The unit that cites; null in preamble, title, signature. */
  readonly within: EId | null;
  /** Inside quoted new wording: the frame is the amended document. */
  readonly quoted: boolean;
  readonly targets: readonly CitedTarget[];
}
