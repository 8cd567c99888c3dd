import type { RuleRow } from "../../../src/use-cases/view-rules.ts";
import { PageHead } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
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
  const groups = [...new Set(rows.map((row) => row.rule.group))];
  return (
    <>
      <PageHead title={t.title}>{t.some(rows.length)}</PageHead>
      <Table
        caption={t.title}
        columns={[
          { head: t.code },
          { head: t.name },
          { head: f.t.severityIs },
          { head: t.basis },
          { head: t.findings, class: "num" },
        ]}
      >
        {groups.map((group) => (
          <>
            <GroupRow columns={5}>{f.t.group[group]}</GroupRow>
            {rows
              .filter((row) => row.rule.group === group)
              .map((row) => (
                <RuleLine f={f} row={row} />
              ))}
          </>
        ))}
      </Table>
    </>
  );
};

const RuleLine = ({ f, row: { rule, findings } }: { f: Frame; row: RuleRow }) => {
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
