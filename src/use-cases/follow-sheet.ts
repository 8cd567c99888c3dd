import type { ItemState } from "../domain/batch.ts";
import type { ReviewSheet, SheetState } from "../domain/review-sheet.ts";
import type { Store } from "../store/store.ts";

const ITEM_OF: Readonly<Record<SheetState, ItemState>> = {
  open: "reviewing",
  returned: "reviewing",
  proposed: "proposed",
  concluded: "done",
  void: "todo",
};

/** How far an item is by the sheet of its document; without one nobody has begun. */
export const itemStateOf = (sheet: Pick<ReviewSheet, "state"> | null): ItemState =>
  sheet === null ? "todo" : ITEM_OF[sheet.state];

/**
 * A document has one sheet at a time, so its place in every open batch is as far as that sheet is. What was left out of a batch
 * stays out. Joins the transaction of the change.
 */
export async function followSheet(store: Store, sheet: ReviewSheet, now: number): Promise<void> {
  const state = itemStateOf(sheet);
  for (const item of await store.batches.openItemsOf(sheet.work)) {
    if (item.state === state || item.state === "left-out") continue;
    await store.batches.changeItem({ ...item, state, doneAt: state === "done" ? now : null }, item.version);
  }
}
