import { readFile as readBytes } from "node:fs/promises";
import { extname } from "node:path";
import { formatDate } from "../domain/legal-date.ts";
import type { Problem } from "../domain/problem.ts";
import type { ReadList } from "../domain/publication.ts";
import { placedCells } from "../domain/text-table.ts";
import { type ListLine, readListCells } from "../extract/read-list-cells.ts";
import { readListText } from "../extract/read-list-text.ts";
import { isListEnding } from "../read/file-format.ts";
import { readFile } from "../read/read-file.ts";
import { openWorkbook } from "../read/open-workbook.ts";
import type { CellValue } from "../read/spreadsheet-cells.ts";
import type { SourceText } from "../read/source-text.ts";

export type ListFileRead =
  | {
      readonly ok: true;
      readonly list: ReadList;
      /** The beginning of its text: what says who published it and for which period. */
      readonly head: string;
    }
  | { readonly ok: false; readonly problem: Problem };

/** Characters in which a list says what it is. */
const HEAD = 6000;

/** A published list from a file: spreadsheets and ruled tables by their cells, other text by its lines. Never throws for a bad file. */
export async function readListFile(path: string, name: string): Promise<ListFileRead> {
  if (isListEnding(extname(name).toLowerCase())) return readWorkbook(await readBytes(path), name);
  const read = await readFile(path, name);
  if (!read.ok) return read;
  return found(bestOf(read.source), read.source.text);
}

/** A table whose lines are not drawn is read by its lines: the way that finds more rows is taken. */
export function bestOf(source: Pick<SourceText, "text" | "tables">): ReadList {
  const byLines = readListText(source.text);
  const byCells = (source.tables ?? []).length === 0 ? null : readListCells(linesOf(source));
  return byCells !== null && byCells.rows.length >= byLines.rows.length ? byCells : byLines;
}

function found(list: ReadList, text: string): ListFileRead {
  if (list.rows.length > 0) return { ok: true, list, head: text.slice(0, HEAD) };
  return {
    ok: false,
    problem: {
      code: "no-published-list",
      what: "Không đọc được dòng nào của danh mục trong tệp này.",
      why: "Tệp không có bảng với các cột của danh mục (STT; văn bản hoặc số, ký hiệu; lý do; ngày hết hiệu lực), hoặc là bản chụp không có chữ.",
      todo: "Kiểm tra đúng tệp danh mục. Nếu là bản chụp, tìm bản Word hoặc bản PDF có chữ.",
      span: null,
    },
  };
}

/** The text line by line, its tables row by row, in their order. */
function* linesOf({ text, tables = [] }: Pick<SourceText, "text" | "tables">): Generator<ListLine> {
  let at = 0;
  let line = 1;
  const between = function* (to: number): Generator<ListLine> {
    for (const words of text.slice(at, to).split("\n"))
      yield { cells: [words], inTable: false, place: `dòng ${line++}` };
    line--;
  };
  for (const table of tables) {
    yield* between(table.span.start);
    for (const row of placedCells(table.rows)) {
      const cells: string[] = [];
      for (const { cell, column } of row) cells[column] = text.slice(cell.span.start, cell.span.end);
      const start = row[0]?.cell.span.start ?? table.span.start;
      const place = `dòng ${text.slice(0, start).split("\n").length}`;
      yield { cells: Array.from(cells, (cell) => cell ?? ""), inTable: true, place };
    }
    line += text.slice(table.span.start, table.span.end).split("\n").length - 1;
    at = table.span.end;
  }
  yield* between(text.length);
}

async function readWorkbook(bytes: Uint8Array, name: string): Promise<ListFileRead> {
  const opened = await openWorkbook(bytes, name);
  if (!opened.ok) return opened;
  const lines = opened.sheets.flatMap((sheet) =>
    sheet.rows.map(
      (row, i): ListLine => ({
        cells: row.map(said),
        inTable: true,
        first: i === 0,
        place: `trang tính ${sheet.name}, dòng ${i + 1}`,
      }),
    ),
  );
  const list = readListCells(lines) ?? { rows: [], totals: [], unread: [] };
  return found(list, lines.map(({ cells }) => [...new Set(cells)].join(" ")).join("\n"));
}

const said = (value: CellValue): string =>
  value instanceof Date ? formatDate(value.toISOString().slice(0, 10)) : value === null ? "" : String(value);
