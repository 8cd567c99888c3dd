import { createHash } from "node:crypto";
import type { ReportModel } from "../report/form.ts";
import { PRINT_STYLE, reportHtml } from "../report/report-html.ts";
import { wordFile } from "../report/word/word-file.ts";
import { writeReport } from "../report/write-report.ts";
import { xlsxFile } from "../report/write-xlsx.ts";
import type { Store } from "../store/store.ts";
import type { Gathering } from "./listed-works.ts";
import { periodicReport } from "./periodic-report.ts";
import { printPdf } from "./print-pdf.ts";
import type { MadeFile, ReportTask } from "./report-desk.ts";
import type { ReportSpan } from "./report-periods.ts";
import { formPaper } from "./report-papers.ts";
import { systematizationPackage } from "./systematization.ts";
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

/** For who shows the HTML as a page: the only style it brings, by its hash. */
export const PRINT_STYLE_HASH = `sha256-${createHash("sha256").update(PRINT_STYLE).digest("base64")}`;

/** A form printed by Chromium. */
export const pdfTask =
  (store: Store, query: ListedQuery, names: ReportNames, chromium: string): ReportTask =>
  async (gathering): Promise<MadeFile> => {
    const { model } = await fillReport(store, query, names, gathering);
    const pdf = await printPdf(chromium, reportHtml(model, { linkTo: () => null }), gathering.signal);
    return {
      name: `danh-muc-mau-${query.form}-${query.from}-${query.to}.pdf`,
      type: "application/pdf",
      bytes: bytesOf(pdf),
    };
  };

/** A report of the department printed by Chromium. */
export const periodicPdfTask =
  (store: Store, span: ReportSpan, chromium: string): ReportTask =>
  async (gathering): Promise<MadeFile> => {
    const { model } = await periodicReport(store, span);
    const pdf = await printPdf(chromium, reportHtml(model, { linkTo: () => null }), gathering.signal);
    return { name: `bao-cao-${span.kind}-${span.key}.pdf`, type: "application/pdf", bytes: bytesOf(pdf) };
  };

/** Tập hệ thống hóa with the text of every document. */
export const packageTask =
  (store: Store, query: ListedQuery, names: ReportNames): ReportTask =>
  async (gathering): Promise<MadeFile> => ({
    name: `tap-he-thong-hoa-${query.from}-${query.to}.zip`,
    type: "application/zip",
    bytes: await systematizationPackage(store, query, names, gathering),
  });

async function* bytesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
