import type { RuleRow } from "../../../src/use-cases/view-rules.ts";
import { PageHead } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { SEVERITY_ORDER } from "../../../src/domain/finding.ts";
import { Precision } from "../../components/precision.tsx";
import { SeverityMark } from "../../components/status.tsx";
import { Cell, GroupRow, NameCell, Row, Table } from "../../components/table.tsx";
import { capital, namedSymbol, Said, unitName } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

export const RulesPage = ({ f, rows }: { f: Frame; rows: readonly RuleRow[] }) => {
  const t = f.t.rules;
  if (rows.length === 0)
    return (
      <>
        <PageHead title={t.title} />
        <Blank title={t.none}>{t.noneWhy}</Blank>
      </>
    );
  const shown = rows.filter(
    ({ rule }) =>
      matches(f, "group", rule.group) && matches(f, "severity", rule.severity) && matches(f, "maturity", rule.maturity),
  );
  const groups = [...new Set(shown.map((row) => row.rule.group))];
  return (
    <>
      <PageHead title={t.title}>{t.some(shown.length, rows.length)}</PageHead>
      <Filter f={f} rows={rows} />
      {shown.length === 0 ? (
        <Blank
          title={t.noneMatch}
          act={
            <a class="btn" href={f.href("/rules")}>
              {t.drop}
            </a>
          }
        >
          {t.noneMatchWhy}
        </Blank>
      ) : (
        <Table
          caption={t.title}
          columns={[
            { head: t.code },
            { head: t.name },
            { head: f.t.severityIs },
            { head: t.basis },
            { head: t.right },
            { head: t.findings, class: "num" },
          ]}
        >
          {groups.map((group) => (
            <>
              <GroupRow columns={6}>{f.t.group[group]}</GroupRow>
              {shown
                .filter((row) => row.rule.group === group)
                .map((row) => (
                  <RuleLine f={f} row={row} />
                ))}
            </>
          ))}
        </Table>
      )}
    </>
  );
};

const matches = (f: Frame, name: string, value: string): boolean => {
  const asked = f.query.get(name);
  return !asked || asked === value;
};

const Filter = ({ f, rows }: { f: Frame; rows: readonly RuleRow[] }) => {
  const t = f.t.rules;
  const select = <Value extends string>(
    name: string,
    label: string,
    values: readonly Value[],
    words: Readonly<Record<Value, string>>,
  ) => (
    <div class="field">
      <label for={`rule-${name}`}>{label}</label>
      <select class="input input--s" id={`rule-${name}`} name={name}>
        <option value="">{t.any}</option>
        {values.map((value) => (
          <option value={value} selected={f.query.get(name) === value}>
            {words[value]} ({f.t.n(rows.filter(({ rule }) => rule[name as "group"] === (value as string)).length)})
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form class="rule-filter" action="/rules">
      {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      {select("group", t.group, [...new Set(rows.map((row) => row.rule.group))], f.t.group)}
      {select("severity", f.t.severityIs, SEVERITY_ORDER, f.t.severity)}
      {select("maturity", t.maturity, ["stable", "trial"], { stable: f.t.maturity.stable, trial: f.t.maturity.trial })}
      <button class="btn btn--s" type="submit">
        {t.filter}
      </button>
    </form>
  );
};

const RuleLine = ({ f, row: { rule, findings, record } }: { f: Frame; row: RuleRow }) => {
  const t = f.t.rules;
  const first = rule.basis[0];
  return (
    <Row>
      <Cell class="nowrap">
        <b>{rule.code}</b>
      </Cell>
      <NameCell>
        <a href={f.href(`/rules/${rule.id}`)} data-row>
          {f.lang === "vi" ? rule.title : rule.titleEn}
        </a>
        {rule.maturity === "trial" ? (
          <>
            {" "}
            <span class="tag" title={f.t.maturity.trialMeans}>
              {f.t.maturity.trial}
            </span>
          </>
        ) : null}
      </NameCell>
      <Cell>
        <SeverityMark f={f} severity={rule.severity} />
      </Cell>
      <Cell full class="small">
        {first === undefined ? null : (
          <Said
            f={f}
            text={capital(`${first.eId === null ? "" : `${unitName(first.eId)} `}${namedSymbol(first.symbol)}`)}
          />
        )}
      </Cell>
      <Cell label={t.right}>
        <Precision f={f} record={record} />
      </Cell>
      <Cell class="num" label={f.t.documents.labelFindings}>
        {findings === 0 ? (
          <span class="faint">0</span>
        ) : (
          <a href={f.href("/findings", { rule: rule.id })}>
            {f.t.n(findings)}
            <span class="sr">{f.t.documents.findingsOf(rule.code)}</span>
          </a>
        )}
      </Cell>
    </Row>
  );
};
