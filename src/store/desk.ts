import type { ApiToken } from "../domain/api-token.ts";
import type { Assignment, Note, SavedView } from "../domain/desk.ts";
import type { WorkFacet } from "../domain/work-facet.ts";
import type { WorkId } from "../domain/work.ts";

/** What lists of documents are narrowed by. Made by `use-cases/work-facets.ts`. */
export interface FacetStore {
  save(facets: readonly WorkFacet[]): Promise<void>;
  of(works: Iterable<WorkId>): Promise<ReadonlyMap<WorkId, WorkFacet>>;
  all(): Promise<readonly WorkFacet[]>;
  /** Works whose text is here and that have none yet. */
  missing(): Promise<readonly WorkId[]>;
}

/** Lists with names, who deals with what, and notes. Nothing here decides about the law. */
export interface DeskStore {
  /** Of one page, by name. */
  views(page: SavedView["page"]): Promise<readonly SavedView[]>;
  saveView(view: SavedView): Promise<void>;
  dropView(id: string): Promise<void>;
  /** A new assignment; what stood before it is ended in the same moment. */
  assign(assignment: Assignment): Promise<void>;
  /** Ends the standing assignment of a finding; false where there is none. */
  unassign(finding: string, at: number): Promise<boolean>;
  /** Every assignment of one finding, oldest first, ended ones too. */
  assignmentsOf(finding: string): Promise<readonly Assignment[]>;
  /** All standing assignments, without their notes. */
  standing(): Promise<readonly Pick<Assignment, "finding" | "to" | "due">[]>;
  /** Everybody who ever was assigned something, by name. */
  names(): Promise<readonly string[]>;
  /** Standing assignments whose day has passed and whose finding is live and undecided, the oldest day first. */
  overdue(day: string, limit: number): Promise<readonly Assignment[]>;
  addNote(note: Note): Promise<void>;
  removeNote(id: string, at: number): Promise<boolean>;
  /** Notes that stand, or, with `removed`, all, oldest first. */
  notesOf(finding: string, removed?: boolean): Promise<readonly Note[]>;
}

/** Keys of programs to the API. */
export interface TokenStore {
  all(): Promise<readonly ApiToken[]>;
  add(token: ApiToken): Promise<void>;
  /** By the hash of the secret; null for an unknown one. Whether it still holds is for the caller to see. */
  byHash(hash: string): Promise<ApiToken | null>;
  used(id: string, at: number): Promise<void>;
  /** False when it was revoked already or never was. */
  revoke(id: string, at: number): Promise<boolean>;
}
