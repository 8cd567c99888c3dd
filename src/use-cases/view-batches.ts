import { type Batch, isSettled } from "../domain/batch.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";

/** A batch with how far it is. */
export interface BatchRow {
  readonly batch: Batch;
  readonly n: number;
  readonly done: number;
  readonly leftOut: number;
  readonly overdue: number;
}

/** Every batch: open ones first, those whose day is nearest before the others. */
export async function viewBatches(store: Store, today: LegalDate): Promise<readonly BatchRow[]> {
  const [batches, tallies] = await Promise.all([store.batches.all(), store.batches.tallies(today)]);
  const rows: BatchRow[] = [];
  for (const batch of batches) {
    const own = batch.state === "open" ? tallies : await store.batches.tallies(today, batch.id);
    const mine = own.filter((tally) => tally.batch === batch.id);
    const sum = (some: typeof mine): number => some.reduce((n, tally) => n + tally.n, 0);
    rows.push({
      batch,
      n: sum(mine),
      done: sum(mine.filter((tally) => tally.state === "done")),
      leftOut: sum(mine.filter((tally) => tally.state === "left-out")),
      overdue: batch.state === "open" ? mine.reduce((n, tally) => n + tally.overdue, 0) : 0,
    });
  }
  const order = ({ batch }: BatchRow): string => `${batch.state === "open" ? 0 : 1}${batch.due ?? "9999"}`;
  return rows.sort((a, b) => order(a).localeCompare(order(b)));
}

/** An open batch for those who look at what is due: the first day on which something of it has to be done. */
export interface BatchDue {
  readonly batch: Batch;
  readonly n: number;
  readonly done: number;
  readonly left: number;
  readonly overdue: number;
  readonly day: LegalDate;
}

/** Open batches that have a day, of their own or of a document in them, the earliest first. */
export async function batchesDue(store: Store, on: LegalDate): Promise<readonly BatchDue[]> {
  const rows: BatchDue[] = [];
  const tallies = await store.batches.tallies(on);
  for (const batch of await store.batches.all()) {
    if (batch.state !== "open") continue;
    const own = tallies.filter((tally) => tally.batch === batch.id);
    const left = own.filter((tally) => !isSettled(tally.state)).reduce((n, tally) => n + tally.n, 0);
    const overdue = own.reduce((n, tally) => n + tally.overdue, 0);
    const n = own.filter((tally) => tally.state !== "left-out").reduce((sum, tally) => sum + tally.n, 0);
    if (left === 0) continue;
    const day = own.flatMap((tally) => tally.first ?? []).sort()[0] ?? null;
    if (day !== null) rows.push({ batch, n, done: n - left, left, overdue, day });
  }
  return rows.sort((a, b) => a.day.localeCompare(b.day));
}
