import { parseIssuer } from "../domain/issuer.ts";
import type { RelationKind } from "../domain/relation.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";
import { forceOf } from "../report/list-order.ts";
import type { Relation } from "./view-relations.ts";

/** How one document stands to another, strongest first: a pair is drawn with the strongest line it has. */
export const GRAPH_LINES = ["repeals", "replaces", "amends", "carries", "details", "basis", "cites"] as const;
export type GraphLine = (typeof GRAPH_LINES)[number];

/** All figures in units of the drawing, which is `width` wide. */
export interface GraphNode {
  readonly work: Work;
  readonly status: StatusName | null;
  readonly self: boolean;
  readonly x: number;
  readonly y: number;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly line: GraphLine;
  /** A cubic curve as an SVG path. */
  readonly path: string;
  readonly tip: { readonly x: number; readonly y: number; readonly degrees: number };
}

/** A stripe of one legal force. */
export interface GraphLane {
  readonly y: number;
  readonly height: number;
  readonly types: readonly Work["type"][];
  /** Local lanes: which body, at which level. */
  readonly body: "hdnd" | "ubnd" | null;
}

export interface GraphView {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly GraphLane[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Related documents that are in the lists and not in the drawing. */
  readonly leftOut: number;
}

export const GRAPH_NODE = { width: 196, height: 52 } as const;

/** Neighbours drawn beside the document itself; more would be unreadable. */
export const NEIGHBOURS_DRAWN = 40;
const WIDTH = 1280;
const MARGIN = 16;
const HEAD = 34;
const ROW = 70;
const GAP = 14;

interface GraphInput {
  readonly self: Pick<GraphNode, "work" | "status">;
  readonly cites: readonly Relation[];
  readonly citedBy: readonly Relation[];
}

/** Places a document and what it is related to: height = legal force, left to right = day of issue. */
export function layOutGraph({ self, cites, citedBy }: GraphInput): GraphView {
  const chosen = strongest(cites, citedBy);
  const drawn = [
    { ...self, self: true },
    ...chosen.slice(0, NEIGHBOURS_DRAWN).map(({ work, status }) => ({ work, status, self: false })),
  ];
  const { lanes, nodes, height } = place(drawn);
  const at = new Map(nodes.map((n) => [n.work.id, n]));
  const ties = [
    ...cites.map((r) => ({ from: self.work.id, to: r.work.id, line: lineOf(r) })),
    ...citedBy.map((r) => ({ from: r.work.id, to: self.work.id, line: lineOf(r) })),
  ].filter((tie) => at.has(tie.from) && at.has(tie.to));
  return {
    width: WIDTH,
    height,
    lanes,
    nodes,
    edges: draw(ties, at, self.work.id),
    leftOut: Math.max(0, chosen.length - NEIGHBOURS_DRAWN),
  };
}

const LINE_OF: Readonly<Record<RelationKind, GraphLine>> = {
  repeals: "repeals",
  announces: "repeals",
  suspends: "repeals",
  replaces: "replaces",
  amends: "amends",
  corrects: "amends",
  resumes: "carries",
  extends: "carries",
  "applies-in": "carries",
  consolidates: "carries",
  details: "details",
  guides: "details",
  basis: "basis",
};

export function lineOf({ roles, details, kinds }: Pick<Relation, "roles" | "details" | "kinds">): GraphLine {
  const derived = GRAPH_LINES.find((line) => kinds?.some((kind) => LINE_OF[kind] === line));
  if (derived) return derived;
  // mentions alone: what a text says it does, where no effect came of it
  if (roles.some((r) => r === "repeals" || r === "expires" || r === "suspends")) return "repeals";
  if (roles.includes("replaces")) return "replaces";
  if (roles.includes("amends")) return "amends";
  if (details) return "details";
  return roles.includes("basis") ? "basis" : "cites";
}

/** Each related document once, the strongest and most frequent relation first. */
function strongest(cites: readonly Relation[], citedBy: readonly Relation[]): readonly Relation[] {
  const weight = (r: Relation): number => GRAPH_LINES.indexOf(lineOf(r)) * 1000 - Math.min(r.times, 999);
  const sorted = [...cites, ...citedBy].sort((a, b) => weight(a) - weight(b));
  return [...new Map(sorted.toReversed().map((r) => [r.work.id, r])).values()].toReversed();
}

type Drawn = Omit<GraphNode, "x" | "y">;

function place(drawn: readonly Drawn[]): Pick<GraphView, "lanes" | "nodes" | "height"> {
  const days = [...new Set(drawn.map((n) => n.work.issuedOn ?? ""))].sort();
  const step = days.length < 2 ? 0 : (WIDTH - 2 * MARGIN - GRAPH_NODE.width) / (days.length - 1);
  const alone = (WIDTH - GRAPH_NODE.width) / 2;
  const xOf = (n: Drawn): number =>
    Math.round(days.length < 2 ? alone : MARGIN + step * days.indexOf(n.work.issuedOn ?? ""));
  const lanes: GraphLane[] = [];
  const nodes: GraphNode[] = [];
  let y = 0;
  for (const force of [...new Set(drawn.map((n) => forceOf(n.work)))].sort((a, b) => a - b)) {
    const own = drawn.filter((n) => forceOf(n.work) === force).sort((a, b) => xOf(a) - xOf(b));
    // each row remembers where it is free again
    const free: number[] = [];
    for (const node of own) {
      const x = xOf(node);
      const found = free.findIndex((from) => from <= x);
      const row = found < 0 ? free.length : found;
      free[row] = x + GRAPH_NODE.width + GAP;
      nodes.push({ ...node, x, y: y + HEAD + row * ROW });
    }
    const height = HEAD + free.length * ROW;
    lanes.push({ y, height, types: [...new Set(own.map((n) => n.work.type))], body: bodyOf(own[0]?.work) });
    y += height;
  }
  return { lanes, nodes, height: y };
}

function bodyOf(work: Work | undefined): GraphLane["body"] {
  const organ = parseIssuer(work?.issuer ?? "").organ;
  return organ === "hdnd" ? "hdnd" : organ === "ubnd" || organ === "chu-tich-ubnd" ? "ubnd" : null;
}

type Tie = Pick<GraphEdge, "from" | "to" | "line">;

/** Curves leave the document's own box side by side, in the order in which their other ends stand. */
function draw(ties: readonly Tie[], at: ReadonlyMap<string, GraphNode>, self: string): readonly GraphEdge[] {
  const other = (tie: Tie): GraphNode => at.get(tie.from === self ? tie.to : tie.from) as GraphNode;
  const home = at.get(self) as GraphNode;
  const above = ties.filter((t) => other(t).y <= home.y).sort((a, b) => other(a).x - other(b).x);
  const below = ties.filter((t) => other(t).y > home.y).sort((a, b) => other(a).x - other(b).x);
  return [above, below].flatMap((side, i) =>
    side.map((tie, n) => {
      const mine = {
        x: home.x + (GRAPH_NODE.width * (n + 1)) / (side.length + 1),
        y: i === 0 ? home.y : home.y + GRAPH_NODE.height,
      };
      const node = other(tie);
      // two ties between the same two documents part a little
      const shift = tie.from === self ? -12 : 12;
      const level = node.y === home.y;
      const theirs = {
        x: node.x + GRAPH_NODE.width / 2 + shift,
        y: i === 0 && !level ? node.y + GRAPH_NODE.height : node.y,
      };
      return curve(tie, tie.from === self ? [mine, theirs] : [theirs, mine], i === 0 && level);
    }),
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Between lanes an S; along one lane an arc over the boxes. The curve arrives upright, so the tip points up or down. */
function curve(tie: Tie, [a, b]: readonly [Point, Point], arc: boolean): GraphEdge {
  const n = (value: number): string => String(Math.round(value));
  const bend = arc ? -26 : Math.sign(b.y - a.y) * Math.max(24, Math.abs(b.y - a.y) / 2);
  const down = arc || b.y > a.y;
  const end = b.y + (down ? -8 : 8);
  const path = `M${n(a.x)} ${n(a.y)}C${n(a.x)} ${n(a.y + bend)} ${n(b.x)} ${n(arc ? end + bend : end - bend)} ${n(b.x)} ${n(end)}`;
  return { ...tie, path, tip: { x: Math.round(b.x), y: Math.round(b.y), degrees: down ? 90 : -90 } };
}
