import type { DocumentType } from "./document-type.ts";
import type { LegalDate } from "./legal-date.ts";
import type { WorkId } from "./work.ts";

/** draft = frozen, not signed yet · published · corrected = a later version (đính chính) stands in its place. */
export const PUBLICATION_STATES = ["draft", "published", "corrected"] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/**
 * A list or report as it left the department: frozen with everything it rested on, so that it comes out the same byte for byte
 * later.
 */
export interface Publication {
  readonly id: string;
  /** Id of its first version: all versions of one publication share it. */
  readonly family: string;
  readonly kind: string;
  readonly version: number;
  readonly state: PublicationState;
  readonly from: LegalDate | null;
  /** The day everything in it is true on. */
  readonly on: LegalDate;
  /** The document in the index that published it; null until then. */
  readonly work: WorkId | null;
  /** SHA-256, hex, of `body` as stored. */
  readonly sha256: string;
  readonly at: number;
  readonly by: string;
  /** JSON, kept as it was hashed: parameters, model, known-as-of moment, rule versions, audit head, what a correction changed. */
  readonly body: string;
}

/** What lists of publications show: everything but the record itself, with what it says of itself at its beginning. */
export interface PublicationLine extends Omit<Publication, "body"> {
  readonly title: string;
  readonly rows: number;
}

/** A row of a published list: what later lists look up. */
export interface PublishedRow {
  readonly publication: string;
  readonly ord: number;
  /** `01` … `05` */
  readonly form: string;
  readonly part: string;
  readonly work: WorkId | null;
  readonly since: LegalDate | null;
  readonly body: { readonly cells: readonly string[]; readonly group: string };
}

/** A published list of somebody else that was read in, to be reconciled. */
export interface ListImport {
  readonly id: string;
  readonly sha256: string;
  readonly at: number;
  readonly by: string;
  /** JSON: file, title, form, rows as read with places, rows that could not be read. */
  readonly body: string;
}

/** What a list says befell a document; null where its headings do not say. */
export type ListedFate = "ceased" | "partly-ceased" | "suspended" | "partly-suspended" | "in-force";

/** A row of a published list as read. Nothing is guessed: what was not read is null or empty. */
export interface ReadRow {
  /** As numbered in the list; null = not numbered. */
  readonly no: number | null;
  readonly fate: ListedFate | null;
  /** "A", "B"; empty where the list has no parts. */
  readonly part: string;
  readonly group: string;
  readonly type: DocumentType | null;
  readonly symbol: string | null;
  readonly issuedOn: LegalDate | null;
  readonly issuer: string | null;
  readonly title: string;
  /** Nội dung, quy định hết hiệu lực. */
  readonly content: string;
  readonly reason: string;
  /** Symbol of the document that ended it, where the reason names one. */
  readonly endedBy: string | null;
  readonly since: LegalDate | null;
  /** Further days of the same row: a document may have lost several parts on several days. */
  readonly otherDays: readonly LegalDate[];
  /** "dòng 214", "trang tính Mẫu 01, dòng 7". */
  readonly place: string;
  readonly problems: readonly string[];
}

/** "Tổng số: 27 văn bản" beside what was read up to there. */
export interface ReadTotal {
  readonly label: string;
  readonly said: number;
  readonly rows: number;
  /** A document in several fields is counted once. */
  readonly documents: number;
}

export interface ReadList {
  readonly rows: readonly ReadRow[];
  readonly totals: readonly ReadTotal[];
  /** Lines inside a table of which no row could be made. */
  readonly unread: readonly { readonly place: string; readonly text: string }[];
}

/** Ours and theirs cannot both be right, or one of them lacks what the other has. */
export const LIST_DIFFERENCES = [
  "not-ended",
  "not-suspended",
  "extent",
  "other-day",
  "other-reason",
  "missing",
  "ended-here",
] as const;
export type ListDifference = (typeof LIST_DIFFERENCES)[number];

/** What a person found of one difference. */
export interface ListAnswer {
  /** What the index computes is right, or what the list says. */
  readonly side: "ours" | "theirs";
  readonly reason: string;
  readonly by: string;
  readonly at: number;
  /** Both sides as they were then: another difference is open again. */
  readonly sides: string;
}

/** What is kept of an imported list, as JSON. */
export interface ImportedList extends ReadList {
  readonly file: string;
  /** The document that published it, as far as it or a person says so. */
  readonly decision: { readonly symbol: string | null; readonly issuedOn: LegalDate | null } | null;
  /** First and last day of what it tells; null = not said and not to be seen from its rows. */
  readonly from: LegalDate | null;
  readonly to: LegalDate | null;
  /** Who says the period; its rows only let it be guessed. Left out in lists that an earlier version read: not known. */
  readonly periodBy?: "title" | "rows" | "person";
  /** A person has said by what and when it was published, or for which period. */
  readonly dated?: { readonly by: string; readonly at: number };
  /** By key of the difference. */
  readonly answers: Readonly<Record<string, ListAnswer>>;
}

/** Text that people write into a report: one piece of one report. */
export interface Prose {
  readonly key: string;
  readonly text: string;
  readonly version: number;
  readonly by: string;
  readonly at: number;
}
