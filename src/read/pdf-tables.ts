import type { Piece, Rule } from "./pdf-page.ts";

/** A cell of the drawn grid: which of the table's worded cells it is, null = empty, and what it covers. */
export interface GridCell {
  readonly words: number | null;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** A ruled table: its place and its cells, row by row and from left to right, empty ones left out. */
export interface PdfTable {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly cells: readonly (readonly Piece[])[];
  /** All cells of each row; null where merged fields make no rectangle, so that nothing is certain. */
  readonly grid: readonly (readonly GridCell[])[] | null;
}

/** The tables that the drawn lines of a page make. */
export const gridsOf = (rules: readonly Rule[]): readonly Grid[] =>
  clusters(rules).flatMap((cluster) => gridOf(cluster) ?? []);

/** Puts the letters of a page into the cells of its tables; the rest of the letters is `outside`. */
export function findTables(
  pieces: readonly Piece[],
  grids: readonly Grid[],
): { readonly tables: readonly PdfTable[]; readonly outside: readonly Piece[] } {
  if (grids.length === 0) return { tables: [], outside: pieces };
  const inside = new Map<Grid, Piece[]>();
  const outside: Piece[] = [];
  for (const piece of pieces) {
    const grid = grids.find((g) => isWithin(g, piece));
    if (grid === undefined) outside.push(piece);
    else inside.set(grid, [...(inside.get(grid) ?? []), piece]);
  }
  const tables = grids.map((grid) => ({ ...boxOf(grid), ...cellsOf(grid, inside.get(grid) ?? []) }));
  return { tables: tables.filter((table) => table.cells.length > 0).sort((a, b) => a.y0 - b.y0), outside };
}

type Printed = Pick<Piece, "x0" | "x1" | "y" | "size">;

/** The middle of what is printed: small letters stand on the baseline, about six tenths of the size high. */
const middleOf = ({ x0, x1, y, size }: Printed): { readonly x: number; readonly y: number } => ({
  x: (x0 + x1) / 2,
  y: y - size * 0.3,
});

/** Are these words printed inside the table? */
export function isWithin(grid: Pick<Grid, "x0" | "y0" | "x1" | "y1">, words: Printed): boolean {
  const { x, y } = middleOf(words);
  return y > grid.y0 && y < grid.y1 && x > grid.x0 && x < grid.x1;
}

/** How far apart two lines may end and still meet. */
const NEAR = 3;
/** More rows or columns than this is a drawing or a form of single letters, no table. */
const MOST_LINES = 400;

export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly vertical: readonly Rule[];
  readonly horizontal: readonly Rule[];
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const boxOf = ({ x0, y0, x1, y1 }: Grid): Pick<Grid, "x0" | "y0" | "x1" | "y1"> => ({ x0, y0, x1, y1 });

/** Lines that touch one another, directly or through others. */
function clusters(rules: readonly Rule[]): Rule[][] {
  const sorted = [...rules].sort((a, b) => a.y0 - b.y0);
  let open: { readonly rules: Rule[]; y1: number }[] = [];
  const done: Rule[][] = [];
  for (const rule of sorted) {
    const meets: typeof open = [];
    const rest: typeof open = [];
    for (const cluster of open) {
      if (cluster.y1 < rule.y0 - NEAR) done.push(cluster.rules);
      else if (cluster.rules.some((other) => touch(other, rule))) meets.push(cluster);
      else rest.push(cluster);
    }
    const [first = { rules: [], y1: rule.y1 }, ...others] = meets;
    for (const other of others) first.rules.push(...other.rules);
    first.rules.push(rule);
    first.y1 = Math.max(first.y1, rule.y1, ...others.map((o) => o.y1));
    open = [...rest, first];
  }
  return [...done, ...open.map((cluster) => cluster.rules)];
}

const touch = (a: Rule, b: Rule): boolean =>
  a.x0 <= b.x1 + NEAR && b.x0 <= a.x1 + NEAR && a.y0 <= b.y1 + NEAR && b.y0 <= a.y1 + NEAR;

/** Two lines across and three down at least: a box round a page or a paragraph is no table. */
function gridOf(rules: readonly Rule[]): Grid | null {
  const horizontal = rules.filter((r) => r.x1 - r.x0 >= r.y1 - r.y0 && r.x1 - r.x0 > 4);
  const vertical = rules.filter((r) => r.y1 - r.y0 > r.x1 - r.x0 && r.y1 - r.y0 > 4);
  const xs = places(vertical.map((r) => r.x0));
  const ys = places(horizontal.map((r) => r.y0));
  if (xs.length < 2 || ys.length < 2 || xs.length > MOST_LINES || ys.length > MOST_LINES) return null;
  // Tables without their outer sides: the lines across go on beyond the outermost line down.
  const left = Math.min(...horizontal.map((r) => r.x0));
  const right = Math.max(...horizontal.map((r) => r.x1));
  if (left < (xs[0] as number) - 12) xs.unshift(left);
  if (right > (xs.at(-1) as number) + 12) xs.push(right);
  // A row cut by the end of the page: its lines down go on, nothing closes it.
  const top = Math.min(...vertical.map((r) => r.y0));
  const foot = Math.max(...vertical.map((r) => r.y1));
  if (top < (ys[0] as number) - 12) ys.unshift(top);
  if (foot > (ys.at(-1) as number) + 12) ys.push(foot);
  if (xs.length + ys.length < 5) return null;
  return {
    xs,
    ys,
    vertical,
    horizontal,
    x0: xs[0] as number,
    x1: xs.at(-1) as number,
    y0: ys[0] as number,
    y1: ys.at(-1) as number,
  };
}

/** Coordinates with those that mean the same line taken as one. */
function places(values: readonly number[]): number[] {
  const kept: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) kept.push(value);
  return kept;
}

function cellsOf(grid: Grid, pieces: readonly Piece[]): Pick<PdfTable, "cells" | "grid"> {
  const columns = grid.xs.length - 1;
  const root = mergedCells(grid);
  const cells = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const { x, y } = middleOf(piece);
    const [column, row] = [slot(grid.xs, x), slot(grid.ys, y)];
    const cell = root(row * columns + column);
    cells.set(cell, [...(cells.get(cell) ?? []), piece]);
  }
  const worded = [...cells.entries()]
    .sort(([a], [b]) => a - b)
    .filter(([, inside]) => inside.some((piece) => piece.text.trim() !== ""));
  const words = new Map(worded.map(([root], i) => [root, i]));
  return { cells: worded.map(([, inside]) => inside), grid: rowsOf(grid, root, words) };
}

/** A column narrower than this between two lines drawn double, a row lower than it. */
const THINNEST = 6;

/** The cells of each row by their roots; null where one is no rectangle. */
function rowsOf(
  { xs, ys }: Grid,
  root: (cell: number) => number,
  words: ReadonlyMap<number, number>,
): PdfTable["grid"] {
  const columns = xs.length - 1;
  const boxes = new Map<number, { fields: number; readonly x0: number; x1: number; readonly y0: number; y1: number }>();
  for (let field = 0; field < columns * (ys.length - 1); field++) {
    const [x, y] = [field % columns, Math.floor(field / columns)];
    const box = boxes.get(root(field));
    if (box === undefined) boxes.set(root(field), { fields: 1, x0: x, x1: x + 1, y0: y, y1: y + 1 });
    else {
      if (x < box.x0) return null;
      [box.fields, box.x1, box.y1] = [box.fields + 1, Math.max(box.x1, x + 1), Math.max(box.y1, y + 1)];
    }
  }
  if ([...boxes.values()].some((b) => b.fields !== (b.x1 - b.x0) * (b.y1 - b.y0))) return null;
  const begin = [...boxes].flatMap(([at, box]) => (words.has(at) ? [box] : []));
  const kept = (bounds: readonly number[], starts: ReadonlySet<number>): readonly boolean[] =>
    bounds.slice(1).map((end, i) => end - (bounds[i] as number) >= THINNEST || starts.has(i));
  const wide = kept(xs, new Set(begin.map((b) => b.x0)));
  const high = kept(ys, new Set(begin.map((b) => b.y0)));
  const count = (which: readonly boolean[], from: number, to: number): number =>
    which.slice(from, to).filter(Boolean).length;
  const rows: GridCell[][] = high.map(() => []);
  // roots are the first field of their cell: in ascending order they stand row by row, from left to right
  for (const [at, box] of [...boxes].sort(([a], [b]) => a - b)) {
    const [colSpan, rowSpan] = [count(wide, box.x0, box.x1), count(high, box.y0, box.y1)];
    const first = high.indexOf(true, box.y0);
    if (colSpan > 0 && rowSpan > 0) rows[first]?.push({ words: words.get(at) ?? null, colSpan, rowSpan });
  }
  return rows.filter((_, i) => high[i]);
}

/** The interval a coordinate lies in. */
function slot(bounds: readonly number[], value: number): number {
  let at = 0;
  while (at < bounds.length - 2 && value >= (bounds[at + 1] as number)) at++;
  return at;
}

/** Neighbouring fields without a line between them are one cell, named by its first field. */
function mergedCells(grid: Grid): (cell: number) => number {
  const columns = grid.xs.length - 1;
  const rows = grid.ys.length - 1;
  const parent = Array.from({ length: columns * rows }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] as number;
    return at;
  };
  const join = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      const [x0, x1] = [grid.xs[column] as number, grid.xs[column + 1] as number];
      const [y0, y1] = [grid.ys[row] as number, grid.ys[row + 1] as number];
      if (column + 1 < columns && !drawn(grid.vertical, x1, y0, y1, "down")) join(cell, cell + 1);
      if (row + 1 < rows && !drawn(grid.horizontal, y1, x0, x1, "across")) join(cell, cell + columns);
    }
  }
  return find;
}

/** Is half of the border between two fields drawn? */
function drawn(rules: readonly Rule[], place: number, from: number, to: number, way: "down" | "across"): boolean {
  let covered = 0;
  for (const r of rules) {
    const [where, start, end] = way === "down" ? [r.x0, r.y0, r.y1] : [r.y0, r.x0, r.x1];
    if (Math.abs(where - place) <= NEAR) covered += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return covered > (to - from) * 0.5;
}
