import type { Child } from "hono/jsx";
import { LONGEST_NOTE } from "../../../src/use-cases/note-finding.ts";
import type { FindingView } from "../../../src/use-cases/view-findings.ts";
import { FieldFrame } from "../../components/field.tsx";
import { Message } from "../../components/message.tsx";
import { Reasons } from "../../components/reasons.tsx";
import type { Frame } from "../../frame.ts";
import type { Params } from "../findings/filters.ts";
import type { DecideProps } from "./decide.tsx";

interface ActProps {
  readonly f: Frame;
  readonly view: FindingView;
  readonly decide: DecideProps;
  readonly params: Params;
}

/** What can be done with the finding: a key or a click each; what needs words opens above the bar. Works without script. */
export const ActBar = (props: ActProps) => {
  const { f, decide } = props;
  const t = f.t.decision;
  const taken = decide.fault === "taken";
  return (
    <section class="decide" id="decide" aria-label={t.yours}>
      {taken ? (
        <Message kind="fault" what={t.faults.taken}>
          {t.faultWhy.taken}
        </Message>
      ) : null}
      <act-panels class="acts acts--left acts-bar">
        <Post {...props} path="decide" to="confirmed">
          <Press f={f} look="btn btn--go" k="c">
            {t.confirm}
          </Press>
        </Post>
        <Dismiss {...props} />
        <Post {...props} path="decide" to="opinion">
          <Press f={f} look="btn btn--quiet" k="o">
            {t.opinion}
          </Press>
        </Post>
        <Later {...props} />
        <Assign {...props} />
        <AddNote {...props} />
      </act-panels>
    </section>
  );
};

const Press = ({ f, look, k, children }: { f: Frame; look: string; k?: string; children: Child }) => (
  <button class={look} type="submit" aria-keyshortcuts={f.keys ? k : undefined}>
    {children} {f.keys && k !== undefined ? <kbd>{k}</kbd> : null}
  </button>
);

/** A form that changes something about this finding and stays in the queue. */
const Post = ({
  f,
  view,
  decide,
  params,
  path,
  to,
  children,
}: ActProps & { readonly path: string; readonly to?: string; readonly children: Child }) => (
  <form method="post" action={f.href(`/findings/${view.finding.key}/${path}`, params)}>
    <input type="hidden" name="token" value={decide.token} />
    <input type="hidden" name="after" value={view.decision?.id ?? ""} />
    {to === undefined ? null : <input type="hidden" name="to" value={to} />}
    {children}
  </form>
);

const Panel = ({
  f,
  name,
  k,
  title,
  open,
  fault,
  children,
  look = "btn btn--quiet",
}: {
  f: Frame;
  name: string;
  k: string;
  title: string;
  open: boolean;
  fault: string | null;
  children: Child;
  look?: string;
}) => (
  <details class="act" open={open}>
    <summary class={look} aria-keyshortcuts={f.keys ? k : undefined}>
      {name} {f.keys ? <kbd>{k}</kbd> : null}
    </summary>
    <div class="act__panel flow-s">
      <p class="act__title">{title}</p>
      {fault === null ? null : <Message kind="fault" what={fault} />}
      {children}
    </div>
  </details>
);

const Dismiss = (props: ActProps) => {
  const { f, decide } = props;
  const t = f.t.decision;
  const missing = decide.fault === "reason-missing";
  return (
    <Panel
      f={f}
      name={t.dismiss}
      k="d"
      title={f.t.triage.dismiss.title}
      open={missing}
      fault={missing ? `${t.faults["reason-missing"]}. ${t.faultWhy["reason-missing"]}` : null}
      look="btn"
    >
      <Post {...props} path="decide" to="dismissed">
        <div class="flow-s">
          <Reasons f={f} chosen={decide.typed.why} />
          <FieldFrame id="why-note" label={f.t.triage.dismiss.note}>
            <input class="input" id="why-note" name="note" value={decide.typed.note} autocomplete="off" />
          </FieldFrame>
          <div class="acts acts--left">
            <button class="btn btn--go" type="submit">
              {f.t.triage.dismiss.go}
            </button>
            {f.keys ? <span class="small muted">{f.t.triage.dismiss.enter}</span> : null}
          </div>
        </div>
      </Post>
    </Panel>
  );
};

const Later = (props: ActProps) => {
  const { f, decide } = props;
  const t = f.t.decision;
  const missing = decide.fault === "day-missing";
  return (
    <Panel
      f={f}
      name={t.later}
      k="s"
      title={f.t.triage.putOff.title}
      open={missing}
      fault={missing ? `${t.faults["day-missing"]}. ${t.faultWhy["day-missing"]}` : null}
    >
      <Post {...props} path="decide" to="later">
        <div class="flow-s">
          <FieldFrame id="until" label={t.until} help={t.untilHelp}>
            <input
              class="input"
              id="until"
              name="until"
              value={decide.typed.until}
              inputmode="numeric"
              autocomplete="off"
              aria-describedby="until-help"
            />
          </FieldFrame>
          <button class="btn btn--go" type="submit">
            {f.t.triage.putOff.go}
          </button>
        </div>
      </Post>
    </Panel>
  );
};

const Assign = (props: ActProps) => {
  const { f, view, decide } = props;
  const t = f.t.triage.assign;
  const { desk } = decide;
  const fault = desk?.act === "assign" ? t.faults[desk.why] : null;
  const typed = desk?.act === "assign" ? desk.typed : { to: "", due: "", note: "" };
  return (
    <Panel f={f} name={t.act} k="a" title={t.title} open={fault !== null} fault={fault}>
      <Post {...props} path="assign">
        <div class="flow-s">
          <FieldFrame id="assign-to" label={t.to}>
            <input class="input" id="assign-to" name="name" list="assign-names" value={typed.to} autocomplete="off" />
          </FieldFrame>
          <datalist id="assign-names">
            {decide.names.map((name) => (
              <option value={name} />
            ))}
          </datalist>
          <FieldFrame id="assign-due" label={t.due} help={f.t.decision.untilHelp}>
            <input
              class="input"
              id="assign-due"
              name="due"
              value={typed.due}
              inputmode="numeric"
              autocomplete="off"
              aria-describedby="assign-due-help"
            />
          </FieldFrame>
          <FieldFrame id="assign-note" label={t.note}>
            <input class="input" id="assign-note" name="note" value={typed.note} autocomplete="off" />
          </FieldFrame>
          <button class="btn btn--go" type="submit">
            {t.give}
          </button>
        </div>
      </Post>
      {view.assigned === null ? null : (
        <Post {...props} path="unassign">
          <button class="btn btn--s" type="submit">
            {t.stop}: {view.assigned.to}
          </button>
        </Post>
      )}
    </Panel>
  );
};

const AddNote = (props: ActProps) => {
  const { f, decide } = props;
  const t = f.t.triage.note;
  const fault = decide.desk?.act === "note" ? t.faults[decide.desk.why] : null;
  return (
    <Panel f={f} name={t.act} k="n" title={t.title} open={fault !== null} fault={fault}>
      <Post {...props} path="notes">
        <div class="flow-s">
          <FieldFrame id="note-text" label={t.text} help={t.help}>
            <textarea
              class="input"
              id="note-text"
              name="text"
              rows={3}
              maxlength={LONGEST_NOTE}
              aria-describedby="note-text-help"
            />
          </FieldFrame>
          <button class="btn btn--go" type="submit">
            {t.add}
          </button>
        </div>
      </Post>
    </Panel>
  );
};
