import type { DocumentType } from "../domain/document-type.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Span } from "../domain/span.ts";
import type { Level } from "./token.ts";

/** One step of a path: `num` is a number as printed, "này", or null (an annex without number). */
export interface Step {
  readonly level: Level;
  readonly num: string | null;
  readonly isThis: boolean;
}

/** Units from the largest to the smallest: Điều 5 → khoản 2 → điểm a. */
export type Path = readonly Step[];

/** A document as named in one place. */
export interface NamedDocument {
  readonly span: Span;
  readonly type: DocumentType | null;
  /** The type word as written: `Quy chế`, `Nghị định`. */
  readonly word: string;
  readonly symbol: string | null;
  readonly name: string | null;
  readonly issuedOn: LegalDate | null;
  readonly year: number | null;
  readonly issuer: string | null;
  /** "… này" */
  readonly isThis: boolean;
  /** Only the type is written ("ban hành kèm theo Thông tư"): the frame says which. */
  readonly bare: boolean;
  /** Only the ordinal is written ("Nghị định số 742 nêu trên"). */
  readonly ordinal: string | null;
  /** End of date and issuer after the number. */
  readonly tail: number;
}

/** One mention as the grammar reads it, before frames are known. */
export interface Reference {
  readonly span: Span;
  readonly paths: readonly Path[];
  readonly document: NamedDocument | null;
  /** The mention means what is attached to the document (Quy chế ban hành kèm theo …, Quy định này). */
  readonly attached: boolean;
  /** "(Ban hành kèm theo Quyết định …)", "Ban hành kèm theo Quyết định này Quy chế …": the words that promulgate. */
  readonly promulgating: boolean;
  /** Index of the first token of the mention and of the first after it. */
  readonly first: number;
  readonly next: number;
}
