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
    headRow: part.columns.length === 0 ? null : above.length + (part.text?.length ?? 0) + 1,
    landscape: true,
  };
}

/** Above the table, over its whole width: the number of the form at the right, the title in the middle. */
const headLines = (model: ReportModel, part: ReportPart): readonly WorkbookCell[] => {
  const across = Math.max(1, part.columns.length);
  const lines = [
    { text: model.heading ?? "", style: "bold-right", across },
    { text: model.kind, style: "title", across },
    { text: model.title, style: "title", across },
    { text: part.label, style: "bold", across },
  ] as const;
  return lines.filter(({ text }) => text !== "");
};

function* rowsOf(
  model: ReportModel,
  part: ReportPart,
  above: readonly WorkbookCell[],
): Generator<readonly WorkbookCell[]> {
  const across = Math.max(1, part.columns.length);
  for (const line of above) yield [line];
  for (const text of part.text ?? []) yield [{ text, style: "wrapped", across }];
  if (part.columns.length > 0) yield part.columns.map(({ label }) => ({ text: label, style: "head" }));
  for (const { label, rows } of part.groups) {
    if (label !== "") yield [{ text: label, style: "boxed-bold", across }];
    for (const row of rows) yield row.map((cell, at) => typed(cell, part.columns[at]));
  }
  if (part.total) yield [{ text: part.total.label, style: part.total.align === "center" ? "title" : "bold", across }];
  for (const text of model.notes) yield [{ text, style: "wrapped", across }];
}

function typed({ text, date, number, percent }: ReportCell, column: ReportColumn | undefined): WorkbookCell {
  if (number !== undefined) return { number, style: percent ? "boxed-share" : "boxed-middle" };
  if (date !== undefined) return { day: date, style: "boxed-day" };
  return {
    text,
    style: column !== undefined && column.align !== "left" && !text.includes("\n") ? "boxed-middle" : "boxed",
  };
}

/** The widths of the form, as many characters as a page holds. */
function widthsOf(columns: readonly ReportColumn[]): readonly number[] {
  const sum = columns.reduce((all, { width }) => all + width, 0);
  return columns.map(({ width }) => Math.max(NARROWEST, Math.round((PAGE * width) / sum)));
}
