import { HANDLING_FORMS } from "../../../src/domain/handling-form.ts";
import { HANDLING_STATES, HANDLING_STEPS, type Handling, type HandlingStep } from "../../../src/domain/handling.ts";
import type { Work } from "../../../src/domain/work.ts";
import type { HandlingFault } from "../../../src/use-cases/change-handling.ts";
import type { HandlingView } from "../../../src/use-cases/view-handling.ts";
import { Field, FieldFrame } from "../../components/field.tsx";
import { FullName, Said } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { monthWords } from "../handling/filters.ts";

/** A form that was sent and could not be stored. */
export interface Attempt {
  readonly values: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, HandlingFault>>;
  readonly several: Readonly<Record<string, readonly Work[]>>;
}

export interface FormProps {
  readonly f: Frame;
  readonly view: HandlingView;
  readonly attempt: Attempt | null;
  readonly token: string;
}

/** Everything a person may change of a handling, in one form that knows the version it was filled in on. */
export const HandlingForm = ({ f, view, attempt, token }: FormProps) => {
  const t = f.t.handling;
  const { handling } = view;
  const values = valuesOf(f, handling, view);
  const at = (name: string): string => attempt?.values[name] ?? values[name] ?? "";
  const wrong = (name: string): string | null => {
    const fault = attempt?.faults[name];
    return fault === undefined ? null : t.fault[fault];
  };
  const text = (name: "officer" | "session" | "formText", help?: string) => (
    <Field name={name} label={t.fields[name]} help={help} value={at(name)} />
  );
  return (
    <form class="flow hl-form" method="post" action={f.href(`/handling/${handling.id}`)}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="version" value={String(handling.version)} />
      <div class="hl-grid">
        <Choice
          name="state"
          label={t.fields.state}
          value={at("state")}
          choices={HANDLING_STATES.map((s) => [s, t.states[s]])}
        />
        <Choice
          name="form"
          label={t.fields.form}
          value={at("form")}
          choices={[["", t.undecided], ...HANDLING_FORMS.map((form) => [form, t.forms[form]] as const)]}
        />
        {text("formText")}
        <UnitField f={f} value={at("unit")} units={view.units} />
        {text("officer")}
        <Field name="due" label={t.fields.due} help={t.fields.dueHelp} value={at("due")} fault={wrong("due")} />
        {text("session")}
      </div>
      <Field name="content" label={t.fields.content} value={at("content")} long />
      <Steps f={f} at={at} wrong={wrong} />
      <div class="hl-grid">
        <WorkField
          f={f}
          name="result"
          value={at("result")}
          fault={wrong("result")}
          several={attempt?.several["result"]}
        />
        <Field
          name="doneMonth"
          label={t.fields.doneMonth}
          help={t.fields.doneMonthHelp}
          value={at("doneMonth")}
          fault={wrong("doneMonth")}
        />
      </div>
      <Field
        name="outcome"
        label={t.fields.outcome}
        help={t.fields.outcomeHelp}
        value={at("outcome")}
        fault={wrong("outcome")}
        long
      />
      <Field name="note" label={t.fields.note} value={at("note")} long />
      {view.work === null ? (
        <WorkField f={f} name="work" value={at("work")} fault={wrong("work")} several={attempt?.several["work"]} />
      ) : null}
      <button class="btn btn--go" type="submit">
        {t.save}
      </button>
    </form>
  );
};

/** What is stored, as an official writes it. */
function valuesOf(f: Frame, { unit, due, state, result, work, body }: Handling, view: HandlingView) {
  const values: Record<string, string> = {
    state,
    form: body.form ?? "",
    formText: body.formText,
    unit: unit === null ? "" : (view.unitName ?? unit),
    officer: body.officer,
    due: due === null ? "" : f.date(due),
    session: body.session,
    content: body.content,
    result: view.result?.symbol ?? result ?? "",
    doneMonth: body.doneMonth === null ? "" : monthWords(body.doneMonth),
    outcome: body.outcome ?? "",
    note: body.note,
    work: work ?? "",
  };
  for (const step of HANDLING_STEPS) {
    const of = body.steps[step];
    values[`step.${step}.day`] = of?.day ? f.date(of.day) : "";
    values[`step.${step}.number`] = of?.number ?? "";
    values[`step.${step}.text`] = of?.text ?? "";
  }
  return values;
}

export const Choice = ({
  name,
  label,
  value,
  choices,
}: {
  name: string;
  label: string;
  value: string;
  choices: readonly (readonly [string, string])[];
}) => (
  <FieldFrame id={name} label={label}>
    <select class="input" id={name} name={name}>
      {choices.map(([choice, words]) => (
        <option value={choice} selected={choice === value}>
          {words}
        </option>
      ))}
    </select>
  </FieldFrame>
);

/** A unit by its name; those known are offered, any other may be written. */
export const UnitField = ({ f, value, units }: { f: Frame; value: string; units: readonly string[] }) => (
  <FieldFrame id="unit" label={f.t.handling.fields.unit}>
    <input class="input" id="unit" name="unit" value={value} list="units" autocomplete="off" />
    <datalist id="units">
      {units.map((name) => (
        <option value={name} />
      ))}
    </datalist>
  </FieldFrame>
);

/** A document by its number; where several fit, each is offered with its whole name. */
export const WorkField = ({
  f,
  name,
  value,
  fault,
  several = [],
}: {
  f: Frame;
  name: "work" | "result";
  value: string;
  fault: string | null;
  several?: readonly Work[];
}) => {
  const t = f.t.handling.fields;
  return (
    <div>
      <Field
        name={name}
        label={t[name]}
        help={name === "work" ? t.workHelp : t.resultHelp}
        value={value}
        fault={fault}
      />
      {several.length === 0 ? null : (
        <fieldset class="flow-s">
          <legend>{f.t.handling.choose}</legend>
          {several.map((work) => (
            <label class="check">
              <input type="radio" name={`${name}.chosen`} value={work.id} />
              <span>
                <FullName f={f} work={work} />
                {work.title === null ? null : (
                  <>
                    {", "}
                    <Said f={f} text={work.title} />
                  </>
                )}
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
};

const Steps = ({
  f,
  at,
  wrong,
}: {
  f: Frame;
  at: (name: string) => string;
  wrong: (name: string) => string | null;
}) => {
  const t = f.t.handling;
  return (
    <div class="flow-s">
      <h3>{t.stepsTitle}</h3>
      <p class="small muted">{t.stepsWhy}</p>
      {HANDLING_STEPS.map((step) => (
        <StepFields f={f} step={step} at={at} fault={wrong(`step.${step}.day`)} />
      ))}
    </div>
  );
};

const StepFields = ({
  f,
  step,
  at,
  fault,
}: {
  f: Frame;
  step: HandlingStep;
  at: (name: string) => string;
  fault: string | null;
}) => {
  const t = f.t.handling;
  const field = (part: "day" | "number" | "text") => (
    <Field
      name={`step.${step}.${part}`}
      id={`step-${step}-${part}`}
      label={t.fields[part]}
      value={at(`step.${step}.${part}`)}
      fault={part === "day" ? fault : null}
    />
  );
  return (
    <fieldset class="hl-step">
      <legend>{t.steps[step]}</legend>
      {field("day")}
      {field("number")}
      {field("text")}
    </fieldset>
  );
};
