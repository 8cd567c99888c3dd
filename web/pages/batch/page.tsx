import type { BatchView } from "../../../src/use-cases/view-batch.ts";
import { BatchProgress } from "../../components/batch-progress.tsx";
import { BurnDown } from "../../components/burn-down.tsx";
import { Field, FieldFrame } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { SheetHistory } from "../../components/sheet-history.tsx";
import { FullName, Said } from "../../components/words.tsx";
import { filtersHeld, type Frame } from "../../frame.ts";
import { Unfound } from "../batch-new/page.tsx";
import { sourceOf } from "../batch-new/scope.ts";
import { Items } from "./items.tsx";

export type BatchFault = Exclude<
  keyof Frame["t"]["batches"]["faults"],
  "name-taken" | "nothing" | "too-many" | "several"
>;
export type BatchNotice = "made" | "saved" | "closedNow" | "reopened";

export interface BatchPageProps {
  readonly f: Frame;
  readonly view: BatchView;
  readonly token: string;
  readonly manage: boolean;
  /** May whoever looks open sheets of documents of that unit? */
  maySheet(unit: string | null): boolean;
  readonly fault: BatchFault | null;
  readonly typed: ReadonlyMap<string, string>;
  readonly notice: BatchNotice | null;
  /** How many were changed a moment ago, by what was done. */
  readonly counted: Readonly<Record<"assigned" | "taken" | "out" | "back" | "added", number | null>>;
}

/** One batch: what it is, how far it is, its documents, what can be done with them. */
export const BatchPage = (props: BatchPageProps) => {
  const { f, view, manage } = props;
  const t = f.t.batches;
  const { batch } = view;
  return (
    <>
      <PageHead
        title={batch.body.name}
        acts={(["xlsx", "csv"] as const).map((format) => (
          <a class="btn" href={f.href(`/batches/${batch.id}/list`, { ...filtersHeld(f), done: null, format })} download>
            {t.export[format]}
          </a>
        ))}
      >
        {batch.body.purpose === "" ? t.kinds[batch.kind] : <Said f={f} text={batch.body.purpose} />}
      </PageHead>
      <div class="flow">
        <JustDone {...props} />
        <Facts f={f} view={view} />
        <div class="cols cols--2 batch-figures">
          <PerUnit f={f} view={view} />
          {view.weeks.length === 0 ? null : (
            <Section id="h-burn" title={t.burn}>
              <BurnDown f={f} weeks={view.weeks} />
            </Section>
          )}
        </div>
        <Items {...props} />
        <Unfound f={f} lines={batch.body.unfound} />
        {manage ? <Manage {...props} /> : null}
        <SheetHistory f={f} title={t.history} entries={view.history} />
      </div>
    </>
  );
};

/** What was just done, or why it was not. */
const JustDone = ({ f, fault, notice, counted, view }: BatchPageProps) => {
  const t = f.t.batches;
  const left = view.total.n - view.total.by.done - view.total.by["left-out"];
  const said = [
    counted.assigned === null ? null : t.assigned(counted.assigned),
    counted.out === null ? null : t.leftOutDone(counted.out),
    counted.back === null ? null : t.backDone(counted.back),
    counted.added === null ? null : t.refreshed(counted.added),
  ].filter((one) => one !== null);
  return (
    <>
      {fault === null ? null : (
        <Message kind="fault" what={t.faults[fault]}>
          {fault === "items-left" ? t.closeLeft(left) : t.faultTodo[fault]}
        </Message>
      )}
      {notice === null ? null : <Message kind="ok" what={t[notice]} />}
      {said.map((one) => (
        <Message kind="ok" what={one} />
      ))}
      {counted.taken === null || counted.taken === 0 ? null : <Message kind="warn" what={t.taken(counted.taken)} />}
    </>
  );
};

const Facts = ({ f, view: { batch, ground, givable } }: { f: Frame; view: BatchView }) => {
  const t = f.t.batches;
  const { body } = batch;
  const lead = givable.units.find((unit) => unit.id === body.lead)?.name ?? body.lead;
  const late = batch.due !== null && batch.due < f.today && batch.state === "open";
  const line = (label: string, value: unknown) => (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <dl class="sheet-facts">
      {line(t.state, `${t[batch.state]}, ${t.kinds[batch.kind]}`)}
      {batch.due === null
        ? null
        : line(
            t.due,
            <span class={late ? "late" : undefined}>{`${f.date(batch.due)}${late ? ` (${t.late})` : ""}`}</span>,
          )}
      {body.cutOff === null ? null : line(t.cutOff, f.date(body.cutOff))}
      {lead === null ? null : line(t.lead_, lead)}
      {body.order === "" ? null : line(t.order, <Said f={f} text={body.order} />)}
      {ground === null
        ? null
        : line(
            t.ground,
            <a href={f.href(`/documents/${ground.id}`)}>
              <FullName f={f} work={ground} />
            </a>,
          )}
      {line(
        t.make.where,
        body.query?.startsWith("/") ? <a href={body.query}>{t.source[sourceOf(body.query)]}</a> : t.source.list,
      )}
      {line(f.t.audit.by, t.madeBy(body.by, moment(f, batch.at)))}
      {body.closedBy === null || body.closedAt === null
        ? null
        : line(t.closed, t.closedBy(body.closedBy, moment(f, body.closedAt)))}
    </dl>
  );
};

/** How far each unit is; the whole batch first. */
const PerUnit = ({ f, view }: { f: Frame; view: BatchView }) => {
  const t = f.t.batches;
  return (
    <Section id="h-units" title={t.perUnit}>
      <ul class="rel unit-progress">
        {[view.total, ...(view.units.length > 1 || view.units[0]?.unit ? view.units : [])].map((row, i) => {
          const all = row.n - row.by["left-out"];
          return (
            <li>
              <div class="rowx between">
                {i === 0 ? (
                  <b>{t.progress}</b>
                ) : (
                  <a href={f.here({ unit: row.unit ?? "none", page: null, done: null })}>{row.name ?? t.noUnit}</a>
                )}
                <span class="small">
                  {t.doneOf(row.by.done, all)}
                  {row.by["left-out"] === 0 ? null : <span class="muted">, {t.leftOut(row.by["left-out"])}</span>}
                  {row.overdue === 0 ? null : <span class="late">, {t.overdue(row.overdue)}</span>}
                </span>
              </div>
              <BatchProgress f={f} n={row.n} by={row.by} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
};

/** Name and days, the list brought up to date, the end. */
const Manage = ({ f, view, token, fault, typed }: BatchPageProps) => {
  const t = f.t.batches;
  const { batch, givable } = view;
  const { body } = batch;
  const back = typed.get("do") === "save" && fault !== "changed" ? typed : null;
  const left = view.total.n - view.total.by.done - view.total.by["left-out"];
  const form = (what: string, children: unknown) => (
    <form class={what === "save" ? "flow-s" : undefined} method="post" action={f.href(`/batches/${batch.id}`)}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="seen" value={String(batch.version)} />
      <input type="hidden" name="do" value={what} />
      {children}
    </form>
  );
  if (batch.state === "closed")
    return form(
      "reopen",
      <button class="btn" type="submit">
        {t.reopen}
      </button>,
    );
  return (
    <>
      <div class="acts acts--left">
        {body.query === null ? null : (
          <a class="btn" href={f.href(`/batches/${batch.id}/refresh`)}>
            {t.refresh}
          </a>
        )}
        {form(
          "close",
          <button class="btn" type="submit">
            {t.close}
          </button>,
        )}
        {left === 0 ? null : <span class="small muted">{t.closeLeft(left)}</span>}
      </div>
      <details class="fold" open={back !== null}>
        <summary>{t.edit}</summary>
        <div class="sheet-end">
          {form(
            "save",
            <>
              <Field
                name="name"
                label={t.name}
                value={back?.get("name") ?? body.name}
                fault={fault === "name-missing" ? t.faults["name-missing"] : null}
              />
              <Field name="purpose" label={t.purpose} value={back?.get("purpose") ?? body.purpose} long />
              <Field name="order" label={t.order} help={t.orderHelp} value={back?.get("order") ?? body.order} />
              <FieldFrame id="lead" label={t.lead_}>
                <input
                  class="input"
                  id="lead"
                  name="lead"
                  list="lead-units"
                  value={
                    back?.get("lead") ?? givable.units.find((unit) => unit.id === body.lead)?.name ?? body.lead ?? ""
                  }
                  autocomplete="off"
                />
              </FieldFrame>
              <datalist id="lead-units">
                {givable.units.map((unit) => (
                  <option value={unit.name} />
                ))}
              </datalist>
              <Field
                name="due"
                id="batch-due"
                label={t.due}
                help={t.dueHelp}
                value={back?.get("due") ?? (batch.due === null ? "" : f.date(batch.due))}
                fault={fault === "bad-due" ? t.faults["bad-due"] : null}
              />
              <button class="btn btn--go" type="submit">
                {t.save}
              </button>
            </>,
          )}
        </div>
      </details>
    </>
  );
};
