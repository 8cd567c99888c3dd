import { type Consultation, isStanding, OPINION_ANSWERS } from "../../../src/domain/review-sheet.ts";
import { isOverdue } from "../../../src/use-cases/consult-unit.ts";
import { Attachments } from "../../components/attachments.tsx";
import { Field, FieldFrame } from "../../components/field.tsx";
import { Section } from "../../components/layout.tsx";
import { moment } from "../../components/moment.ts";
import { words } from "../../components/words.tsx";
import type { SheetPageProps } from "./page.tsx";

/** Who was asked, what they said, who has not answered; and the forms to ask and to answer. */
export const Opinions = (props: SheetPageProps) => {
  const { f, view, rights } = props;
  const t = f.t.sheets.consult;
  const { consultations, sheet } = view;
  const standing = isStanding(sheet.state);
  return (
    <Section
      id="h-opinions"
      title={
        <>
          {t.title} <span class="n">{f.t.n(consultations.length)}</span>
        </>
      }
    >
      {consultations.length === 0 ? <p class="small muted">{t.none}</p> : null}
      <ul class="rel opinions">
        {consultations.map((asked) => (
          <li id={`q-${asked.id}`}>
            <Said {...props} asked={asked} />
            <Files {...props} asked={asked} />
            {standing && asked.body.withdrawn === null ? <Answer {...props} asked={asked} /> : null}
          </li>
        ))}
      </ul>
      {standing && rights.write ? <Ask {...props} /> : null}
    </Section>
  );
};

const Said = ({ f, asked }: SheetPageProps & { readonly asked: Consultation }) => {
  const t = f.t.sheets.consult;
  const { body, answeredAt, due } = asked;
  const late = isOverdue(asked, f.today);
  return (
    <>
      <p>
        <b>{body.unitName}</b>:{" "}
        {body.withdrawn !== null ? (
          <>
            {t.isWithdrawn} ({body.withdrawn})
          </>
        ) : body.answer === null ? (
          <span class={late ? "late" : undefined}>
            {t.waiting}
            {due === null ? "" : `, ${t.dueDay(f.date(due))}`}
            {late ? ` (${t.late})` : ""}
          </span>
        ) : (
          <b>{t.answers[body.answer]}</b>
        )}
      </p>
      {body.text === "" ? null : <p class="pre">{words(body.text)}</p>}
      {body.question === "" ? null : <p class="small muted pre">{words(body.question)}</p>}
      <p class="small muted">
        {t.askedBy(body.askedBy, moment(f, asked.askedAt))}
        {body.answer === null || answeredAt === null
          ? null
          : `; ${t.answeredBy(body.answeredBy ?? "", moment(f, answeredAt))}`}
        {body.letter === null ? null : `, ${t.byLetter(body.letter)}`}
      </p>
    </>
  );
};

/** What came with the answer: the letter of the unit. */
const Files = ({ filesOf, asked }: SheetPageProps & { readonly asked: Consultation }) => {
  const files = filesOf.get(asked.id);
  return files === undefined ? null : <Attachments {...files} heading="h3" of={asked.body.unitName} />;
};

/** A unit answers for itself; a reviewer notes what a letter says; whoever asked may ask no more. */
const Answer = (props: SheetPageProps & { readonly asked: Consultation }) => {
  const { f, view, token, rights, asked, typed, fault } = props;
  const t = f.t.sheets.consult;
  const own = rights.answer.has(asked.id);
  if (!own && !rights.write) return null;
  const at = `/sheets/${view.sheet.id}/opinions/${asked.id}`;
  const mine = typed.at === `opinion ${asked.id}`;
  const ways = [...(own ? (["answer"] as const) : []), ...(rights.write ? (["record"] as const) : [])];
  const chosen = mine ? typed.fields.get("answer") : asked.body.answer;
  return (
    <div class="acts acts--left">
      {ways.map((way) => (
        <details class="act" open={mine && typed.fields.get("way") === way}>
          <summary class="btn btn--s">
            {way === "record" ? t.record : asked.body.answer === null ? t.answer : t.again}
          </summary>
          <form class="act__panel flow-s" method="post" action={f.href(at)}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="seen" value={String(asked.version)} />
            <input type="hidden" name="way" value={way} />
            <fieldset class="field">
              <legend class="legend">{t.answerTitle}</legend>
              {OPINION_ANSWERS.map((answer) => (
                <label class="check">
                  <input type="radio" name="answer" value={answer} checked={chosen === answer} /> {t.answers[answer]}
                </label>
              ))}
            </fieldset>
            <Field
              name="text"
              id={`${way}-text-${asked.id}`}
              label={t.text}
              help={t.textHelp}
              value={mine ? typed.fields.get("text") : asked.body.text}
              fault={mine && fault === "text-missing" ? f.t.sheets.faults["text-missing"] : null}
              long
            />
            {way === "record" ? (
              <Field
                name="letter"
                id={`letter-${asked.id}`}
                label={t.letter}
                help={t.letterHelp}
                value={mine ? typed.fields.get("letter") : (asked.body.letter ?? "")}
              />
            ) : null}
            <button class="btn btn--go" type="submit">
              {way === "record" ? t.record : t.answer}
            </button>
          </form>
        </details>
      ))}
      {rights.write && asked.answeredAt === null ? (
        <details class="act" open={mine && typed.fields.get("way") === "withdraw"}>
          <summary class="btn btn--s btn--quiet">{t.withdraw}</summary>
          <form class="act__panel flow-s" method="post" action={f.href(at)}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="seen" value={String(asked.version)} />
            <input type="hidden" name="way" value="withdraw" />
            <Field name="text" id={`withdraw-${asked.id}`} label={t.withdrawWhy} />
            <button class="btn btn--go" type="submit">
              {t.withdraw}
            </button>
          </form>
        </details>
      ) : null}
    </div>
  );
};

const Ask = ({ f, view, token, typed, fault }: SheetPageProps) => {
  const t = f.t.sheets.consult;
  const mine = typed.at === "ask";
  const at = (...names: readonly (typeof fault)[]): string | null =>
    mine && fault !== null && names.includes(fault) ? f.t.sheets.faults[fault] : null;
  return (
    <details class="fold ask-unit" open={mine}>
      <summary aria-keyshortcuts={f.keys ? "a" : undefined}>{t.ask}</summary>
      <form class="flow-s" method="post" action={f.href(`/sheets/${view.sheet.id}/opinions`)}>
        <input type="hidden" name="token" value={token} />
        <FieldFrame id="ask-unit" label={t.unit} help={t.unitHelp} fault={at("unit-missing", "asked-already")}>
          <input
            class="input"
            id="ask-unit"
            name="unit"
            list="asked-units"
            value={mine ? typed.fields.get("unit") : ""}
            autocomplete="off"
            aria-describedby="ask-unit-help"
          />
        </FieldFrame>
        <datalist id="asked-units">
          {view.units.map((unit) => (
            <option value={unit.name} />
          ))}
        </datalist>
        <Field name="question" label={t.question} value={mine ? typed.fields.get("question") : ""} long />
        <Field
          name="due"
          id="ask-due"
          label={t.due}
          help={f.t.sheets.dayHelp}
          value={mine ? typed.fields.get("due") : ""}
          fault={at("bad-due")}
        />
        <button class="btn btn--go" type="submit">
          {t.ask}
        </button>
      </form>
    </details>
  );
};
