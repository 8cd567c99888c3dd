import type { Child } from "hono/jsx";
import { HANDLING_FORM_NAMES, HANDLING_FORMS } from "../../../src/domain/handling-form.ts";
import { LEGAL_ASPECTS, type SheetAspect, SOCIAL_ASPECTS } from "../../../src/domain/review-sheet.ts";
import type { SheetWriting } from "../../../src/use-cases/write-sheet.ts";
import { Field, FieldFrame } from "../../components/field.tsx";
import { Section } from "../../components/layout.tsx";
import { FullName, Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { Delegations, Evidence } from "./evidence.tsx";
import type { SheetPageProps } from "./page.tsx";
import { groundBox } from "./read-writing.ts";

/** The phiếu itself: fields while it is written, words afterwards. */
export const SheetForm = (props: SheetPageProps) => {
  const { f, view, token, rights, typed } = props;
  const t = f.t.sheets;
  const { sheet } = view;
  const writing: SheetWriting = typed.at === "write" && typed.writing !== null ? typed.writing : sheet.body;
  const editing = rights.write && (sheet.state === "open" || sheet.state === "returned");
  const parts = { f, view, writing, editing };
  const body = (
    <>
      <Section id="h-legal" title={t.legal} aside={<p>{t.legalWhy}</p>}>
        {LEGAL_ASPECTS.map((aspect, i) => (
          <Aspect {...parts} aspect={aspect} n={i + 1}>
            <Evidence f={f} view={view} aspect={aspect} />
          </Aspect>
        ))}
      </Section>
      <Section id="h-social" title={t.social} aside={<p>{t.socialWhy}</p>}>
        {SOCIAL_ASPECTS.map((aspect, i) => (
          <Aspect {...parts} aspect={aspect} n={i + 1}>
            {aspect === "uncovered" && view.delegations.length > 0 ? <Delegations f={f} view={view} /> : null}
          </Aspect>
        ))}
      </Section>
      <Section id="h-conclusion" title={t.conclusion}>
        {editing ? <Conclusion {...props} writing={writing} /> : <Concluded {...parts} />}
      </Section>
    </>
  );
  if (!editing) return <div class="flow">{body}</div>;
  return (
    <form class="flow" method="post" action={f.href(`/sheets/${sheet.id}`)} id="sheet-form">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="seen" value={String(sheet.version)} />
      {body}
      <div class="acts acts--left sheet-save">
        <button class="btn btn--go" type="submit" name="do" value="save" aria-keyshortcuts={f.keys ? "s" : undefined}>
          {t.save} {f.keys ? <kbd>s</kbd> : null}
        </button>
        <button class="btn" type="submit" name="do" value="propose" aria-keyshortcuts={f.keys ? "p" : undefined}>
          {t.propose} {f.keys ? <kbd>p</kbd> : null}
        </button>
        <span class="small muted">{t.proposeWhy}</span>
      </div>
    </form>
  );
};

interface Parts {
  readonly f: Frame;
  readonly view: SheetPageProps["view"];
  readonly writing: SheetWriting;
  readonly editing: boolean;
}

/** One row: what it rests on, what is thought of it, what is proposed. */
const Aspect = ({
  f,
  writing,
  editing,
  aspect,
  n,
  children,
}: Parts & { readonly aspect: SheetAspect; readonly n: number; readonly children: Child }) => {
  const t = f.t.sheets;
  const row = writing.rows[aspect] ?? { assessment: "", proposal: "" };
  return (
    <section class={children === null ? "aspect aspect--bare" : "aspect"} aria-labelledby={`h-${aspect}`}>
      <h3 id={`h-${aspect}`}>
        {n}. {t.aspects[aspect]}
      </h3>
      {children === null ? null : <div class="aspect__evidence">{children}</div>}
      <div class="aspect__words">
        {(["assessment", "proposal"] as const).map((part) =>
          editing ? (
            <FieldFrame id={`${aspect}-${part}`} label={t[part]}>
              <textarea class="input" id={`${aspect}-${part}`} name={`${aspect}-${part}`} rows={3}>
                {row[part]}
              </textarea>
            </FieldFrame>
          ) : (
            <div>
              <p class="small muted">{t[part]}</p>
              <p class="pre">{row[part] === "" ? t.notWritten : words(row[part])}</p>
            </div>
          ),
        )}
      </div>
    </section>
  );
};

/** The ground, the form of handling and what is recommended. */
const Conclusion = ({ f, view, writing, fault, typed }: SheetPageProps & { readonly writing: SheetWriting }) => {
  const t = f.t.sheets;
  const at = (name: typeof fault): string | null => (fault === name && name !== null ? t.faults[name] : null);
  const back = typed.at === "write" ? typed.fields : null;
  return (
    <div class="sheet-end">
      <fieldset class="field">
        <legend class="legend">{t.ground}</legend>
        {(["legal", "socio-economic"] as const).map((ground) => (
          <label class="check">
            <input type="radio" name="ground" value={ground} checked={writing.ground === ground} /> {t.grounds[ground]}
          </label>
        ))}
      </fieldset>
      {view.grounds.length === 0 ? null : (
        <fieldset class="field">
          <legend class="legend">{t.groundWorks}</legend>
          <p class="field__help">{t.groundWorksHelp}</p>
          {view.grounds.map((work) => (
            <label class="check">
              <input
                type="checkbox"
                name={groundBox(work.id)}
                value="yes"
                checked={writing.groundWorks.includes(work.id)}
              />
              <span>
                <FullName f={f} work={work} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Field name="groundAdd" label={t.groundAdd} help={t.groundAddHelp} value={back?.get("groundAdd")} />
      <Field name="groundText" label={t.groundText} help={t.groundTextHelp} value={writing.groundText} long />
      <FieldFrame id="form" label={t.formPick} fault={at("form-missing")}>
        <select class="input" id="form" name="form">
          <option value="">{t.formUndecided}</option>
          {HANDLING_FORMS.map((form) => (
            <option value={form} selected={writing.form === form} lang={f.lang === "vi" ? undefined : "vi"}>
              {HANDLING_FORM_NAMES[form]}
            </option>
          ))}
        </select>
      </FieldFrame>
      <Field
        name="formReason"
        label={t.formReason}
        help={t.formReasonHelp}
        value={writing.formReason ?? ""}
        fault={at("reason-missing")}
        long
      />
      <Field
        name="content"
        label={t.content}
        help={t.contentHelp}
        value={writing.content}
        fault={at("content-missing")}
        long
      />
      <div class="rowx rowx--end">
        <FieldFrame id="draftingUnit" label={t.draftingUnit}>
          <input
            class="input"
            id="draftingUnit"
            name="draftingUnit"
            list="sheet-units"
            value={view.units.find((u) => u.id === writing.draftingUnit)?.name ?? writing.draftingUnit ?? ""}
            autocomplete="off"
          />
        </FieldFrame>
        <Field
          name="deadline"
          label={t.deadline}
          help={t.dayHelp}
          value={back?.get("deadline") ?? (writing.deadline === null ? "" : f.date(writing.deadline))}
          fault={at("bad-deadline")}
        />
      </div>
      <datalist id="sheet-units">
        {view.units.map((unit) => (
          <option value={unit.name} />
        ))}
      </datalist>
    </div>
  );
};

const Concluded = ({ f, view, writing }: Parts) => {
  const t = f.t.sheets;
  const line = (label: string, value: Child) => (
    <div>
      <dt>{label}</dt>
      <dd class="pre">{value}</dd>
    </div>
  );
  const unit = view.units.find((u) => u.id === writing.draftingUnit)?.name ?? writing.draftingUnit;
  return (
    <dl class="sheet-facts">
      {line(t.ground, t.grounds[writing.ground])}
      {view.grounds.length === 0
        ? null
        : line(
            t.groundWorks,
            <ul>
              {view.grounds.map((work) => (
                <li>
                  <a href={f.href(`/documents/${work.id}`)}>
                    <FullName f={f} work={work} />
                  </a>
                </li>
              ))}
            </ul>,
          )}
      {writing.groundText === "" ? null : line(t.groundText, words(writing.groundText))}
      {line(
        t.formPick,
        writing.form === null ? t.formUndecided : <Said f={f} text={HANDLING_FORM_NAMES[writing.form]} />,
      )}
      {writing.formReason === null ? null : line(t.formReason, words(writing.formReason))}
      {line(t.content, writing.content === "" ? t.notWritten : words(writing.content))}
      {unit === null ? null : line(t.draftingUnit, unit)}
      {writing.deadline === null ? null : line(t.deadline, f.date(writing.deadline))}
    </dl>
  );
};
