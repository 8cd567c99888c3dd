import { DOCUMENT_TYPES, type DocumentType } from "./document-type.ts";
import type { Facts } from "./facts.ts";
import { isLegalDate } from "./legal-date.ts";
import type { DocumentMeta, LegalDocument, Stated } from "./legal-document.ts";
import type { WorkId } from "./work.ts";

/** What a person may mend of what the machine read, in the order a form shows it. */
export const MENDABLE_FIELDS = [
  "symbol",
  "type",
  "issuer",
  "issuedOn",
  "effectiveOn",
  "title",
  "normative",
  "fields",
] as const;
export type MendableField = (typeof MENDABLE_FIELDS)[number];

/** A value a person has set by hand. It wins over every reading of the machine, now and later. */
export interface MetadataOverride {
  readonly work: WorkId;
  readonly field: MendableField;
  /** As stored: a symbol, a name, `YYYY-MM-DD`, a kind of document, `yes`, `no` or `unsure`, subjects (`11,21`). */
  readonly value: string;
  /** The work this document was, by the machine's reading: a corrected file that is read so again finds its way here. */
  readonly readAs: WorkId;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What the machine read, where a person has mended it. */
export interface AsRead {
  readonly meta: DocumentMeta;
  readonly commencement: Facts["commencement"];
  readonly normative: Facts["normative"];
}

/** The document as mended. Words and offsets stay; only what is said *about* the document changes. */
export function withOverrides<D extends LegalDocument, F extends Facts>(
  document: D,
  facts: F,
  overrides: readonly Pick<MetadataOverride, "field" | "value">[],
): { readonly document: D; readonly facts: F } {
  let meta: DocumentMeta = document.meta;
  let { commencement, normative } = facts;
  for (const { field, value } of overrides) {
    // where a document is filed is said beside it, not in it
    if (field === "fields") continue;
    if (field === "effectiveOn") {
      if (isLegalDate(value)) commencement = { ...commencement, effectiveOn: value, how: "fixed", days: null };
    } else if (field === "normative") {
      if (value === "yes" || value === "no" || value === "unsure")
        normative = { value, why: ["Người dùng đã xác định.", ...normative.why] };
    } else if (field === "type") {
      if (isDocumentType(value)) meta = { ...meta, type: stated(meta.type, value) };
    } else if (field !== "issuedOn" || isLegalDate(value)) meta = { ...meta, [field]: stated(meta[field], value) };
  }
  return { document: { ...document, meta }, facts: { ...facts, commencement, normative } };
}

/** A person is certain; the words the machine saw stay as the place to look at. */
const stated = <T>(read: Stated<T> | null, value: T): Stated<T> => ({ value, span: read?.span ?? null, confidence: 1 });

export const isDocumentType = (value: string): value is DocumentType => Object.hasOwn(DOCUMENT_TYPES, value);
