import type { Child } from "hono/jsx";
import { HANDLING_STEPS, type Handling } from "../../../src/domain/handling.ts";
import { Attachments, type AttachmentsProps } from "../../components/attachments.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Status } from "../../components/status.tsx";
import { capital, Day, FullName, Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { monthWords } from "../handling/filters.ts";
import { Due, nameOf } from "../handling/rows.tsx";
import { type FormProps, HandlingForm } from "./form.tsx";
import { ChangeHistory } from "../../components/change-history.tsx";

interface Props extends FormProps {
  readonly mayWrite: boolean;
  /** Somebody was first: what stands now is in `view`, what was typed in `attempt`. */
  readonly stale: boolean;
  readonly files: AttachmentsProps;
}

export const HandlingOnePage = (props: Props) => {
  const { f, view, mayWrite } = props;
  const t = f.t.handling;
  return (
    <>
      <PageHead
        title={words(nameOf(f, view))}
        acts={
          <a class="btn" href={f.href("/handling")}>
            {t.back}
          </a>
        }
      >
        <State f={f} view={view} />
      </PageHead>
      <div class="flow">
        <Outcome {...props} />
        <div class="cols cols--main">
          <div class="stack">
            <About f={f} view={view} />
            <Proof f={f} view={view} />
            <Likely {...props} />
            <StepList f={f} handling={view.handling} />
            {mayWrite ? (
              <Section id="edit" title={t.edit}>
                <HandlingForm {...props} />
              </Section>
            ) : (
              <p class="muted">{t.readOnly}</p>
            )}
          </div>
          <div class="stack">
            <Attachments {...props.files} />
            <History f={f} handling={view.handling} />
            <Others f={f} view={view} />
          </div>
        </div>
      </div>
    </>
  );
};

const State = ({ f, view }: Pick<Props, "f" | "view">) => {
  const { handling } = view;
  return (
    <>
      <span class={`hl-state hl-state--${handling.state}`}>{f.t.handling.states[handling.state]}</span>
      {" · "}
      <Due f={f} row={view} />
    </>
  );
};

/** What became of a form that was just sent. */
const Outcome = ({ f, view, attempt, stale }: Props) => {
  const t = f.t.handling;
  const last = view.handling.body.history.at(-1);
  if (stale && last)
    return (
      <Message kind="warn" what={t.stale(last.by, moment(f, last.at))}>
        {t.staleWhy} {t.theyDid}: <Said f={f} text={last.what} />
      </Message>
    );
  if (attempt !== null)
    return (
      <Message kind="fault" what={t.faults}>
        {t.faultsWhy}
      </Message>
    );
  const saved = f.query.get("saved");
  if (saved === "yes") return <Message kind="ok" what={t.saved} />;
  if (saved === "made") return <Message kind="ok" what={t.made} />;
  return saved === "same" ? <Message what={t.same} /> : null;
};

const About = ({ f, view }: Pick<Props, "f" | "view">) => {
  const t = f.t.handling;
  const { handling, work, result } = view;
  const { body } = handling;
  const rows: readonly (readonly [string, Child])[] = [
    [t.document, work === null ? null : <WorkLine f={f} view={view} />],
    [t.asWritten, body.asWritten === null ? null : <Said f={f} text={body.asWritten} />],
    [t.form, body.form === null ? t.undecided : t.forms[body.form]],
    [t.fields.formText, body.formText || null],
    [t.fields.content, body.content === "" ? null : <Said f={f} text={body.content} />],
    [t.unit, view.unitName ?? t.noUnit],
    [t.fields.officer, body.officer || null],
    [t.fields.session, body.session || null],
    [
      t.fields.result,
      result === null ? null : (
        <a href={f.href(`/documents/${result.id}`)}>
          <FullName f={f} work={result} />
        </a>
      ),
    ],
    [t.fields.outcome, body.outcome === null ? null : <Said f={f} text={body.outcome} />],
    [t.fields.doneMonth, body.doneMonth === null ? null : monthWords(body.doneMonth)],
    [t.fields.note, body.note || null],
  ];
  return (
    <dl class="hl-facts">
      {rows.map(([label, value]) =>
        value === null ? null : (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      <Origin f={f} view={view} />
    </dl>
  );
};

/** The plan beside what was done, with the clauses that say so. */
const Proof = ({ f, view }: Pick<Props, "f" | "view">) => {
  const t = f.t.handling;
  const { body, state } = view.handling;
  const by = body.settledBy ?? null;
  if (by === null) return null;
  return (
    <Section id="proof" title={state === "contradicted" ? t.contradicted : t.proof}>
      <p>
        <b>{t.planned}:</b> {body.form === null ? t.undecided : t.forms[body.form]}
        {body.content === "" ? null : (
          <>
            {". "}
            <Said f={f} text={body.content} />
          </>
        )}
      </p>
      {by.quotes.length === 0 ? (
        <p>
          <b>{t.actual}:</b> <Said f={f} text={body.outcome ?? ""} />
        </p>
      ) : (
        <ul class="rel">
          {by.quotes.map((quote) => (
            <li>
              <b>{t.actual}:</b>{" "}
              <a href={f.href(`/documents/${quote.work ?? by.source}`, {}, quote.eId ?? undefined)}>
                {quote.eId === null || quote.work === null
                  ? quote.symbol
                  : `${capital(view.clauses.of(quote.work, quote.eId))}, ${quote.symbol ?? ""}`}
              </a>
              {quote.quote === "" ? null : (
                <blockquote class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
                  {words(quote.quote)}
                </blockquote>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};

/** What may be the document that was to be issued: a person says so. */
const Likely = ({ f, view, token, mayWrite }: Props) => {
  const t = f.t.handling;
  if (view.likely.length === 0) return null;
  return (
    <Section id="likely" title={t.likely} aside={<p>{t.likelyWhy}</p>}>
      <ul class="rel">
        {view.likely.map((work) => (
          <li>
            <a href={f.href(`/documents/${work.id}`)}>
              <FullName f={f} work={work} />
            </a>{" "}
            {mayWrite ? (
              <form class="inline" method="post" action={f.href(`/handling/${view.handling.id}`)}>
                <input type="hidden" name="token" value={token} />
                <input type="hidden" name="version" value={String(view.handling.version)} />
                <input type="hidden" name="result" value={work.id} />
                <input type="hidden" name="state" value="done" />
                <button class="btn btn--s" type="submit">
                  {t.isResult}
                  <span class="sr">: {work.symbol ?? work.title}</span>
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
};

const WorkLine = ({ f, view: { work, status } }: Pick<Props, "f" | "view">) =>
  work === null ? null : (
    <>
      <a href={f.href(`/documents/${work.id}`)}>
        <FullName f={f} work={work} />
      </a>
      {work.title === null ? null : (
        <>
          <br />
          <Said f={f} text={work.title} />
        </>
      )}
      {status === null ? null : (
        <>
          <br />
          <Status f={f} status={status} known={work.known} />
        </>
      )}
    </>
  );

/** Where the case comes from: a sheet, a row of a tracker, somebody's hand. */
const Origin = ({ f, view }: Pick<Props, "f" | "view">) => {
  const t = f.t.handling;
  const { handling, tracker } = view;
  return (
    <div>
      <dt>{t.origin}</dt>
      <dd>
        {t.since(moment(f, handling.at), handling.body.by)}
        {handling.body.sheet === null ? null : (
          <>
            {". "}
            <a href={f.href(`/sheets/${handling.body.sheet}`)}>{t.fromSheet}</a>
          </>
        )}
        {tracker === null ? null : (
          <>
            {". "}
            <a href={f.href(`/handling/imports/${tracker.id}/rows/${handling.row ?? 0}`)}>
              {t.fromTracker(tracker.file, handling.row ?? 0)}
            </a>
          </>
        )}
      </dd>
    </div>
  );
};

/** Each step with its day, number and words; those to come are named too. */
const StepList = ({ f, handling }: { f: Frame; handling: Handling }) => {
  const t = f.t.handling;
  return (
    <Section id="steps" title={t.stepsTitle}>
      <ol class="hl-steps">
        {HANDLING_STEPS.map((step) => {
          const of = handling.body.steps[step];
          return (
            <li class={of === undefined ? "hl-steps__open" : "hl-steps__done"}>
              <b>{t.steps[step]}</b>{" "}
              {of === undefined ? (
                <span class="muted">–</span>
              ) : (
                <>
                  {of.number === "" ? null : words(of.number)} {of.day === null ? null : <Day f={f} day={of.day} />}
                  {of.text === "" ? null : (
                    <div class="small">
                      <Said f={f} text={of.text} />
                    </div>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
};

const History = ({ f, handling }: { f: Frame; handling: Handling }) => {
  const t = f.t.handling;
  return (
    <Section id="history" title={t.history}>
      <ChangeHistory f={f} history={handling.body.history} none={t.noHistory} />
    </Section>
  );
};

const Others = ({ f, view }: Pick<Props, "f" | "view">) => {
  const t = f.t.handling;
  return view.others.length === 0 ? null : (
    <Section id="others" title={t.others}>
      <ul class="rel">
        {view.others.map((other) => (
          <li>
            <a href={f.href(`/handling/${other.id}`)}>
              {other.body.form === null ? t.undecided : t.forms[other.body.form]}, {moment(f, other.at)}
            </a>{" "}
            <span class="muted">{t.states[other.state]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
