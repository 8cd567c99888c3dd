import type { Decision, FindingState, Suppression, Verdict } from "../domain/decision.ts";
import type { Finding, RuleGroup, Severity } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Opinion } from "../domain/opinion.ts";
import type { WorkId } from "../domain/work.ts";

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** A finding with its life: first seen, last seen, gone or not. */
export interface StoredFinding extends Finding {
  readonly day: LegalDate;
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** The last run no longer raised it. Kept, not shown by default. */
  readonly gone: boolean;
  /** The decision that counts now; null = nobody has decided. */
  readonly verdict: Verdict | null;
  /** The suppression it falls under. */
  readonly suppressedBy: string | null;
  /** It stands where a decided finding stood whose words have changed since: that finding's key. */
  readonly reopens: string | null;
}

/** What a finding is counted, grouped and ordered by, without its words. */
export interface FindingFace
  extends Pick<
    StoredFinding,
    | "key"
    | "rule"
    | "code"
    | "group"
    | "severity"
    | "maturity"
    | "confidence"
    | "work"
    | "firstSeen"
    | "verdict"
    | "suppressedBy"
  > {
  /** Place of the severity, 0 is the gravest. */
  readonly rank: number;
  /** When somebody first decided it, of the decisions that count; milliseconds since 1970. */
  readonly decidedAt: number | null;
}

/** Says, for the price of a glance, whether findings read earlier still stand as they were read. */
export interface FindingPulse {
  /** Changes with every review and every exemption. */
  readonly revision: string;
  /** Decisions ever made, and how many of them are undone. */
  readonly decisions: number;
  readonly undone: number;
  /** Made and undone after the moment asked about. */
  readonly fresh: number;
  readonly freshlyUndone: number;
  /** Moment of the last decision or undoing; 0 = none. */
  readonly last: number;
  /** Changes with every assignment. */
  readonly assignments: string;
}

export interface FindingQuery {
  readonly rule?: string;
  readonly group?: RuleGroup;
  readonly severity?: Severity;
  readonly work?: WorkId;
  readonly maturity?: "stable" | "trial";
  /** Default `open`: neither decided nor suppressed. */
  readonly state?: FindingState;
  readonly after?: string;
  readonly limit: number;
}

/** What one document's findings rest on. */
export interface Review {
  readonly work: WorkId;
  readonly day: LegalDate;
  /** Which rules ran, as one fingerprint. */
  readonly rules: string;
  /** Works and bodies something was asked of. */
  readonly reads: readonly string[];
}

export interface FindingStore {
  /** What one whole run raised on a day: new ones are added, known ones kept with their first day, others marked gone. */
  record(
    day: LegalDate,
    findings: readonly Finding[],
    now: number,
    /** Which known findings this run could have raised again: only those can be gone. Default: all. */
    within?: (finding: Pick<Finding, "rule" | "work">) => boolean,
  ): Promise<{ readonly added: number; readonly gone: number }>;
  find(key: string): Promise<StoredFinding | null>;
  /** By severity, then confidence, both falling; then key. */
  list(query: FindingQuery): Promise<Page<StoredFinding>>;
  /** Of one state, default open. */
  counts(
    state?: FindingState,
  ): Promise<{ readonly group: RuleGroup; readonly severity: Severity; readonly n: number }[]>;
  countsByRule(state?: FindingState): Promise<Readonly<Record<string, number>>>;
  countsByState(): Promise<Readonly<Partial<Record<FindingState, number>>>>;
  /** All live findings without their words, in the order of `list`. */
  faces(): Promise<readonly FindingFace[]>;
  /** Those something was decided or undone about from this moment on. */
  facesDecidedSince(at: number): Promise<readonly FindingFace[]>;
  pulse(since: number): Promise<FindingPulse>;
  /** Decisions that count, made from this moment on. */
  decidedSince(at: number): Promise<readonly { readonly finding: string; readonly by: string; readonly at: number }[]>;
  /** In the order asked for; unknown keys are left out. */
  findAll(keys: readonly string[]): Promise<readonly StoredFinding[]>;
  /** Live findings of one rule that nobody has decided. */
  undecidedOf(rule: string): Promise<readonly StoredFinding[]>;
  /** What the findings of documents rest on, as of the run that computed them. */
  saveReviews(reviews: readonly Review[]): Promise<void>;
  reviews(): Promise<readonly Review[]>;
  /** Sets which suppression each of these falls under; null = none. */
  setSuppressed(keys: readonly string[], by: string | null): Promise<void>;
}

/** What people decided on findings. Nothing is overwritten and nothing deleted. */
export interface DecisionStore {
  /**
   * A new decision that counts from now on. `after`: the decision the person saw as the last one (null = none). False, and
   * nothing stored, when another has been made meanwhile.
   */
  add(decision: Decision, after: string | null): Promise<boolean>;
  /**
   * Many decisions at once, all or none of each: returns the findings somebody decided meanwhile, which are left alone.
   * `after` as in `add`, by finding. They are one batch when their ids begin alike.
   */
  addAll(decisions: readonly Decision[], after: ReadonlyMap<string, string>): Promise<readonly string[]>;
  /** Decisions whose id begins so, in the order of their ids. */
  batch(prefix: string): Promise<readonly Decision[]>;
  /** All decisions on a finding, oldest first, undone ones too. */
  of(finding: string): Promise<readonly Decision[]>;
  /** The decision counts no longer; the one before it does again. False when it was undone already or is not the last. */
  undo(id: string, at: number): Promise<boolean>;
  /** "Để sau" decisions whose day has come count no longer. Returns how many. */
  wake(day: LegalDate, at: number): Promise<number>;
  /** How often each rule's findings were found right or wrong: decisions that count now. */
  byRule(): Promise<ReadonlyMap<string, { readonly confirmed: number; readonly dismissed: number }>>;
  /** Suppressions that hold; with `all`, lifted ones too. */
  suppressions(all?: boolean): Promise<readonly Suppression[]>;
  suppress(suppression: Suppression): Promise<void>;
  lift(id: string, at: number): Promise<void>;
  addOpinion(opinion: Opinion): Promise<void>;
  /** Newest first. */
  opinionsOf(finding: string): Promise<readonly Opinion[]>;
}
