import type { FindingState } from "../../../src/domain/decision.ts";
import { SEVERITY_ORDER, type RuleGroup, type Severity } from "../../../src/domain/finding.ts";
import type { FindingsView } from "../../../src/use-cases/view-findings.ts";
import type { RuleEntry } from "../../../src/use-cases/view-rules.ts";
import { FindingQueue } from "../../components/finding-rows.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Chips, Facet, Pager } from "../../components/lists.tsx";
import { Blank } from "../../components/message.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { shortName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

export const FindingsPage = ({
  f,
  view,
  rules,
  filters,
}: {
  f: Frame;
  view: FindingsView;
  rules: readonly RuleEntry[];
  filters: Readonly<Record<string, string | null>>;
}) => {
  const t = f.t.findings;
  const chips = chipsOf(f, view, rules);
  return (
    <>
      <PageHead title={t.title}>{t.some(view.page.total)}</PageHead>
      <div class="cols cols--facets">
        <Filters f={f} view={view} rules={rules} />
        <div class="flow">
          <Chips f={f} chips={chips} panel="loc" />
          {view.page.rows.length === 0 ? (
            chips.length === 0 ? (
              <Blank title={t.noneAll}>{t.noneAllWhy}</Blank>
            ) : (
              <Blank
                title={t.none}
                act={
                  <a class="btn" href={f.href("/findings")}>
                    {f.t.documents.noneTodo}
                  </a>
                }
              >
                {f.t.documents.noneWhy(chips.map((c) => `“${c.label}”`).join(", "))}
              </Blank>
            )
          ) : (
            <>
              <FindingQueue f={f} rows={view.page.rows} filters={filters} />
              <Pager f={f} shown={view.page.rows.length} total={view.page.total} next={view.page.next} />
            </>
          )}
        </div>
      </div>
    </>
  );
};

const STATES: readonly FindingState[] = ["open", "confirmed", "dismissed", "later", "opinion", "suppressed"];

function chipsOf(f: Frame, view: FindingsView, rules: readonly RuleEntry[]): { name: string; label: string }[] {
  const of = (name: string, label: (value: string) => string) =>
    f.query.get(name) ? [{ name, label: label(f.query.get(name) as string) }] : [];
  return [
    ...of("severity", (v) => f.t.severity[v as Severity]),
    ...of("group", (v) => f.t.group[v as RuleGroup]),
    ...of("rule", (v) => f.t.findings.rulesIn(rules.find((r) => r.id === v)?.code ?? v)),
    ...of("document", (v) => (view.work === null ? v : shortName(f, view.work))),
    ...of("state", (v) => f.t.decision.states[v as FindingState]),
    ...of("maturity", (v) => (v === "trial" ? f.t.maturity.trial : f.t.maturity.stable)),
  ];
}

const Filters = ({ f, view, rules }: { f: Frame; view: FindingsView; rules: readonly RuleEntry[] }) => {
  const t = f.t.findings;
  const sum = (test: (c: FindingsView["counts"][number]) => boolean): number =>
    view.counts.filter(test).reduce((n, c) => n + c.n, 0);
  const groups = [...new Set(view.counts.map((c) => c.group))];
  const used = rules
    .filter((r) => (view.byRule[r.id] ?? 0) > 0)
    .sort((a, b) => (view.byRule[b.id] ?? 0) - (view.byRule[a.id] ?? 0));
  return (
    <section class="facets" id="loc" aria-label={t.filter} tabindex={-1}>
      <Facet
        f={f}
        name="state"
        title={f.t.decision.state}
        choices={STATES.map((value) => ({
          value,
          n: view.byState[value] ?? 0,
          label: f.t.decision.states[value],
        })).filter((c) => c.n > 0 && c.value !== "open")}
      />
      <Facet
        f={f}
        name="severity"
        title={t.severity}
        choices={SEVERITY_ORDER.map((value) => ({
          value,
          n: sum((c) => c.severity === value),
          label: <SeverityMark f={f} severity={value} />,
        })).filter((c) => c.n > 0)}
      />
      <Facet
        f={f}
        name="group"
        title={t.group}
        choices={groups
          .map((value) => ({ value, n: sum((c) => c.group === value), label: f.t.group[value] }))
          .sort((a, b) => b.n - a.n)}
      />
      <Facet
        f={f}
        name="rule"
        title={t.rule}
        choices={used.map((rule) => ({
          value: rule.id,
          n: view.byRule[rule.id] ?? 0,
          label: `${rule.code} ${f.lang === "vi" ? rule.title : rule.titleEn}`,
        }))}
      />
      <Facet
        f={f}
        name="maturity"
        title={t.maturity}
        open={false}
        choices={(["stable", "trial"] as const).map((value) => ({ value, label: f.t.maturity[value] }))}
      />
    </section>
  );
};
