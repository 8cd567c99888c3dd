import type { TrackerCitation } from "../../../src/domain/handling.ts";
import {
  TRACKER_TABS,
  type TrackerRowView,
  type TrackerTab,
  type TrackerView,
} from "../../../src/use-cases/view-tracker.ts";
import { PageHead } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import { Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

export interface TrackerProps {
  readonly f: Frame;
  readonly view: TrackerView;
  readonly tab: TrackerTab;
  readonly offset: number;
  readonly limit: number;
  /** Null: this person may not settle anything. */
  readonly token: string | null;
}

/** A tracker that was read in, by what became of its rows. */
export const TrackerPage = (props: TrackerProps) => {
  const { f, view, token } = props;
  const t = f.t.tracker;
  const { tracker } = view;
  const at = `/handling/imports/${tracker.id}`;
  return (
    <>
      <PageHead title={tracker.body.file} acts={<Acts f={f} at={at} view={view} token={token} />}>
        {t.found(view.documents, view.cited, view.others)} {moment(f, tracker.at)}, {t.by(tracker.body.by)}.
      </PageHead>
      <div class="flow">
        <Done f={f} />
        <Tabs {...props} at={at} />
        <Many {...props} at={at} />
        {view.rows.length === 0 ? (
          <p class="muted">{t.noRows}</p>
        ) : (
          <>
            <Rows {...props} at={at} />
            <Turn {...props} at={at} />
          </>
        )}
      </div>
    </>
  );
};

const Acts = ({ f, at, view, token }: { f: Frame; at: string; view: TrackerView; token: string | null }) => {
  const t = f.t.tracker;
  return (
    <>
      <a class="btn" href={f.href("/handling", { import: view.tracker.id })}>
        {t.toList}
      </a>
      <a class="btn" href={f.href(`${at}/export`)}>
        {t.export}
      </a>
      {token === null ? null : (
        <form method="post" action={f.href(`${at}/match`)}>
          <input type="hidden" name="token" value={token} />
          <button class="btn" type="submit">
            {t.again}
          </button>
        </form>
      )}
    </>
  );
};

/** What was done a moment ago. */
const Done = ({ f }: { f: Frame }) => {
  const t = f.t.tracker;
  const number = (name: string): number => Number(f.query.get(name)) || 0;
  const stored = f.query.get("stored");
  const followed =
    f.query.has("done") || f.query.has("contradicted")
      ? t.settledByResult(number("done"), number("contradicted"))
      : null;
  if (stored === "new")
    return (
      <Message kind="ok" what={t.stored(number("rows"), number("handlings"))}>
        {followed}
      </Message>
    );
  if (stored === "update")
    return (
      <Message
        kind={number("conflicts") > 0 ? "warn" : "ok"}
        what={t.storedUpdate(number("changed"), number("handlings"))}
      >
        {t.storedApart(number("gone"), number("conflicts"))} {followed}
      </Message>
    );
  if (f.query.has("again")) return <Message kind="ok" what={t.againDone(number("again"))} />;
  return f.query.has("settled") ? <Message kind="ok" what={t.manyDone(number("settled"))} /> : null;
};

const Tabs = ({ f, view, tab, at }: TrackerProps & { at: string }) => (
  <nav class="tabs" aria-label={f.t.tracker.list}>
    {TRACKER_TABS.filter((one) => view.counts[one] > 0 || one === "doubtful" || one === tab).map((one) => (
      <a href={f.href(at, { tab: one })} aria-current={one === tab ? "page" : undefined}>
        {f.t.tracker.tabs[one]} <span class="n">{f.t.n(view.counts[one])}</span>
      </a>
    ))}
  </nav>
);

/** What may be said of many documents at once, each told what it means. */
const Many = ({ f, view, tab, at, token }: TrackerProps & { at: string }) => {
  const t = f.t.tracker;
  const kind = tab === "doubtful" && view.sole > 0 ? "sole" : tab === "absent" && view.absent > 0 ? "absent" : null;
  if (kind === null || token === null) return null;
  return (
    <form class="flow-s" method="post" action={f.href(`${at}/settle`)}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="kind" value={kind} />
      <button class="btn tr-many" type="submit">
        {kind === "sole" ? t.sole(view.sole) : t.absent(view.absent)}
      </button>
      <p class="small muted">{kind === "sole" ? t.soleWhy : t.absentWhy}</p>
    </form>
  );
};

const Rows = ({ f, view, tab, at }: TrackerProps & { at: string }) => {
  const t = f.t.tracker;
  return (
    <Table caption={t.tabs[tab]} columns={[{ head: t.rows }, { head: tab === "problems" ? t.problems : t.candidates }]}>
      {view.rows.map((row) => (
        <Line f={f} view={view} row={row} tab={tab} at={at} />
      ))}
    </Table>
  );
};

/** Long cells are cut; the whole stands on the page of the row. */
const LONG = 220;

const Line = ({
  f,
  view,
  row,
  tab,
  at,
}: Pick<TrackerProps, "f" | "view" | "tab"> & { row: TrackerRowView; at: string }) => {
  const t = f.t.tracker;
  const text = row.words.length > LONG ? `${row.words.slice(0, LONG).trimEnd()} …` : row.words;
  return (
    <Row>
      <NameCell>
        <a href={f.href(`${at}/rows/${row.row.row}`)} data-row>
          {t.row(row.sheet, row.row.body.sheetRow)}
        </a>
        <div class="hl-title small">
          <Said f={f} text={text} />
        </div>
      </NameCell>
      <Cell label={t.candidates}>
        {tab === "problems"
          ? row.row.body.problems.map((problem) => (
              <div class="small">
                <Said f={f} text={problem} />
              </div>
            ))
          : row.row.body.cited.map((one) => <Found f={f} view={view} one={one} />)}
      </Cell>
    </Row>
  );
};

const Found = ({ f, view, one }: { f: Frame; view: TrackerView; one: TrackerCitation }) => {
  const t = f.t.tracker;
  const work = one.work === null ? undefined : view.works.get(one.work);
  const first = view.works.get(one.candidates[0]?.work ?? "");
  return (
    <div class="small">
      {work !== undefined ? (
        <a href={f.href(`/documents/${work.id}`)}>{words(shortName(f, work))}</a>
      ) : one.settled !== null ? (
        t.notInStore
      ) : first === undefined ? (
        <span class="hl-gap">{t.noCandidate}</span>
      ) : (
        <span class="hl-gap">
          {words(shortName(f, first))}
          {one.candidates.length > 1 ? ` +${one.candidates.length - 1}` : null}
        </span>
      )}
      <div class="muted">
        <Said f={f} text={one.how} />
      </div>
    </div>
  );
};

const Turn = ({ f, view, tab, offset, limit, at }: TrackerProps & { at: string }) => (
  <nav class="pager" aria-label={f.t.pager.label}>
    <p>{f.t.pager.range(offset + 1, offset + view.rows.length, view.total)}</p>
    {offset === 0 ? null : (
      <a class="btn" href={f.href(at, { tab, from: offset > limit ? offset - limit : null })} rel="prev">
        {f.t.pager.previous}
      </a>
    )}
    {offset + view.rows.length >= view.total ? null : (
      <a class="btn" href={f.href(at, { tab, from: offset + limit })} rel="next">
        {f.t.pager.next}
      </a>
    )}
  </nav>
);
