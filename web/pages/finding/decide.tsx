import type { AttachmentsProps } from "../../components/attachments.tsx";
import type { Decision } from "../../../src/domain/decision.ts";
import type { Problem } from "../../../src/domain/problem.ts";
import { batchOf } from "../../../src/use-cases/decide-findings.ts";
import type { FindingView } from "../../../src/use-cases/view-findings.ts";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import type { Params } from "../findings/filters.ts";

export interface DecideProps {
  readonly token: string;
  /** May this person decide on it? Otherwise it is only read. */
  readonly may: boolean;
  /** What the form that came back lacks. */
  readonly fault: "reason-missing" | "day-missing" | "taken" | null;
  /** Fields as typed, when the form came back. */
  readonly typed: { readonly why: string; readonly note: string; readonly until: string };
  /** The decision made a moment ago on the finding before this one. */
  readonly done: { readonly finding: string; readonly decision: Decision } | null;
  /** What else was done a moment ago, in words; null = nothing. */
  readonly said: string | null;
  /** Findings that still wait in the queue. */
  readonly left: number;
  /** What a form of the desk lacks that came back. */
  readonly desk: DeskFault | null;
  /** Names to choose from when assigning. */
  readonly names: readonly string[];
  /** A second reader may be asked about this finding. */
  readonly mayAsk: boolean;
  /** Why it gave no opinion a moment ago. */
  readonly askFault: Problem | null;
  /** What is attached. */
  readonly files: AttachmentsProps;
}

/** A form beside the decisions that came back, with what is wrong and what was typed. */
export type DeskFault =
  | {
      readonly act: "assign";
      readonly why: "name-missing" | "name-too-long" | "bad-due";
      readonly typed: { readonly to: string; readonly due: string; readonly note: string };
    }
  | { readonly act: "note"; readonly why: "text-missing" | "not-yours" };

/** What was done a moment ago, here or on the finding before this one, and the way back. */
export const JustDone = ({
  f,
  decide: { done, said, token, left },
  params,
}: {
  f: Frame;
  decide: Pick<DecideProps, "done" | "said" | "token" | "left">;
  params: Params;
}) => {
  const t = f.t.decision;
  if (said !== null) return <Message kind="ok" what={said} />;
  if (done === null) return null;
  return (
    <div class="rowx between msg-row">
      <Message kind="ok" what={f.t.triage.saved[done.decision.verdict](left)} />
      <form method="post" action={f.href(`/findings/${done.finding}/undo`, params)}>
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
export const Standing = ({
  f,
  view,
  decide: { token, may },
}: {
  f: Frame;
  view: FindingView;
  decide: Pick<DecideProps, "token" | "may">;
}) => {
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
                {batchOf(d) === null ? null : (
                  <a href={f.href(`/findings/bulk/${batchOf(d)}`)}>{f.t.triage.bulk.inBatch}</a>
                )}{" "}
                {may && d.id === decision?.id ? (
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
          {may && decision?.verdict === "dismissed" ? (
            <p>
              <a href={f.href(`/findings/${view.finding.key}/suppress`)}>{t.generalise}</a>
            </p>
          ) : null}
        </section>
      )}
    </>
  );
};
