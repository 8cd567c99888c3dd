import type { RuleMeta } from "../engine/rule.ts";
import type { RuleCase } from "./rule-cases.ts";
import type { Store } from "../store/store.ts";
import { rememberedFindings } from "./remembered.ts";

/** A rule as the catalogue shows it: what it declares and the prose written for jurists (Markdown). */
export interface RuleEntry extends RuleMeta {
  readonly readme: string;
  /** Its worked examples, read when somebody looks; left out where they do not come along. */
  cases?(): Promise<readonly RuleCase[]>;
}

export interface RuleRow {
  readonly rule: RuleEntry;
  /** Findings it raises now that nobody has decided. */
  readonly findings: number;
  /** What people found of its findings. */
  readonly record: RuleRecord;
}

/** How right a rule has been, by the decisions that count now. */
export interface RuleRecord {
  readonly confirmed: number;
  readonly dismissed: number;
  /** Share of confirmed ones, 0…1; null before anybody decided. */
  readonly precision: number | null;
  /** Are there enough decisions for the share to mean something? */
  readonly enough: boolean;
  /** `earned`: a trial rule that may become stable · `lost`: a stable rule that should be looked at. */
  readonly advice: "earned" | "lost" | null;
}

/** Decisions before anything is proposed, and the shares that count. */
const ENOUGH = 20;
const EARNED = 0.9;
const LOST = 0.7;

function recordOf(rule: RuleEntry, counts: { confirmed: number; dismissed: number } | undefined): RuleRecord {
  const { confirmed, dismissed } = counts ?? { confirmed: 0, dismissed: 0 };
  const n = confirmed + dismissed;
  const precision = n === 0 ? null : confirmed / n;
  const advice =
    precision === null || n < ENOUGH
      ? null
      : rule.maturity === "trial" && precision >= EARNED
        ? "earned"
        : rule.maturity === "stable" && precision < LOST
          ? "lost"
          : null;
  return { confirmed, dismissed, precision, enough: n >= ENOUGH, advice };
}

/** The catalogue, by code. */
export async function viewRules(store: Store, rules: readonly RuleEntry[]): Promise<readonly RuleRow[]> {
  const [counts, decided] = await Promise.all([
    rememberedFindings(store, "decided", "by rule", () => store.findings.countsByRule()),
    rememberedFindings(store, "decided", "decided by rule", () => store.decisions.byRule()),
  ]);
  return [...rules]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((rule) => ({ rule, findings: counts[rule.id] ?? 0, record: recordOf(rule, decided.get(rule.id)) }));
}

/** One rule; null when there is none of that name. */
export async function viewRule(store: Store, rules: readonly RuleEntry[], id: string): Promise<RuleRow | null> {
  return (await viewRules(store, rules)).find((row) => row.rule.id === id) ?? null;
}
