import { HANDLING_FORMS } from "../../../src/domain/handling-form.ts";
import type { Made } from "../../../src/use-cases/make-handling.ts";
import { Field } from "../../components/field.tsx";
import { PageHead } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import type { Frame } from "../../frame.ts";
import { Choice, UnitField, WorkField } from "../handling-one/form.tsx";

/** A case by hand: the document, what is to be done, by whom, until when. */
export const HandlingNewPage = ({
  f,
  values,
  refused,
  units,
  token,
}: {
  f: Frame;
  values: Readonly<Record<string, string>>;
  refused: Extract<Made, { ok: false }> | null;
  units: readonly string[];
  token: string;
}) => {
  const t = f.t.handling;
  const wrong = (name: "work" | "form" | "due"): string | null => {
    const fault = refused?.faults[name];
    return fault === undefined ? null : t.fault[fault];
  };
  return (
    <>
      <PageHead title={t.makeTitle}>{t.makeLead}</PageHead>
      <div class="flow">
        {refused === null ? null : (
          <Message kind="fault" what={t.faults}>
            {t.faultsWhy}
          </Message>
        )}
        <form class="flow hl-narrow" method="post" action={f.href("/handling/new")}>
          <input type="hidden" name="token" value={token} />
          <WorkField f={f} name="work" value={values["work"] ?? ""} fault={wrong("work")} several={refused?.several} />
          <Choice
            name="form"
            label={t.fields.form}
            value={values["form"] ?? ""}
            choices={[["", t.undecided], ...HANDLING_FORMS.map((form) => [form, t.forms[form]] as const)]}
          />
          <Field name="content" label={t.fields.content} value={values["content"]} long />
          <UnitField f={f} value={values["unit"] ?? ""} units={units} />
          <Field name="due" label={t.fields.due} help={t.fields.dueHelp} value={values["due"]} fault={wrong("due")} />
          <button class="btn btn--go" type="submit">
            {t.makeGo}
          </button>
        </form>
      </div>
    </>
  );
};
