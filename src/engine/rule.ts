import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { Facts } from "../domain/facts.ts";
import type { Evidence, RuleGroup, Severity } from "../domain/finding.ts";
import type { IssuerLevel, IssuerOrgan } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Overlap, TitleTwin } from "../domain/overlap.ts";
import type { Provision } from "../domain/provision.ts";
import type { Span } from "../domain/span.ts";
import type { StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Detailing, ResolvedAmendment, ResolvedCitation } from "../resolve/resolved.ts";

/** The document a rule looks at: its text, its units, its facts with their targets looked up. */
export interface Subject {
  readonly work: Work;
  readonly document: LegalDocument;
  readonly facts: Facts;
  readonly citations: readonly ResolvedCitation[];
  readonly amendments: readonly ResolvedAmendment[];
  readonly issuer: { readonly level: IssuerLevel; readonly organ: IssuerOrgan; readonly place: string | null };
  /** A draft that is checked before it is issued; it never enters the index. */
  readonly draft?: boolean;
}

/** Read-only view of everything indexed. Synchronous: what rules may ask is loaded before they run. `rules/` never sees the store. */
export interface CorpusView {
  work(id: WorkId): Work | null;
  /** Status of a work on a day; null when nothing is known of it. */
  status(id: WorkId, day: LegalDate): StatusPeriod | null;
  periods(id: WorkId): readonly StatusPeriod[];
  effectsOn(id: WorkId): readonly Effect[];
  effectsBy(id: WorkId): readonly Effect[];
  /** Units of an indexed work in its original text; null when its text is not in the index. */
  units(id: WorkId): ReadonlySet<EId> | null;
  /** Its text is in the index. */
  hasText(id: WorkId): boolean;
  /**
   * Another indexed document with its text and facts; null when its text is not in the index. Only what a rule asks for
   * with `near` may be had: texts are loaded for one document at a time, and what a rule finds must not depend on which
   * texts happen to be at hand. A rule without `near` that asks is a fault of the program and is told so.
   */
  subject(id: WorkId): Subject | null;
  /** Indexed documents that cite a work with certainty, in any role, in the order of their ids. */
  citing(id: WorkId): readonly WorkId[];
  /** What a work details, implements or guides. */
  parentsOf(id: WorkId): readonly Detailing[];
  /** What details, implements or guides a work. */
  childrenOf(id: WorkId): readonly Detailing[];
  /** Works of one body under any writing of its name, by day of issue. Works known only from citations are among them. */
  worksOf(issuer: string): readonly Work[];
  /** Units of other documents that say in the same words what units of this one say, in the order of its text. */
  overlaps(id: WorkId): readonly Overlap[];
  /** Indexed documents of the same territory and level whose titles name the same matter, most alike first. */
  titleTwins(id: WorkId): readonly TitleTwin[];
  /** The province that answers for a provincial text today: `tỉnh An Khê` for texts of An Sơn; null for all other works. */
  territoryOf(id: WorkId): string | null;
  /** Issued by a province before it was merged into another in 2025. */
  isOfOldProvince(id: WorkId): boolean;
  /** `Quyết định số 12/2021/QĐ-UBND ngày 05/4/2021 của Ủy ban nhân dân tỉnh An Khê` */
  nameOf(id: WorkId): string;
}

export interface RuleContext {
  readonly day: LegalDate;
  readonly subject: Subject;
  readonly corpus: CorpusView;
  /** Rows of a table of `rules/reference/` that hold on a day (from ≤ day < to). */
  table<Row extends ReferenceRow>(name: string, day: LegalDate): readonly Row[];
  /** Evidence from the subject's own text; the unit is looked up. */
  quote(span: Span, role?: Evidence["role"]): Evidence;
}

/** Every row of a reference table says from when to when it holds and who says so. */
export interface ReferenceRow {
  readonly from: LegalDate | null;
  readonly to: LegalDate | null;
  readonly source: string;
  readonly verified: boolean;
}

export interface RuleMeta {
  /** Kebab-case, the folder's name. */
  readonly id: string;
  /** Code of the catalogue: `B01`. */
  readonly code: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly maturity: "stable" | "trial";
  /** Vietnamese. */
  readonly title: string;
  /** English, for the English interface. */
  readonly titleEn: string;
  /** What the rule rests on; `from`/`to` bound the regime in which that article is the basis. */
  readonly basis: readonly {
    readonly symbol: string;
    readonly eId: EId | null;
    readonly from?: LegalDate;
    readonly to?: LegalDate;
  }[];
}

/** What a rule yields; the engine adds rule, code, group, severity, work and key. */
export interface RuleFinding {
  readonly message: string;
  readonly why: string;
  readonly recommendation: string;
  readonly evidence: readonly Evidence[];
  readonly eId?: EId | null;
  /** 0…1, default 0.9. */
  readonly confidence?: number;
  readonly severity?: Severity;
  /** What makes this finding itself, for the stable key; default: the evidence's quotes. */
  readonly identity?: string;
}

/** What a rule is shown, one at a time. */
export interface RuleInputs {
  document: Subject;
  citation: ResolvedCitation;
  provision: Provision;
  amendment: ResolvedAmendment;
}

export interface Rule<Given extends keyof RuleInputs = keyof RuleInputs> {
  readonly meta: RuleMeta;
  readonly given: Given;
  /** Document types, levels or days outside which the rule need not run. */
  readonly when?: (subject: Subject, day: LegalDate) => boolean;
  /**
   * Other documents whose texts the check reads through `corpus.subject`: `neighbours` of `engine/neighbours.ts`, or a
   * narrower choice. Loaded before the rule runs; at most `NEAR_LIMIT`, in this order.
   */
  readonly near?: (subject: Subject, corpus: CorpusView, day: LegalDate) => Iterable<WorkId>;
  check(input: RuleInputs[Given], context: RuleContext): Iterable<RuleFinding>;
}

/** Identity at run time; types at writing time. */
export const defineRule = <Given extends keyof RuleInputs>(rule: Rule<Given>): Rule<Given> => rule;
