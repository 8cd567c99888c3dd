import type { ReportCell, ReportColumn, ReportCover, ReportModel, ReportPaper, ReportPart } from "./form.ts";
import { paperFoot, paperHead, paperTitle, running } from "./word/paper-parts.ts";
import type { WordLinks, WordSection } from "./word/word-file.ts";
import { FONT_SIZES, mm, TEXT_WIDTHS } from "./word/word-manner.ts";
import {
  boundNames,
  cellLines,
  type Row,
  type RunStyle,
  shortRule,
  wordLink,
  wordParagraph,
  wordRun,
  wordTable,
} from "./word/word-xml.ts";

export interface PrintOptions {
  readonly links: WordLinks;
  /** Where a cell's address leads from the file; null = its words stand without a link. */
  linkTo(href: string): string | null;
  /** What stands above the form in an annex: "Phụ lục I", and the paper it belongs to; left out, the form's own number. */
  readonly annex?: { readonly label: string; readonly attachedTo: string };
}

/**
 * A form as pages in landscape: heading, title, tables with their heads on every page, totals as the decree aligns them; the cover
 * of a collection stands before it in portrait.
 */
export const formSections = (model: ReportModel, options: PrintOptions): readonly WordSection[] =>
  model.paper ? [{ orientation: "portrait", body: reportBody(model, model.paper, options) }] : pagesOf(model, options);

const pagesOf = (model: ReportModel, options: PrintOptions): readonly WordSection[] => [
  ...(model.cover && !options.annex ? [{ orientation: "portrait" as const, body: coverBody(model.cover) }] : []),
  { orientation: "landscape", body: formBody(model, options) },
];

/** A report of an agency: its head, what it reports, who signs (NĐ 30/2020/NĐ-CP, mẫu báo cáo). */
function* reportBody(model: ReportModel, paper: ReportPaper, options: PrintOptions): Generator<string> {
  yield paperHead({ ...paper, above: paper.above || null, place: paper.dateline });
  yield paperTitle(model.kind, model.title);
  for (const part of model.parts) {
    if (part.label !== "")
      yield wordParagraph(wordRun(part.label, { bold: true }), { before: 160, after: 60, keepNext: true });
    const closes = part === model.parts.at(-1) && part.columns.length === 0;
    for (const text of part.text ?? []) yield running(text, { keepNext: closes });
    if (part.columns.length > 0) yield* formTable(part, options, TEXT_WIDTHS.portrait);
    if (part.total !== null) yield line(part.total.label, { align: part.total.align, bold: true });
  }
  for (const note of model.notes)
    yield wordParagraph(wordRun(note, { italics: true, size: FONT_SIZES.notes }), { align: "both", before: 120 });
  yield paperFoot(paper);
}

function* coverBody({ body, title, about, issued, dateline }: ReportCover): Generator<string> {
  const middle = (text: string, style: RunStyle, before = 0): string =>
    wordParagraph(wordRun(text, style), { align: "center", before });
  yield middle(body, { bold: true });
  yield shortRule(30, TEXT_WIDTHS.portrait);
  for (const [i, text] of title.entries()) yield middle(text, { bold: true, size: 40 }, i === 0 ? 4000 : 60);
  for (const [i, text] of about.entries()) yield middle(text, { bold: true, size: 30 }, i === 0 ? 400 : 120);
  yield middle(issued, { italics: true }, 400);
  yield middle(dateline, { italics: true }, 4000);
}

const WIDTH = TEXT_WIDTHS.landscape;

function* formBody(model: ReportModel, options: PrintOptions): Generator<string> {
  const { annex } = options;
  if (annex) yield line(annex.label, { align: "center", bold: true });
  else if (model.heading !== null) yield line(model.heading, { align: "right", bold: true });
  yield line(model.kind, { align: "center", bold: true });
  yield line(boundNames(model.title), { align: "center", bold: true });
  if (annex) yield line(annex.attachedTo, { align: "center", italics: true });
  yield shortRule(42, WIDTH);
  for (const part of model.parts) yield* partBody(part, options);
  for (const note of model.notes)
    yield wordParagraph(wordRun(note, { italics: true, size: FONT_SIZES.notes }), { align: "both", before: 120 });
}

const line = (
  text: string,
  {
    align,
    ...style
  }: { readonly align: "left" | "center" | "right"; readonly bold?: boolean; readonly italics?: boolean },
): string => wordParagraph(wordRun(text, { size: FONT_SIZES.head, ...style }), { align, keepNext: true });

function* partBody(part: ReportPart, options: PrintOptions): Generator<string> {
  if (part.label !== "")
    yield wordParagraph(wordRun(part.label, { bold: true, size: FONT_SIZES.head }), {
      before: 160,
      after: 80,
      keepNext: true,
    });
  else yield wordParagraph("", { before: 60 });
  for (const text of part.text ?? []) yield wordParagraph(wordRun(text), { align: "both", before: 60, after: 60 });
  if (part.columns.length > 0) yield* formTable(part, options);
  if (part.total !== null)
    yield wordParagraph(wordRun(part.total.label, { bold: true, size: FONT_SIZES.head }), {
      align: part.total.align,
      before: 120,
    });
}

/** The table alone, for papers that bring their own words around it. */
export function formTable(part: ReportPart, options: PrintOptions, width = WIDTH): Generator<string> {
  const widths = widthsOf(part.columns, width);
  return wordTable(widths, tableRows(part, widths, options), { lines: true });
}

/** Percent of the page in twentieths of a point; what rounding leaves goes to the last column. */
function widthsOf(columns: readonly ReportColumn[], whole: number): readonly number[] {
  const sum = columns.reduce((all, { width }) => all + width, 0);
  const widths = columns.map(({ width }) => Math.floor((whole * width) / sum));
  const rest = whole - widths.reduce((all, width) => all + width, 0);
  return widths.map((width, i) => (i === widths.length - 1 ? width + rest : width));
}

function* tableRows(part: ReportPart, widths: readonly number[], options: PrintOptions): Generator<Row> {
  const head = part.columns.map(({ label }, i) => ({
    content: cellLines(label, "center", { bold: true }),
    width: widths[i] as number,
    middle: true,
  }));
  yield { head: true, cells: head };
  for (const { label, rows } of part.groups) {
    if (label !== "")
      yield {
        cells: [{ content: groupLine(label), width: widths.reduce((a, b) => a + b, 0), span: part.columns.length }],
      };
    for (const row of rows)
      yield {
        tears: row.some(({ text }) => text.length > LONG_TEXT),
        cells: row.map((cell, i) => ({
          content: cellXml(cell, part.columns[i]?.align ?? "left", options),
          width: widths[i] as number,
        })),
      };
  }
}

/** Such a cell may fill a page: its row may be torn. */
const LONG_TEXT = 1500;

const groupLine = (label: string): string =>
  wordParagraph(wordRun(label, { bold: true, size: FONT_SIZES.table }), {
    before: mm(0.5),
    after: mm(0.5),
    keepNext: true,
  });

function cellXml(
  { text, href, source }: ReportCell,
  align: ReportColumn["align"],
  { links, linkTo }: PrintOptions,
): string {
  const address = source ?? (href === undefined ? null : linkTo(href));
  if (address === null) return cellLines(text, align);
  return wordParagraph(wordLink(text, links.idOf(address), { size: FONT_SIZES.table }), {
    align,
    before: 20,
    after: 20,
  });
}
