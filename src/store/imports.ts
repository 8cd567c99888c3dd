import type { WorkId } from "../domain/work.ts";

/** One file of an import and what became of it. Nothing is dropped in silence. */
export interface ImportEntry {
  readonly file: string;
  readonly sha256: string | null;
  /**
   * `other-format` = the same text as a file that is here already; `needs-look` = imported, but who, when or which number
   * is missing or uncertain (`reason` says what).
   */
  readonly outcome: "imported" | "unchanged" | "new-version" | "other-format" | "needs-look" | "refused";
  readonly work: WorkId | null;
  readonly reason: string | null;
  readonly at: number;
}

export interface ImportStore {
  /** `job` = the background job that brought the files in. */
  record(entries: readonly ImportEntry[], job?: string): Promise<void>;
  latest(limit: number): Promise<readonly ImportEntry[]>;
  /** One job's files: those that need a person first, then in order of arrival. */
  ofJob(
    job: string,
    query: { readonly outcomes?: readonly ImportEntry["outcome"][]; readonly offset: number; readonly limit: number },
  ): Promise<readonly ImportEntry[]>;
  countsOfJob(job: string): Promise<Readonly<Partial<Record<ImportEntry["outcome"], number>>>>;
}

/** Long work in the background, one at a time. */
export interface Job {
  readonly id: string;
  readonly kind: "import";
  /** `interrupted` = the program ended while it ran; what it had stored is there. */
  readonly state: "queued" | "running" | "done" | "cancelled" | "interrupted" | "failed";
  readonly step: "reading" | "linking" | "rules";
  readonly done: number;
  readonly total: number;
  /** The file that was read last. */
  readonly current: string | null;
  readonly cancelRequested: boolean;
  /** Vietnamese, where `state` is failed. */
  readonly problem: string | null;
  readonly by: string;
  readonly createdAt: number;
  readonly finishedAt: number | null;
}

export interface JobStore {
  add(job: Job): Promise<void>;
  update(id: string, changes: Partial<Omit<Job, "id" | "kind" | "by" | "createdAt">>): Promise<void>;
  find(id: string): Promise<Job | null>;
  /** Newest first. */
  latest(limit: number): Promise<readonly Job[]>;
  /** Jobs that were waiting or running when the program ended become `interrupted`. Call it once, at start. */
  interruptAll(now: number): Promise<number>;
}
