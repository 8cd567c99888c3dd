import type { PublicationRow } from "../../../src/use-cases/view-publications.ts";
import { PageHead } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Every version of everything that was frozen. */
export const PublishedPage = ({ f, rows }: { f: Frame; rows: readonly PublicationRow[] }) => {
  const t = f.t.published;
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          <a class="btn" href={f.href("/reports")}>
            {t.make}
          </a>
        }
      >
        {t.lead}
      </PageHead>
      {rows.length === 0 ? (
        <Blank
          title={t.none}
          act={
            <a class="btn" href={f.href("/reports")}>
              {t.make}
            </a>
          }
        >
          {t.noneWhy}
        </Blank>
      ) : (
        <Table
          caption={t.title}
          columns={[
            { head: t.what },
            { head: t.on },
            { head: t.rows, class: "num" },
            { head: t.state },
            { head: t.by },
            { head: t.frozenAt },
          ]}
        >
          {rows.map(({ publication: p, work }) => (
            <Row>
              <NameCell>
                <a href={f.href(`/reports/published/${p.id}`)} data-row>
                  <Said f={f} text={p.title} />
                </a>
                {p.version > 1 ? <span class="muted"> {t.correction(p.version)}</span> : null}
              </NameCell>
              <Cell label={t.on}>{f.date(p.on)}</Cell>
              <Cell label={t.rows} class="num">
                {f.t.n(p.rows)}
              </Cell>
              <Cell label={t.state}>{t.states[p.state]}</Cell>
              <Cell label={t.by}>
                {work === null ? "" : <a href={f.href(`/documents/${work.id}`)}>{words(work.symbol ?? "")}</a>}
              </Cell>
              <Cell label={t.frozenAt}>
                {moment(f, p.at)} <span class="faint">{words(p.by)}</span>
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </>
  );
};
