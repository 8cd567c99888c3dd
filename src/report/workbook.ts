import { formatDate } from "../domain/legal-date.ts";
import { zipStream } from "./zip-stream.ts";

/** What a cell looks like; `boxed` has a line around it. */
const STYLES = [
  "plain",
  "bold",
  "wrapped",
  "day",
  "head",
  "boxed",
  "boxed-day",
  "boxed-middle",
  "boxed-bold",
  "boxed-share",
  "title",
  "bold-right",
] as const;
type Style = (typeof STYLES)[number];

/**
 * `day`: `YYYY-MM-DD`. Texts stay texts, whatever they begin with: nothing in them can become a formula (SEC-13). `across` = a
 * text stands over so many columns.
 */
export type WorkbookCell =
  | { readonly text: string; readonly style: Style; readonly across?: number }
  | { readonly number: number; readonly style: Style }
  | { readonly day: string; readonly style: Style }
  | null;

export interface WorkbookSheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: Iterable<readonly WorkbookCell[]>;
  /** The row that heads the table, from 1: it stays in sight, and is printed on every page; null = words without a table. */
  readonly headRow: number | null;
  /** The table may be filtered by its columns. */
  readonly filter?: boolean;
  /** Printed in landscape, as wide as the page. */
  readonly landscape?: boolean;
}

/** Rows made before others get their turn: a list of twenty thousand must not hold up a page. */
const ROWS_A_PIECE = 500;

/**
 * A workbook, written here because the library builds every sheet at once (20,000 rows: 2 s in which no page is answered). It bears
 * no moment: the same sheets are the same bytes.
 */
export function workbook(sheets: readonly WorkbookSheet[]): AsyncGenerator<Uint8Array> {
  const plain = (name: string, text: string) => ({ name, parts: [new TextEncoder().encode(text)], pack: true });
  return zipStream([
    plain("[Content_Types].xml", contentTypes(sheets.length)),
    plain("_rels/.rels", relations(["officeDocument", "xl/workbook.xml"])),
    plain("xl/workbook.xml", workbookXml(sheets)),
    plain(
      "xl/_rels/workbook.xml.rels",
      relations(...sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const), [
        "styles",
        "styles.xml",
      ]),
    ),
    plain("xl/styles.xml", STYLE_SHEET),
    ...sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      parts: inPieces(sheetLines(sheet)),
      pack: true,
    })),
  ]);
}

/** Lines as bytes, some at a time. */
export async function* inPieces(lines: Iterable<string>): AsyncGenerator<Uint8Array> {
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

function* sheetLines({ widths, rows, headRow, filter, landscape }: WorkbookSheet): Generator<string> {
  const fit = landscape ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "";
  yield `${XML}<worksheet xmlns="${MAIN}">${fit}<sheetViews><sheetView workbookViewId="0">${paneXml(headRow)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="${LINE}"/><cols>`;
  for (const [at, width] of widths.entries())
    yield `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  yield "</cols><sheetData>";
  let n = 0;
  const merged: string[] = [];
  for (const row of rows) {
    n++;
    const lines = linesOf(row, widths);
    const height = lines > 1 ? ` ht="${Math.min(TALLEST, lines * LINE)}"` : "";
    yield `<row r="${n}"${height}>${spread(row)
      .map((cell, at) => cellXml(cell, `${letter(at)}${n}`))
      .join("")}</row>`;
    const across = acrossOf(row[0]);
    if (across > 1) merged.push(`<mergeCell ref="A${n}:${letter(across - 1)}${n}"/>`);
  }
  yield "</sheetData>";
  if (filter && headRow !== null) yield `<autoFilter ref="A${headRow}:${letter(widths.length - 1)}${n}"/>`;
  if (merged.length > 0) yield `<mergeCells count="${merged.length}">${merged.join("")}</mergeCells>`;
  if (landscape)
    yield '<pageMargins left="0.79" right="0.79" top="0.79" bottom="0.59" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';
  yield "</worksheet>";
}

const paneXml = (headRow: number | null): string =>
  headRow === null
    ? ""
    : `<pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/>`;

/** Points of a line of text in 11 points, and of the tallest row a spreadsheet knows. */
const LINE = 16;
const TALLEST = 409;
/** Letters are narrower than the digits a column is measured in, those of a heading are not. */
const ROOM = 1.1;
const BOLD_ROOM = 0.95;
const WRAPPED: ReadonlySet<Style> = new Set(["wrapped", "head", "boxed", "boxed-bold", "title"]);
const BOLD: ReadonlySet<Style> = new Set(["head", "boxed-bold", "title"]);

const acrossOf = (cell: WorkbookCell | undefined): number =>
  cell !== null && cell !== undefined && "text" in cell ? (cell.across ?? 1) : 1;

/** The cells that a first cell covers bear its lines. */
function spread(row: readonly WorkbookCell[]): readonly WorkbookCell[] {
  const [first] = row;
  const across = acrossOf(first);
  if (across === 1 || first === null || first === undefined) return row;
  return [first, ...Array.from({ length: across - 1 }, (): WorkbookCell => ({ text: "", style: first.style }))];
}

/**
 * Lines of the tallest cell. Said in the file because not every program finds the height of a row by itself when it opens one:
 * what is wrapped would be cut off.
 */
function linesOf(row: readonly WorkbookCell[], widths: readonly number[]): number {
  let most = 1;
  for (const [at, cell] of row.entries()) {
    if (cell === null || !("text" in cell) || !WRAPPED.has(cell.style)) continue;
    const width = widths.slice(at, at + (cell.across ?? 1)).reduce((sum, each) => sum + each, 0);
    const room = width * (BOLD.has(cell.style) ? BOLD_ROOM : ROOM);
    most = Math.max(
      most,
      cell.text.split("\n").reduce((lines, line) => lines + wrappedLines(line, room), 0),
    );
  }
  return most;
}

function wrappedLines(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    if (used > 0 && used + 1 + word.length > room) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    lines += Math.max(0, Math.ceil(used / room) - 1);
    if (used > room) used %= room;
  }
  return lines;
}

function cellXml(cell: WorkbookCell, at: string): string {
  if (cell === null) return `<c r="${at}"/>`;
  const style = STYLES.indexOf(cell.style);
  if ("text" in cell && cell.text === "") return `<c r="${at}" s="${style}"/>`;
  if ("number" in cell) return `<c r="${at}" s="${style}"><v>${cell.number}</v></c>`;
  if ("text" in cell) return textXml(cell.text, style, at);
  const serial = serialDay(cell.day);
  return serial === null ? textXml(formatDate(cell.day), style, at) : `<c r="${at}" s="${style}"><v>${serial}</v></c>`;
}

const textXml = (value: string, style: number, at: string): string =>
  `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;

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
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

/** `A` … `Z`, `AA` … `ZZ`: no table has more columns. */
const letter = (column: number): string =>
  (column < 26 ? "" : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));

/** At most 31 characters, without those that name a place in a workbook. */
export const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\']/gu, " ")
    .slice(0, 31)
    .trim();

function workbookXml(sheets: readonly WorkbookSheet[]): string {
  const listed = sheets.map(
    ({ name }, i) => `<sheet name="${escape(sheetName(name))}" sheetId="${i + 1}" r:id="r${i + 1}"/>`,
  );
  const printed = sheets.flatMap(({ name, headRow, landscape }, i) =>
    landscape && headRow !== null
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escape(sheetName(name))}'!$${headRow}:$${headRow}</definedName>`,
        ]
      : [],
  );
  const names = printed.length === 0 ? "" : `<definedNames>${printed.join("")}</definedNames>`;
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${KIND}"><sheets>${listed.join("")}</sheets>${names}</workbook>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = (sheets: number): string =>
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${Array.from({ length: sheets }, (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join("")}</Types>`;

const TOP = '<alignment vertical="top" wrapText="1"/>';
const xf = (font: number, border: number, format: number, alignment: string): string =>
  `<xf numFmtId="${format}" fontId="${font}" borderId="${border}" applyFont="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1" xfId="0">${alignment}</xf>`;
const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const MIDDLE = '<alignment horizontal="center" vertical="top"/>';
/** In the order of `STYLES`. */
const CELL_STYLES: Readonly<Record<Style, string>> = {
  plain: xf(0, 0, 0, '<alignment vertical="top"/>'),
  bold: xf(1, 0, 0, ""),
  wrapped: xf(0, 0, 0, TOP),
  day: xf(0, 0, 164, '<alignment vertical="top"/>'),
  head: xf(1, 1, 0, CENTRED),
  boxed: xf(0, 1, 0, TOP),
  "boxed-day": xf(0, 1, 164, MIDDLE),
  "boxed-middle": xf(0, 1, 0, MIDDLE),
  "boxed-bold": xf(1, 1, 0, TOP),
  "boxed-share": xf(0, 1, 165, MIDDLE),
  title: xf(1, 0, 0, CENTRED),
  "bold-right": xf(1, 0, 0, '<alignment horizontal="right"/>'),
};
const FONT = '<sz val="11"/><name val="Times New Roman"/>';
const EDGES = ["left", "right", "top", "bottom"].map((edge) => `<${edge} style="thin"><color auto="1"/></${edge}>`);
const STYLE_SHEET = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border>${EDGES.join("")}<diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${STYLES.length}">${STYLES.map((style) => CELL_STYLES[style]).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function relations(...targets: readonly (readonly [kind: string, target: string])[]): string {
  const rows = targets.map(
    ([kind, target], at) => `<Relationship Id="r${at + 1}" Type="${KIND}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}
