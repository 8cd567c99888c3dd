import { formatDate } from "../domain/legal-date.ts";
import { csvCell } from "./write-report.ts";
import { zipStream } from "./zip-stream.ts";

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

/** Rows made before others get their turn: a list of twenty thousand must not hold up a page. */
const ROWS_A_PIECE = 500;

/** The list as a file's bytes, made while they are sent. */
export const listFile = (list: ListFile, format: ListFormat): AsyncGenerator<Uint8Array> =>
  format === "csv" ? csvOf(list) : xlsxOf(list);

async function* inPieces(lines: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length < ROWS_A_PIECE) continue;
    yield encoder.encode(piece.join(""));
    piece = [];
    await new Promise((others) => setImmediate(others));
  }
  yield encoder.encode(piece.join(""));
}

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

/**
 * A workbook of one sheet, written here because the library builds the whole sheet at once (20,000 rows: 2 s in which no page
 * is answered). Texts are inline strings, so that nothing in them can become a formula (SEC-13); days and numbers are typed.
 */
function xlsxOf(list: ListFile): AsyncGenerator<Uint8Array> {
  const plain = (name: string, text: string) => ({ name, parts: [new TextEncoder().encode(text)], pack: true });
  return zipStream([
    plain("[Content_Types].xml", CONTENT_TYPES),
    plain("_rels/.rels", relations(["officeDocument", "xl/workbook.xml"])),
    plain("xl/workbook.xml", WORKBOOK),
    plain("xl/_rels/workbook.xml.rels", relations(["worksheet", "worksheets/sheet1.xml"], ["styles", "styles.xml"])),
    plain("xl/styles.xml", STYLES),
    { name: "xl/worksheets/sheet1.xml", parts: inPieces(sheetLines(list)), pack: true },
  ]);
}

/** Places in the list of cell styles below. */
const [PLAIN, BOLD, WRAPPED, DAY] = [0, 1, 2, 3];

function* sheetLines({ title, head, columns, rows }: ListFile): Generator<string> {
  const tableAt = head.length + 2;
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${tableAt}" topLeftCell="A${tableAt + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`;
  for (const [at, { width }] of columns.entries())
    yield `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  yield "</cols><sheetData>";
  let n = 0;
  const line = (cells: readonly string[]): string =>
    `<row r="${++n}">${cells.map((c, at) => c.replace("<c", `<c r="${letter(at)}${n}"`)).join("")}</row>`;
  yield line([text(title, BOLD)]);
  for (const one of head) yield line([text(one, PLAIN)]);
  yield line(columns.map(({ label }) => text(label, BOLD)));
  for (const row of rows) yield line(row.map((value, at) => cell(value, columns[at] as ListColumn)));
  yield `</sheetData><autoFilter ref="A${tableAt}:${letter(columns.length - 1)}${n}"/></worksheet>`;
}

/** Its place is said by the row it stands in. */
function cell(value: string | number | null, { kind }: ListColumn): string {
  if (value === null || value === "") return "<c/>";
  if (kind === "number") return `<c><v>${Number(value)}</v></c>`;
  if (kind === "text") return text(String(value), WRAPPED);
  const day = serialDay(String(value));
  return day === null ? text(formatDate(String(value)), WRAPPED) : `<c s="${DAY}"><v>${day}</v></c>`;
}

const text = (value: string, style: number): string =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;

/** Days since 30/12/1899. Null before 01/03/1900: spreadsheets believe in a 29/02/1900 that never was. */
function serialDay(day: string): number | null {
  const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
  return Number.isFinite(serial) && serial >= 61 ? serial : null;
}

/** Characters that XML does not allow at all are left out; a cell holds 32,767. */
const escape = (value: string): string =>
  value
    .slice(0, 32_767)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

/** `A` … `Z`: no list has more columns. */
const letter = (column: number): string => String.fromCharCode(65 + column);

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT_TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
const WORKBOOK = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${KIND}"><sheets><sheet name="Văn bản" sheetId="1" r:id="r1"/></sheets></workbook>`;
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;

function relations(...targets: readonly (readonly [kind: string, target: string])[]): string {
  const rows = targets.map(
    ([kind, target], at) => `<Relationship Id="r${at + 1}" Type="${KIND}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}
