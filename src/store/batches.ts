import type { Batch, BatchItem, ItemState } from "../domain/batch.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";

/** How many items of a batch stand where. */
export interface BatchTally {
  readonly batch: string;
  /** Null = given to no unit. */
  readonly unit: string | null;
  readonly state: ItemState;
  readonly n: number;
  /** Of those, how many should have been done before the day. */
  readonly overdue: number;
  /** Of those that still wait, the first day one has to be done by; null = none has a day. */
  readonly first: LegalDate | null;
}

/** Plans of review and the documents in them. Items of a batch are read whole: a systematization has some thousands. */
export interface BatchStore {
  add(batch: Batch, items: readonly BatchItem[]): Promise<void>;
  find(id: string): Promise<Batch | null>;
  /** Open ones first, then the newest. */
  all(): Promise<readonly Batch[]>;
  /** What is written in the place of version `seen`; false when somebody was first. */
  change(batch: Batch, seen: number): Promise<boolean>;
  /** Those that are not in it yet. How many that were. */
  addItems(items: readonly BatchItem[]): Promise<number>;
  /** In the order of their documents' ids. */
  itemsOf(batch: string): Promise<readonly BatchItem[]>;
  item(batch: string, work: WorkId): Promise<BatchItem | null>;
  changeItem(item: BatchItem, seen: number): Promise<boolean>;
  /**
   * Many of one batch at once, each in the place of the version it bears. Returns those that were changed, as they stand now;
   * what somebody else has changed is left alone.
   */
  changeItems(batch: string, items: readonly BatchItem[]): Promise<readonly BatchItem[]>;
  /** Its places in batches that are open. */
  openItemsOf(work: WorkId): Promise<readonly BatchItem[]>;
  /** Of batches that are open, or of one. An item without a day of its own has its batch's. */
  tallies(on: LegalDate, batch?: string): Promise<readonly BatchTally[]>;
}
