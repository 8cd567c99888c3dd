import type { TrackerCitation } from "../../../src/domain/handling.ts";
import type { Work } from "../../../src/domain/work.ts";
import { shownCell } from "../../../src/use-cases/tracker-values.ts";
import type { TrackerRowPage } from "../../../src/use-cases/view-tracker.ts";
import type { Child } from "hono/jsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { FullName, Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly view: TrackerRowPage;
  readonly token: string | null;
  readonly stale: boolean;
}

/** One row of a tracker beside what it may mean. Digits choose a candidate, n goes on to the next row that waits. */
export const TrackerRowOnePage = ({ f, view, token, stale }: Props) => {
  const t = f.t.tracker;
  const { row, tracker } = view;
  return (
    <>
      <PageHead title={t.row(view.sheet, row.body.sheetRow)} acts={<Ways f={f} view={view} />}>
        {row.body.gone ? t.goneRow : t.left(view.left)}
        {row.body.group === null ? null : ` ${t.group}: ${row.body.group}.`}
      </PageHead>
      <div class="flow">
        {stale ? (
          <Message kind="warn" what={t.stale}>
            {t.staleWhy}
          </Message>
        ) : null}
        <div class="cols cols--main">
          <div class="stack">
            {(row.body.cited.length === 0 ? [unreadOf(view)] : row.body.cited).map((one, at) => (
              <Cited f={f} view={view} one={one} at={at} token={token} />
            ))}
            {row.body.problems.length === 0 ? null : (
              <Section id="problems" title={t.problems}>
                <ul class="rel small">
                  {row.body.problems.map((problem) => (
                    <li>
                      <Said f={f} text={problem} />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </div>
          <div class="stack">
            <Cells f={f} view={view} />
            <Section id="cases" title={t.handlings}>
              <ul class="rel">
                {view.handlings.map((handling) => (
                  <li>
                    <a href={f.href(`/handling/${handling.id}`)}>
                      <Said f={f} text={handling.body.asWritten ?? tracker.body.file} />
                    </a>{" "}
                    <small class="muted">{f.t.handling.states[handling.state]}</small>
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        </div>
      </div>
    </>
  );
};

/** A row of which nothing could be read is settled like a document without a candidate. */
const unreadOf = (view: TrackerRowPage): TrackerCitation => ({
  text: view.words,
  work: null,
  how: "",
  candidates: [],
  settled: null,
  handling: null,
});

const Ways = ({ f, view }: Pick<Props, "f" | "view">) => {
  const t = f.t.tracker;
  const to = (row: number): string => f.href(`/handling/imports/${view.tracker.id}/rows/${row}`);
  return (
    <>
      {view.previous === null ? null : (
        <a class="btn" href={to(view.previous)} rel="prev">
          {t.previousRow}
        </a>
      )}
      {view.next === null ? null : (
        <a class="btn" href={to(view.next)} rel="next" aria-keyshortcuts={f.keys ? "n" : undefined}>
          {t.nextRow} {f.keys ? <kbd>n</kbd> : null}
        </a>
      )}
    </>
  );
};

const Cited = ({ f, view, one, at, token }: Omit<Props, "stale"> & { one: TrackerCitation; at: number }) => {
  const t = f.t.tracker;
  const work = one.work === null ? undefined : view.works.get(one.work);
  const open = one.work === null && one.settled === null;
  const when = one.settled === null ? "" : moment(f, one.settled.at);
  return (
    <Section id={`cited-${at + 1}`} title={<Said f={f} text={one.text} />}>
      {one.how === "" ? null : (
        <p class="small muted">
          <Said f={f} text={one.how} />
        </p>
      )}
      {work === undefined ? null : (
        <p>
          <b>{t.chosen}:</b>{" "}
          <a href={f.href(`/documents/${work.id}`)}>
            <FullName f={f} work={work} />
          </a>
        </p>
      )}
      {one.settled === null ? null : (
        <p class="small">{work === undefined ? t.absentBy(one.settled.by, when) : t.chosenBy(one.settled.by, when)}</p>
      )}
      {open ? (
        <Candidates f={f} view={view} one={one} at={at} token={token} />
      ) : (
        <Choose f={f} view={view} at={at} token={token} choice="undo">
          {t.undo}
        </Choose>
      )}
      {open && token !== null ? <Search f={f} view={view} at={at} token={token} /> : null}
      {open ? (
        <div class="rowx after">
          <Choose f={f} view={view} at={at} token={token} choice="absent" hotkey="0">
            {t.notInStore}
          </Choose>
          <Choose f={f} view={view} at={at} token={token} choice="nothing">
            {t.nothing}
          </Choose>
        </div>
      ) : null}
    </Section>
  );
};

const Candidates = ({ f, view, one, at, token }: Omit<Props, "stale"> & { one: TrackerCitation; at: number }) => {
  const t = f.t.tracker;
  const first = view.row.body.cited.findIndex(({ work, settled }) => work === null && settled === null);
  if (one.candidates.length === 0) return <p class="muted">{t.noCandidate}</p>;
  return (
    <ol class="tr-candidates">
      {one.candidates.map((candidate, i) => {
        const work = view.works.get(candidate.work);
        return work === undefined ? null : (
          <li>
            <WorkLine f={f} work={work} />
            <div class="small muted">
              <Said f={f} text={candidate.why} />
            </div>
            {/* the digits belong to the first document that is still open */}
            <Choose
              f={f}
              view={view}
              at={at}
              token={token}
              choice={work.id}
              hotkey={at === first ? String(i + 1) : undefined}
            >
              {t.choose}
              <span class="sr">: {work.symbol ?? work.title}</span>
            </Choose>
          </li>
        );
      })}
    </ol>
  );
};

const WorkLine = ({ f, work }: { f: Frame; work: Work }) => (
  <>
    <a href={f.href(`/documents/${work.id}`)}>
      <FullName f={f} work={work} />
    </a>
    {work.title === null ? null : (
      <div class="title">
        <Said f={f} text={work.title} />
      </div>
    )}
  </>
);

const Search = ({ f, view, at, token }: Omit<Props, "stale"> & { at: number }) => {
  const t = f.t.tracker;
  const asked = f.query.get("cited") === String(at) ? (f.query.get("q") ?? "") : "";
  return (
    <details class="fold" open={asked !== ""}>
      <summary>{t.search}</summary>
      <form class="one-field" action={`/handling/imports/${view.tracker.id}/rows/${view.row.row}`} method="get">
        <input type="hidden" name="cited" value={String(at)} />
        <div class="field">
          <label for={`q-${at}`}>{t.searchHelp}</label>
          <input class="input" type="search" id={`q-${at}`} name="q" value={asked} />
        </div>
        <button class="btn" type="submit">
          {t.searchGo}
        </button>
      </form>
      {asked === "" ? null : view.found.length === 0 ? (
        <p class="muted">{t.nothingFound}</p>
      ) : (
        <ul class="rel">
          {view.found.map((work) => (
            <li>
              <WorkLine f={f} work={work} />
              <Choose f={f} view={view} at={at} token={token} choice={work.id}>
                {t.choose}
                <span class="sr">: {work.symbol ?? work.title}</span>
              </Choose>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};

const Choose = ({
  f,
  view,
  at,
  token,
  choice,
  hotkey,
  children,
}: Omit<Props, "stale"> & { at: number; choice: string; hotkey?: string; children?: Child }) =>
  token === null ? null : (
    <form class="inline" method="post" action={f.href(`/handling/imports/${view.tracker.id}/rows/${view.row.row}`)}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="version" value={String(view.row.version)} />
      <input type="hidden" name="cited" value={String(at)} />
      <input type="hidden" name="choice" value={choice} />
      <button class="btn btn--s" type="submit" aria-keyshortcuts={f.keys && hotkey ? hotkey : undefined}>
        {children} {f.keys && hotkey ? <kbd>{hotkey}</kbd> : null}
      </button>
    </form>
  );

/** Every cell of the row, as it stands in the workbook. */
const Cells = ({ f, view }: Pick<Props, "f" | "view">) => {
  const t = f.t.tracker;
  const { row, tracker } = view;
  const labels = tracker.body.sheets[row.body.sheet]?.labels ?? [];
  return (
    <Section id="cells" title={t.cells}>
      <dl class="hl-facts">
        {row.body.cells.map((cell, at) => {
          const [shown, meant] = [shownCell(cell), shownCell(row.body.meant[at])];
          return shown === "" ? null : (
            <div>
              <dt>
                <Said f={f} text={labels[at] || t.cell} />
              </dt>
              <dd class="tr-cell">
                <Said f={f} text={shown} />
                {meant === shown || meant === "" ? null : (
                  <span class="small muted">
                    {" "}
                    <Said f={f} text={t.ditto(meant)} />
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
};
