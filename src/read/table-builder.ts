import type { Span } from "../domain/span.ts";
import type { TableCell, TextTable } from "../domain/text-table.ts";

/** Where in the text a cell begins or ends: noted when it is written, counted in lines when the text is laid out. */
export interface CellEdge {
  readonly cell: DraftCell;
  readonly edge: "from" | "to";
}

export interface DraftCell {
  colSpan: number;
  rowSpan: number;
  /** Goes on with the cell above it (`w:vMerge`): it is taken into that one where it is empty. */
  joinsAbove: boolean;
  /** Goes on with the cell before it (`\clmrg`). */
  joinsBefore: boolean;
  /** Lines of the text, `[from, to)`; -1 until known. */
  from: number;
  to: number;
}

export interface DraftRow {
  header: boolean;
  readonly cells: DraftCell[];
}

interface DraftTable {
  readonly rows: DraftRow[];
  /** Its cells do not begin and end where paragraphs do: nothing certain can be said of it. */
  broken: boolean;
}

/** More cells than this are no table a person reads; their lines remain. */
const MOST_CELLS = 20_000;
const WIDEST = 200;

export const newCell = (shape: Partial<Pick<DraftCell, "colSpan" | "rowSpan">> = {}): DraftCell => ({
  colSpan: spanCount(shape.colSpan),
  rowSpan: spanCount(shape.rowSpan),
  joinsAbove: false,
  joinsBefore: false,
  from: -1,
  to: -1,
});

/** A number of columns or rows as a file gives it; what makes no sense is 1. */
export const spanCount = (value: number | undefined): number =>
  value === undefined || !Number.isInteger(value) || value < 1 ? 1 : Math.min(value, WIDEST);

/**
 * Follows the tables of a file while its text is written. Of tables in tables only the outer one is one: the inner one's
 * words stand in its cell. Called in the order table, row, cell; what comes out of order breaks the table, not the text.
 */
export class TableBuilder {
  private readonly done: DraftTable[] = [];
  private depth = 0;
  private cells = 0;
  private table: DraftTable | null = null;
  /** The row and the cell under way in the outer table. */
  row: DraftRow | null = null;
  /** Rows that open now name the columns (`table:table-header-rows`). */
  headerRows = false;
  cell: DraftCell | null = null;

  get isOuter(): boolean {
    return this.depth === 1;
  }

  openTable(): void {
    this.depth++;
    if (this.depth > 1) return;
    this.table = { rows: [], broken: false };
    this.headerRows = false;
    this.done.push(this.table);
  }

  closeTable(): void {
    if (this.depth === 0) return;
    this.depth--;
    if (this.depth > 0) return;
    if (this.cell !== null) this.break();
    this.table = this.row = this.cell = null;
  }

  openRow(header = this.headerRows): void {
    if (this.depth !== 1 || this.table === null) return;
    this.row = { header, cells: [] };
    this.table.rows.push(this.row);
  }

  closeRow(): void {
    if (this.depth !== 1) return;
    if (this.cell !== null) this.break();
    this.row = this.cell = null;
  }

  /** Null inside an inner table. */
  openCell(cell: DraftCell = newCell()): CellEdge | null {
    if (this.depth !== 1 || this.table === null) return null;
    if (this.row === null || this.cell !== null || ++this.cells > MOST_CELLS) this.break();
    this.row?.cells.push(cell);
    this.cell = cell;
    return { cell, edge: "from" };
  }

  closeCell(): CellEdge | null {
    const { cell } = this;
    if (this.depth !== 1 || cell === null) return null;
    this.cell = null;
    return { cell, edge: "to" };
  }

  break(): void {
    if (this.table !== null) this.table.broken = true;
  }

  /** Tables of two rows and two columns or more of which nothing certain is known. */
  get lost(): number {
    return this.done.filter((t) => t.broken && t.rows.length > 1 && t.rows.some((row) => row.cells.length > 1)).length;
  }

  /** The tables by offsets into the text its lines have become. `lineOf` = how many of the lines before one are left. */
  finish(text: string, lineOf: ((line: number) => number) | null = null): readonly TextTable[] {
    if (lineOf !== null)
      for (const cell of this.done.flatMap((t) => t.rows.flatMap((row) => row.cells)))
        [cell.from, cell.to] = [lineOf(cell.from), lineOf(cell.to)];
    return this.done.length === 0
      ? []
      : tablesByLines(
          text,
          this.done.filter((t) => !t.broken).map((t) => t.rows),
        );
  }
}

/** Tables whose cells are counted in lines → the same by offsets; those that were never counted to the end are left out. */
export function tablesByLines(text: string, tables: readonly (readonly DraftRow[])[]): readonly TextTable[] {
  if (tables.length === 0) return [];
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const spanOf = (cell: DraftCell): Span => {
    const start = starts[cell.from] ?? text.length;
    return { start, end: Math.max(start, trimmedEnd(text, start, (starts[cell.to] ?? text.length + 1) - 1)) };
  };
  return tables.flatMap((rows) => {
    const known = rows.every((row) => row.cells.every((cell) => cell.from >= 0 && cell.to >= cell.from));
    const first = rows.flatMap((row) => row.cells.find((cell) => cell.to > cell.from) ?? [])[0];
    if (!known || first === undefined) return [];
    const start = starts[first.from] ?? text.length;
    // an empty cell stands where the one before it ends
    let last = start;
    const placed = mergedRows(rows).map(({ header, cells }) => ({
      header,
      cells: cells.map((cell) => {
        const span = cell.to > cell.from ? spanOf(cell) : { start: last, end: last };
        last = span.end;
        return coveringCell(span, cell);
      }),
    }));
    return [{ span: { start, end: last }, rows: placed }];
  });
}

const coveringCell = (span: Span, { colSpan, rowSpan }: DraftCell): TableCell =>
  colSpan > 1
    ? rowSpan > 1
      ? { span, colSpan, rowSpan }
      : { span, colSpan }
    : rowSpan > 1
      ? { span, rowSpan }
      : { span };

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1] === "\n") at--;
  return at;
}

/** Rows with the cells that go on with another one taken into it; one that has words of its own stays by itself. */
function mergedRows(rows: readonly DraftRow[]): readonly DraftRow[] {
  if (!rows.some((row) => row.cells.some((cell) => cell.joinsAbove || cell.joinsBefore))) return rows;
  /** For each first column, the cell above. */
  let above = new Map<number, DraftCell>();
  return rows.map(({ header, cells }) => {
    const here = new Map<number, DraftCell>();
    const kept: DraftCell[] = [];
    let column = 0;
    for (const given of cells) {
      const cell = { ...given };
      const over = above.get(column);
      const before = kept.at(-1);
      const empty = cell.to <= cell.from;
      if (cell.joinsAbove && empty && over !== undefined && over.colSpan === cell.colSpan) {
        over.rowSpan++;
        here.set(column, over);
      } else if (cell.joinsBefore && empty && before !== undefined) {
        before.colSpan += cell.colSpan;
      } else {
        kept.push(cell);
        here.set(column, cell);
      }
      column += cell.colSpan;
    }
    above = here;
    return { header, cells: kept };
  });
}
