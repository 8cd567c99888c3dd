import { formatDate } from "../domain/legal-date.ts";
import { inPieces, workbook, type WorkbookCell } from "./workbook.ts";
import { csvCell } from "./write-report.ts";

export interface ListColumn {
  readonly label: string;
  /** `day`: `YYYY-MM-DD`, shown as dd/mm/yyyy. */
  readonly kind: "text" | "day" | "number";
  /** In characters. */
  readonly width: number;
}

/** A list as a file: what it is, then the table. Null is an empty cell. */
export interface ListFile {
  readonly title: string;
  /** What it is narrowed by, how many rows, what is not known: lines above the table. */
  readonly head: readonly string[];
  readonly columns: readonly ListColumn[];
  readonly rows: Iterable<readonly (string | number | null)[]>;
}

export const LIST_FORMATS = ["xlsx", "csv"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** The list as a file's bytes, made while they are sent. */
export const listFile = (list: ListFile, format: ListFormat): AsyncGenerator<Uint8Array> =>
  format === "csv" ? csvOf(list) : xlsxOf(list);

/** With a byte order mark, without which a spreadsheet takes Vietnamese letters for others. */
async function* csvOf(list: ListFile): AsyncGenerator<Uint8Array> {
  const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(",")}\r\n`;
  function* lines(): Generator<string> {
    yield `\ufeff${line([list.title])}`;
    for (const one of list.head) yield line([one]);
    yield line(list.columns.map(({ label }) => label));
    for (const row of list.rows)
      yield line(row.map((value, at) => (value === null ? "" : shown(value, list.columns[at] as ListColumn))));
  }
  yield* inPieces(lines());
}

const shown = (value: string | number, { kind }: ListColumn): string =>
  kind === "day" ? formatDate(String(value)) : String(value);

/** One sheet that can be filtered; days and numbers are typed. */
const xlsxOf = (list: ListFile): AsyncGenerator<Uint8Array> =>
  workbook([
    {
      name: "Văn bản",
      widths: list.columns.map(({ width }) => width),
      rows: sheetRows(list),
      headRow: list.head.length + 2,
      filter: true,
      landscape: true,
    },
  ]);

function* sheetRows({ title, head, columns, rows }: ListFile): Generator<readonly WorkbookCell[]> {
  yield [{ text: title, style: "bold" }];
  for (const one of head) yield [{ text: one, style: "plain" }];
  yield columns.map(({ label }) => ({ text: label, style: "head" }));
  for (const row of rows) yield row.map((value, at) => cellOf(value, columns[at] as ListColumn));
}

function cellOf(value: string | number | null, { kind }: ListColumn): WorkbookCell {
  if (value === null || value === "") return null;
  if (kind === "number") return { number: Number(value), style: "plain" };
  return kind === "text" ? { text: String(value), style: "wrapped" } : { day: String(value), style: "day" };
}
