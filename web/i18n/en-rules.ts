import { n, plural } from "./en-number.ts";
import type { ruleWords as vi } from "./vi-rules.ts";

export const ruleWords: typeof vi = {
  rules: {
    title: "Rules",
    some: (k, all) =>
      k === all
        ? `${plural(all, "rule runs", "rules run")}. Each says which article it rests on and how often it was right.`
        : `${n(k)} of ${plural(all, "rule", "rules")}.`,
    code: "Code",
    name: "Rule",
    findings: "Findings",
    basis: "Basis",
    readme: "Explanation",
    none: "No rules yet",
    noneWhy: "This installation comes without rules.",
    noneMatch: "No rule matches the filter",
    noneMatchWhy: "Drop a condition to see others.",
    drop: "Drop the filter",
    filter: "Filter",
    any: "all",
    group: "Group",
    maturity: "Maturity",
    right: "Right, by decisions",
    notEnough: (confirmed, all) => `${n(confirmed)} of ${n(all)} right, too few for a share`,
    from: (day) => `from ${day}`,
    to: (day) => `before ${day}`,
    see: (k) => `See ${plural(k, "finding", "findings")}`,
    cases: "Cases",
    casesWhy: "Invented texts that try the rule; every release runs them all.",
    kinds: { invalid: "With findings", valid: "Without findings" },
    caseOn: (day, others) =>
      `Looked at on ${day}${others > 0 ? `, with ${plural(others, "other document", "other documents")} in the index` : ""}.`,
    todo: "What to do",
    silent: "The rule says nothing.",
  },
};
