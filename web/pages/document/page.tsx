import type { Child } from "hono/jsx";
import type { Work } from "../../../src/domain/work.ts";
import type { DocumentHead } from "../../../src/use-cases/view-document.ts";
import type { OfficialCitationView } from "../../../src/use-cases/view-official-citation.ts";
import type { ReaderView, RefusedChange } from "../../../src/use-cases/view-reader.ts";
import type { TimelineView } from "../../../src/use-cases/view-timeline.ts";
import type { ReviewView } from "../../../src/use-cases/view-review.ts";
import { type DocumentFields, saidFields } from "../../../src/use-cases/fields-of.ts";
import { layOutGraph } from "../../../src/use-cases/lay-out-graph.ts";
import type { NamedLists } from "../../../src/use-cases/view-named-lists.ts";
import type { NormsView } from "../../../src/use-cases/view-norms.ts";
import type { PropertiesView } from "../../../src/use-cases/view-properties.ts";
import type { RelationsView } from "../../../src/use-cases/view-relations.ts";
import { CitationPanel } from "../../components/citation-panel.tsx";
import { Life } from "../../components/life.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { moment } from "../../components/moment.ts";
import { Proof, sentence } from "../../components/proof.tsx";
import { FindingNote } from "../../components/provision-view.tsx";
import { PublishedLine } from "../../components/published.tsx";
import { Reader } from "../../components/reader.tsx";
import { RefusedChanges, Remark } from "../../components/refused-change.tsx";
import { Status } from "../../components/status.tsx";
import { FullName, Said, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { NormsTab } from "./norms.tsx";
import { EffectsTab } from "./effects.tsx";
import { PropertiesTab } from "./properties.tsx";
import { RelationsTab } from "./relations.tsx";
import { ReviewTab } from "./review.tsx";

export type Tab = "text" | "norms" | "effects" | "relations" | "review" | "properties";

export interface DocumentPageProps {
  readonly f: Frame;
  readonly head: DocumentHead;
  readonly tab: Tab;
  readonly reader: ReaderView | null;
  /** What is copied of the document or of a unit; null = nothing was asked for. */
  readonly quote: OfficialCitationView | null;
  readonly relations: RelationsView | null;
  readonly norms: NormsView | null;
  readonly review: ReviewView | null;
  /** For the form that opens a sheet; null where this person may not. */
  readonly token: string | null;
  readonly properties: PropertiesView | null;
  /** Null: another tab is open. */
  readonly named: NamedLists | null;
  readonly timeline: TimelineView;
}

export const DocumentPage = ({
  f,
  head,
  tab,
  reader,
  quote,
  relations,
  norms,
  review,
  token,
  properties,
  named,
  timeline,
}: DocumentPageProps) => (
  <>
    <Head f={f} head={head} issued={reader?.wording === "issued"} reading={reader !== null} />
    {quote !== null && quote.eId === null ? <CitationPanel f={f} view={quote} /> : null}
    <State f={f} head={head} />
    <Life f={f} periods={head.periods} marks={timeline.marks} known={head.work.known} />
    <Tabs f={f} head={head} tab={tab} />
    {tab === "text" ? <TextTab f={f} head={head} reader={reader} quote={quote} /> : null}
    {tab === "norms" ? <NormsTab f={f} view={norms} /> : null}
    {named === null ? null : <EffectsTab f={f} head={head} timeline={timeline} named={named} />}
    {tab === "relations" && relations !== null ? (
      <RelationsTab f={f} self={head.work} relations={relations} graph={graphOf(head, relations)} />
    ) : null}
    {review === null ? null : <ReviewTab f={f} work={head.work} review={review} token={token} />}
    {properties === null ? null : <PropertiesTab f={f} view={properties} />}
  </>
);

const graphOf = ({ work, period }: DocumentHead, { cites, citedBy }: RelationsView) =>
  layOutGraph({ self: { work, status: period?.status ?? null }, cites, citedBy });

/** Longer titles are set smaller, so that the status stays on the first screen. */
const LONG_TITLE = 120;

const Head = ({
  f,
  head: { work, file, title, effectsBy },
  issued,
  reading,
}: {
  f: Frame;
  head: DocumentHead;
  issued: boolean;
  /** The bar above the text has the key for what is read. */
  reading: boolean;
}) => {
  const name = issued || title === null ? work.title : title.text;
  return (
    <div class="head doc-head">
      <div class="head__text">
        <p class="doc-kind">
          <FullName f={f} work={work} />
        </p>
        <h1
          class={(name ?? "").length > LONG_TITLE ? "law-voice h1--long" : "law-voice"}
          lang={f.lang === "vi" ? undefined : "vi"}
        >
          {name === null ? f.t.work.noTitle : words(name)}
        </h1>
        {title === null ? null : (
          <p class="small muted">
            <Said f={f} text={issued ? f.t.reader.title(title.text) : f.t.reader.titleIssued(title.issued)} />{" "}
            {title.notes.map((note) => (
              <Remark f={f} note={note} />
            ))}
          </p>
        )}
      </div>
      <div class="acts">
        <a
          class="btn"
          href={f.here({ tab: null, cite: "document" })}
          data-cite
          aria-keyshortcuts={f.keys && !reading ? "y" : undefined}
        >
          {f.t.citing.act}
        </a>
        {file === null ? null : (
          <a class="btn" href={`/originals/${file.sha256}`} download>
            {f.t.document.original(file.format)}
          </a>
        )}
        {file === null ? null : (
          <>
            {effectsBy.length === 0 ? null : (
              <a class="btn" href={f.href("/impact", { work: work.id })}>
                {f.t.impact.open}
              </a>
            )}
            <span class="small muted">
              {f.t.api.export}: <a href={f.href(`/api/v1/documents/${work.id}/akn`)}>AKN</a>,{" "}
              <a href={f.href(`/api/v1/documents/${work.id}/export`)}>JSON</a>,{" "}
              <a href={f.href(`/api/v1/documents/${work.id}/relations/jsonld`)}>JSON-LD</a>
            </span>
          </>
        )}
      </div>
    </div>
  );
};

/** The fields it is filed in: set by hand, or as the machine reads them and how surely. */
const FiledIn = ({ f, fields: { byHand, topics, read } }: { f: Frame; fields: DocumentFields }) => {
  const t = f.t.document;
  if (byHand !== null)
    return (
      <li title={f.t.metadata.byHand(byHand.by, moment(f, byHand.at))}>
        {t.field} <Said f={f} text={saidFields(topics)} />
      </li>
    );
  return read.length === 0 ? null : (
    <li title={read.map(({ why }) => why).join("; ")}>
      {t.field} <Said f={f} text={read.map(({ name }) => name).join("; ")} /> (
      {Math.round(Math.min(...read.map(({ confidence }) => confidence)) * 100)} %)
    </li>
  );
};

/** What the tool infers of the document as a whole, and from what kind of file it was read. */
const About = ({ f, head: { about, file } }: { f: Frame; head: DocumentHead }) => {
  const t = f.t.document;
  return (
    <ul class="doc-about small muted">
      <FiledIn f={f} fields={about.fields} />
      {about.territory.length === 0 ? null : (
        <li>
          {t.territory} <Said f={f} text={about.territory.map((u) => u.name).join(", ")} />
        </li>
      )}
      {about.successor === null ? null : (
        <li>
          {t.successor} <Said f={f} text={about.successor} />
        </li>
      )}
      {file === null ? null : (
        <li>
          {t.readFrom} {f.t.quality[file.quality] ?? file.quality}
        </li>
      )}
    </ul>
  );
};

/** The status with its proof beside it: nothing is claimed that does not open into why. */
const State = ({ f, head, head: { work, period, works, names, registerDay } }: { f: Frame; head: DocumentHead }) => (
  <div class="doc-state">
    <div>
      <p>
        <Status f={f} status={period?.status ?? "unknown"} known={work.known} tag />
      </p>
      {period?.since ? (
        <p>
          {f.t.since(f.date(period.since))}
          {period.to === null ? "" : `, ${f.t.until(f.date(period.to))}`}
        </p>
      ) : null}
      <PublishedLine f={f} published={head.published} />
      <About f={f} head={head} />
    </div>
    {period === null || period.because.length === 0 ? (
      <p class="small muted">
        {f.t.document.noProof} {period === null ? null : <Said f={f} text={sentence(period.reason)} />}{" "}
        {knownFrom(f, work, registerDay)}
      </p>
    ) : (
      <details class="fold" open={period.because.length <= 4}>
        <summary>
          {period.status === "unknown" ? f.t.document.whyUnknown : f.t.document.whyKnown(period.because.length)}
        </summary>
        <Proof f={f} period={period} works={works} names={names} self={work.id} known={work.known}>
          {knownFrom(f, work, registerDay)}
        </Proof>
      </details>
    )}
  </div>
);

/** Said wherever the document's own text did not speak. */
function knownFrom(f: Frame, work: Work, day: string | null): string | null {
  if (work.known === "register") return f.t.document.byRegister(day === null ? null : f.date(day));
  if (work.known === "listed") return f.t.document.byList;
  return work.known === "cited" ? f.t.document.byCitation : null;
}

const Tabs = ({ f, head, tab }: { f: Frame; head: DocumentHead; tab: Tab }) => {
  const link = (id: Tab, label: string, n?: number): Child => (
    <a
      href={f.here({ tab: id === "text" ? null : id, kind: null, unit: null, page: null })}
      aria-current={tab === id ? "page" : undefined}
    >
      {label}
      {n ? (
        <>
          {" "}
          <span class="n">{f.t.n(n)}</span>
        </>
      ) : null}
    </a>
  );
  const t = f.t.document;
  return (
    <nav class="tabs" aria-label={t.tabs}>
      {link("text", t.text)}
      {head.file === null ? null : link("norms", f.t.norms.tab)}
      {link("effects", t.effects, head.effectsOn.length + head.effectsBy.length)}
      {link("relations", t.relations, head.relations)}
      {head.file === null ? null : <a href={compareAddress(f, head)}>{f.t.compare.tab}</a>}
      {link("review", t.review, head.findingsTotal)}
      {link("properties", t.properties)}
    </nav>
  );
};

/** As issued beside the day looked at. */
const compareAddress = (f: Frame, { work }: DocumentHead): string =>
  f.href("/compare", { left: `${work.id}@`, right: `${work.id}@${f.on}` });

const TextTab = ({ f, head, reader, quote }: Pick<DocumentPageProps, "f" | "head" | "reader" | "quote">) => {
  const t = f.t.document;
  const panel = quote === null || quote.eId === null ? null : <CitationPanel f={f} view={quote} />;
  const standing = reader?.stretches.some((s) => s.anchor !== null && s.anchor === quote?.eId) === true;
  if (reader === null)
    return (
      <div class="after">
        <Blank
          title={t.noText}
          act={
            <a class="btn" href={f.here({ tab: "relations" })}>
              {t.relations}
            </a>
          }
        >
          {t.noTextWhy(f.t.known[head.work.known])} {t.noTextTodo}
        </Blank>
      </div>
    );
  return (
    <>
      <div class="before-text flow-s">
        {standing ? null : panel}
        {head.file?.quality === "ocr" ? (
          <Message kind="warn" what={t.ocr}>
            {t.ocrTodo}
          </Message>
        ) : null}
        <WordingBar f={f} head={head} reader={reader} />
        <Refused f={f} reader={reader} />
        {reader.document.problems.length === 0 ? null : (
          <details class="fold small">
            <summary>{t.problems(reader.document.problems.length)}</summary>
            <ul class="dashes">
              {reader.document.problems.slice(0, 50).map((p) => (
                <li>
                  <Said f={f} text={[p.what, p.why, p.todo].filter(Boolean).join(" ")} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {reader.whole.length === 0 ? null : (
          <section class="whole-notes" aria-labelledby="h-whole">
            <h2 id="h-whole" class="small">
              {t.whole}
            </h2>
            <div class="whole-notes__list small">
              {reader.whole.map((finding) => (
                <FindingNote f={f} finding={finding} />
              ))}
            </div>
          </section>
        )}
      </div>
      <Reader f={f} reader={reader} head={head} quote={standing && quote?.eId ? { anchor: quote.eId, panel } : null} />
    </>
  );
};

const WORDINGS = ["day", "issued"] as const;
const COUNTED = ["amended", "phrase-changed", "inserted", "repealed"] as const;

/** Which words are shown, how far they are from those issued, and where both stand side by side. */
const WordingBar = ({ f, head, reader }: { f: Frame; head: DocumentHead; reader: ReaderView }) => {
  const t = f.t.reader;
  if (!reader.changed) return <p class="small muted">{t.nothingChanged}</p>;
  const counts = COUNTED.flatMap((state) => {
    const n = reader.counts[state] ?? 0;
    return n === 0 ? [] : [t.counts[state]?.(n) ?? ""];
  });
  return (
    <div class="wording">
      <div class="seg" role="group" aria-label={t.wordings}>
        {WORDINGS.map((wording) => (
          <a
            class="btn btn--s"
            href={f.here({ text: wording === "issued" ? "issued" : null })}
            aria-current={reader.wording === wording ? "true" : undefined}
          >
            {wording === "day" ? t.onDay(f.date(f.on)) : t.issued}
          </a>
        ))}
      </div>
      <p class="small muted">
        {t.changed} {counts.join(", ")}. <a href={compareAddress(f, head)}>{t.compare}</a>.{" "}
        <a href={f.href(`/documents/${head.work.id}/consolidated`)}>{f.t.consolidated.title}</a>.{" "}
        {reader.wording === "issued" ? t.asIssued : t.reference}
      </p>
    </div>
  );
};

/** What the words below do not say though a clause says they should: never left out in silence. */
const Refused = ({ f, reader: { refused, idle, waiting } }: { f: Frame; reader: ReaderView }) => {
  const t = f.t.reader;
  return (
    <>
      {refused.length === 0 ? null : (
        <section class="flow-s" aria-label={t.refused(refused.length)}>
          <Message kind="warn" what={t.refused(refused.length)}>
            {t.refusedWhy}
          </Message>
          <Folded f={f} title={t.refusedList} changes={refused} open={refused.length <= 3} />
        </section>
      )}
      {waiting.length === 0 ? null : <Folded f={f} title={t.waiting(waiting.length)} changes={waiting} />}
      {idle.length === 0 ? null : <Folded f={f} title={f.t.consolidated.idle(idle.length)} changes={idle} />}
    </>
  );
};

const Folded = ({
  f,
  title,
  changes,
  open = false,
}: {
  f: Frame;
  title: string;
  changes: readonly RefusedChange[];
  open?: boolean;
}) => (
  <details class="fold small" open={open}>
    <summary>{title}</summary>
    <RefusedChanges f={f} changes={changes} />
  </details>
);
