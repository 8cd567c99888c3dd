import type { Problem } from "../../../src/domain/problem.ts";
import type { TrackerSummary } from "../../../src/use-cases/view-tracker.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Cell, NameCell, Row, Table } from "../../components/table.tsx";
import type { Frame } from "../../frame.ts";
import { ProblemMessage } from "../../components/problem-message.tsx";

/** Where trackers come in, and those that were read in. `token` is null where nothing can be taken in. */
export const TrackersPage = ({
  f,
  trackers,
  token,
  problem,
}: {
  f: Frame;
  trackers: readonly TrackerSummary[];
  token: string | null;
  problem: Problem | null;
}) => {
  const t = f.t.tracker;
  return (
    <>
      <PageHead
        title={t.title}
        acts={
          <a class="btn" href={f.href("/handling")}>
            {f.t.handling.back}
          </a>
        }
      >
        {t.lead}
      </PageHead>
      <div class="flow">
        <ProblemMessage f={f} problem={problem} />
        {token === null ? (
          <Message kind="warn" what={f.t.import.off}>
            {f.t.import.offWhy}
          </Message>
        ) : (
          <UploadForm f={f} token={token} />
        )}
      </div>
      <Section id="list" title={t.list}>
        {trackers.length === 0 ? <p class="muted">{t.none}</p> : <List f={f} trackers={trackers} />}
      </Section>
    </>
  );
};

const UploadForm = ({ f, token }: { f: Frame; token: string }) => {
  const t = f.t.tracker;
  return (
    <form class="flow hl-narrow" method="post" action={f.href("/handling/imports")} enctype="multipart/form-data">
      <input type="hidden" name="token" value={token} />
      <div class="field">
        <label for="files">{t.file}</label>
        <span class="field__help" id="files-help">
          {t.fileHelp}
        </span>
        <input
          class="input"
          type="file"
          id="files"
          name="files"
          required
          accept=".xlsx"
          aria-describedby="files-help"
        />
      </div>
      <button class="btn btn--go" type="submit">
        {t.go}
      </button>
    </form>
  );
};

const List = ({ f, trackers }: { f: Frame; trackers: readonly TrackerSummary[] }) => {
  const t = f.t.tracker;
  return (
    <Table
      caption={t.list}
      columns={[{ head: t.file }, { head: t.rows, class: "num" }, { head: t.waiting, class: "num" }, { head: t.when }]}
    >
      {trackers.map(({ tracker, rows, waiting }) => {
        const last = tracker.body.updates.at(-1);
        return (
          <Row>
            <NameCell>
              <a href={f.href(`/handling/imports/${tracker.id}`)} data-row>
                {tracker.body.file}
              </a>
            </NameCell>
            <Cell class="num" label={t.rows}>
              {f.t.n(rows)}
            </Cell>
            <Cell class="num" label={t.waiting}>
              {waiting === 0 ? <span class="faint">0</span> : <b>{f.t.n(waiting)}</b>}
            </Cell>
            <Cell label={t.when}>
              {moment(f, tracker.at)}, {t.by(tracker.body.by)}
              {last === undefined ? null : (
                <small class="muted">; {t.updated(tracker.body.updates.length, moment(f, last.at))}</small>
              )}
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
};
