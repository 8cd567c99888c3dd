import type { LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";
import { startOfDay } from "../domain/vietnam-time.ts";
import type { Queue } from "./finding-queue.ts";

/** How the queue goes today: what people decided of it since midnight. */
export interface QueuePace {
  readonly today: number;
  /** Who decided how many, the most first. */
  readonly people: readonly { readonly by: string; readonly n: number }[];
  /** Decisions an hour since the first of today; null while they are too few to say. */
  readonly perHour: number | null;
}

/** Fewer say nothing about the next hour. */
const FEWEST = 5;
/** Milliseconds; five decisions made in one minute do not promise three hundred in an hour. */
const SHORTEST = 15 * 60_000;
const HOUR = 3_600_000;

/** Today's decisions that count, of findings under the filters of the queue. */
export async function queuePace(store: Store, queue: Queue, today: LegalDate, now: number): Promise<QueuePace> {
  const all = await store.findings.decidedSince(startOfDay(today));
  // who decided last on a finding decided it
  const last = new Map(all.map((d) => [d.finding, d]));
  if (last.size > 0) {
    const own = new Set(
      queue.census.rows
        .filter((row) => row.verdict !== null && last.has(row.key) && queue.concerns(row))
        .map((row) => row.key),
    );
    for (const key of last.keys()) if (!own.has(key)) last.delete(key);
  }
  const counts = new Map<string, number>();
  for (const { by } of last.values()) counts.set(by, (counts.get(by) ?? 0) + 1);
  const first = Math.min(...[...last.values()].map((d) => d.at));
  return {
    today: last.size,
    people: [...counts].map(([by, n]) => ({ by, n })).sort((a, b) => b.n - a.n || a.by.localeCompare(b.by, "vi")),
    perHour: last.size < FEWEST ? null : Math.round((last.size * HOUR) / Math.max(SHORTEST, now - first)),
  };
}
