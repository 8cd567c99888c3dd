import type { Problem } from "../domain/problem.ts";
import { contains, type OffsetMap, type Span } from "../domain/span.ts";
import { columnCount, placedCells, type TableCell, type TextTable } from "../domain/text-table.ts";
import { cleanLine } from "./characters.ts";
import type { NormalisedText, TextLine } from "./normalise.ts";
import { headerRows } from "./table-header.ts";
import type { Zones } from "./zones.ts";

export interface LegalTables {
  readonly tables: readonly TextTable[];
  /** 1 for every line that stands wholly in a table: what it begins with is no number of a unit. */
  readonly inside: Uint8Array;
  readonly problems: readonly Problem[];
}

const NO_TABLES: Pick<LegalTables, "tables" | "problems"> = { tables: [], problems: [] };

/**
 * The tables of the law among those of a file that do not lay out its page, by offsets into the normalised text. One in head or
 * signature is none: its words remain lines. A table whose cells cannot all be found again word by word remains lines too, and
 * that is a problem: no cell is ever shown with other words than its own.
 */
export function legalTables(
  given: readonly TextTable[],
  source: string,
  { text, lines, offsets }: NormalisedText,
  zones: Zones,
): LegalTables {
  const inside = new Uint8Array(lines.length);
  if (given.length === 0) return { ...NO_TABLES, inside };
  const tables: TextTable[] = [];
  const problems: Problem[] = [];
  const places = [zones.body, ...zones.attachments.map(({ from, to }) => [from, to] as const)].flatMap(
    ([from, to]): readonly Span[] =>
      from < to ? [{ start: (lines[from] as TextLine).start, end: (lines[to - 1] as TextLine).end }] : [],
  );
  let after = 0;
  for (const table of given) {
    const moved = movedCells(table, source, text, offsets);
    const span = moved?.span ?? normalisedSpan(offsets, text, table.span);
    if (!places.some((place) => contains(place, span))) continue;
    if (moved === null || span.start < after) {
      problems.push(asLines(span));
      continue;
    }
    after = span.end;
    tables.push({ span, rows: headerRows(moved, text) });
  }
  markInside(inside, lines, tables);
  return { tables, inside, problems };
}

/** Without those that only lay out a page, by their shape and words. */
export const withoutLayout = (given: readonly TextTable[], source: string): readonly TextTable[] =>
  given.filter((table) => !isLayout(table, source));

/** A table in which a unit begins after all is not one: its words belong to several units. */
export function withoutDivided(
  { tables }: LegalTables,
  units: readonly { readonly span: Span }[],
): Pick<LegalTables, "tables" | "problems"> {
  if (tables.length === 0) return NO_TABLES;
  const isWhole = ({ span }: TextTable): boolean =>
    !units.some((unit) => span.start < unit.span.start && unit.span.start < span.end);
  return { tables: tables.filter(isWhole), problems: tables.filter((t) => !isWhole(t)).map((t) => asLines(t.span)) };
}

const asLines = (span: Span): Problem => ({
  code: "table-as-lines",
  what: "Một bảng của tệp được trình bày thành từng dòng, không thành bảng.",
  why: "Không xác định được chắc chắn chữ nào đứng ở ô nào.",
  todo: "Đối chiếu bảng này với tệp gốc.",
  span,
});

function markInside(inside: Uint8Array, lines: readonly TextLine[], tables: readonly TextTable[]): void {
  let next = 0;
  for (const { span } of tables) {
    while (next < lines.length && (lines[next] as TextLine).start < span.start) next++;
    for (; next < lines.length && (lines[next] as TextLine).end <= span.end; next++) inside[next] = 1;
  }
}

/** The table by offsets into the normalised text; null where a cell has other words there, or no place of its own. */
function movedCells(table: TextTable, source: string, text: string, offsets: OffsetMap): TextTable | null {
  let last = -1;
  let exact = true;
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell): TableCell => {
      if (cell.span.end <= cell.span.start) return { ...cell, span: { start: -1, end: -1 } };
      const span = normalisedSpan(offsets, text, cell.span);
      exact &&=
        span.start >= last && isSame(source.slice(cell.span.start, cell.span.end), text.slice(span.start, span.end));
      last = Math.max(last, span.end);
      return { ...cell, span };
    }),
  }));
  const worded = rows.flatMap((row) => row.cells).filter(({ span }) => span.end > span.start);
  const [first, final] = [worded[0], worded.at(-1)];
  if (!exact || first === undefined || final === undefined) return null;
  let at = first.span.start;
  const placed = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell): TableCell => {
      if (cell.span.end > cell.span.start) at = cell.span.end;
      return cell.span.end > cell.span.start ? cell : { ...cell, span: { start: at, end: at } };
    }),
  }));
  return { span: { start: first.span.start, end: final.span.end }, rows: placed };
}

function normalisedSpan(offsets: OffsetMap, text: string, { start, end }: Span): Span {
  let [from, to] = [normalisedOffset(offsets, start), normalisedOffset(offsets, end)];
  while (from < to && /\s/u.test(text[from] as string)) from++;
  while (to > from && /\s/u.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

/** The first normalised offset whose source is not before the given one. */
function normalisedOffset(map: OffsetMap, source: number): number {
  let [low, high] = [0, map.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle] as OffsetMap[number])[1] <= source) low = middle + 1;
    else high = middle;
  }
  const pair = map[low - 1];
  if (pair === undefined) return map.length === 0 ? source : 0;
  const next = map[low]?.[0] ?? Number.POSITIVE_INFINITY;
  return Math.min(pair[0] + source - pair[1], next);
}

const squeezed = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** Letters and digits of a cell, as the parser reads them, are those that stand in its place. */
const isSame = (given: string, here: string): boolean =>
  given === here ||
  given
    .split(/\n|<br\s{0,3}\/?>/giu)
    .map((line) => squeezed(cleanLine(line, 0, line.length, true, false).text))
    .join("") === squeezed(here);

/** Words of a page's head, of signatures and of articles: a table that holds them lays out a page. */
const LAYOUT =
  /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập ?[-–] ?Tự do|Nơi nhận|NƠI NHẬN|(?:Điều|ĐIỀU) \d+[a-zđ]? ?[.:]|(?:Chương|CHƯƠNG) [IVXL]+$|(?:TM|KT|TL|TUQ)\. ?\p{Lu}|\([Kk]ý)/mu;

/** Bars and marks of Markdown stand before a cell's first word. */
const unmarked = (words: string): string => words.replace(/[*_|]+ ?/gu, "\n").normalize("NFC");

/** One column or one row of words, or words that stand in no table of a law. */
function isLayout(table: TextTable, text: string): boolean {
  if (columnCount(table) < 2) return true;
  const placed = placedCells(table.rows).map((row) => row.filter(({ cell: { span } }) => span.end > span.start));
  const columns = new Set(placed.flatMap((row) => row.map(({ column }) => column)));
  if (columns.size < 2 || placed.filter((row) => row.length > 0).length < 2) return true;
  return LAYOUT.test(unmarked(text.slice(table.span.start, table.span.end)));
}
