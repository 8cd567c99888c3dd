import type { ListImport, Prose, Publication, PublicationLine, PublishedRow } from "../domain/publication.ts";
import type { WorkId } from "../domain/work.ts";

/** A row of a list that stands published, with the list it stands in. */
export interface PublishedPlace {
  readonly row: PublishedRow;
  readonly publication: PublicationLine;
}

/** A row of a list that stands published, without its words. */
export interface StandingRow extends Pick<PublicationLine, "family" | "on">, Pick<PublishedRow, "form"> {
  readonly work: WorkId;
}

/** What left the department as it was, what others published, and the words people write into reports. */
export interface PublicationStore {
  /** A frozen version with its rows. Nothing of it is ever changed but its state and the document that published it. */
  add(publication: Publication, rows: readonly PublishedRow[]): Promise<void>;
  find(id: string): Promise<Publication | null>;
  /** All versions of one family, the first one first. */
  versions(family: string): Promise<readonly PublicationLine[]>;
  /** The newest first, without bodies; at most 500. */
  list(query: {
    readonly kind?: string;
    readonly state?: Publication["state"];
    readonly limit: number;
  }): Promise<readonly PublicationLine[]>;
  /** False where it no longer is in the state `from`: somebody was first. */
  move(
    id: string,
    from: Publication["state"],
    to: { readonly state: Publication["state"]; readonly work?: WorkId },
  ): Promise<boolean>;
  rows(publication: string): Promise<readonly PublishedRow[]>;
  /** Rows about these works in lists that stand published; of one family only the version that stands. The latest day first. */
  placesOf(works: Iterable<WorkId>): Promise<readonly PublishedPlace[]>;
  /** Every row about a work in lists that stand published. */
  standing(): Promise<readonly StandingRow[]>;
  /** Lists this document published. */
  publishedBy(work: WorkId): Promise<readonly PublicationLine[]>;
}

/** Published lists of others that were read in. */
export interface ListImportStore {
  add(list: ListImport): Promise<void>;
  find(id: string): Promise<ListImport | null>;
  /** The same file read in before; null where it was not. */
  bySha256(sha256: string): Promise<ListImport | null>;
  /** The newest first; at most 500. */
  all(limit: number): Promise<readonly ListImport[]>;
  /** Puts `body` in the place of `was`; false where somebody else has changed it since `was` was read. */
  change(id: string, was: string, body: string): Promise<boolean>;
}

export interface ProseStore {
  /** The pieces that were written, by key. */
  of(keys: readonly string[]): Promise<ReadonlyMap<string, Prose>>;
  /** `version` = the one the writer saw, 0 for none; false where another has been written since. */
  write(piece: Omit<Prose, "version">, version: number): Promise<boolean>;
}
