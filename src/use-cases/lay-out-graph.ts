import { parseIssuer } from "../domain/issuer.ts";
import type { RelationKind, WorkRelation } from "../domain/relation.ts";
import type { Work } from "../domain/work.ts";
import { forceOf } from "../report/list-order.ts";
import { drawTies } from "./draw-ties.ts";
import {
  GRAPH_LINES,
  GRAPH_NODE,
  type GraphLane,
  type GraphLine,
  type GraphNode,
  type GraphTie,
  type GraphView,
} from "./graph-view.ts";
import type { Relation } from "./view-relations.ts";

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
  const ties = [
    ...cites.map((r) => ({ from: self.work.id, to: r.work.id, line: lineOf(r), since: null })),
    ...citedBy.map((r) => ({ from: r.work.id, to: self.work.id, line: lineOf(r), since: null })),
  ];
  return layOutTies(drawn, ties, Math.max(0, chosen.length - NEIGHBOURS_DRAWN));
}

/** Documents at their places with the ties among them; ties to documents that are not drawn are left out. */
export function layOutTies(drawn: readonly DrawnWork[], ties: readonly GraphTie[], leftOut: number): GraphView {
  const { lanes, nodes, height } = place(drawn);
  const at = new Map(nodes.map((n) => [n.work.id, n]));
  const self = nodes.find((n) => n.self)?.work.id ?? "";
  const held = ties.filter((tie) => at.has(tie.from) && at.has(tie.to));
  return { width: WIDTH, height, lanes, nodes, edges: drawTies(held, at, self), leftOut };
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

/** Who repeals single units changes the document; its line must not say that the document is gone. */
export const drawnAs = ({ kind, eIds }: Pick<WorkRelation, "kind" | "eIds">): RelationKind =>
  kind === "repeals" && eIds.length > 0 ? "amends" : kind;

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

/** A document that is to be drawn. */
export type DrawnWork = Omit<GraphNode, "x" | "y">;

function place(drawn: readonly DrawnWork[]): Pick<GraphView, "lanes" | "nodes" | "height"> {
  const days = [...new Set(drawn.map((n) => n.work.issuedOn ?? ""))].sort();
  const step = days.length < 2 ? 0 : (WIDTH - 2 * MARGIN - GRAPH_NODE.width) / (days.length - 1);
  const alone = (WIDTH - GRAPH_NODE.width) / 2;
  const xOf = (n: DrawnWork): number =>
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
