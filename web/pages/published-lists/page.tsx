import type { ReadRow } from "../../../src/domain/publication.ts";
import { itemName, type ListImportView, type ListItem } from "../../../src/use-cases/view-list-imports.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { Sides } from "../../components/sides.tsx";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { FullName, Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { type DateFailed, Dates } from "./dates.tsx";
import { AnswerForm } from "./item.tsx";
import type { AnswerFailed } from "./route.tsx";

/** Rows shown of one table. */
const SHOWN = 300;

interface Props {
  readonly f: Frame;
  readonly view: ListImportView;
  readonly failed: AnswerFailed | null;
  readonly dateFailed: DateFailed | null;
  readonly typed: ReadonlyMap<string, string>;
  readonly mayAnswer: boolean;
  readonly token: string;
}

/** One list: how well it was read, where it differs from what is computed, what it says. */
export const ListPage = (props: Props) => {
  const { f, view } = props;
  const { list, reconciled } = view;
  const t = f.t.lists;
  const open = view.kinds.reduce((n, kind) => n + kind.open, 0);
  return (
    <>
      <PageHead title={words(list.file)}>{t.named.lead}</PageHead>
      <Done f={f} />
      <Dates
        f={f}
        view={view}
        failed={props.dateFailed}
        typed={props.typed}
        may={props.mayAnswer}
        token={props.token}
      />
      <Section id="reading" title={t.reading}>
        <Totals f={f} view={view} />
      </Section>
      {view.kinds.map(({ kind, items, open: waiting }) => (
        <Section id={`kind-${kind}`} title={t.kinds[kind]} aside={<p>{t.waiting(waiting, items.length)}</p>}>
          <p class="muted">{t.kindsWhy[kind]}</p>
          <ul class="list-items">
            {items.map((item) => (
              <Item {...props} item={item} />
            ))}
          </ul>
        </Section>
      ))}
      {open === 0 && view.kinds.length === 0 ? <Message kind="ok" what={t.same(reconciled.agreeing)} /> : null}
      <Unmatched f={f} view={view} />
      <Rows f={f} rows={list.rows} />
    </>
  );
};

const Done = ({ f }: { f: Frame }) => {
  const done = f.query.get("done");
  const t = f.t.lists;
  return done === "read" || done === "known" || done === "answered" || done === "dated" ? (
    <Message kind="ok" what={t.done[done]} />
  ) : null;
};

/** "Tổng số" beside what was read: a list that was not wholly read says so. */
const Totals = ({ f, view: { list, reconciled } }: { f: Frame; view: ListImportView }) => {
  const t = f.t.lists;
  const wrong = list.totals.filter(({ said, rows, documents }) => said !== rows && said !== documents);
  return (
    <div class="flow-s">
      <p>{t.readRows(list.rows.length, reconciled.rows.length - reconciled.unmatched.length, reconciled.agreeing)}</p>
      {reconciled.silent > 0 ? <p class="muted">{t.silent(reconciled.silent)}</p> : null}
      {list.totals.length === 0 ? <p class="muted">{t.noTotals}</p> : null}
      {list.totals.length > 0 && wrong.length === 0 ? <Message kind="ok" what={t.totalsRight} /> : null}
      {wrong.map(({ label, said, rows }) => (
        <Message kind="warn" what={t.totalsWrong(said, rows)}>
          <Said f={f} text={label} />
        </Message>
      ))}
      {list.unread.length === 0 ? null : (
        <details class="fold">
          <summary>{t.unread(list.unread.length)}</summary>
          <ul>
            {list.unread.map(({ place, text }) => (
              <li class="small">
                <span class="muted">{place}:</span> <Said f={f} text={text} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

const Item = ({ item, ...props }: Props & { item: ListItem }) => {
  const { f, mayAnswer, failed } = props;
  return (
    <li id={`d-${item.key}`} class={item.answer === null ? undefined : "is-done"}>
      <h3>
        <a href={f.href(`/documents/${item.work.id}`, { tab: "effects" })}>
          <Said f={f} text={itemName(item)} />
        </a>
      </h3>
      <Sides f={f} item={item} />
      <AnswerForm {...props} item={item} why={failed?.key === item.key ? failed.why : null} may={mayAnswer} />
    </li>
  );
};

const Unmatched = ({ f, view: { reconciled } }: { f: Frame; view: ListImportView }) => {
  const t = f.t.lists;
  const rows = reconciled.unmatched;
  if (rows.length === 0) return null;
  return (
    <Section id="unmatched" title={t.unmatched(rows.length)}>
      <p class="muted">{t.unmatchedWhy}</p>
      <ul class="report-changes">
        {rows.slice(0, SHOWN).map(({ row, candidates }) => (
          <li>
            <Said f={f} text={row.symbol ?? row.title} />{" "}
            <span class="small muted">
              {row.place}
              {candidates.length === 0 ? "" : `; ${candidates.length === 1 ? t.near : t.several(candidates.length)} `}
              {candidates.map((work, i) => (
                <>
                  {i === 0 ? null : "; "}
                  <a href={f.href(`/documents/${work.id}`)}>
                    <FullName f={f} work={work} />
                  </a>
                </>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Rows = ({ f, rows }: { f: Frame; rows: readonly ReadRow[] }) => {
  const t = f.t.lists;
  return (
    <Section id="rows" title={t.asRead}>
      <Table
        caption={t.asRead}
        class="report-table"
        columns={[t.no, t.document, t.name, t.content, t.reason, t.day].map((head) => ({ head }))}
      >
        {rows.slice(0, SHOWN).map((row) => (
          <Row>
            <Cell>{[row.part, row.no].filter((one) => one !== null && one !== "").join(" ")}</Cell>
            <NameCell>
              <Said f={f} text={row.symbol ?? "…"} />
              {row.issuedOn === null ? null : <span class="muted"> {f.date(row.issuedOn)}</span>}
            </NameCell>
            <Cell label={t.name} full>
              <Said f={f} text={row.title} />
              {row.problems.map((problem) => (
                <p class="small muted">
                  <Said f={f} text={problem} />
                </p>
              ))}
            </Cell>
            <Cell label={t.content}>
              <Said f={f} text={row.content} />
            </Cell>
            <Cell label={t.reason} full>
              <Said f={f} text={row.reason} />
            </Cell>
            <Cell label={t.day}>{row.since === null ? "" : f.date(row.since)}</Cell>
          </Row>
        ))}
      </Table>
      {rows.length > SHOWN ? <p class="small muted">{f.t.reports.shown(SHOWN, rows.length)}</p> : null}
    </Section>
  );
};
