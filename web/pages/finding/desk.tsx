import type { Assignment } from "../../../src/domain/desk.ts";
import type { FindingView } from "../../../src/use-cases/view-findings.ts";
import { moment } from "../../components/moment.ts";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import type { Params } from "../findings/filters.ts";

interface DeskProps {
  readonly f: Frame;
  readonly view: FindingView;
  /** Null: it is only read. */
  readonly token: string | null;
  readonly params: Params;
}

/** Who deals with the finding and what people wrote beside it. */
export const Desk = (props: DeskProps) => {
  const { f, view } = props;
  if (view.assigned === null && view.assignedBefore.length === 0 && view.notes.length === 0) return null;
  return (
    <section class="flow-s desk-notes" aria-labelledby="h-desk">
      <h2 class="small" id="h-desk">
        {f.t.triage.note.list}
      </h2>
      {view.assigned === null ? null : <Given f={f} given={view.assigned} />}
      <Notes {...props} />
      {view.assignedBefore.length === 0 ? null : (
        <details class="fold small">
          <summary>{f.t.triage.assign.before}</summary>
          <ul class="rel">
            {view.assignedBefore.map((given) => (
              <li>
                {given.to}, {given.by}, {moment(f, given.at)}
                {given.endedAt === null ? null : (
                  <span class="muted">; {f.t.triage.assign.ended(moment(f, given.endedAt))}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

const Given = ({ f, given }: { f: Frame; given: Assignment }) => {
  const t = f.t.triage;
  const over = given.due !== null && given.due < f.today;
  return (
    <div class="signed small">
      <b>{t.assign.now(given.to)}</b>
      {given.due === null ? null : (
        <>
          ,{" "}
          <span class={over ? "tq__note--over" : undefined}>
            {over ? t.rowOver(f.date(given.due)) : t.assign.until(f.date(given.due))}
          </span>
        </>
      )}
      , {given.by}, {moment(f, given.at)}
      {given.note === null ? null : (
        <p>
          <Said f={f} text={given.note} />
        </p>
      )}
    </div>
  );
};

const Notes = ({ f, view, token, params }: DeskProps) => {
  const t = f.t.triage.note;
  return (
    <>
      {view.notes.map((note) =>
        note.removedAt === null ? (
          <div class="signed small">
            <b>{note.by}</b>, {moment(f, note.at)}
            <p class="desk-notes__text">
              <Said f={f} text={note.text} />
            </p>
            {token === null ? null : (
              <form method="post" action={f.href(`/findings/${view.finding.key}/notes/${note.id}/remove`, params)}>
                <input type="hidden" name="token" value={token} />
                <button class="btn btn--s btn--quiet" type="submit">
                  {t.remove}
                </button>
              </form>
            )}
          </div>
        ) : (
          <p class="small muted">
            {note.by}, {moment(f, note.at)}; {t.removed(moment(f, note.removedAt))}
          </p>
        ),
      )}
    </>
  );
};
