import type { Work } from "../../../src/domain/work.ts";
import type { Relation, RelationsView } from "../../../src/use-cases/view-relations.ts";
import type { GraphView } from "../../../src/use-cases/graph-view.ts";
import { Graph } from "../../components/graph.tsx";
import { RelationTable } from "./relation-table.tsx";
import { Section } from "../../components/layout.tsx";
import { Status } from "../../components/status.tsx";
import { Said, shortName, words } from "../../components/words.tsx";
import { MendCitation } from "../../components/worklist.tsx";
import type { Frame } from "../../frame.ts";

const ROWS_SHOWN = 200;

/** What it cites, who cites it, and what it cites that nobody could find. */
export const RelationsTab = ({
  f,
  self,
  relations,
  graph,
}: {
  f: Frame;
  self: Work;
  relations: RelationsView;
  graph: GraphView;
}) => {
  const t = f.t.document;
  return (
    <>
      {graph.nodes.length < 2 ? null : (
        <>
          <Graph f={f} graph={graph} />
          <p class="small">
            <a href={f.href("/graph", { work: self.id })}>{f.t.around.open}</a>
          </p>
        </>
      )}
      <RelationTable f={f} relations={relations} />
      <div class="after cols cols--2">
        <div class="stack">
          <Section
            id="h-c"
            title={
              <>
                {t.cites} <span class="n">{f.t.n(mentioned(relations.cites).length)}</span>
              </>
            }
          >
            {mentioned(relations.cites).length === 0 ? (
              <p class="muted">{t.noCites}</p>
            ) : (
              <Relations f={f} list={mentioned(relations.cites)} />
            )}
          </Section>
          {relations.lost.length === 0 ? null : (
            <section class="sec" id="lost" aria-labelledby="h-l">
              <div class="sec__head">
                <h2 id="h-l">
                  {t.lostList} <span class="n">{f.t.n(relations.lost.length)}</span>
                </h2>
                <p>{t.lostWhy}</p>
              </div>
              <ul class="rel">
                {relations.lost.slice(0, ROWS_SHOWN).map(({ link, unit, candidates }) => (
                  <li>
                    <q class="law-voice" lang={f.lang === "vi" ? undefined : "vi"}>
                      {words(link.text)}
                    </q>
                    <br />
                    <small class="muted">
                      {link.within === null ? (
                        t.preamble
                      ) : (
                        <a href={`${f.here({ tab: null })}#${encodeURIComponent(link.within)}`}>
                          <Said f={f} text={unit ?? link.within} />
                        </a>
                      )}
                      . <Said f={f} text={link.resolution.how} />
                      {candidates.map((work, i) => (
                        <>
                          {i === 0 ? " " : ", "}
                          <a href={f.href(`/documents/${work.id}`)}>{words(shortName(f, work))}</a>
                        </>
                      ))}
                    </small>
                    <MendCitation f={f} link={link} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div>
          <Section
            id="h-b"
            title={
              <>
                {t.citedBy}{" "}
                <span class="n">{f.t.n(Math.max(relations.citing, mentioned(relations.citedBy).length))}</span>
              </>
            }
          >
            {mentioned(relations.citedBy).length === 0 ? (
              <p class="muted">{t.noCitedBy}</p>
            ) : (
              <Relations f={f} list={mentioned(relations.citedBy)} total={relations.citing} />
            )}
          </Section>
        </div>
      </div>
    </>
  );
};

/** What only an effect or the register ties to it stands in the table above. */
const mentioned = (list: readonly Relation[]): readonly Relation[] => list.filter((r) => r.times > 0);

const Relations = ({ f, list, total = 0 }: { f: Frame; list: readonly Relation[]; total?: number }) => (
  <ul class="rel">
    {list.slice(0, ROWS_SHOWN).map(({ work, status, roles, details, times }) => (
      <li>
        <a class={work.symbol === null ? undefined : "sym"} href={f.href(`/documents/${work.id}`)} data-row>
          {shortName(f, work)}
        </a>{" "}
        {work.symbol === null || work.title === null ? null : (
          <span class="title">
            <Said f={f} text={work.title} />
          </span>
        )}
        <br />
        <small class="muted">
          <Status f={f} status={status ?? "unknown"} known={work.known} /> ·{" "}
          {[...roles.map((role) => f.t.role[role]), ...(details ? [f.t.graph.lines.details] : [])].join(", ")}
          {times === 0 ? null : ` · ${f.t.document.times(times)}`}
        </small>
      </li>
    ))}
    {Math.max(list.length, total) > ROWS_SHOWN ? (
      <li class="small muted">{f.t.document.more(Math.max(list.length, total) - Math.min(list.length, ROWS_SHOWN))}</li>
    ) : null}
  </ul>
);
