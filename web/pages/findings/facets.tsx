import { FINDING_STATES, type FindingState } from "../../../src/domain/decision.ts";
import { SEVERITY_ORDER, type RuleGroup, type Severity } from "../../../src/domain/finding.ts";
import type { IssuerLevel } from "../../../src/domain/issuer.ts";
import { AGES, type Dimension, type FindingAge, ME, NONE } from "../../../src/use-cases/finding-queue.ts";
import type { QueueView } from "../../../src/use-cases/view-findings.ts";
import type { RuleEntry } from "../../../src/use-cases/view-rules.ts";
import { type Choice, Facet } from "../../components/lists.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { shortName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { FILTERS } from "./filters.ts";

const LEVELS: readonly IssuerLevel[] = ["central", "province", "district", "commune", "unknown"];
/** Longer lists of values are read by nobody; the chosen one always shows. */
const MOST_VALUES = 12;

type FilterName = (typeof FILTERS)[number];

/** What a value of a filter is called. */
function labelOf(f: Frame, view: QueueView, rules: readonly RuleEntry[], name: FilterName, value: string): string {
  const t = f.t.triage;
  switch (name) {
    case "state":
      return t.states[value as FindingState];
    case "severity":
      return f.t.severity[value as Severity];
    case "group":
      return f.t.group[value as RuleGroup];
    case "rule": {
      const rule = rules.find((r) => r.id === value);
      return rule === undefined ? value : `${rule.code} ${f.lang === "vi" ? rule.title : rule.titleEn}`;
    }
    case "document":
      return view.work === null ? value : shortName(f, view.work);
    case "field":
      return value === NONE ? t.unknown.field : (view.names.field.get(value) ?? value);
    case "body":
      return value === NONE ? t.unknown.unit : (view.names.body.get(value) ?? value);
    case "level":
      return t.levels[value as IssuerLevel];
    case "assigned":
      return value === NONE ? t.nobody : value === ME ? t.me : value;
    case "due":
      return t.over;
    case "age":
      return t.ages[value as FindingAge];
    case "maturity":
      return f.t.maturity[value as "stable" | "trial"];
  }
}

/** The filters that hold, as chips say them. */
export const chipsOf = (f: Frame, view: QueueView, rules: readonly RuleEntry[]): { name: string; label: string }[] =>
  FILTERS.flatMap((name) => {
    const value = f.query.get(name);
    return value === null ? [] : [{ name, label: labelOf(f, view, rules, name, value) }];
  });

/** Each filter with its figures under the other filters. */
export const Facets = ({ f, view, rules }: { f: Frame; view: QueueView; rules: readonly RuleEntry[] }) => {
  const t = f.t.triage;
  const named = (name: FilterName, dimension: Dimension, values?: readonly string[]) => {
    const counts = view.queue.counts[dimension];
    const chosen = f.query.get(name);
    const all = (values ?? [...counts.keys()])
      .filter((value) => (counts.get(value) ?? 0) > 0 || value === chosen)
      .map((value): Choice & { n: number } => ({
        value,
        n: counts.get(value) ?? 0,
        label:
          name === "severity" ? (
            <SeverityMark f={f} severity={value as Severity} />
          ) : (
            labelOf(f, view, rules, name, value)
          ),
      }));
    if (values === undefined) all.sort((a, b) => b.n - a.n || String(a.label).localeCompare(String(b.label), "vi"));
    const shown = all.filter((choice, i) => i < MOST_VALUES || choice.value === chosen);
    return {
      name,
      choices: shown,
      rest: all.length > shown.length ? t.moreValues(all.length - shown.length) : undefined,
    };
  };
  const w = f.t.findings;
  return (
    <div class="tq__facets">
      <Facet f={f} title={f.t.decision.state} {...named("state", "state", FINDING_STATES)} open={false} />
      <Facet f={f} title={w.severity} {...named("severity", "severity", SEVERITY_ORDER)} />
      <Facet f={f} title={w.group} {...named("group", "group")} open={false} />
      <Facet f={f} title={w.rule} {...named("rule", "rule")} open={false} />
      <Facet f={f} title={t.field} {...named("field", "field")} open={false} />
      <Facet f={f} title={t.body} {...named("body", "body")} open={false} />
      <Facet f={f} title={t.level} {...named("level", "level", LEVELS)} open={false} />
      <Facet f={f} title={t.assigned} {...assignees(named("assigned", "assigned"))} open={false} />
      <Facet f={f} title={t.due} {...named("due", "due", ["over"])} open={false} />
      <Facet f={f} title={t.age} {...named("age", "age", AGES)} open={false} />
      <Facet f={f} title={w.maturity} {...named("maturity", "maturity", ["stable", "trial"])} open={false} />
    </div>
  );
};

/** Me and nobody first, then the others by name. */
function assignees<Given extends { readonly choices: readonly (Choice & { n: number })[] }>(given: Given): Given {
  const place = ({ value }: Choice): number => (value === ME ? 0 : value === NONE ? 1 : 2);
  return { ...given, choices: [...given.choices].sort((a, b) => place(a) - place(b)) };
}
