import {
  GRAPH_LINES,
  GRAPH_NODE,
  type GraphEdge,
  type GraphLane,
  type GraphLine,
  type GraphNode,
  type GraphView,
} from "../../src/use-cases/graph-view.ts";
import type { Work } from "../../src/domain/work.ts";
import type { Frame } from "../frame.ts";
import { stateOf, toldBy } from "./status.tsx";
import { shortName } from "./words.tsx";

export const STROKES: Record<GraphLine, string> = {
  repeals: "line-abolish",
  replaces: "line-replace",
  amends: "line-amend",
  carries: "line-carry",
  details: "line-detail",
  basis: "line-basis",
  cites: "line-cite",
};

/** Longer numbers are cut; the link's name and the lists give them whole. */
const LONGEST_NAME = 19;

/** A document among its relations: height is legal rank, left to right is time, the line is the relation. */
export const Graph = ({
  f,
  graph,
  hrefOf = (work) => f.href(`/documents/${work.id}`),
}: {
  f: Frame;
  graph: GraphView;
  /** Where the box of a document leads. */
  hrefOf?: (work: Work) => string;
}) => {
  const t = f.t.graph;
  const used = GRAPH_LINES.filter((line) => graph.edges.some((e) => e.line === line));
  return (
    <section class="sec after" aria-labelledby="h-g">
      <div class="sec__head">
        <h2 id="h-g">{t.title}</h2>
        <p>{t.how}</p>
      </div>
      <p class="key graph-key">
        {used.map((line) => (
          <span>
            <Stroke line={line} />
            {t.lines[line]}
          </span>
        ))}
      </p>
      <div class="graph" tabindex={0} role="region" aria-label={t.region}>
        <svg viewBox={`0 0 ${graph.width} ${graph.height}`} role="group" aria-label={t.title}>
          {graph.lanes.map((lane, i) =>
            i % 2 === 0 ? <rect class="lane" x="0" y={lane.y} width={graph.width} height={lane.height} /> : null,
          )}
          {graph.edges.map((edge) => (
            <Edge edge={edge} />
          ))}
          {graph.lanes.map((lane, i) => (
            <LaneName f={f} lane={lane} shaded={i % 2 === 0} />
          ))}
          {graph.nodes.map((node) => (
            <Node f={f} node={node} edges={graph.edges} href={hrefOf(node.work)} />
          ))}
          {graph.edges.map((edge) =>
            edge.label === null ? null : (
              <text class="e-t" x={edge.label.x} y={edge.label.y} text-anchor="middle">
                {t.short[edge.line]}
                {edge.since === null ? "" : t.fromDay(f.date(edge.since))}
              </text>
            ),
          )}
        </svg>
      </div>
      {graph.leftOut === 0 ? null : <p class="small muted">{t.leftOut(graph.leftOut)}</p>}
    </section>
  );
};

/** A piece of the line, as the key shows it. */
export const Stroke = ({ line }: { line: GraphLine }) => (
  <svg class="stroke" viewBox="0 0 28 12" aria-hidden="true">
    <line class={STROKES[line]} x2="28" y1="6" y2="6" />
    {line === "amends" ? <line class="line-amend-2" x2="28" y1="6" y2="6" /> : null}
  </svg>
);

const LaneName = ({ f, lane, shaded }: { f: Frame; lane: GraphLane; shaded: boolean }) => (
  <text class={shaded ? "lane-t lane-t--shaded" : "lane-t"} x="14" y={lane.y + 22}>
    {lane.types.map((type) => f.t.type[type]).join(", ")}
    {lane.body === null ? "" : ` ${f.t.graph.bodies[lane.body]}`}
  </text>
);

const Edge = ({ edge }: { edge: GraphEdge }) => (
  <>
    <path class={`e ${STROKES[edge.line]}`} d={edge.path} />
    {edge.line === "amends" ? <path class="e line-amend-2" d={edge.path} /> : null}
    <path
      class="arrow"
      d="M0 0l-9 -4.5v9z"
      transform={`translate(${edge.tip.x} ${edge.tip.y}) rotate(${edge.tip.degrees})`}
    />
  </>
);

const Node = ({ f, node, edges, href }: { f: Frame; node: GraphNode; edges: readonly GraphEdge[]; href: string }) => {
  const { work, status, x, y } = node;
  const name = shortName(f, work);
  const told = status === null ? f.t.status.unknown : f.t.status[status];
  const ties = node.self
    ? []
    : edges.flatMap((e) =>
        e.to === work.id
          ? [f.t.graph.lines[e.line]]
          : e.from === work.id
            ? [f.t.graph.reversed(f.t.graph.lines[e.line])]
            : [],
      );
  const day = work.issuedOn === null ? f.t.work.unknownDay : f.date(work.issuedOn);
  const label = [name, day, [told, toldBy(f, work.known)].filter(Boolean).join(" "), ...ties].join(", ");
  return (
    <a class={node.self ? "node node--self" : "node"} href={href}>
      <title>{label}</title>
      <rect x={x} y={y} width={GRAPH_NODE.width} height={GRAPH_NODE.height} rx="3" />
      <svg
        class="gm"
        x={x + 10}
        y={y + 10}
        width="14"
        height="14"
        viewBox="0 0 16 16"
        data-state={stateOf(status ?? "unknown")}
        aria-hidden="true"
      >
        <use href={`#m-${stateOf(status ?? "unknown")}`} />
      </svg>
      <text class="sy" x={x + 31} y={y + 21}>
        {name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`}
      </text>
      <text x={x + 11} y={y + 41}>
        {day}
      </text>
    </a>
  );
};
