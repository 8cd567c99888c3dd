import type { Work } from "../../../src/domain/work.ts";
import { GRAPH_LINES } from "../../../src/use-cases/graph-view.ts";
import type { TiedWork } from "../../../src/use-cases/most-tied.ts";
import type { Neighbourhood } from "../../../src/use-cases/view-neighbourhood.ts";
import { Graph, Stroke } from "../../components/graph.tsx";
import { FieldFrame } from "../../components/field.tsx";
import { PageHead, Section } from "../../components/layout.tsx";
import { Blank, Message } from "../../components/message.tsx";
import { FullName, Said, shortName, words } from "../../components/words.tsx";
import type { Frame } from "../../frame.ts";
import { TieTable } from "./tie-table.tsx";

/** No document chosen yet: a box, and those that most others cite. */
export const ChooserPage = ({
  f,
  q,
  found,
  most,
}: {
  f: Frame;
  q: string;
  /** Null: nothing was asked for. */
  found: readonly Work[] | null;
  most: readonly TiedWork[];
}) => {
  const t = f.t.around;
  return (
    <>
      <PageHead title={t.title}>{found !== null && found.length > 1 ? t.several(q) : t.lead}</PageHead>
      {found !== null && found.length === 0 ? (
        <Message kind="warn" what={t.notFound(q)}>
          {t.notFoundWhy}
        </Message>
      ) : null}
      <form class="one-field no-print" action="/graph">
        {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
        <FieldFrame id="g-q" label={t.label} help={t.help}>
          <input
            class="input"
            type="search"
            id="g-q"
            name="q"
            value={q}
            aria-describedby="g-q-help"
            autocomplete="off"
          />
        </FieldFrame>
        <button class="btn btn--go" type="submit">
          {t.go}
        </button>
      </form>
      {found !== null && found.length > 1 ? <Works f={f} works={found} /> : null}
      {most.length > 0 ? (
        <Section id="h-most" title={t.most}>
          <ul class="rel">
            {most.map(({ work, citedBy }) => (
              <WorkLine f={f} work={work} note={t.citedBy(citedBy)} />
            ))}
          </ul>
        </Section>
      ) : (
        <Blank title={t.none}>{t.noneWhy}</Blank>
      )}
    </>
  );
};

const Works = ({ f, works }: { f: Frame; works: readonly Work[] }) => (
  <ul class="rel graph-found">
    {works.map((work) => (
      <WorkLine f={f} work={work} note={null} />
    ))}
  </ul>
);

const WorkLine = ({ f, work, note }: { f: Frame; work: Work; note: string | null }) => (
  <li>
    <a href={f.href("/graph", { work: work.id })} data-row>
      <FullName f={f} work={work} />
    </a>
    {note === null ? null : <span class="small muted"> {note}</span>}
    {work.title === null ? null : (
      <div class="small">
        <Said f={f} text={work.title} />
      </div>
    )}
  </li>
);

/** One document and what it is tied to, drawn and as a table. */
export const GraphPage = ({ f, view, lines }: { f: Frame; view: Neighbourhood; lines: readonly string[] }) => {
  const t = f.t.around;
  const { work, graph, depth } = view;
  return (
    <div class="graph-page">
      <div>
        <PageHead
          title={
            <>
              {t.of} {words(shortName(f, work))}
            </>
          }
          acts={
            <>
              <div class="seg" role="group" aria-label={t.depth}>
                {([1, 2] as const).map((d) => (
                  <a
                    class="btn"
                    href={f.here({ depth: d === 1 ? null : d })}
                    aria-current={depth === d ? "true" : undefined}
                  >
                    {d === 1 ? t.one : t.two}
                  </a>
                ))}
              </div>
              <a class="btn" href={f.href(`/documents/${work.id}`)}>
                {f.t.document.text}
              </a>
              {graph.nodes.length < 2 ? null : (
                <a class="btn btn--quiet" href="#ties">
                  {t.toTable}
                </a>
              )}
            </>
          }
        >
          {t.direct(view.direct)}
        </PageHead>
        <Kinds f={f} view={view} lines={lines} />
        <LeftOut f={f} view={view} />
      </div>
      {graph.nodes.length < 2 ? (
        <Blank
          title={t.alone}
          act={
            lines.length === 0 ? null : (
              <a class="btn" href={f.here({ kind: null })}>
                {t.aloneAll}
              </a>
            )
          }
        >
          {t.aloneWhy}
        </Blank>
      ) : (
        <>
          <Graph
            f={f}
            graph={graph}
            hrefOf={(w) => (w.id === work.id ? f.href(`/documents/${w.id}`) : f.href("/graph", { work: w.id }))}
          />
          <TieTable f={f} view={view} />
        </>
      )}
    </div>
  );
};

/** Which lines are drawn: check boxes that need no script. */
const Kinds = ({ f, view, lines }: { f: Frame; view: Neighbourhood; lines: readonly string[] }) => {
  const t = f.t.around;
  const there = GRAPH_LINES.filter((line) => (view.counts[line] ?? 0) > 0 || lines.includes(line));
  if (there.length < 2 && lines.length === 0) return null;
  return (
    <form class="graph-kinds no-print" action="/graph">
      <input type="hidden" name="work" value={view.work.id} />
      {view.depth === 2 ? <input type="hidden" name="depth" value="2" /> : null}
      {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
      <fieldset>
        <legend>{t.kinds}</legend>
        {there.map((line) => (
          <label class="check">
            <input type="checkbox" name="kind" value={line} checked={lines.length === 0 || lines.includes(line)} />
            <Stroke line={line} />
            <span>{f.t.graph.lines[line]}</span> <span class="n">{f.t.n(view.counts[line] ?? 0)}</span>
          </label>
        ))}
        <button class="btn btn--s" type="submit">
          {t.filter}
        </button>
        {lines.length === 0 ? null : <a href={f.here({ kind: null })}>{t.all}</a>}
      </fieldset>
    </form>
  );
};

/** Nothing is left out in silence: what is not drawn, why, and where it is. */
const LeftOut = ({ f, view }: { f: Frame; view: Neighbourhood }) => {
  const t = f.t.around;
  const selfLater = view.work.issuedOn !== null && view.work.issuedOn > f.on;
  const today = <a href={f.here({ on: null })}>{t.laterLink}</a>;
  return (
    <>
      {selfLater ? (
        <Message kind="warn" what={t.selfLater}>
          {today}
        </Message>
      ) : null}
      <ul class="small muted graph-left">
        {view.later === 0 || selfLater ? null : (
          <li>
            {t.later(view.later)} {f.on === f.today ? null : today}
          </li>
        )}
        {view.past === 0 ? null : <li>{t.past(view.past)}</li>}
        {view.unread === 0 ? null : (
          <li>
            {t.unread(view.unread)} <a href={f.href("/impact", { work: view.work.id })}>{t.unreadLink}</a>
          </li>
        )}
        {view.graph.leftOut === 0 ? null : (
          <li>
            {t.leftOut(view.graph.leftOut)} <a href="#ties">{t.toTable}</a>
          </li>
        )}
        {view.depth === 1 ? null : <li>{t.twoWhy}</li>}
      </ul>
    </>
  );
};
