import type { Problem } from "../../../src/domain/problem.ts";
import type { ListImportRow } from "../../../src/use-cases/view-list-imports.ts";
import { FieldFrame } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { ProblemMessage } from "../../components/problem-message.tsx";

interface Props {
  readonly f: Frame;
  readonly rows: readonly ListImportRow[];
  readonly problem: Problem | null;
  readonly mayRead: boolean;
  readonly token: string;
}

export const ListsPage = ({ f, rows, problem, mayRead, token }: Props) => {
  const t = f.t.lists;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      <ProblemMessage f={f} problem={problem} />
      {mayRead ? (
        <Section id="read" title={t.read}>
          <form class="flow" method="post" action={f.href("/reports/lists")} enctype="multipart/form-data">
            <input type="hidden" name="token" value={token} />
            <FieldFrame id="file" label={t.file} help={t.fileHelp}>
              <input
                class="input"
                type="file"
                id="file"
                name="file"
                accept=".docx,.doc,.pdf,.xlsx,.odt,.rtf,.html,.txt"
                aria-describedby="file-help"
                required
              />
            </FieldFrame>
            <p>
              <button class="btn btn--go" type="submit">
                {t.readNow}
              </button>
            </p>
          </form>
        </Section>
      ) : null}
      <Section id="lists" title={t.kept}>
        {rows.length === 0 ? (
          <Blank title={t.none}>{t.noneWhy}</Blank>
        ) : (
          <Table
            caption={t.kept}
            columns={[
              { head: t.file },
              { head: t.period },
              { head: t.rows, class: "num" },
              { head: t.open, class: "num" },
              { head: t.at },
            ]}
          >
            {rows.map(({ entry, list, period, open, undated }) => (
              <Row>
                <NameCell>
                  <a href={f.href(`/reports/lists/${entry.id}`)} data-row>
                    {words(list.file)}
                  </a>
                  {list.decision?.symbol == null ? null : <span class="muted"> {words(list.decision.symbol)}</span>}
                  {undated ? (
                    <>
                      {" "}
                      <a class="small" href={f.href(`/reports/lists/${entry.id}`, {}, "dates")}>
                        {t.undated}
                      </a>
                    </>
                  ) : null}
                </NameCell>
                <Cell label={t.period}>
                  {period === null ? t.noPeriod : `${f.date(period.from)} – ${f.date(period.to)}`}
                </Cell>
                <Cell label={t.rows} class="num">
                  {f.t.n(list.rows.length)}
                </Cell>
                <Cell label={t.open} class="num">
                  {f.t.n(open)}
                </Cell>
                <Cell label={t.at}>
                  {moment(f, entry.at)} <span class="faint">{words(entry.by)}</span>
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </Section>
    </>
  );
};
