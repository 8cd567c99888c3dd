import { type Stretch, stretchesOf } from "./pdf-columns.ts";
import { withoutFootnotes } from "./pdf-footnotes.ts";
import { lineOf, linesOf, rowsOf } from "./pdf-lines.ts";
import { commonest, type Line, type PdfPage, type Piece, quantile } from "./pdf-page.ts";
import { joinLines, measureLayout, paragraphsOf, type TextLayout } from "./pdf-paragraphs.ts";
import { withoutRunningHeads } from "./pdf-running-heads.ts";
import { withoutStamps } from "./pdf-stamps.ts";
import { findTables, type Grid, gridsOf, type PdfTable } from "./pdf-tables.ts";
import { type DraftRow, newCell } from "./table-builder.ts";

export interface PdfText {
  /** Paragraphs and cells, an empty line between any two. */
  readonly text: string;
  /** Its tables; cells are counted in lines of `text`. */
  readonly tables: readonly (readonly DraftRow[])[];
  /** Tables whose merged fields make no rectangles: their words are there, their columns are not. */
  readonly tablesLost: number;
  readonly footnotes: number;
  /** Letters of each page that belong to its text, in the order of the pages. */
  readonly letters: readonly number[];
}

/**
 * Pages → the text a reader sees, in the order he reads it: without running heads, stamps and footnotes, the two columns of
 * head and foot one after the other, tables row by row, lines joined into paragraphs.
 */
export function pdfText(pages: readonly PdfPage[]): PdfText {
  const grids = pages.map((page) => gridsOf(page.rules));
  const bare = withoutRunningHeads(
    pages.map((page) => ({ ...page, pieces: withoutStamps(page.pieces) })),
    grids,
  );
  const bodySize = commonest(
    bare.flatMap((pieces) => pieces.map((p) => [p.size, p.text.trim().length] as const)),
    0.5,
  );
  const read = pages.map((page, i) =>
    readPage(page, bare[i] as readonly Piece[], grids[i] as readonly Grid[], bodySize),
  );
  const flowing = read.flatMap((page) => page.parts.flatMap((part) => (part.kind === "flow" ? part.lines : [])));
  return {
    ...writeParts(
      read.flatMap((page) => page.parts),
      measureLayout(flowing),
    ),
    footnotes: read.reduce((sum, page) => sum + page.footnotes, 0),
    letters: read.map((page) => page.letters),
  };
}

interface TablePart extends Pick<PdfTable, "grid" | "x0" | "x1"> {
  readonly kind: "table";
  readonly cells: readonly (readonly Line[])[];
}

type Part = Stretch | TablePart;

interface ReadPage {
  readonly parts: readonly Part[];
  readonly footnotes: number;
  readonly letters: number;
}

function readPage(page: PdfPage, pieces: readonly Piece[], grids: readonly Grid[], bodySize: number): ReadPage {
  const { tables, outside } = findTables(pieces, grids);
  const below = withoutFootnotes(linesOf(outside, page.number), page, bodySize);
  const marks = new Set(below.marks);
  const body = new Set(below.lines.flatMap((line) => line.pieces));
  const kept = unmarked(
    outside.filter((p) => body.has(p)),
    marks,
  );
  const parts: Part[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const table of [...tables, null]) {
    const to = table?.y0 ?? Number.POSITIVE_INFINITY;
    parts.push(
      ...stretchesOf(
        kept.filter((p) => p.y > from && p.y <= to),
        page.number,
      ),
    );
    if (table !== null) parts.push(cellsOf(table, page.number, marks));
    from = to;
  }
  const letters =
    kept.reduce((n, p) => n + lettersIn(p.text), 0) + tables.reduce((n, t) => n + t.cells.flat().length * 2, 0);
  return { parts, footnotes: below.notes, letters };
}

const lettersIn = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** Without the raised figures that refer to this page's footnotes. */
function unmarked(pieces: readonly Piece[], marks: ReadonlySet<string>): readonly Piece[] {
  if (marks.size === 0) return pieces;
  return rowsOf(pieces).flatMap((row) => lineOf(row, 0, marks).pieces);
}

function cellsOf({ grid, x0, x1, cells }: PdfTable, page: number, marks: ReadonlySet<string>): Part {
  return { kind: "table", grid, x0, x1, cells: cells.map((cell) => linesOf(cell, page, marks)) };
}

/** Running text goes on over the turn of a page; columns and tables stand for themselves. */
function writeParts(parts: readonly Part[], layout: TextLayout): Pick<PdfText, "text" | "tables" | "tablesLost"> {
  const blocks: string[] = [];
  const tables: DraftRow[][] = [];
  let flow: Line[] = [];
  let line = 0;
  let above: { readonly first: TablePart; readonly part: TablePart; readonly line: number } | null = null;
  const write = (block: string): void => {
    if (block === "") return;
    blocks.push(block);
    line += block.split("\n").length + 1;
  };
  const endFlow = (): void => {
    paragraphsOf(flow, layout).forEach(write);
    flow = [];
  };
  for (const part of parts) {
    if (part.kind === "flow") {
      flow.push(...part.lines);
      continue;
    }
    endFlow();
    if (part.kind === "table") {
      const goesOn = above !== null && above.line === line && isOneTable(above.part, part);
      const again: Again = goesOn && above !== null ? printedAgain(above.first, part) : NOTHING_AGAIN;
      const places = part.cells.map((cell, i) => {
        const from = line;
        if (!again.cells.has(i)) cellParagraphs(cell).forEach(write);
        return { from, to: line };
      });
      const rows = rowsOfGrid(part, places).slice(again.rows);
      if (goesOn) tables.at(-1)?.push(...rows);
      else if (rows.length > 0) tables.push(rows);
      const first: TablePart = goesOn && above !== null ? above.first : part;
      above = part.grid !== null ? { first, part, line } : null;
    } else [part.left, part.right].flatMap(columnBlock).forEach(write);
  }
  endFlow();
  const tablesLost = parts.filter(
    (part) => part.kind === "table" && part.grid === null && part.cells.length > 3,
  ).length;
  return { text: blocks.join("\n\n"), tables, tablesLost };
}

function rowsOfGrid(
  { grid }: TablePart,
  places: readonly { readonly from: number; readonly to: number }[],
): DraftRow[] {
  return (grid ?? []).map((cells) => ({
    header: false,
    cells: cells.map(({ words, colSpan, rowSpan }) => ({
      ...newCell({ colSpan, rowSpan }),
      ...((words === null ? undefined : places[words]) ?? { from: 0, to: 0 }),
    })),
  }));
}

interface Again {
  readonly rows: number;
  /** Cells of these rows. */
  readonly cells: ReadonlySet<number>;
}
const NOTHING_AGAIN: Again = { rows: 0, cells: new Set() };

/** The head of a table, printed again where it goes on on another page: the rows that are word for word those it begins with. */
function printedAgain(first: TablePart, part: TablePart): Again {
  const said = ({ grid, cells }: TablePart): readonly string[] =>
    (grid ?? []).map((row) =>
      row
        .map(({ words, colSpan, rowSpan }) => {
          const lines = words === null ? [] : (cells[words] ?? []);
          return [lines.map((line) => line.text).join(" "), colSpan, rowSpan].join("|");
        })
        .join("\n"),
    );
  const [head, own] = [said(first), said(part)];
  let rows = 0;
  while (rows < own.length && own[rows] === head[rows]) rows++;
  // a cell that reaches below these rows is no head alone
  const grid = part.grid ?? [];
  while (rows > 0 && grid.slice(0, rows).some((row, i) => row.some(({ rowSpan }) => i + rowSpan > rows))) rows--;
  if (first === part || rows === own.length) return NOTHING_AGAIN;
  return { rows, cells: new Set(grid.slice(0, rows).flatMap((row) => row.flatMap(({ words }) => words ?? []))) };
}

/** A table cut by the end of a page: as wide as what is left of it on the next one, in as many columns. */
function isOneTable(a: TablePart, b: TablePart): boolean {
  const columns = ({ grid }: TablePart): number => (grid?.[0] ?? []).reduce((sum, cell) => sum + cell.colSpan, 0);
  return (
    columns(a) > 0 &&
    columns(a) === columns(b) &&
    Math.abs(a.x0 - b.x0) < SAME_EDGE &&
    Math.abs(a.x1 - b.x1) < SAME_EDGE
  );
}

const SAME_EDGE = 6;

/** A line of a cell that falls well short of its widest ends a paragraph when the next one opens an item or a sentence. */
function cellParagraphs(lines: readonly Line[]): string[] {
  const right = quantile(
    lines.map((line) => line.x1),
    1,
  );
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1)?.at(-1);
    const opens = /^(?:[-–+•*] ?\p{L}|\d{1,3}[.)] |[a-zđ]\) )/u.test(line.text);
    const short = before !== undefined && before.x1 < right - line.size * 4;
    const ended = before !== undefined && /[.;:]$/u.test(before.text);
    if (before === undefined || (opens && (ended || short)) || (ended && short && /^\p{Lu}/u.test(line.text)))
      paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.map(joinLines);
}

/**
 * The lines of a column as they stand; joined is only what plainly runs on: small letters, the items of "Nơi nhận"
 * ("- Thường trực / HĐND tỉnh;"), a motto too wide for its column.
 */
function columnBlock(lines: readonly Line[]): string[] {
  const joined: Line[][] = [];
  const receivers = lines.findIndex((line) => /^(?:Nơi nhận|NƠI NHẬN)/u.test(line.text));
  lines.forEach((line, i) => {
    const open = joined.at(-1);
    const before = open?.at(-1);
    const ended = before !== undefined && /[;.:]$/u.test(before.text);
    const item =
      receivers >= 0 && i > receivers && /^[-–+•*]/u.test(open?.[0]?.text ?? "") && !/^[-–+•*]/u.test(line.text);
    const motto =
      /CỘNG H(?:ÒA|OÀ)/u.test(open?.[0]?.text ?? "") &&
      /^(?:XÃ HỘI |HỘI )?(?:CHỦ )?(?:NGHĨA )?(?:VIỆT )?NAM$/u.test(line.text);
    if (open !== undefined && !ended && (/^[\p{Ll}(]/u.test(line.text) || item || motto)) open.push(line);
    else joined.push([line]);
  });
  return joined.length === 0 ? [] : [joined.map(joinLines).join("\n")];
}
