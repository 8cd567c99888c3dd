import type { Amendment } from "../domain/amendment.ts";
import type { Citation, CitedTarget } from "../domain/citation.ts";
import type { EId } from "../domain/e-id.ts";
import type { Quote } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Resolution, Work, WorkId } from "../domain/work.ts";

/** A cited unit that had been repealed when it was cited. */
export interface GoneUnit {
  readonly eId: EId;
  /** The work whose clause repealed it. */
  readonly by: WorkId;
  readonly since: LegalDate;
}

/** A target as written with the work it was found to be. */
export interface ResolvedTarget extends CitedTarget {
  readonly resolution: Resolution;
  /** Cited units that the target, whose text is in the index, did not have on the day it was cited, nor before. */
  readonly missing: readonly EId[];
  /** Cited units that it had once had: repealed before that day. Absent = none. */
  readonly gone?: readonly GoneUnit[];
}

export interface ResolvedCitation extends Omit<Citation, "targets"> {
  readonly targets: readonly ResolvedTarget[];
}

export interface ResolvedAmendment extends Amendment {
  readonly resolution: Resolution;
}

/** `child` details, implements or guides `parent` (Luật 64/2025/QH15 Điều 57(2) and its predecessors). */
export interface Detailing {
  readonly child: WorkId;
  readonly parent: WorkId;
  /** Units of the parent it details; empty = the parent as a whole. */
  readonly parentEIds: readonly EId[];
  readonly evidence: Quote;
}

/** What the facts of one document become once its targets are looked up, at the day the document was issued. */
export interface ResolvedFacts {
  readonly citations: readonly ResolvedCitation[];
  readonly amendments: readonly ResolvedAmendment[];
  readonly detailing: readonly Detailing[];
  /** Works nobody had registered, known now only because this document names them by number. */
  readonly cited: readonly Work[];
}
