import type { Effect } from "../../../src/domain/effect.ts";
import type { DocumentHead } from "../../../src/use-cases/view-document.ts";
import { Section } from "../../components/layout.tsx";
import type { NamedLists } from "../../../src/use-cases/view-named-lists.ts";
import type { TimelineView } from "../../../src/use-cases/view-timeline.ts";
import { ByHand, ListSays } from "../../components/effect-decision.tsx";
import { NamedInLists } from "../../components/named-lists.tsx";
import { PublishedPlaces } from "../../components/published.tsx";
import { Mark, Status } from "../../components/status.tsx";
import { Cell, Row, Table } from "../../components/table.tsx";
import { Timeline } from "../../components/timeline.tsx";
import { Day, Said, shortName } from "../../components/words.tsx";
import { Cite } from "../../components/cite.tsx";
import type { Frame } from "../../frame.ts";

/** When it held and why; what others do to it; what it does to others. */
export const EffectsTab = ({
  f,
  head,
  timeline,
  named,
}: {
  f: Frame;
  head: DocumentHead;
  timeline: TimelineView;
  named: NamedLists;
}) => {
  const t = f.t.document;
  // what a row of a published list says stands with that list
  const effectsOn = head.effectsOn.filter(({ id }) => !named.statements.has(id));
  return (
    <div class="after stack">
      {timeline.marks.length === 0 ? null : (
        <Section id="h-t" title={f.t.time.title}>
          <Timeline
            f={f}
            timeline={timeline}
            periods={head.periods}
            work={head.work}
            works={head.works}
            names={head.names}
          />
        </Section>
      )}
      <Section id="h-p" title={t.periods}>
        <Periods f={f} head={head} />
      </Section>
      <PublishedPlaces f={f} published={head.published} />
      <NamedInLists f={f} places={named.places} />
      <Section id="h-on" title={t.effectsOn}>
        {effectsOn.length === 0 ? (
          <p class="muted">{t.noEffectsOn}</p>
        ) : (
          <Effects f={f} head={head} effects={effectsOn} side="source" caption={t.effectsOn} />
        )}
        {f.grants("document:mend") ? (
          <p>
            <a class="btn btn--s" href={f.href(`/documents/${head.work.id}/effects/new`)}>
              {f.t.deeds.add}
            </a>
          </p>
        ) : null}
      </Section>
      <Section id="h-by" title={t.effectsBy}>
        {head.effectsBy.length === 0 ? (
          <p class="muted">{t.noEffectsBy}</p>
        ) : (
          <Effects f={f} head={head} effects={head.effectsBy} side="target" caption={t.effectsBy} />
        )}
      </Section>
    </div>
  );
};

const Periods = ({ f, head }: { f: Frame; head: DocumentHead }) => {
  const t = f.t.document;
  if (head.periods.length === 0) return <p class="muted">{t.noProof}</p>;
  return (
    <Table
      caption={t.periods}
      columns={[{ head: t.periodFrom }, { head: t.periodTo }, { head: t.state }, { head: t.reason }]}
    >
      {head.periods.map((p) => {
        const holds = (p.from ?? "") <= f.on && (p.to === null || f.on < p.to);
        return (
          <Row now={holds}>
            <Cell class="nowrap">
              {p.from === null ? (
                t.always
              ) : (
                <a href={f.here({ on: p.from, tab: null })}>
                  <Day f={f} day={p.from} />
                </a>
              )}
            </Cell>
            <Cell class="nowrap">
              {p.to === null ? <span class="faint">{t.openEnd}</span> : <Day f={f} day={p.to} />}
            </Cell>
            <Cell>
              <Status f={f} status={p.status} known={head.work.known} />
              {holds ? <span class="small muted"> · {t.lookingAt.toLowerCase()}</span> : null}
            </Cell>
            <Cell full>
              <Said f={f} text={p.reason} />
            </Cell>
          </Row>
        );
      })}
    </Table>
  );
};

interface EffectsProps {
  readonly f: Frame;
  readonly head: DocumentHead;
  readonly effects: readonly Effect[];
  readonly side: "source" | "target";
  readonly caption: string;
}

const Effects = ({ f, head, effects, side, caption }: EffectsProps) => {
  const t = f.t.document;
  return (
    <Table
      caption={caption}
      columns={[
        { head: t.effectDay },
        { head: t.effectWhat },
        { head: side === "source" ? t.effectBy : t.effectTarget },
        { head: t.effectProof },
        { head: t.effectDone },
      ]}
    >
      {effects.map((e) => (
        <Row>
          <Cell class="nowrap">
            {e.from === null ? <span class="faint">{t.undated}</span> : <Day f={f} day={e.from} />}
          </Cell>
          <Cell full>
            <What f={f} head={head} effect={e} side={side} />
          </Cell>
          <Cell full>
            {side === "source" ? <Source f={f} head={head} effect={e} /> : <Target f={f} head={head} effect={e} />}
          </Cell>
          <Cell full>
            {e.evidence.quote === "" ? (
              <span class="small muted">{e.origin === "register" ? t.fromRegister : f.t.finding.noQuote}</span>
            ) : (
              <q class="law-voice quote-cell" lang={f.lang === "vi" ? undefined : "vi"}>
                {shorten(e.evidence.quote)}
              </q>
            )}
          </Cell>
          <Cell full>
            {e.listed ? (
              <ListSays f={f} listed={e.listed} period={head.period} />
            ) : (
              <>
                <Applied f={f} head={head} effect={e} />
                <ByHand f={f} effect={e} />
              </>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  );
};

const What = ({
  f,
  head,
  effect: e,
  side,
}: {
  f: Frame;
  head: DocumentHead;
  effect: Effect;
  side: "source" | "target";
}) => (
  <>
    {e.listed ? f.t.deeds.listSays : (f.t.action[e.action] ?? e.action)}{" "}
    {side === "source" ? (
      <Said f={f} text={e.targetEId === null ? f.t.document.wholeWork : head.names.of(e.target, e.targetEId)} />
    ) : null}
    {e.phraseFrom === null ? null : (
      <>
        <br />
        <Said f={f} text={f.t.document.phrase(e.phraseFrom, e.phraseTo)} />
      </>
    )}
    {e.exception === null ? null : (
      <>
        <br />
        <small class="muted">
          <Said f={f} text={e.exception} />
        </small>
      </>
    )}
  </>
);

const Applied = ({ f, head, effect: e }: { f: Frame; head: DocumentHead; effect: Effect }) =>
  e.applied ? (
    f.t.document.applied
  ) : (
    <>
      <Mark state="unknown" words={f.t.document.notApplied} />
      {e.whyNot === null ? null : (
        <>
          <br />
          <small>
            <Said f={f} text={head.names.said(e.whyNot, e.target, e.source)} />
          </small>
        </>
      )}
    </>
  );

const nameOf = (f: Frame, head: DocumentHead, id: string, unit: string | null, symbol: string | null): string => {
  const work = head.works.get(id);
  return (
    [unit === null ? null : head.names.of(id, unit), work === undefined ? symbol : shortName(f, work)]
      .filter(Boolean)
      .join(" ") || f.t.nav.documents
  );
};

const Source = ({ f, head, effect: e }: { f: Frame; head: DocumentHead; effect: Effect }) => (
  <Cite f={f} href={f.href(`/documents/${e.source}`, {}, e.sourceEId ?? undefined)}>
    <Said f={f} text={nameOf(f, head, e.source, e.sourceEId, e.evidence.symbol)} />
  </Cite>
);

const Target = ({ f, head, effect: e }: { f: Frame; head: DocumentHead; effect: Effect }) => (
  <Cite f={f} href={f.href(`/documents/${e.target}`, {}, e.targetEId ?? undefined)}>
    <Said f={f} text={nameOf(f, head, e.target, e.targetEId, null)} />
  </Cite>
);

const LONGEST_QUOTE = 260;
const shorten = (text: string): string =>
  text.length <= LONGEST_QUOTE ? text : `${text.slice(0, text.lastIndexOf(" ", LONGEST_QUOTE))} […]`;
