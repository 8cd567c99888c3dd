import {
  columnCount,
  heightOf,
  placedCells,
  type TableCell,
  type TableRow,
  type TextTable,
  widthOf,
} from "../domain/text-table.ts";

const COUNTED = /^(?:STT|S ?TT|TT|Stt|Số TT|Số thứ tự|SỐ TT|SỐ THỨ TỰ)\.?$/u;
const NAMED = /^(?:Ghi chú|GHI CHÚ|Nội dung|NỘI DUNG|Đơn vị tính|ĐVT)$/u;
const NUMBER = /^[-+]?\d[\d.,\s%/-]{0,30}$/u;
/** "(1)", "2", "A", "3=1+2": the row below the head that numbers the columns. */
const COLUMN_NUMBER = /^\(?(?:\d{1,2}|[A-H])\)?(?: ?=.{1,30})?$/u;
/** Names of columns are short. */
const LONGEST_NAME = 120;

/**
 * Rows of a table with those that name its columns marked. A file that says so is believed as far as the rows stand first;
 * few do: otherwise the first row is one where it begins with "STT", or names what numbers stand below it.
 */
export function headerRows(table: TextTable, text: string): readonly TableRow[] {
  const words = (cell: TableCell): string => text.slice(cell.span.start, cell.span.end).trim();
  const rows = withoutBlank(table);
  let heads = rows.findIndex((row) => !row.header);
  if (heads < 0) heads = 0;
  if (heads === 0 && rows.length > 1 && namesColumns(rows, words)) heads = 1;
  if (heads === 0) return rows.map((row) => ({ ...row, header: false }));
  // "Mức thu" over "Lần đầu" and "Cấp lại": a name that reaches down takes the rows beside it along
  for (let i = 0; i < heads; i++)
    heads = Math.min(rows.length - 1, Math.max(heads, i + Math.max(1, ...cellsOf(rows, i).map(heightOf))));
  const numbering = cellsOf(rows, heads).map(words);
  if (
    heads < rows.length - 1 &&
    numbering.length > 1 &&
    numbering.every((w) => COLUMN_NUMBER.test(w)) &&
    runsOn(numbering)
  )
    heads++;
  const names = rows.slice(0, heads);
  // the end of a page prints the head once more
  const again = (at: number): boolean =>
    names.every(({ cells }, i) => {
      const here = cellsOf(rows, at + i);
      return here.length === cells.length && cells.every((cell, k) => words(cell) === words(here[k] as TableCell));
    });
  let repeated = 0;
  return rows.map((row, i) => {
    if (i >= heads && again(i)) repeated = heads;
    return { ...row, header: i < heads || repeated-- > 0 };
  });
}

/** Without rows in which nothing stands and into which nothing reaches. */
function withoutBlank(table: TextTable): readonly TableRow[] {
  const columns = columnCount(table);
  const blank = ({ cells }: TableRow): boolean =>
    cells.every(({ span, rowSpan = 1 }) => span.end <= span.start && rowSpan === 1) &&
    cells.reduce((sum, cell) => sum + widthOf(cell), 0) === columns;
  return table.rows.filter((row) => !blank(row));
}

const cellsOf = (rows: readonly TableRow[], at: number): readonly TableCell[] => rows[at]?.cells ?? [];

/** "1 2 3" numbers columns; "1 Cấp mới 150" does not, and neither does a row whose figures do not follow one another. */
function runsOn(numbers: readonly string[]): boolean {
  const figures = numbers.flatMap((w) => /\d{1,2}/u.exec(w)?.[0] ?? []).map(Number);
  return figures.length > 1 && figures.every((n, i) => i === 0 || n === (figures[i - 1] as number) + 1);
}

function namesColumns(rows: readonly TableRow[], words: (cell: TableCell) => string): boolean {
  const first = cellsOf(rows, 0);
  const names = first.map(words);
  if (names.length < 2 || names.some((name) => name.length > LONGEST_NAME || NUMBER.test(name))) return false;
  if (COUNTED.test(names[0] ?? "") || names.some((name) => NAMED.test(name))) return true;
  if (names.some((name) => name === "" || /[.;]$/u.test(name))) return false;
  return numericColumns(rows.slice(1), words).size > 0;
}

/** Columns in which only numbers stand, and more than one. */
function numericColumns(rows: readonly TableRow[], words: (cell: TableCell) => string): ReadonlySet<number> {
  const seen = new Map<number, { numbers: number; others: number }>();
  for (const row of placedCells(rows))
    for (const { cell, column } of row) {
      const said = words(cell);
      const count = seen.get(column) ?? { numbers: 0, others: 0 };
      seen.set(column, count);
      if (said !== "") count[NUMBER.test(said) ? "numbers" : "others"]++;
    }
  return new Set([...seen].flatMap(([column, { numbers, others }]) => (numbers > 1 && others === 0 ? [column] : [])));
}
