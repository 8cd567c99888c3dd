import writeXlsxFile from "write-excel-file/node";
import type { ReportModel } from "./form.ts";

type Cell = { value: string; type: StringConstructor; wrap?: boolean; fontWeight?: "bold"; span?: number };

/** Widest and narrowest column, in characters. */
const WIDEST = 60;
const NARROWEST = 6;

/** The model as a workbook, one sheet a part. Every cell is text, so that nothing in it can become a formula (SEC-13). */
export async function writeXlsx(model: ReportModel): Promise<Uint8Array> {
  const sheets = model.parts.map((part, i) => ({
    sheet: `${i + 1}. ${part.label}`.replace(/[[\]:*?/\\]/gu, " ").slice(0, 31),
    data: rowsOf(model, part),
    columns: part.columns.map((head, column) => ({ width: widthOf(head, part, column) })),
  }));
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}

function rowsOf(model: ReportModel, part: ReportModel["parts"][number]): Cell[][] {
  const bold = (value: string): Cell => ({ value, type: String, fontWeight: "bold", wrap: true });
  const across = (value: string): Cell[] => [{ ...bold(value), wrap: false }];
  return [
    across(model.title),
    across(part.label),
    part.columns.map(bold),
    ...part.groups.flatMap((group) => [
      across(group.label),
      ...group.rows.map((row) => row.map((value): Cell => ({ value, type: String, wrap: true }))),
    ]),
    across(`Tổng số: ${part.total} văn bản`),
  ];
}

function widthOf(head: string, part: ReportModel["parts"][number], column: number): number {
  let width = head.length;
  for (const group of part.groups) for (const row of group.rows) width = Math.max(width, row[column]?.length ?? 0);
  return Math.min(WIDEST, Math.max(NARROWEST, width + 2));
}
