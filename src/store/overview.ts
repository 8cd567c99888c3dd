import type { DocumentType } from "../domain/document-type.ts";
import type { RuleGroup, Severity } from "../domain/finding.ts";
import type { IssuerLevel } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { ImportEntry } from "./store.ts";

/** How many documents of one kind, body and field have one status. */
export interface Filing {
  readonly status: StatusName;
  readonly type: DocumentType;
  readonly normative: Work["normative"];
  readonly level: IssuerLevel;
  readonly body: string | null;
  readonly bodyName: string | null;
  readonly fields: readonly string[];
  readonly n: number;
}

/** A document passes from one status to another on a day. */
export interface StatusChange {
  readonly day: LegalDate;
  readonly was: StatusName;
  readonly is: StatusName;
}

/** What one import brought in; `job` null = from the command line. */
export interface ImportBatch {
  readonly job: string | null;
  /** When its last file was stored. */
  readonly at: number;
  readonly outcomes: Readonly<Partial<Record<ImportEntry["outcome"], number>>>;
}

/** Live findings first seen since a moment, by rule. */
export interface NewFindings {
  readonly rule: string;
  readonly code: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly n: number;
  /** Of these, how many stand where a decided finding stood whose words have changed. */
  readonly reopened: number;
}

/** Findings that came in one stretch of time and left the queue in another; stretches count from 0, before the first bound. */
export interface QueueFlow {
  readonly came: number;
  /** Null: still waiting. */
  readonly left: number | null;
  /** Why it left: somebody decided (or suppressed) it, or it is no longer raised. */
  readonly how: "decided" | "gone" | null;
  readonly n: number;
}

export interface Narrowing {
  /** Only where the status began within these days. */
  readonly since?: { readonly from: LegalDate; readonly to: LegalDate };
  /** Not those of central bodies. */
  readonly local?: boolean;
}

/** Figures over the whole collection, each one query (those of the queue are counted from its census); what stands behind them is listed elsewhere or in `changing`, `reopened`. */
export interface OverviewStore {
  /** Every document whose text is here, once. */
  filings(on: LegalDate): Promise<readonly Filing[]>;
  /** How many documents change their status on a day after `after` and not after `to`. */
  changes(after: LegalDate, to: LegalDate): Promise<readonly (StatusChange & { readonly n: number })[]>;
  /** Those documents, soonest first. */
  changing(
    after: LegalDate,
    to: LegalDate,
    only: { readonly was?: readonly StatusName[]; readonly is?: readonly StatusName[] },
    limit: number,
  ): Promise<readonly (StatusChange & { readonly work: Work })[]>;
  /** Documents about which somebody has confirmed a finding, by body and status on a day. */
  confirmed(
    on: LegalDate,
  ): Promise<readonly (Pick<Filing, "body" | "level" | "normative" | "status"> & { readonly n: number })[]>;
  /** Normative documents, counted by their status on a day. */
  listedCounts(on: LegalDate, only: Narrowing): Promise<Readonly<Partial<Record<StatusName, number>>>>;
  /** "Để sau" decisions that come back on or before a day and whose finding is live: keys of the findings, soonest first. */
  returning(
    until: LegalDate,
    limit: number,
  ): Promise<readonly { readonly finding: string; readonly until: LegalDate }[]>;
  /** Imports since a moment, newest first. */
  imports(since: number, limit: number): Promise<readonly ImportBatch[]>;
  /** Documents imported since a moment that act on others, those with the most targets first; `targets` counts works once. */
  acts(
    since: number,
    limit: number,
  ): Promise<{
    readonly acts: readonly { readonly work: WorkId; readonly targets: number }[];
    readonly all: number;
    readonly targets: number;
  }>;
  newFindings(since: number): Promise<readonly NewFindings[]>;
  /** Live findings first seen since a moment, gravest first; `reopened`: only those that stand where a decided one stood. */
  arrived(since: number, reopened: boolean, limit: number): Promise<readonly string[]>;
  /** Findings that are raised no longer, by the stretches between `bounds` (milliseconds, ascending) in which they came and left. */
  goneFlow(bounds: readonly number[]): Promise<readonly QueueFlow[]>;
}
