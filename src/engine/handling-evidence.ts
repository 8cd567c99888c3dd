import type { Verdict } from "../domain/decision.ts";
import { type EId, isUnder } from "../domain/e-id.ts";
import type { EffectAction } from "../domain/effect.ts";
import type { Finding, RuleGroup } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Because, StatusName } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import { loadTables, rowsOn } from "./tables.ts";

/** What one finding speaks for, taken alone (`rules/reference/handling-of-findings.csv`). */
export type SpeaksFor = "abolish" | "abolish-part" | "replace" | "amend" | "correct" | "look" | "list";

/** A finding with what people have decided on it; dismissed and exempted ones are no evidence. */
export interface WeighedFinding
  extends Pick<Finding, "key" | "rule" | "code" | "group" | "severity" | "maturity" | "eId" | "message" | "evidence"> {
  readonly verdict: Exclude<Verdict, "dismissed"> | null;
}

/** A document above that was changed or ended after the reviewed one was issued (Điều 39 NĐ 79/2025). */
export interface ChangeAbove {
  /** What the reviewed document rests on, and its name. */
  readonly parent: WorkId;
  readonly parentName: string;
  /** Who changed it, and by what. */
  readonly act: WorkId;
  readonly actName: string;
  readonly actions: readonly EffectAction[];
  readonly from: LegalDate;
  /** The parent is changed as a whole; a unit that is named is; others are. */
  readonly reach: "whole" | "changed-part" | "other-part";
  /** It is a legal basis, not only cited. */
  readonly isBasis: boolean;
  /** It only says who may issue what: that it is replaced changes no matter of the reviewed document. */
  readonly isCompetence: boolean;
  /** Units of the reviewed document that name it; empty = its preamble only. */
  readonly eIds: readonly EId[];
}

/** A provision above that hands a matter to the issuer and that no document details. */
export interface OpenDelegation {
  readonly parent: WorkId;
  readonly parentName: string;
  readonly eId: EId;
  readonly unit: string;
  readonly quote: string;
}

/** Everything the form of handling is weighed from. Time is an argument: it is the evidence of one day. */
export interface HandlingEvidence {
  readonly day: LegalDate;
  readonly status: StatusName;
  readonly reason: string;
  readonly because: readonly Pick<Because, "rule" | "from" | "says" | "certainty">[];
  /** Its text is here. */
  readonly hasText: boolean;
  /** Articles that stand on the day, those of attachments included; an old directive has none. */
  readonly articles: readonly EId[];
  /** Articles on scope and on who is addressed. */
  readonly scope: readonly EId[];
  readonly findings: readonly WeighedFinding[];
  readonly changes: readonly ChangeAbove[];
  readonly delegations: readonly OpenDelegation[];
  /** Names a unit as the document does. */
  unitName(eId: EId): string;
}

const OF_GROUP: Readonly<Record<RuleGroup, SpeaksFor>> = {
  reference: "amend",
  competence: "amend",
  conflict: "amend",
  overlap: "amend",
  apparatus: "amend",
  terminology: "amend",
  basis: "correct",
  technique: "correct",
  validity: "look",
  "effect-date": "look",
  draft: "look",
};

let tables: ReturnType<typeof loadTables> | null = null;

/** What a finding speaks for, and in which words where the table has any. */
export function speaksFor(
  { rule, group }: Pick<Finding, "rule" | "group">,
  day: LegalDate,
): { readonly form: SpeaksFor; readonly says: string | null } {
  tables ??= loadTables();
  const row = rowsOn(tables, "handling-of-findings", day).find((r) => r["rule"] === rule);
  return row
    ? { form: row["speaks_for"] as SpeaksFor, says: String(row["says"]) }
    : { form: OF_GROUP[group], says: null };
}

/** The article a unit lies in, `art_5` or `att_1__art_5`; null for what lies in none. */
export const articleOf = (eId: EId): EId | null => /^(?:att_[^_]+__)?art_[^_]+/u.exec(eId)?.[0] ?? null;

/** Articles of a text that still stand: those repealed on the day are left out. */
export const standingArticles = (units: Iterable<EId>, repealed: readonly EId[]): readonly EId[] => {
  const found = new Set<EId>();
  for (const eId of units) {
    const article = articleOf(eId);
    if (article !== null && !repealed.some((gone) => isUnder(article, gone))) found.add(article);
  }
  return [...found];
};
