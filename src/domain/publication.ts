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

/** Text that people write into a report: one piece of one report. */
export interface Prose {
  readonly key: string;
  readonly text: string;
  readonly version: number;
  readonly by: string;
  readonly at: number;
}
