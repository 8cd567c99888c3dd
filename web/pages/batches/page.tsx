import type { BatchRow } from "../../../src/use-cases/view-batches.ts";
import { PageHead } from "../../components/layout.tsx";
import { Blank } from "../../components/message.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Day } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Every plan and batch of review with how far it is; those with the nearest day first. */
export const BatchesPage = ({ f, rows, mayMake }: { f: Frame; rows: readonly BatchRow[]; mayMake: boolean }) => {
  const t = f.t.batches;
  const make = (
    <a class="btn btn--go" href={f.href("/batches/new")} aria-keyshortcuts={f.keys ? "n" : undefined}>
      {t.new} {f.keys ? <kbd>n</kbd> : null}
    </a>
  );
  return (
    <>
      <PageHead title={t.title} acts={mayMake ? make : null}>
        {t.lead}
      </PageHead>
      {rows.length === 0 ? (
        <Blank title={t.none}>{t.noneWhy}</Blank>
      ) : (
        <Table
          caption={t.caption}
          columns={[
            { head: t.name },
            { head: t.kind },
            { head: t.due },
            { head: t.documents, class: "num" },
            { head: t.progress },
            { head: t.state },
          ]}
        >
          {rows.map(({ batch, n, done, leftOut, overdue }) => (
            <Row>
              <NameCell>
                <a href={f.href(`/batches/${batch.id}`)} data-row>
                  {batch.body.name}
                </a>
                {batch.body.order === "" ? null : <div class="small muted">{batch.body.order}</div>}
              </NameCell>
              <Cell>{t.kinds[batch.kind]}</Cell>
              <Cell class="nowrap">{batch.due === null ? null : <Day f={f} day={batch.due} />}</Cell>
              <Cell class="num" label={t.documents}>
                {f.t.n(n)}
              </Cell>
              <Cell>
                {t.doneOf(done, n - leftOut)}
                {leftOut === 0 ? null : <div class="small muted">{t.leftOut(leftOut)}</div>}
                {overdue === 0 ? null : <div class="small late">{t.overdue(overdue)}</div>}
              </Cell>
              <Cell>{t[batch.state]}</Cell>
            </Row>
          ))}
        </Table>
      )}
    </>
  );
};
