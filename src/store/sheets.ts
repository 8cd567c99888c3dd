import type { Consultation, ReviewSheet, SheetState } from "../domain/review-sheet.ts";
import type { WorkId } from "../domain/work.ts";
import type { Page } from "./stored-findings.ts";

export interface SheetQuery {
  /** Empty or left out: every state. */
  readonly states?: readonly SheetState[];
  /** `""` = sheets of no unit. */
  readonly unit?: string;
  readonly batch?: string;
  readonly after?: string;
  /** At most 200. */
  readonly limit: number;
}

/**
 * Phiếu rà soát and the opinions asked on them. Nothing is deleted. Every change names the version that was seen: false, and
 * nothing stored, when somebody was first.
 */
export interface SheetStore {
  /** False when a sheet of this document is still open, proposed or returned: there is one at a time. */
  open(sheet: ReviewSheet): Promise<boolean>;
  find(id: string): Promise<ReviewSheet | null>;
  /** What is written in the place of version `seen`; the stored version is `seen + 1`. */
  change(sheet: ReviewSheet, seen: number): Promise<boolean>;
  /** Newest first. */
  ofWork(work: WorkId): Promise<readonly ReviewSheet[]>;
  /** The one that is not concluded and not given up. */
  standing(work: WorkId): Promise<ReviewSheet | null>;
  /** The standing sheets of many documents at once. */
  standingOf(works: Iterable<WorkId>): Promise<ReadonlyMap<WorkId, ReviewSheet>>;
  /** Last changed first. */
  list(query: SheetQuery): Promise<Page<ReviewSheet>>;
  counts(): Promise<Readonly<Partial<Record<SheetState, number>>>>;
  ask(consultation: Consultation): Promise<void>;
  consultation(id: string): Promise<Consultation | null>;
  changeConsultation(consultation: Consultation, seen: number): Promise<boolean>;
  /** In the order they were asked. */
  consultationsOf(sheet: string): Promise<readonly Consultation[]>;
  /** Unanswered ones of sheets that are not done, the earliest day first; those without a day last. `unit` = of that unit. */
  waiting(limit: number, unit?: string): Promise<readonly Consultation[]>;
}
