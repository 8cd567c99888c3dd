import type { Work, WorkId } from "../domain/work.ts";
import type { ImportEntry, Job, Store } from "../store/store.ts";
import { targetsOf } from "./view-impact.ts";
import { worksOf } from "./view-finding-row.ts";

export type Outcome = ImportEntry["outcome"];
export type ResultGroup = "fresh" | "look" | "known" | "refused";

/** What a person does with a file's outcome decides its group. */
export const RESULT_GROUPS: Readonly<Record<ResultGroup, readonly Outcome[]>> = {
  fresh: ["imported", "new-version"],
  look: ["needs-look"],
  known: ["unchanged", "other-format"],
  refused: ["refused"],
};

export const ROWS_A_PAGE = 50;

export interface JobView {
  readonly job: Job;
  readonly counts: Readonly<Record<ResultGroup, number>>;
  readonly total: number;
  readonly rows: readonly ImportEntry[];
  readonly offset: number;
  /** Rows of the chosen group. */
  readonly matching: number;
  readonly works: ReadonlyMap<WorkId, Work>;
  /** Of the rows shown: how many other documents each changes, ends or suspends; only where there are any. */
  readonly acts: ReadonlyMap<WorkId, number>;
}

/** One import with a page of its files; null when there is no such job. */
export async function viewJob(
  store: Store,
  id: string,
  query: { readonly group: ResultGroup | null; readonly offset: number },
): Promise<JobView | null> {
  const job = await store.jobs.find(id);
  if (job === null) return null;
  const by = await store.imports.countsOfJob(id);
  const counts = Object.fromEntries(
    Object.entries(RESULT_GROUPS).map(([group, outcomes]) => [
      group,
      outcomes.reduce((sum, o) => sum + (by[o] ?? 0), 0),
    ]),
  ) as Record<ResultGroup, number>;
  const total = Object.values(counts).reduce((sum, k) => sum + k, 0);
  const rows = await store.imports.ofJob(id, {
    outcomes: query.group === null ? undefined : RESULT_GROUPS[query.group],
    offset: query.offset,
    limit: ROWS_A_PAGE,
  });
  const works = await worksOf(
    store,
    rows.flatMap((row) => (row.work === null ? [] : [row.work])),
  );
  const acts = new Map<WorkId, number>();
  for (const work of works.keys()) {
    const targets = await targetsOf(store, work);
    if (targets.length > 0) acts.set(work, targets.length);
  }
  return {
    job,
    counts,
    total,
    rows,
    offset: query.offset,
    matching: query.group === null ? total : counts[query.group],
    works,
    acts,
  };
}

/** What a page that waits asks for again and again. */
export async function jobProgress(
  store: Store,
  id: string,
): Promise<Pick<Job, "state" | "step" | "done" | "total" | "current" | "cancelRequested"> | null> {
  const job = await store.jobs.find(id);
  if (job === null) return null;
  const { state, step, done, total, current, cancelRequested } = job;
  return { state, step, done, total, current, cancelRequested };
}

export const isOpen = (job: Pick<Job, "state">): boolean => job.state === "queued" || job.state === "running";
