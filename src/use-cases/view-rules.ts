import type { RuleMeta } from "../engine/rule.ts";
import type { Store } from "../store/store.ts";

/** A rule as the catalogue shows it: what it declares and the prose written for jurists (Markdown). */
export interface RuleEntry extends RuleMeta {
  readonly readme: string;
}

export interface RuleRow {
  readonly rule: RuleEntry;
  /** Findings it raises now. */
  readonly findings: number;
}

/** The catalogue, by code. */
export async function viewRules(store: Store, rules: readonly RuleEntry[]): Promise<readonly RuleRow[]> {
  const counts = await store.findings.countsByRule();
  return [...rules]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((rule) => ({ rule, findings: counts[rule.id] ?? 0 }));
}

/** One rule; null when there is none of that name. */
export async function viewRule(store: Store, rules: readonly RuleEntry[], id: string): Promise<RuleRow | null> {
  const rule = rules.find((r) => r.id === id) ?? null;
  if (rule === null) return null;
  return { rule, findings: (await store.findings.countsByRule())[rule.id] ?? 0 };
}
