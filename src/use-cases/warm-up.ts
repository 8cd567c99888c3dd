import type { LegalDate } from "../domain/legal-date.ts";
import type { Store } from "../store/store.ts";
import { shelfOn } from "./document-shelf.ts";
import { findingQueue } from "./finding-queue.ts";
import { proofsOn } from "./proofs-on.ts";
import { titleIndex } from "./title-index.ts";
import { viewAttention } from "./view-attention.ts";
import { viewCalendar } from "./view-calendar.ts";
import { viewHome } from "./view-home.ts";
import { recentActs } from "./view-impact.ts";
import { viewReviews } from "./view-reviews.ts";

interface WarmUp {
  readonly today: LegalDate;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/**
 * Computes ahead what pages keep in memory until the index or the findings change, so that nobody waits for it who opens a page
 * first. One after another and with a pause between, so that requests are answered meanwhile.
 */
export async function warmUp(store: Store, { today, now, signal }: WarmUp): Promise<void> {
  const steps: readonly (() => Promise<unknown>)[] = [
    () => shelfOn(store, today),
    () => findingQueue(store, {}, { by: "", today }),
    () => viewHome(store, { on: today, today, now, lastVisit: null }),
    () => viewAttention(store, today),
    () => viewReviews(store, { by: null, verdict: null, rule: null, period: null }, today, now),
    () => viewCalendar(store, today),
    () => recentActs(store),
    () => titleIndex(store),
    // the lists of this year, which is what is asked for first
    ...[`${today.slice(0, 4)}-01-01`, `${today.slice(0, 4)}-12-31`].map((day) => () => proofsOn(store, day)),
  ];
  for (const step of steps) {
    if (signal.aborted) return;
    await step();
    await new Promise((others) => setTimeout(others, PAUSE));
  }
}

/** Milliseconds between two steps. */
const PAUSE = 20;
