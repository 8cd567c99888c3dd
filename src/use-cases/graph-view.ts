import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName } from "../domain/status.ts";
import type { Work } from "../domain/work.ts";

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
  /** Where its name stands without covering anything; null where there is no such place. */
  readonly label: { readonly x: number; readonly y: number } | null;
  /** The day from which it holds, where that is later than the day looked at. */
  readonly since: LegalDate | null;
}

/** Two documents and how the first stands to the second. */
export interface GraphTie {
  readonly from: string;
  readonly to: string;
  readonly line: GraphLine;
  /** The day from which it holds, where that is later than the day looked at. */
  readonly since: LegalDate | null;
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
