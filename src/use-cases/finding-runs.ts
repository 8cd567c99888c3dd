import type { Store } from "../store/store.ts";

/** What one run of the rules changed. */
export interface FindingRun {
  readonly at: number;
  readonly added: number;
  readonly gone: number;
}

const SETTING = "finding-runs";
/** Older runs are forgotten. */
const RUNS_KEPT = 300;

/** The runs that changed something, oldest first. */
export async function findingRuns(store: Store): Promise<readonly FindingRun[]> {
  return JSON.parse((await store.settings.get(SETTING)) ?? "[]") as readonly FindingRun[];
}

/** Findings keep when they were first seen, not when they went: that is noted here. Said in the run's transaction. */
export async function noteRun(store: Store, run: FindingRun): Promise<void> {
  if (run.added === 0 && run.gone === 0) return;
  await store.settings.set(SETTING, JSON.stringify([...(await findingRuns(store)), run].slice(-RUNS_KEPT)));
}
