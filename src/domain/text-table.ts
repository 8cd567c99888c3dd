import type { Span } from "./span.ts";

/** One cell of a table. Nothing stands in an empty span: an empty cell. */
export interface TableCell {
  readonly span: Span;
  /** Columns and rows it takes; 1 where not given. */
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

export interface TableRow {
  /** Names the columns, and is said again with each cell by a screen reader. */
  readonly header: boolean;
  /** From left to right, those left out that a cell of a row above reaches into. */
  readonly cells: readonly TableCell[];
}

/**
 * A table by the places of its cells in a text: spans ascend and never overlap. The text itself knows nothing of it: whoever
 * reads it line by line reads the cells one after another.
 */
export interface TextTable {
  readonly span: Span;
  readonly rows: readonly TableRow[];
}

/** The same table with all its offsets changed by one function that keeps their order. */
export const movedTable = (table: TextTable, move: (span: Span) => Span): TextTable => ({
  span: move(table.span),
  rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, span: move(cell.span) })) })),
});

/** The tables that lie wholly inside a stretch, their offsets counted from where it begins. */
export const tablesIn = (tables: readonly TextTable[], within: Span): readonly TextTable[] =>
  tables
    .filter((t) => within.start <= t.span.start && t.span.end <= within.end)
    .map((t) => movedTable(t, ({ start, end }) => ({ start: start - within.start, end: end - within.start })));

/** Columns a table has: the widest row, counting what reaches down into it. */
export const columnCount = ({ rows }: TextTable): number =>
  Math.max(0, ...placedCells(rows).map((row) => Math.max(0, ...row.map(({ column, cell }) => column + widthOf(cell)))));

export const widthOf = (cell: TableCell): number => cell.colSpan ?? 1;
export const heightOf = (cell: TableCell): number => cell.rowSpan ?? 1;

export interface PlacedCell {
  readonly cell: TableCell;
  readonly column: number;
}

/** Every cell with its first column, row by row: a cell that reaches down pushes those below it to the right. */
export function placedCells(rows: readonly TableRow[]): readonly (readonly PlacedCell[])[] {
  /** For each column, how many rows more it is taken from above. */
  const taken: number[] = [];
  return rows.map((row) => {
    const placed: PlacedCell[] = [];
    const fresh: [from: number, to: number, rows: number][] = [];
    let column = 0;
    for (const cell of row.cells) {
      while ((taken[column] ?? 0) > 0) column++;
      placed.push({ cell, column });
      fresh.push([column, column + widthOf(cell), heightOf(cell)]);
      column += widthOf(cell);
    }
    for (let i = 0; i < taken.length; i++) taken[i] = Math.max(0, (taken[i] ?? 0) - 1);
    for (const [from, to, height] of fresh) for (let i = from; i < to; i++) taken[i] = height - 1;
    return placed;
  });
}

/** What stands in a column: figures to be compared, running numbers, words, words too long for a narrow column. */
export type ColumnKind = "number" | "count" | "words" | "long";

const NUMBER = /^[-+]?\d[\d.,\s/%-]{0,30}$/u;
/** Nothing is said: a dash, a cross, an empty cell. */
const NEUTRAL = /^[-–—xX.…]{0,3}$/u;
const COUNT = /^(?:\d{1,3}|[IVXL]{1,6}|[a-zđ])[.)]?$/u;
const LONG = 36;

/** Kinds of the columns of a table; cells over several columns and rows that name columns say nothing of them. */
export function columnKinds(table: TextTable, words: (cell: TableCell) => string): readonly ColumnKind[] {
  const said: string[][] = Array.from({ length: columnCount(table) }, () => []);
  placedCells(table.rows).forEach((row, i) => {
    if (table.rows[i]?.header === true) return;
    for (const { cell, column } of row) if (widthOf(cell) === 1) said[column]?.push(words(cell).trim());
  });
  return said.map((cells, column) => {
    const telling = cells.filter((cell) => !NEUTRAL.test(cell));
    if (column === 0 && telling.length > 0 && telling.every((cell) => COUNT.test(cell))) return "count";
    if (telling.length > 0 && telling.every((cell) => NUMBER.test(cell))) return "number";
    return cells.some((cell) => cell.length > LONG) ? "long" : "words";
  });
}
