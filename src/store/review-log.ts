import type { Decision, Verdict } from "../domain/decision.ts";
import type { Severity } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import type { Page } from "./stored-findings.ts";

/** A decision with the finding it was taken on, as the log prints it. */
export interface LoggedDecision extends Decision {
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly work: WorkId;
}

export interface LogQuery {
  readonly by?: string;
  readonly verdict?: Verdict;
  readonly rule?: string;
  /** Milliseconds since 1970; `since` is within, `before` is not. */
  readonly since?: number;
  readonly before?: number;
  readonly after?: string;
  readonly limit: number;
}

/** What waits for one person or unit, and what they have decided. */
export interface Workload {
  readonly name: string;
  /** Assigned, live and undecided. */
  readonly open: number;
  /** Of these, whose day has passed. */
  readonly overdue: number;
  /** Decisions that count, taken since the moment asked for. */
  readonly decided: number;
}

/** How far the review of one document is: its live findings, and how many nobody has decided or exempted. */
export interface ReviewedWork {
  readonly work: WorkId;
  readonly findings: number;
  readonly open: number;
}

/** Where the work of review stands; everything is counted by the database. */
export interface ReviewLogStore {
  /** Newest first; undone decisions stay in it. */
  log(query: LogQuery): Promise<Page<LoggedDecision>>;
  /** Who has decided, and on findings of which rules: what the log may be narrowed by. */
  choices(): Promise<{ readonly people: readonly string[]; readonly rules: readonly string[] }>;
  /** Everybody who is assigned something or has decided since `since`; unordered. */
  workloads(today: LegalDate, since: number): Promise<readonly Workload[]>;
  /** Decisions that count now: put off, by the day they come back; or for which others are asked, the oldest first. */
  waiting(
    verdict: "later" | "opinion",
    limit: number,
  ): Promise<{ readonly rows: readonly LoggedDecision[]; readonly total: number }>;
}
