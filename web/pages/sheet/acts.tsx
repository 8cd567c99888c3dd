import type { Child } from "hono/jsx";
import { Field } from "../../components/field.tsx";
import { Message } from "../../components/message.tsx";
import type { Frame } from "../../frame.ts";
import type { SheetPageProps } from "./page.tsx";

/** What may be done with the sheet as it stands, beyond writing on it. */
export const SheetActs = (props: SheetPageProps) => {
  const { f, view, rights, alone } = props;
  const t = f.t.sheets;
  const { sheet, consultations } = view;
  const waiting = consultations.filter((c) => c.answeredAt === null).length;
  const standing = sheet.state === "open" || sheet.state === "returned" || sheet.state === "proposed";
  return (
    <section class="sheet-acts flow-s" aria-label={t.acts}>
      {sheet.state === "proposed" && waiting > 0 ? <Message kind="warn" what={t.concludeWaiting(waiting)} /> : null}
      {sheet.state === "proposed" && !rights.conclude && rights.concludeOthers ? (
        <Message what={t.concludeOther} />
      ) : null}
      <div class="acts acts--left">
        {sheet.state === "proposed" && rights.conclude ? (
          <>
            <Act {...props} what="conclude">
              <button class="btn btn--go" type="submit" aria-keyshortcuts={f.keys ? "c" : undefined}>
                {t.conclude} {f.keys ? <kbd>c</kbd> : null}
              </button>
            </Act>
            <WithReason {...props} what="return" name={t.return} label={t.returnWhy} k="r" />
          </>
        ) : null}
        {sheet.state === "proposed" && rights.takeBack ? (
          <Act {...props} what="take-back">
            <button class="btn" type="submit" aria-keyshortcuts={f.keys ? "u" : undefined}>
              {t.takeBack} {f.keys ? <kbd>u</kbd> : null}
            </button>
          </Act>
        ) : null}
        {sheet.state === "concluded" && rights.conclude ? (
          <WithReason {...props} what="reopen" name={t.reopen} label={t.reopenWhy} help={t.reopenTrack} />
        ) : null}
        {standing && rights.write ? <WithReason {...props} what="void" name={t.void} label={t.voidWhy} /> : null}
      </div>
      {sheet.state === "proposed" && rights.conclude && alone ? <p class="small muted">{t.concludeAlone}</p> : null}
    </section>
  );
};

const Act = ({
  f,
  view,
  token,
  what,
  children,
}: SheetPageProps & { readonly what: string; readonly children: Child }) => (
  <form method="post" action={f.href(`/sheets/${view.sheet.id}/act`)}>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="seen" value={String(view.sheet.version)} />
    <input type="hidden" name="do" value={what} />
    {children}
  </form>
);

/** An act that is nothing without its reason: the field opens where the button stands. */
const WithReason = (
  props: SheetPageProps & {
    readonly what: string;
    readonly name: string;
    readonly label: string;
    readonly help?: string;
    readonly k?: string;
  },
) => {
  const { f, fault, typed, what, name, label, help, k } = props;
  const mine = typed.at === what;
  return (
    <details class="act" open={mine}>
      <summary class="btn btn--quiet" aria-keyshortcuts={f.keys ? k : undefined}>
        {name} {f.keys && k !== undefined ? <kbd>{k}</kbd> : null}
      </summary>
      <div class="act__panel">
        <Act {...props} what={what}>
          <div class="flow-s">
            <Field
              name="reason"
              id={`${what}-reason`}
              label={label}
              help={help}
              value={mine ? typed.fields.get("reason") : ""}
              fault={mine && fault === "reason-missing" ? reasonMissing(f) : null}
              long
            />
            <button class="btn btn--go" type="submit">
              {name}
            </button>
          </div>
        </Act>
      </div>
    </details>
  );
};

const reasonMissing = (f: Frame): string => f.t.sheets.faults["reason-missing"];
