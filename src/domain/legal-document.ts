import type { DocumentType } from "./document-type.ts";
import type { EId } from "./e-id.ts";
import type { LegalDate } from "./legal-date.ts";
import type { Problem } from "./problem.ts";
import type { Provision } from "./provision.ts";
import type { OffsetMap, Span } from "./span.ts";
import type { TextTable } from "./text-table.ts";

/** A value the text states, with the words it was read from. `confidence` 0…1. */
export interface Stated<T> {
  readonly value: T;
  readonly span: Span | null;
  readonly confidence: number;
}

/** What a document says of itself in its head and foot. Null = not stated or not understood. */
export interface DocumentMeta {
  readonly symbol: Stated<string> | null;
  readonly type: Stated<DocumentType> | null;
  /** Spelled out: `Ủy ban nhân dân tỉnh Quảng Ninh`, `Bộ Tài chính`. */
  readonly issuer: Stated<string> | null;
  readonly place: Stated<string> | null;
  /** Date of promulgation (signing); for laws the day of adoption printed in the head. */
  readonly issuedOn: Stated<LegalDate> | null;
  /** For resolutions: the day the council adopted it, where the foot says so. */
  readonly adoptedOn: Stated<LegalDate> | null;
  readonly title: Stated<string> | null;
  readonly signer: Stated<string> | null;
  /** In whose name and in what office the signer signs, as printed: `TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH; PHÓ CHỦ TỊCH`. */
  readonly signerOffice?: Stated<string> | null;
  /** A mark MẬT, TỐI MẬT, TUYỆT MẬT: such a file is refused at the door. */
  readonly secrecy: Stated<string> | null;
}

/** One line of the preamble ("Căn cứ …;", "Theo đề nghị …;", "Xét …;"). */
export interface BasisLine {
  readonly kind: "basis" | "proposal";
  readonly span: Span;
}

/** A text attached after the signature. */
export interface Attachment {
  /** `att_1`, `att_2` … in order of appearance. */
  readonly eId: EId;
  /** `quy-dinh`, `quy-che`, `ke-hoach`, `phu-luc`, `danh-muc`, `bieu-mau`, `khac`. */
  readonly kind: string;
  /** The annex's own number: `II`, `01`; null where it has none. */
  readonly num: string | null;
  readonly title: string | null;
  readonly span: Span;
}

/**
 * A document as parsed. `text` is the normalised text: NFC, soft line breaks joined into one space, Markdown marks,
 * running heads and portal dirt gone; hard breaks are `\n`. Every span of the document, its facts and its evidence is an
 * offset into `text`; `offsets` leads back to the text as given.
 */
export interface LegalDocument {
  readonly text: string;
  readonly offsets: OffsetMap;
  readonly meta: DocumentMeta;
  /** From the first căn cứ line to the enacting words; null when there is none. */
  readonly preamble: Span | null;
  readonly basis: readonly BasisLine[];
  /** The sentence that enacts ("Ủy ban nhân dân ban hành Quyết định …"), or QUYẾT ĐỊNH:. */
  readonly enacting: Span | null;
  /** From the first unit to the signature. */
  readonly body: Span;
  /** Nơi nhận and signature block. */
  readonly signature: Span | null;
  readonly attachments: readonly Attachment[];
  /** The document's own units in text order; units inside quoted new text are not among them. */
  readonly provisions: readonly Provision[];
  /** New or old wording set between quotation marks after "như sau:" and the like: another document speaks there. */
  readonly quotes: readonly Span[];
  /** Tables of the law in text order, each within the own words of one unit. Absent where there are none, and in documents read before tables were. */
  readonly tables?: readonly TextTable[];
  readonly problems: readonly Problem[];
}

/** The smallest unit of the document that holds an offset; null outside all units. */
export function provisionAt(document: LegalDocument, offset: number): Provision | null {
  let found: Provision | null = null;
  for (const p of document.provisions) {
    if (p.span.start > offset) break;
    if (offset < p.span.end && (found === null || p.span.end - p.span.start <= found.span.end - found.span.start))
      found = p;
  }
  return found;
}
