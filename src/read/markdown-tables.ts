import type { Span } from "../domain/span.ts";
import type { TableRow, TextTable } from "../domain/text-table.ts";

/** `|---|:--:|` under the row that names the columns: without it a line of bars is only a line. */
const RULE = /^[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,199}\|?[ \t]*$/u;

/**
 * The tables of a Markdown text (GitHub's), by offsets into it:
 *
 *     | Số TT | Nội dung | Mức thu |
 *     |-------|----------|--------:|
 *     | 1     | Cấp mới  | 150.000 |
 */
export function markdownTables(text: string): readonly TextTable[] {
  const tables: TextTable[] = [];
  let rows: TableRow[] = [];
  let columns = 0;
  let above: Span | null = null;
  const close = (): void => {
    const cells = rows.flatMap((row) => row.cells).filter(({ span }) => span.end > span.start);
    const [first, last] = [cells[0], cells.at(-1)];
    if (first !== undefined && last !== undefined)
      tables.push({ span: { start: first.span.start, end: last.span.end }, rows });
    rows = [];
  };
  for (const line of linesWithBars(text)) {
    if (line === null) close();
    else if (rows.length > 0) {
      const cells = cellsOf(text, line);
      // more cells than the head has columns: nobody can say where they belong
      if (cells.length > columns) close();
      else rows.push({ header: false, cells: filled(cells, columns, line.end) });
    } else if (above !== null && RULE.test(text.slice(line.start, line.end))) {
      const cells = cellsOf(text, above);
      columns = cells.length;
      if (columns === cellsOf(text, line).length)
        rows = [{ header: cells.some(({ span }) => span.end > span.start), cells }];
    }
    above = line;
  }
  close();
  return tables;
}

/** Lines that begin with a bar, in order; null for one or more others between them. */
function* linesWithBars(text: string): Generator<Span | null> {
  let other = true;
  for (let at = 0; at <= text.length; ) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    let first = at;
    while (first < end && (text[first] === " " || text[first] === "\t")) first++;
    if (text[first] === "|") {
      other = false;
      yield { start: first, end };
    } else if (!other) {
      other = true;
      yield null;
    }
    at = end + 1;
  }
}

function cellsOf(text: string, { start, end }: Span): TableRow["cells"] {
  const bars: number[] = [];
  for (let at = start; at < end; at++) if (text[at] === "|" && text[at - 1] !== "\\") bars.push(at);
  if (text.slice((bars.at(-1) ?? start) + 1, end).trim() !== "") bars.push(end);
  return bars.slice(0, -1).map((bar, i) => {
    let [from, to] = [bar + 1, bars[i + 1] as number];
    while (from < to && /\s/u.test(text[from] as string)) from++;
    while (to > from && /\s/u.test(text[to - 1] as string)) to--;
    return { span: { start: from, end: to } };
  });
}

function filled(cells: TableRow["cells"], columns: number, end: number): TableRow["cells"] {
  const missing = Array.from({ length: columns - cells.length }, () => ({ span: { start: end, end } }));
  return [...cells, ...missing];
}
