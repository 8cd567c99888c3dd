import type { Effect } from "../../../src/domain/effect.ts";
import type { EffectsView, EffectsWanted } from "../../../src/use-cases/view-effects.ts";
import { PageHead } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Status } from "../../components/status.tsx";
import { capital, Day, Said } from "../../components/words.tsx";
import { Place, Worklist } from "../../components/worklist.tsx";
import type { Frame } from "../../frame.ts";

interface Props {
  readonly f: Frame;
  readonly view: EffectsView;
}

export const EffectsPage = ({ f, view, wanted }: Props & { wanted: EffectsWanted }) => {
  const t = f.t.deeds;
  const empty = view.open.n + view.decided.n + view.oddities.n + view.conflicts.n === 0;
  return (
    <>
      <PageHead title={t.title}>{t.lead}</PageHead>
      {f.query.get("saved") === "yes" ? (
        <Message kind="ok" what={t.saved}>
          {t.savedWhy}
        </Message>
      ) : null}
      <p class="small">
        {t.show}:{" "}
        <a href={f.here({ show: null })} aria-current={wanted === "undated" ? "true" : undefined}>
          {t.undated}
        </a>{" "}
        ·{" "}
        <a href={f.here({ show: "all" })} aria-current={wanted === "all" ? "true" : undefined}>
          {t.all}
        </a>
      </p>
      {empty ? <Blank title={t.none}>{t.lead}</Blank> : null}
      <div class="stack">
        <Open f={f} view={view} title={wanted === "all" ? t.all : t.undated} />
        <Decided f={f} view={view} />
        <Conflicts f={f} view={view} />
        <Oddities f={f} view={view} />
      </div>
    </>
  );
};

/** What is done, to what, by what. */
const Deed = ({ f, view, effect: e }: Props & { effect: Effect }) => (
  <>
    <b>{capital(f.t.action[e.action] ?? e.action)}</b> <Place f={f} view={view} id={e.target} eId={e.targetEId} />
    {e.source === e.target ? null : (
      <small class="muted">
        {" "}
        {f.t.document.by} <Place f={f} view={view} id={e.source} eId={e.sourceEId} />
      </small>
    )}
  </>
);

const Open = ({ f, view, title }: Props & { title: string }) => (
  <Worklist f={f} id="open" title={title} n={view.open.n}>
    {view.open.rows.map((e) => (
      <li>
        <Deed f={f} view={view} effect={e} />{" "}
        <a class="btn btn--s" href={f.href(`/effects/${e.source}/${e.id}`)} data-row>
          {f.t.deeds.open}
          <span class="sr">: {e.evidence.quote.slice(0, 60)}</span>
        </a>
        {e.evidence.quote === "" ? null : (
          <>
            <br />
            <q class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
              {e.evidence.quote.slice(0, 300)}
            </q>
          </>
        )}
        {e.whyNot === null ? null : (
          <>
            <br />
            <small class="muted">
              <Said f={f} text={capital(view.names.said(e.whyNot, e.target, e.source))} />
            </small>
          </>
        )}
      </li>
    ))}
  </Worklist>
);

const Decided = ({ f, view }: Props) => (
  <Worklist f={f} id="by-hand" title={f.t.deeds.decided} n={view.decided.n}>
    {view.decided.rows.map(({ decision: d, effect }) => (
      <li>
        <Deed f={f} view={view} effect={effect ?? d.effect} />{" "}
        <a class="btn btn--s" href={f.href(`/effects/${d.source}/${d.key}`)}>
          {f.t.deeds.again}
          <span class="sr">: {d.why.slice(0, 60)}</span>
        </a>
        <br />
        <span class="small">
          {capital(f.t.deeds.kinds[d.kind])} {d.from === null ? null : <Day f={f} day={d.from} />}:{" "}
          <Said f={f} text={d.why} />
        </span>
        <br />
        <small class="muted">
          {d.by}, {moment(f, d.at)}
        </small>
        {effect === null ? <p class="small">{f.t.deeds.lost}</p> : null}
      </li>
    ))}
  </Worklist>
);

const Conflicts = ({ f, view }: Props) => (
  <Worklist f={f} id="lists" title={f.t.deeds.conflicts} n={view.conflicts.n}>
    {view.conflicts.rows.map(({ statement, computed }) => (
      <li>
        <Place f={f} view={view} id={statement.target} eId={null} />
        <br />
        <span class="small">
          <Said f={f} text={f.t.deeds.conflict(statement.listed.list, statement.listed.row, statement.listed.words)} />
        </span>
        <br />
        <span class="small">
          <Status f={f} status={computed.status} known="text" /> <Said f={f} text={computed.reason} />
        </span>
      </li>
    ))}
  </Worklist>
);

const Oddities = ({ f, view }: Props) => (
  <Worklist f={f} id="oddities" title={f.t.deeds.oddities} n={view.oddities.n}>
    {view.oddities.rows.map((o) => (
      <li>
        <b>{f.t.deeds.odd[o.kind]}</b>: <Said f={f} text={`${o.says}.`} />
        <br />
        <small>
          {o.works.slice(0, 5).map((id, i) => (
            <>
              {i === 0 ? null : " · "}
              <Place f={f} view={view} id={id} eId={null} />
            </>
          ))}
        </small>
      </li>
    ))}
  </Worklist>
);
