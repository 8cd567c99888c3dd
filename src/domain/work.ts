import type { DocumentType } from "./document-type.ts";
import type { LegalDate } from "./legal-date.ts";

/** Stable key of a work: type, symbol, issuer incarnation and date hashed to 16 hex digits. */
export type WorkId = string;

/**
 * A document as an idea (FRBR work): what is cited, amended, in force or not, whether or not its text is in the index.
 * A symbol alone is no identity.
 */
export interface Work {
  readonly id: WorkId;
  readonly symbol: string | null;
  readonly type: DocumentType;
  readonly title: string | null;
  /** As written at its time. */
  readonly issuer: string | null;
  readonly issuedOn: LegalDate | null;
  readonly effectiveOn: LegalDate | null;
  /** Where we know it from: its own text, the register of central documents, a list somebody imported, or only a citation. */
  readonly known: "text" | "register" | "listed" | "cited";
  readonly normative: "yes" | "no" | "unsure";
}

/** How a citation found its work. */
export type Resolution =
  | { readonly kind: "work"; readonly work: WorkId; readonly how: string }
  | { readonly kind: "ambiguous"; readonly candidates: readonly WorkId[]; readonly how: string }
  | {
      readonly kind: "unresolved";
      readonly how: string;
      /** A person has said that these words name no document. */
      readonly dismissed?: true;
    };

/** Which source of knowledge wins over which: higher = better. */
export const TRUST: Readonly<Record<Work["known"], number>> = { cited: 0, listed: 1, register: 2, text: 3 };
