import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { Facts } from "../domain/facts.ts";
import type { Evidence, RuleGroup, Severity } from "../domain/finding.ts";
import type { IssuerLevel, IssuerOrgan } from "../domain/issuer.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Provision } from "../domain/provision.ts";
import type { Span } from "../domain/span.ts";
import type { StatusPeriod } from "../domain/status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { ResolvedAmendment, ResolvedCitation } from "../resolve/resolved.ts";

/** The document a rule looks at: its text, its units, its facts with their targets looked up. */
export interface Subject {
  readonly work: Work;
  readonly document: LegalDocument;
  readonly facts: Facts;
  readonly citations: readonly ResolvedCitation[];
  readonly amendments: readonly ResolvedAmendment[];
  readonly issuer: { readonly level: IssuerLevel; readonly organ: IssuerOrgan; readonly place: string | null };
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
  check(input: RuleInputs[Given], context: RuleContext): Iterable<RuleFinding>;
}

/** Identity at run time; types at writing time. */
export const defineRule = <Given extends keyof RuleInputs>(rule: Rule<Given>): Rule<Given> => rule;
