import type { GapsView } from "../../../src/use-cases/view-gaps.ts";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Icon } from "../../components/sprite.tsx";
import { capital, marked, Said, shortName, words } from "../../components/words.tsx";
import { Place, Worklist } from "../../components/worklist.tsx";
import type { Frame } from "../../frame.ts";

/** Nothing is dropped in silence: what could not be resolved, applied or read, each with its place and reason. */
export const GapsPage = ({ f, view }: { f: Frame; view: GapsView }) => {
  const t = f.t.home;
  const empty = view.citations.n + view.effects.n + view.files.n + view.byHand.length === 0;
  return (
    <>
      <PageHead title={t.gaps}>{t.gapsWhy}</PageHead>
      {f.query.get("saved") === "citation" ? (
        <Message kind="ok" what={f.t.fix.saved}>
          {f.t.fix.savedWhy}
        </Message>
      ) : null}
      {empty ? <Blank title={t.noGaps}>{t.noGapsWhy}</Blank> : null}
      <div class="stack">
        {view.citations.n === 0 ? null : <Citations f={f} view={view} />}
        <ByHand f={f} view={view} />
        <Effects f={f} view={view} />
        <Files f={f} view={view} />
      </div>
      {view.overlaps === null ? null : (
        <p class="small muted">
          {f.t.decision.overlaps(view.overlaps.units, view.overlaps.skippedUnits, view.overlaps.droppedPairs)}
        </p>
      )}
    </>
  );
};

const Citations = ({ f, view: { citations, ...view } }: { f: Frame; view: GapsView }) => (
  <Section
    id="citations"
    title={
      <>
        {f.t.fix.list} <span class="n">{f.t.n(citations.n)}</span>
      </>
    }
  >
    <ul class="rel">
      {citations.rows.map(({ link, text, mark, candidates, times }) => (
        <li>
          <q class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
            {marked(text, [mark])}
          </q>
          <br />
          <small class="muted">
            <Place row f={f} view={view} id={link.from} eId={link.within} />. <Said f={f} text={link.resolution.how} />
            {candidates.map((work, i) => (
              <>
                {i === 0 ? ": " : ", "}
                <a href={f.href(`/documents/${work.id}`)}>{words(shortName(f, work))}</a>
              </>
            ))}
            {times > 1 ? ` · ${f.t.document.times(times)}` : ""}
          </small>
          {link.key === null ? null : (
            <>
              {" "}
              <a class="btn btn--s" href={mendAddress(f, link.from, link.key)}>
                {f.t.fix.open}
                <span class="sr">: {link.text}</span>
              </a>
            </>
          )}
        </li>
      ))}
      {citations.n > citations.shown ? (
        <li class="small muted">{f.t.document.more(citations.n - citations.shown)}</li>
      ) : null}
    </ul>
  </Section>
);

const mendAddress = (f: Frame, work: string, key: string): string => f.href(`/gaps/citations/${work}`, { key });

/** What people decided stays to be looked at and taken back. */
const ByHand = ({ f, view }: { f: Frame; view: GapsView }) => (
  <Worklist f={f} id="by-hand" title={f.t.fix.byHand} n={view.byHand.length}>
    {view.byHand.map((override) => {
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
          <a class="btn btn--s" href={mendAddress(f, override.work, override.key)}>
            {f.t.fix.again}
            <span class="sr">: {override.text}</span>
          </a>
        </li>
      );
    })}
  </Worklist>
);

const Effects = ({ f, view }: { f: Frame; view: GapsView }) => (
  <Worklist
    f={f}
    id="effects"
    title={<a href={f.href("/effects", { show: "all" })}>{f.t.home.notApplied}</a>}
    n={view.effects.n}
  >
    {view.effects.rows.map((effect) => (
      <li>
        <b>{capital(f.t.action[effect.action] ?? effect.action)}</b>{" "}
        <Place row f={f} view={view} id={effect.target} eId={effect.targetEId} />
        {effect.whyNot === null ? null : (
          <>
            : <Said f={f} text={view.names.said(effect.whyNot, effect.target, effect.source)} />
          </>
        )}{" "}
        <a class="btn btn--s" href={f.href(`/effects/${effect.source}/${effect.id}`)}>
          {f.t.deeds.open}
          <span class="sr">: {effect.evidence.quote.slice(0, 60)}</span>
        </a>
        {effect.source === effect.target ? null : (
          <>
            <br />
            <small class="muted">
              {f.t.document.by} <Place row f={f} view={view} id={effect.source} eId={effect.sourceEId} />
            </small>
          </>
        )}
      </li>
    ))}
  </Worklist>
);

const Files = ({ f, view }: { f: Frame; view: GapsView }) => (
  <Worklist f={f} id="files" title={f.t.home.refused} n={view.files.n}>
    {view.files.rows.map((entry) => (
      <li class="res--bad">
        <Icon name="i-fault" /> {entry.file}
        <br />
        <small class="muted">{entry.reason === null ? null : <Said f={f} text={entry.reason} />}</small>
      </li>
    ))}
  </Worklist>
);
