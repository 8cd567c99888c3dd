import { GRAPH_NODE, type GraphEdge, type GraphNode, type GraphTie } from "./graph-view.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A cubic curve by its four points. */
type Curve = readonly [Point, Point, Point, Point];

/**
 * Curves between boxes. Those of the document itself leave its box side by side, in the order in which their other ends
 * stand; those between others go from middle to middle. Names of lines stand where they cover no box and no other name.
 */
export function drawTies(
  ties: readonly GraphTie[],
  at: ReadonlyMap<string, GraphNode>,
  self: string,
): readonly GraphEdge[] {
  const own = ties.filter((t) => t.from === self || t.to === self);
  const drawn = [
    ...ownCurves(own, at, self),
    ...ties
      .filter((t) => t.from !== self && t.to !== self)
      .map((tie) => ({ tie, curve: between(at.get(tie.from) as GraphNode, at.get(tie.to) as GraphNode) })),
  ];
  const boxes: Box[] = [...at.values()].map(({ x, y }) => ({ x, y, ...GRAPH_NODE }));
  return drawn.map(({ tie, curve }) => {
    // only the document's own lines are named: names of all lines of two steps would cover the drawing
    const label = tie.from === self || tie.to === self ? freePlace(curve, boxes, tie.since !== null) : null;
    if (label !== null) boxes.push(label.box);
    return { ...tie, ...pathOf(curve), label: label?.at ?? null };
  });
}

interface DrawnTie {
  readonly tie: GraphTie;
  readonly curve: Curve;
}

function ownCurves(ties: readonly GraphTie[], at: ReadonlyMap<string, GraphNode>, self: string): readonly DrawnTie[] {
  const other = (tie: GraphTie): GraphNode => at.get(tie.from === self ? tie.to : tie.from) as GraphNode;
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
      return { tie, curve: bent(tie.from === self ? [mine, theirs] : [theirs, mine], i === 0 && level) };
    }),
  );
}

/** From the one box to the other, a little beside the middle, so that a tie and its answer part. */
function between(a: GraphNode, b: GraphNode): Curve {
  const middle = (n: GraphNode, shift: number): number => n.x + GRAPH_NODE.width / 2 + shift;
  const level = a.y === b.y;
  const down = b.y > a.y;
  return bent(
    [
      { x: middle(a, 20), y: down ? a.y + GRAPH_NODE.height : a.y },
      { x: middle(b, -20), y: level || down ? b.y : b.y + GRAPH_NODE.height },
    ],
    level,
  );
}

/** Between lanes an S; along one lane an arc over the boxes. The curve arrives upright, so the tip points up or down. */
function bent([a, b]: readonly [Point, Point], arc: boolean): Curve {
  const bend = arc ? -26 : Math.sign(b.y - a.y) * Math.max(24, Math.abs(b.y - a.y) / 2);
  const end = b.y + (arc || b.y > a.y ? -8 : 8);
  return [a, { x: a.x, y: a.y + bend }, { x: b.x, y: arc ? end + bend : end - bend }, { x: b.x, y: end }];
}

function pathOf([a, b, c, d]: Curve): Pick<GraphEdge, "path" | "tip"> {
  const at = ({ x, y }: Point): string => `${Math.round(x)} ${Math.round(y)}`;
  const down = d.y > c.y;
  return {
    path: `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`,
    tip: { x: Math.round(d.x), y: Math.round(d.y + (down ? 8 : -8)), degrees: down ? 90 : -90 },
  };
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Half the width of a name, and of one with a day; names are set in 12 units. */
const HALF_NAME = 62;
const HALF_DATED = 100;
/** A name stands above its line, not on it. */
const ABOVE = 6;
const ALONG = [0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2];

function freePlace(
  curve: Curve,
  taken: readonly Box[],
  dated: boolean,
): { readonly at: Point; readonly box: Box } | null {
  const half = dated ? HALF_DATED : HALF_NAME;
  for (const t of ALONG) {
    const { x, y } = pointAt(curve, t);
    const box = { x: x - half, y: y - ABOVE - 12, width: 2 * half, height: 16 };
    if (box.x >= 0 && !taken.some((other) => meet(box, other)))
      return { at: { x: Math.round(x), y: Math.round(y - ABOVE) }, box };
  }
  return null;
}

const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function pointAt([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t;
  const on = (of: (p: Point) => number): number =>
    s ** 3 * of(a) + 3 * s ** 2 * t * of(b) + 3 * s * t ** 2 * of(c) + t ** 3 * of(d);
  return { x: on((p) => p.x), y: on((p) => p.y) };
}
