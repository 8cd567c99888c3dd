import type { Handling, TrackerImport, TrackerRow, TrackerRowState } from "../domain/handling.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";

/** Handlings and the trackers that were read in. A department follows some hundreds at a time, so lists are read whole. */
export interface HandlingStore {
  add(handlings: readonly Handling[]): Promise<void>;
  find(id: string): Promise<Handling | null>;
  /** Every handling, the earliest made first. */
  all(): Promise<readonly Handling[]>;
  /** Changes with every handling that is made or changed: what was counted before is then counted anew. */
  pulse(): Promise<string>;
  ofWorks(works: Iterable<WorkId>): Promise<readonly Handling[]>;
  /** Those said to have been settled by one of these documents. */
  ofResults(results: Iterable<WorkId>): Promise<readonly Handling[]>;
  ofImport(importId: string): Promise<readonly Handling[]>;
  /** Open ones whose day has passed, the longest overdue first. */
  overdue(day: LegalDate, limit: number): Promise<readonly Handling[]>;
  /**
   * Stores `next` where the stored one still has the version `next.version - 1`. False: somebody was first, nothing is
   * overwritten.
   */
  change(next: Handling): Promise<boolean>;

  addImport(entry: TrackerImport, rows: readonly TrackerRow[]): Promise<void>;
  findImport(id: string): Promise<TrackerImport | null>;
  /** Newest first. */
  imports(): Promise<readonly TrackerImport[]>;
  /** The same tracker in a later state: its head and its file are noted anew. */
  changeImport(entry: TrackerImport): Promise<void>;
  addRows(rows: readonly TrackerRow[]): Promise<void>;
  row(importId: string, row: number): Promise<TrackerRow | null>;
  /** In the order of the tracker. */
  rows(importId: string, state?: TrackerRowState): Promise<readonly TrackerRow[]>;
  /** As `change`. */
  changeRow(next: TrackerRow): Promise<boolean>;
}
