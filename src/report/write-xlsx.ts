import writeXlsxFile from "write-excel-file/node";
import type { ReportCell, ReportModel, ReportPart } from "./form.ts";

type Cell = {
  value: string | number | Date;
  type: StringConstructor | NumberConstructor | DateConstructor;
  format?: string;
  wrap?: boolean;
  fontWeight?: "bold";
  alignVertical?: "top";
};

/** Widest and narrowest column, in characters. */
const WIDEST = 60;
const NARROWEST = 6;

/**
 * The model as a workbook, one sheet a part. Days and numbers are typed; everything else is text, so that nothing in it can
 * become a formula (SEC-13).
 */
export async function writeXlsx(model: ReportModel): Promise<Uint8Array> {
  const sheets = model.parts.map((part, i) => ({
    sheet: `${i + 1}. ${part.label || model.kind}`.replace(/[[\]:*?/\\]/gu, " ").slice(0, 31),
    data: rowsOf(model, part),
    columns:
      part.columns.length === 0 ? [{ width: WIDEST }] : part.columns.map((_, i) => ({ width: widthOf(part, i) })),
  }));
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}

function rowsOf(model: ReportModel, part: ReportPart): Cell[][] {
  const bold = (value: string): Cell => ({ value, type: String, fontWeight: "bold", wrap: true });
  const across = (value: string): Cell[] => [{ ...bold(value), wrap: false }];
  return [
    across(model.title),
    ...(part.label === "" ? [] : [across(part.label)]),
    ...(part.text ?? []).map((text) => [{ ...bold(text), fontWeight: undefined }]),
    part.columns.map(({ label }) => bold(label)),
    ...part.groups.flatMap(({ label, rows }) => [
      ...(label === "" ? [] : [across(label)]),
      ...rows.map((row) => row.map(typed)),
    ]),
    ...(part.total ? [across(part.total.label)] : []),
    ...model.notes.map(across),
  ];
}

/** Spreadsheets believe in a 29/02/1900 that never was: an earlier day is text. */
const FIRST_DAY = "1900-03-01";

function typed({ text, date, number }: ReportCell): Cell {
  if (number !== undefined) return { value: number, type: Number, alignVertical: "top" };
  if (date !== undefined && date >= FIRST_DAY)
    return { value: new Date(`${date}T00:00:00Z`), type: Date, format: "dd/mm/yyyy", alignVertical: "top" };
  return { value: text, type: String, wrap: true, alignVertical: "top" };
}

function widthOf({ columns, groups }: ReportPart, column: number): number {
  let width = columns[column]?.label.length ?? 0;
  for (const { rows } of groups) for (const row of rows) width = Math.max(width, row[column]?.text.length ?? 0);
  return Math.min(WIDEST, Math.max(NARROWEST, width + 2));
}
