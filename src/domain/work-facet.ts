import type { IssuerLevel } from "./issuer.ts";
import type { WorkId } from "./work.ts";

/** What lists are narrowed and grouped by, computed once for each document whose text is here and kept beside it. */
export interface WorkFacet {
  readonly work: WorkId;
  /** Where in the state its issuer stands. */
  readonly level: IssuerLevel;
  /** The issuing body between two reorganisations (`ubnd:an khe@2025-07-01`); the folded name where the tables know none; null = no issuer read. */
  readonly body: string | null;
  /** The body as an official reads it: `Ủy ban nhân dân tỉnh An Khê (trước 01/07/2025)`. */
  readonly bodyName: string | null;
  /** Subjects of the Bộ Pháp điển, `1` … `45`, the main one first; empty = not clear enough. A list names the document in each. */
  readonly fields: readonly string[];
  /** Keys of the units it applies in; empty = not known. */
  readonly territory: readonly string[];
  /** Those units as an official reads them, in the same order. */
  readonly territoryNames: readonly string[];
}
