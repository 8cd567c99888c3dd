import type { RuleRow } from "../../../src/use-cases/view-rules.ts";
import { PageHead } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { SeverityMark } from "../../components/status.tsx";
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
      <table class="table table--stack" role="table">
        <caption class="sr">{t.title}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t.code}
            </th>
            <th role="columnheader" scope="col">
              {t.name}
            </th>
            <th role="columnheader" scope="col">
              {f.t.severityIs}
            </th>
            <th role="columnheader" scope="col">
              {t.basis}
            </th>
            <th role="columnheader" scope="col" class="num">
              {t.findings}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {groups.map((group) => (
            <>
              <tr role="row" class="group">
                <td role="cell" colspan={5}>
                  {f.t.group[group]}
                </td>
              </tr>
              {rows
                .filter((row) => row.rule.group === group)
                .map((row) => (
                  <Row f={f} row={row} />
                ))}
            </>
          ))}
        </tbody>
      </table>
    </>
  );
};

const Row = ({ f, row: { rule, findings } }: { f: Frame; row: RuleRow }) => {
  const first = rule.basis[0];
  return (
    <tr role="row">
      <td role="cell" class="nowrap">
        <b>{rule.code}</b>
      </td>
      <th role="rowheader" scope="row" class="full">
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
      </th>
      <td role="cell">
        <SeverityMark f={f} severity={rule.severity} />
      </td>
      <td role="cell" class="full small">
        {first === undefined ? null : (
          <Said
            f={f}
            text={capital(`${first.eId === null ? "" : `${unitName(first.eId)} `}${namedSymbol(first.symbol)}`)}
          />
        )}
      </td>
      <td role="cell" class="num" data-label={f.t.documents.labelFindings}>
        {findings === 0 ? (
          <span class="faint">0</span>
        ) : (
          <a href={f.href("/findings", { rule: rule.id })}>
            {f.t.n(findings)}
            <span class="sr">{f.t.documents.findingsOf(rule.code)}</span>
          </a>
        )}
      </td>
    </tr>
  );
};
