import type { ReportCell, ReportColumn, ReportModel, ReportPart } from "./form.ts";
import { workbook, type WorkbookCell, type WorkbookSheet } from "./workbook.ts";

/** Characters that stand on the width of a page in landscape. */
const PAGE = 150;
const NARROWEST = 6;

/**
 * The model as a workbook, one sheet a part, printed as the form is. Days and numbers are typed; everything else is text, so that
 * nothing in it can become a formula (SEC-13).
 */
export const xlsxFile = (model: ReportModel): AsyncGenerator<Uint8Array> =>
  workbook(sheetParts(model).map((part, i) => sheetOf(model, part, i)));

/** Sentences that only open or close a paper have no sheet of their own. */
function sheetParts({ parts }: ReportModel): readonly ReportPart[] {
  const tables = parts.filter(({ label, columns }) => label !== "" || columns.length > 0);
  return tables.length > 0 ? tables : parts;
}

/** All of it at once. */
export async function writeXlsx(model: ReportModel): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of xlsxFile(model)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

function sheetOf(model: ReportModel, part: ReportPart, i: number): WorkbookSheet {
  const above = headLines(model, part);
  return {
    // names are told apart by their number, which a report's own parts bring
    name: /^\d/u.test(part.label) ? part.label : `${i + 1}. ${part.label || model.kind}`,
    widths: part.columns.length === 0 ? [PAGE] : widthsOf(part.columns),
    rows: rowsOf(model, part, above),
    headRow: above.length + (part.text?.length ?? 0) + 1,
    landscape: true,
  };
}

const headLines = (model: ReportModel, part: ReportPart): readonly string[] =>
  [model.heading ?? "", model.kind, model.title, part.label].filter((line) => line !== "");

function* rowsOf(model: ReportModel, part: ReportPart, above: readonly string[]): Generator<readonly WorkbookCell[]> {
  for (const text of above) yield [{ text, style: "bold" }];
  for (const text of part.text ?? []) yield [{ text, style: part.columns.length === 0 ? "wrapped" : "plain" }];
  yield part.columns.map(({ label }) => ({ text: label, style: "head" }));
  for (const { label, rows } of part.groups) {
    if (label !== "") yield [{ text: label, style: "bold" }];
    for (const row of rows) yield row.map((cell, at) => typed(cell, part.columns[at]));
  }
  if (part.total) yield [{ text: part.total.label, style: "bold" }];
  for (const text of model.notes) yield [{ text, style: "plain" }];
}

function typed({ text, date, number, percent }: ReportCell, column: ReportColumn | undefined): WorkbookCell {
  if (number !== undefined) return { number, style: percent ? "boxed-share" : "boxed-middle" };
  if (date !== undefined) return { day: date, style: "boxed-day" };
  return { text, style: column?.align === "center" && !text.includes("\n") ? "boxed-middle" : "boxed" };
}

/** The widths of the form, as many characters as a page holds. */
function widthsOf(columns: readonly ReportColumn[]): readonly number[] {
  const sum = columns.reduce((all, { width }) => all + width, 0);
  return columns.map(({ width }) => Math.max(NARROWEST, Math.round((PAGE * width) / sum)));
}
