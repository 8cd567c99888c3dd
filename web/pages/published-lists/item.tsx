import type { AnswerFault } from "../../../src/use-cases/answer-list-item.ts";
import { type ListImportView, type ListItem, markOf } from "../../../src/use-cases/view-list-imports.ts";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";

/** Who is right, and why; what was answered stays to be read. */
export const AnswerForm = ({
  f,
  view,
  item,
  why,
  may,
  typed,
  token,
}: {
  f: Frame;
  view: ListImportView;
  item: ListItem;
  why: AnswerFault | null;
  may: boolean;
  typed: ReadonlyMap<string, string>;
  token: string;
}) => {
  const t = f.t.lists;
  const { answer } = item;
  return (
    <>
      {why === null || why === "no-list" ? null : (
        <Message kind={why === "somebody-first" ? "warn" : "fault"} what={t.faults[why]} />
      )}
      {item.reopened ? <p class="small muted">{t.reopened}</p> : null}
      {answer === null ? null : (
        <p>
          <b>{t.answers[answer.side]}</b> <Said f={f} text={answer.reason} />{" "}
          <span class="small muted">
            {words(answer.by)}, {moment(f, answer.at)}
          </span>
        </p>
      )}
      {may ? (
        <form class="list-answer" method="post" action={f.href(`/reports/lists/${view.entry.id}/answer`)}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="key" value={item.key} />
          <input type="hidden" name="seen" value={markOf(item)} />
          {answer === null ? (
            <>
              <label for={`r-${item.key}`}>{t.why}</label>
              <input
                class="input"
                id={`r-${item.key}`}
                name="reason"
                value={why === null ? "" : (typed.get("reason") ?? "")}
                autocomplete="off"
              />
              <button class="btn btn--s" type="submit" name="side" value="ours">
                {t.answers.ours}
              </button>
              <button class="btn btn--s" type="submit" name="side" value="theirs">
                {t.answers.theirs}
              </button>
            </>
          ) : (
            <button class="btn btn--s btn--quiet" type="submit" name="side" value="open">
              {t.takeBack}
            </button>
          )}
        </form>
      ) : null}
      {answer?.side === "theirs" ? (
        <p class="small">
          <a href={f.href(`/documents/${item.work.id}/effects/new`)}>{t.mend}</a>
        </p>
      ) : null}
    </>
  );
};
