import type { Decision } from "../../../src/domain/decision.ts";
import type { Problem } from "../../../src/domain/problem.ts";
import type { FindingView } from "../../../src/use-cases/view-findings.ts";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { vi } from "../../i18n/vi.ts";

export interface DecideProps {
  readonly token: string;
  /** What the form that came back lacks. */
  readonly fault: "reason-missing" | "day-missing" | "taken" | null;
  /** Fields as typed, when the form came back. */
  readonly typed: { readonly why: string; readonly note: string; readonly until: string };
  /** The decision made a moment ago on the finding before this one. */
  readonly done: { readonly finding: string; readonly decision: Decision } | null;
  readonly undone: boolean;
  /** A second reader may be asked about this finding. */
  readonly mayAsk: boolean;
  /** Why it gave no opinion a moment ago. */
  readonly askFault: Problem | null;
}

/** What was decided on the finding before this one, and the way back. */
export const JustDone = ({ f, decide: { done, undone, token } }: { f: Frame; decide: DecideProps }) => {
  const t = f.t.decision;
  if (undone) return <Message kind="ok" what={t.saved.undone} />;
  if (done === null) return null;
  return (
    <div class="rowx between msg-row">
      <Message kind="ok" what={t.saved[done.decision.verdict]} />
      <form method="post" action={f.href(`/findings/${done.finding}/undo`)}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="id" value={done.decision.id} />
        <button class="btn btn--s" type="submit" aria-keyshortcuts={f.keys ? "u" : undefined}>
          {t.undo} {f.keys ? <kbd>u</kbd> : null}
        </button>
      </form>
    </div>
  );
};

/** Where the finding stands: decided, exempted, or open again because its words changed. */
export const Standing = ({ f, view, token }: { f: Frame; view: FindingView; token: string }) => {
  const t = f.t.decision;
  const { decision, suppression, reopened } = view;
  return (
    <>
      {reopened === null || decision !== null ? null : (
        <Message kind="warn" what={t.reopened(t.states[reopened.verdict], reopened.by, moment(f, reopened.at))}>
          {reopened.reason === null ? null : <Said f={f} text={reopened.reason} />}
        </Message>
      )}
      {suppression === null || decision !== null ? null : (
        <Message what={<Said f={f} text={t.suppress.under(suppression.reason)} />}>
          {t.suppress.by(suppression.by, moment(f, suppression.at))}
        </Message>
      )}
      {view.history.length === 0 ? null : (
        <section class="flow-s" aria-labelledby="h-history">
          <h2 id="h-history" class="small">
            {t.history}
          </h2>
          <ul class="rel small">
            {view.history.map((d) => (
              <li>
                <b>{t.states[d.verdict]}</b>
                {d.until === null ? null : ` ${t.untilDay(f.date(d.until))}`}
                {d.reason === null ? null : (
                  <>
                    {": "}
                    <Said f={f} text={d.reason} />
                  </>
                )}{" "}
                <span class="muted">
                  {d.by}, {moment(f, d.at)}
                  {d.undoneAt === null ? null : `; ${t.undone(moment(f, d.undoneAt))}`}
                </span>{" "}
                {d.id === decision?.id ? (
                  <form class="inline" method="post" action={f.href(`/findings/${view.finding.key}/undo`)}>
                    <input type="hidden" name="token" value={token} />
                    <input type="hidden" name="id" value={d.id} />
                    <button class="btn btn--s" type="submit" aria-keyshortcuts={f.keys ? "u" : undefined}>
                      {t.undo} {f.keys ? <kbd>u</kbd> : null}
                    </button>
                  </form>
                ) : null}
              </li>
            ))}
          </ul>
          {decision?.verdict === "dismissed" ? (
            <p>
              <a href={f.href(`/findings/${view.finding.key}/suppress`)}>{t.generalise}</a>
            </p>
          ) : null}
        </section>
      )}
    </>
  );
};

/** Confirm, dismiss, put off, ask: buttons that keys press. Works without script. */
export const DecideForm = ({
  f,
  view,
  decide: { token, fault, typed },
  filters,
}: {
  f: Frame;
  view: FindingView;
  decide: DecideProps;
  filters: Readonly<Record<string, string | null>>;
}) => {
  const t = f.t.decision;
  const key = (k: string) => (f.keys ? <kbd>{k}</kbd> : null);
  const act = (to: string, label: string, k: string, look: string) => (
    <button class={look} type="submit" name="to" value={to} aria-keyshortcuts={f.keys ? k : undefined}>
      {label} {key(k)}
    </button>
  );
  return (
    <form
      class="decide"
      method="post"
      action={f.href(`/findings/${view.finding.key}/decide`, filters)}
      aria-label={t.yours}
      id="decide"
    >
      <h2 class="sr">{t.yours}</h2>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="after" value={view.decision?.id ?? ""} />
      {fault === null ? null : (
        <div class="decide__acts">
          <Message kind="fault" what={t.faults[fault]}>
            {t.faultWhy[fault]}
          </Message>
        </div>
      )}
      <div class="decide__acts acts">
        {act("confirmed", t.confirm, "c", "btn btn--go")}
        {act("dismissed", t.dismiss, "d", "btn")}
        {act("opinion", t.opinion, "o", "btn btn--quiet")}
        {act("later", t.later, "s", "btn btn--quiet")}
      </div>
      <div class="field">
        <label for="why">{t.reason}</label>
        <select class="input" id="why" name="why" aria-keyshortcuts={f.keys ? "r" : undefined}>
          <option value="">{t.reasonPick}</option>
          {t.reasons.map((reason, i) => (
            <option value={vi.decision.reasons[i]} selected={typed.why === vi.decision.reasons[i]}>
              {reason}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="note">
          {t.note} {key("n")}
        </label>
        <input class="input" id="note" name="note" value={typed.note} aria-keyshortcuts={f.keys ? "n" : undefined} />
      </div>
      <div class="field">
        <label for="until">{t.until}</label>
        <input
          class="input"
          id="until"
          name="until"
          value={typed.until}
          inputmode="numeric"
          autocomplete="off"
          placeholder={t.untilHelp}
        />
      </div>
    </form>
  );
};
