import type { EId } from "./e-id.ts";
import type { Span } from "./span.ts";
import type { WorkId } from "./work.ts";

/** critical: void or illegal effect · high · medium · low: technique · info. */
export type Severity = "critical" | "high" | "medium" | "low" | "info";

/** The groups of the rule catalogue. */
export type RuleGroup =
  | "validity"
  | "basis"
  | "reference"
  | "competence"
  | "conflict"
  | "overlap"
  | "apparatus"
  | "technique"
  | "effect-date"
  | "terminology"
  | "draft";

export const GROUP_NAMES: Readonly<Record<RuleGroup, string>> = {
  validity: "Hiệu lực",
  basis: "Căn cứ ban hành",
  reference: "Dẫn chiếu",
  competence: "Thẩm quyền",
  conflict: "Mâu thuẫn",
  overlap: "Chồng chéo",
  apparatus: "Bộ máy, địa giới",
  technique: "Kỹ thuật trình bày",
  "effect-date": "Ngày có hiệu lực",
  terminology: "Thuật ngữ",
  draft: "Dự thảo",
};

export interface Evidence {
  readonly work: WorkId | null;
  readonly symbol: string | null;
  readonly eId: EId | null;
  /** Verbatim words. */
  readonly quote: string;
  readonly span: Span | null;
  readonly role: "subject" | "conflicts-with" | "basis";
}

/** A rule's claim about one document: what, why and what to do, with the words it rests on. */
export interface Finding {
  /** Stable over re-runs: hash of rule, work, unit and deciding words. */
  readonly key: string;
  readonly rule: string;
  readonly code: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  readonly maturity: "stable" | "trial";
  /** 0…1 */
  readonly confidence: number;
  /** The document found faulty. */
  readonly work: WorkId;
  readonly eId: EId | null;
  readonly message: string;
  readonly why: string;
  readonly recommendation: string;
  readonly evidence: readonly Evidence[];
}

export const SEVERITY_ORDER: readonly Severity[] = ["critical", "high", "medium", "low", "info"];
