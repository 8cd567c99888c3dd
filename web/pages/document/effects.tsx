import type { Effect } from "../../../src/domain/effect.ts";
import type { DocumentHead } from "../../../src/use-cases/view-document.ts";
import { Section } from "../../components/layout.tsx";
import { Mark, Status } from "../../components/status.tsx";
import { Day, Said, shortName } from "../../components/words.tsx";
import { Cite } from "../../components/cite.tsx";
import type { Frame } from "../../frame.ts";

/** When it held and why; what others do to it; what it does to others. */
export const EffectsTab = ({ f, head }: { f: Frame; head: DocumentHead }) => {
  const t = f.t.document;
  return (
    <div class="after stack">
      <Section id="h-p" title={t.periods}>
        <Periods f={f} head={head} />
      </Section>
      <Section id="h-on" title={t.effectsOn}>
        {head.effectsOn.length === 0 ? (
          <p class="muted">{t.noEffectsOn}</p>
        ) : (
          <Effects f={f} head={head} effects={head.effectsOn} side="source" caption={t.effectsOn} />
        )}
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
    <table class="table table--stack" role="table">
      <caption class="sr">{t.periods}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t.periodFrom}
          </th>
          <th role="columnheader" scope="col">
            {t.periodTo}
          </th>
          <th role="columnheader" scope="col">
            {t.state}
          </th>
          <th role="columnheader" scope="col">
            {t.reason}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {head.periods.map((p) => {
          const holds = (p.from ?? "") <= f.on && (p.to === null || f.on < p.to);
          return (
            <tr role="row" class={holds ? "is-now" : undefined}>
              <td role="cell" class="nowrap">
                {p.from === null ? (
                  t.always
                ) : (
                  <a href={f.here({ on: p.from, tab: null })}>
                    <Day f={f} day={p.from} />
                  </a>
                )}
              </td>
              <td role="cell" class="nowrap">
                {p.to === null ? <span class="faint">{t.openEnd}</span> : <Day f={f} day={p.to} />}
              </td>
              <td role="cell">
                <Status f={f} status={p.status} known={head.work.known} />
                {holds ? <span class="small muted"> · {t.lookingAt.toLowerCase()}</span> : null}
              </td>
              <td role="cell" class="full">
                <Said f={f} text={head.names.said(p.reason, head.work.id, p.because[0]?.work ?? null)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

const Effects = ({
  f,
  head,
  effects,
  side,
  caption,
}: {
  f: Frame;
  head: DocumentHead;
  effects: readonly Effect[];
  side: "source" | "target";
  caption: string;
}) => {
  const t = f.t.document;
  return (
    <table class="table table--stack" role="table">
      <caption class="sr">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t.effectDay}
          </th>
          <th role="columnheader" scope="col">
            {t.effectWhat}
          </th>
          <th role="columnheader" scope="col">
            {side === "source" ? t.effectBy : t.effectTarget}
          </th>
          <th role="columnheader" scope="col">
            {t.effectProof}
          </th>
          <th role="columnheader" scope="col">
            {t.effectDone}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {effects.map((e) => (
          <tr role="row">
            <td role="cell" class="nowrap">
              {e.from === null ? <span class="faint">{t.undated}</span> : <Day f={f} day={e.from} />}
            </td>
            <td role="cell" class="full">
              {f.t.action[e.action] ?? e.action}{" "}
              {side === "source" ? (
                <Said f={f} text={e.targetEId === null ? t.wholeWork : head.names.of(e.target, e.targetEId)} />
              ) : null}
              {e.phraseFrom === null ? null : (
                <>
                  <br />
                  <Said f={f} text={t.phrase(e.phraseFrom, e.phraseTo)} />
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
            </td>
            <td role="cell" class="full">
              {side === "source" ? <Source f={f} head={head} effect={e} /> : <Target f={f} head={head} effect={e} />}
            </td>
            <td role="cell" class="full">
              {e.evidence.quote === "" ? (
                <span class="small muted">{e.origin === "register" ? t.fromRegister : f.t.finding.noQuote}</span>
              ) : (
                <q class="law-voice quote-cell" lang={f.lang === "vi" ? undefined : "vi"}>
                  {shorten(e.evidence.quote)}
                </q>
              )}
            </td>
            <td role="cell" class="full">
              {e.applied ? (
                t.applied
              ) : (
                <>
                  <Mark state="unknown" words={t.notApplied} />
                  {e.whyNot === null ? null : (
                    <>
                      <br />
                      <small>
                        <Said f={f} text={head.names.said(e.whyNot, e.target, e.source)} />
                      </small>
                    </>
                  )}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

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
