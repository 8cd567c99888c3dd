import type { viewSettled } from "../../../src/use-cases/view-attention.ts";
import { PageHead } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { capital, Day, Said, shortName, words } from "../../components/words.tsx";
import { Place, Worklist } from "../../components/worklist.tsx";
import type { Frame } from "../../frame.ts";
import { Deed } from "./rows.tsx";

interface Props {
  readonly f: Frame;
  readonly view: Awaited<ReturnType<typeof viewSettled>>;
}

/** What people have settled stays to be looked at and taken back. */
export const SettledPage = ({ f, view }: Props) => {
  const t = f.t.attention;
  const saved = f.query.get("saved");
  return (
    <>
      <PageHead title={t.settledTitle}>{t.settledLead}</PageHead>
      {saved === "citation" ? (
        <Message kind="ok" what={f.t.fix.saved}>
          {f.t.fix.savedWhy}
        </Message>
      ) : saved === "effect" ? (
        <Message kind="ok" what={t.savedEffect}>
          {t.savedEffectWhy}
        </Message>
      ) : null}
      {view.n.citations + view.n.effects + view.n.documents === 0 ? (
        <Blank
          title={t.settledNone}
          act={
            <a class="btn" href={f.href("/attention")}>
              {t.title}
            </a>
          }
        >
          {t.settledNoneWhy}
        </Blank>
      ) : null}
      <div class="stack">
        <Citations f={f} view={view} />
        <Effects f={f} view={view} />
      </div>
      {view.n.documents === 0 ? null : <p class="muted">{t.settledDocuments(view.n.documents)}</p>}
    </>
  );
};

const Citations = ({ f, view }: Props) => (
  <Worklist f={f} id="by-hand" title={f.t.fix.byHand} n={view.n.citations}>
    {view.citations.map((override) => {
      const target = override.target === null ? null : (view.works.get(override.target) ?? null);
      return (
        <li>
          <q class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
            {words(override.text)}
          </q>{" "}
          → {override.target === null ? f.t.fix.none : target === null ? f.t.fix.gone : null}
          {target === null ? null : <a href={f.href(`/documents/${target.id}`)}>{words(shortName(f, target))}</a>}
          <br />
          <small class="muted">
            <Place row f={f} view={view} id={override.work} eId={null} /> · {override.by}, {moment(f, override.at)}
          </small>{" "}
          <a class="btn btn--s" href={f.href(`/attention/citations/${override.work}`, { key: override.key })}>
            {f.t.fix.again}
            <span class="sr">: {override.text}</span>
          </a>
        </li>
      );
    })}
  </Worklist>
);

const Effects = ({ f, view }: Props) => (
  <Worklist f={f} id="effects" title={f.t.deeds.decided} n={view.n.effects}>
    {view.effects.map(({ decision: d, effect }) => (
      <li>
        <Deed f={f} view={view} effect={effect ?? d.effect} />{" "}
        <a class="btn btn--s" href={f.href(`/effects/${d.source}/${d.key}`)} data-row>
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
