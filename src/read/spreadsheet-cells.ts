import { strToU8, zipSync } from "fflate";
import { attribute, type XmlTag, xmlTags } from "./xml-tags.ts";
import { type GuardedZip, openZip, ZipRefused } from "./zip-guard.ts";

export type CellValue = string | number | boolean | Date | null;

/** One sheet: rows from row 1 on, cells from column A on, merged cells filled with their value. */
export interface SheetCells {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  /** Ranges that were one cell. */
  readonly merged: readonly MergedRange[];
}

/** Rows and columns from 1, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Bounds of one workbook. A cell in the last corner of an empty sheet would otherwise make 17 billion cells. */
export const SHEET_LIMITS = {
  sheets: 100,
  rows: 50_000,
  columns: 200,
  cells: 1_000_000,
  partBytes: 64 * 1024 * 1024,
} as const;

/**
 * The cells of an .xlsx file. The archive is checked first and only its sheets, strings and styles are taken out; the
 * library gets a package of our own making, without empty cells, formulas' links, pictures or macros. Throws `ZipRefused`.
 */
export async function readCells(bytes: Uint8Array): Promise<readonly SheetCells[]> {
  const parts = await unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { default: readExcelFile } = await import("read-excel-file/node");
  const files = Object.fromEntries([...parts.files].map(([path, xml]) => [path, strToU8(xml)]));
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];
  try {
    sheets = await readExcelFile(Buffer.from(zipSync(files, { level: 0 })));
  } catch {
    throw new ZipRefused("broken-xlsx", "nội dung Excel bị hỏng");
  }
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: fillMerged(
      data.map((row) => row.map(asCell)),
      parts.merged.get(sheet) ?? [],
    ),
    merged: parts.merged.get(sheet) ?? [],
  }));
}

const asCell = (value: unknown): CellValue =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value instanceof Date
    ? value
    : null;

interface Parts {
  readonly files: ReadonlyMap<string, string>;
  /** Merged ranges by the name of their sheet. */
  readonly merged: ReadonlyMap<string, readonly MergedRange[]>;
}

async function unpack(bytes: Buffer): Promise<Parts> {
  const zip = await openZip(bytes);
  try {
    const files = new Map<string, string>();
    const wanted = [
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/sharedStrings.xml",
      "xl/styles.xml",
    ];
    for (const path of wanted) await take(zip, path, files);
    const workbook = files.get("xl/workbook.xml");
    if (workbook === undefined) throw new ZipRefused("format-mismatch", "tệp nén không chứa bảng tính Excel");
    const targets = targetsOf(files.get("xl/_rels/workbook.xml.rels") ?? "");
    const merged = new Map<string, readonly MergedRange[]>();
    const sheets = [...xmlTags(workbook)].filter((tag) => localName(tag) === "sheet" && tag.kind !== "close");
    if (sheets.length > SHEET_LIMITS.sheets) throw tooLarge(`có hơn ${SHEET_LIMITS.sheets} trang tính`);
    for (const sheet of sheets) {
      const path = targets.get(attribute(sheet, "r:id") ?? "") ?? "";
      if (!(await take(zip, path, files))) continue;
      const { xml, ranges } = usedCells(files.get(path) ?? "");
      files.set(path, xml);
      merged.set(attribute(sheet, "name") ?? "", ranges);
    }
    return { files, merged };
  } finally {
    zip.close();
  }
}

const tooLarge = (what: string): ZipRefused => new ZipRefused("spreadsheet-too-large", what);

async function take(zip: GuardedZip, path: string, files: Map<string, string>): Promise<boolean> {
  const entry = zip.entries.find((e) => e.fileName === path);
  if (entry === undefined) return false;
  const xml = new TextDecoder().decode(await zip.read(entry, SHEET_LIMITS.partBytes));
  if (/<!(?:DOCTYPE|ENTITY)/u.test(xml))
    throw new ZipRefused("xml-entities", "nội dung XML có khai báo DTD (dấu hiệu tấn công XXE)");
  files.set(path, xml);
  return true;
}

const localName = (tag: XmlTag): string => tag.name.slice(tag.name.indexOf(":") + 1);

/** Paths of the parts a workbook names: relation → "xl/worksheets/sheet1.xml". */
function targetsOf(relations: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const tag of xmlTags(relations)) {
    const target = attribute(tag, "Target");
    const id = attribute(tag, "Id");
    if (target !== undefined && id !== undefined)
      targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}

/** A sheet's XML without its stated size and its empty cells, and its merged ranges; throws where used cells lie too far out. */
function usedCells(xml: string): { readonly xml: string; readonly ranges: readonly MergedRange[] } {
  const ranges: MergedRange[] = [];
  const kept: string[] = [];
  let at = 0;
  let cells = 0;
  for (const tag of xmlTags(xml)) {
    const name = localName(tag);
    const empty = tag.kind === "empty" && (name === "c" || name === "row" || name === "dimension");
    if (empty || name === "dimension") {
      kept.push(xml.slice(at, tag.start));
      at = tag.end;
    } else if (name === "mergeCell") ranges.push(...(rangeOf(attribute(tag, "ref") ?? "") ?? []));
    else if (name === "c" && tag.kind === "open") {
      const place = placeOf(attribute(tag, "r") ?? "A1");
      if (++cells > SHEET_LIMITS.cells || (place?.row ?? 1) > SHEET_LIMITS.rows)
        throw tooLarge("bảng tính có quá nhiều dòng");
      if ((place?.column ?? 1) > SHEET_LIMITS.columns) throw tooLarge("bảng tính có quá nhiều cột");
    } else if (name === "row" && Number(attribute(tag, "r") ?? 1) > SHEET_LIMITS.rows * 25)
      throw tooLarge("bảng tính có quá nhiều dòng");
  }
  kept.push(xml.slice(at));
  return { xml: kept.join(""), ranges };
}

/** "B12" → row 12, column 2. */
function placeOf(name: string): { readonly row: number; readonly column: number } | null {
  const m = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(name);
  if (m === null) return null;
  const column = [...(m[1] as string)].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(m[2]), column };
}

function rangeOf(ref: string): readonly MergedRange[] | null {
  const [from, to] = ref.split(":").map(placeOf);
  return from && to ? [{ top: from.row, left: from.column, bottom: to.row, right: to.column }] : null;
}

function fillMerged(rows: CellValue[][], ranges: readonly MergedRange[]): CellValue[][] {
  let filled = 0;
  for (const range of ranges) {
    const value = rows[range.top - 1]?.[range.left - 1] ?? null;
    if (value === null) continue;
    for (let row = range.top; row <= Math.min(range.bottom, rows.length); row++) {
      for (let column = range.left; column <= Math.min(range.right, SHEET_LIMITS.columns); column++) {
        if (++filled > SHEET_LIMITS.cells) return rows;
        const cells = rows[row - 1];
        if (cells !== undefined && column <= cells.length) cells[column - 1] = value;
      }
    }
  }
  return rows;
}
