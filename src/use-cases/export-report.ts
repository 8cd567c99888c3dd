import type { ReportModel } from "../report/form.ts";
import { wordFile } from "../report/word/word-file.ts";
import { writeReport } from "../report/write-report.ts";
import { xlsxFile } from "../report/write-xlsx.ts";
import type { Store } from "../store/store.ts";
import type { Gathering } from "./listed-works.ts";
import { formPaper } from "./report-papers.ts";
import { fillReport, type ListedQuery, type ReportFormat, type ReportNames } from "./view-reports.ts";

/** The whole list as a file, made while it is sent. */
export async function exportReport(
  store: Store,
  query: ListedQuery,
  format: ReportFormat,
  names: ReportNames,
  gathering: Gathering = {},
): Promise<AsyncGenerator<Uint8Array>> {
  return reportFile((await fillReport(store, query, names, gathering)).model, format);
}

/** Any report as a file. */
export async function* reportFile(model: ReportModel, format: ReportFormat): AsyncGenerator<Uint8Array> {
  if (format === "docx") yield* wordFile(formPaper(model));
  else if (format === "xlsx") yield* xlsxFile(model);
  else yield new TextEncoder().encode(writeReport(model, format));
}
