import { addDays, type LegalDate } from "../../../src/domain/legal-date.ts";
import type { EffectView } from "../../../src/use-cases/view-effect.ts";
import { Field } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { capital, Said } from "../../components/words.tsx";
import { Place } from "../../components/worklist.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly view: EffectView;
  readonly token: string;
  /** Why what was sent was not stored. */
  readonly refused: string | null;
  readonly typed: ReadonlyMap<string, string>;
}

export const EffectPage = (props: Props) => {
  const { f, view, refused } = props;
  const t = f.t.deeds;
  const last = view.history.at(-1);
  return (
    <>
      <PageHead
        title={t.one}
        acts={
          <a class="btn" href={f.href("/attention", {}, "effects")}>
            {f.t.attention.title}
          </a>
        }
      >
        {t.oneLead}
      </PageHead>
      {refused === null ? null : <Message kind="fault" what={t.faults[refused] ?? refused} />}
      <div class="stack">
        <Words {...props} />
        <Readings {...props} />
        <DateForm {...props} />
        <Section id="reject" title={t.reject}>
          <p class="muted">{t.rejectLead}</p>
          <form class="flow" method="post">
            <Hidden token={props.token} what="reject" />
            <Why {...props} what="reject" />
            <button class="btn btn--stop" type="submit">
              {t.saveReject}
            </button>
          </form>
        </Section>
        {last && last.kind !== "undo" ? (
          <form method="post">
            <Hidden token={props.token} what="undo" />
            <button class="btn" type="submit">
              {t.undo}
            </button>
          </form>
        ) : null}
        <History {...props} />
      </div>
    </>
  );
};

const Hidden = ({ token, what }: { token: string; what: string }) => (
  <>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="what" value={what} />
  </>
);

const Words = ({ f, view }: Props) => {
  const { effect: e } = view;
  return (
    <div class="flow">
      <p>
        <b>{capital(f.t.action[e.action] ?? e.action)}</b> <Place f={f} view={view} id={e.target} eId={e.targetEId} />
        {e.source === e.target ? null : (
          <>
            {" "}
            {f.t.document.by} <Place f={f} view={view} id={e.source} eId={e.sourceEId} />
          </>
        )}
      </p>
      {e.evidence.quote === "" ? (
        <p class="muted">{f.t.deeds.noWords}</p>
      ) : (
        <blockquote class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
          {e.evidence.quote}
        </blockquote>
      )}
    </div>
  );
};

/** The machine's reading and the person's beside each other. */
const Readings = ({ f, view }: Props) => {
  const t = f.t.deeds;
  const { effect: e } = view;
  const computed = e.byHand ? e.byHand.computed : e;
  const told = (from: LegalDate | null, until: LegalDate | null): string =>
    [
      from === null ? t.notApplied : t.appliedFrom(f.date(from)),
      until === null ? null : t.untilDay(f.date(addDays(until, -1))),
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <dl class="kv">
      <dt>{t.machine}</dt>
      <dd>
        {computed === null ? t.nobody : capital(told(computed.applied ? computed.from : null, computed.until))}
        {computed?.whyNot ? (
          <>
            {": "}
            <Said f={f} text={view.names.said(computed.whyNot, e.target, e.source)} />
          </>
        ) : null}
      </dd>
      <dt>{t.person}</dt>
      <dd>
        {e.byHand ? (
          <>
            {capital(t.kinds[e.byHand.kind])}
            {e.byHand.kind === "reject" ? null : `, ${told(e.from, e.until)}`}: <Said f={f} text={e.byHand.why} />{" "}
            <small class="muted">
              ({e.byHand.by}, {moment(f, e.byHand.at)})
            </small>
          </>
        ) : (
          t.nobody
        )}
      </dd>
    </dl>
  );
};

const typedIn = ({ typed }: Props, what: string, name: string): string | undefined =>
  typed.get("what") === what ? typed.get(name) : undefined;

const DateForm = (props: Props) => {
  const { f, view, refused } = props;
  const t = f.t.deeds;
  const shown = (day: LegalDate | null): string => (day === null ? "" : f.date(day));
  const until = view.effect.until === null ? null : addDays(view.effect.until, -1);
  return (
    <Section id="date" title={t.date}>
      <form class="flow" method="post">
        <Hidden token={props.token} what="date" />
        <Field
          name="from"
          label={t.fromDay}
          help={t.dateHelp}
          value={typedIn(props, "date", "from") ?? shown(view.effect.from)}
          fault={refused === "bad-day" ? t.faults["bad-day"] : null}
          required
        />
        <Field
          name="last"
          label={t.lastDay}
          help={t.lastDayHelp}
          value={typedIn(props, "date", "last") ?? shown(until)}
        />
        <Why {...props} what="date" />
        <button class="btn btn--go" type="submit">
          {t.saveDate}
        </button>
      </form>
    </Section>
  );
};

/** Two forms of one page have each their own reason: the ids must differ, the name is the same. */
const Why = ({ what, ...props }: Props & { what: "date" | "reject" }) => {
  const t = props.f.t.deeds;
  const missing = props.refused === "no-why" && props.typed.get("what") === what;
  return (
    <Field
      name="why"
      id={`why-${what}`}
      label={t.why}
      help={t.whyHelp}
      value={typedIn(props, what, "why")}
      fault={missing ? t.faults["no-why"] : null}
      required
      long
    />
  );
};

const History = ({ f, view }: Props) =>
  view.history.length === 0 ? null : (
    <Section id="history" title={f.t.deeds.history}>
      <ol class="small">
        {view.history.map((d) => (
          <li>
            {moment(f, d.at)}, {d.by}: {f.t.deeds.kinds[d.kind]}
            {d.from === null ? null : ` ${f.date(d.from)}`}
            {d.why === "" ? null : (
              <>
                {": "}
                <Said f={f} text={d.why} />
              </>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
