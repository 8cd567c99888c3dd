import { chartSvg } from "./chart-svg.ts";
import type { ReportCell, ReportColumn, ReportModel, ReportPart } from "./form.ts";
import { escapeHtml } from "./html-text.ts";
import { paperFootHtml, paperHeadHtml } from "./paper-html.ts";

/** Printed as the Word file is: A4 in landscape, Times New Roman, the head of each table on every page. */
export const PRINT_STYLE = `@page{size:A4 landscape;margin:20mm 15mm 20mm 30mm;@top-center{content:counter(page);font:13pt "Times New Roman",Times,serif}}
@page:first{@top-center{content:none}}
@page paper{size:A4 portrait;margin:20mm 15mm 20mm 30mm;@top-center{content:counter(page);font:13pt "Times New Roman",Times,serif}}
@page paper:first{@top-center{content:none}}
body{font:13pt/1.3 "Times New Roman",Times,serif;color:#000;background:#fff;max-width:252mm;margin:0 auto;padding:8mm}
h1,h2,.title,.note{margin:0;font-size:13pt;font-weight:700}
h1,.title,.cover p{text-align:center}
h2{margin:5mm 0 2mm;break-after:avoid}
.no{text-align:right;font-weight:700;margin:0}
.rule{width:42mm;border-top:.35mm solid #000;margin:2mm auto 5mm}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:12pt;line-height:1.25}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.3mm solid #000;padding:1.2mm 1.8mm;vertical-align:top;overflow-wrap:break-word}
thead th{text-align:center;vertical-align:middle}
th[scope=rowgroup]{text-align:left;break-after:avoid}
.c{text-align:center}.r{text-align:right}
.sum{font-weight:700;margin:3mm 0;break-before:avoid}
.note{font-weight:400;font-style:italic;font-size:11pt;margin-top:3mm}
.paper{page:paper;max-width:165mm;font-size:14pt}
.paper h1,.paper h2,.paper .title{font-size:14pt}
.paper p{margin:1.5mm 0}
.run{text-align:justify;text-indent:12.7mm;white-space:pre-line}
.two{display:grid;grid-template-columns:42% 58%}
.two p,.paper .title{margin:0}
.small{font-size:12pt}.strong{font-weight:700}.slant{font-style:italic}.to{font-size:11pt}
.two .rule{width:22mm;margin:1mm auto 2mm}
.two>:last-child .rule{width:56mm}
.paper h1{margin-top:8mm}
.foot{grid-template-columns:48% 52%;margin-top:6mm;break-inside:avoid}
.sign{height:28mm}
svg{margin:3mm 0;break-inside:avoid}
.cover{break-after:page;padding-top:20mm}
.cover .big{font-size:20pt;font-weight:700;margin:2mm 0}
.cover .about{font-size:15pt;font-weight:700}
a{color:#0b4a8f}
@media print{body{padding:0 .3mm;max-width:none}a{color:inherit;text-decoration:none}}`;

export interface HtmlOptions {
  /** Where an address of the model leads from this file; null = its words stand without a link. */
  linkTo?(href: string): string | null;
}

/** A report as one HTML file that prints as the form is printed; the number of a document leads to it. */
export function reportHtml(model: ReportModel, { linkTo = (href) => href }: HtmlOptions = {}): string {
  const { paper } = model;
  const heading = model.heading === null ? "" : `<p class="no">${escapeHtml(model.heading)}</p>`;
  const notes = model.notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join("");
  return [
    `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(model.title)}</title><style>${PRINT_STYLE}</style></head><body${paper ? ' class="paper"' : ""}>`,
    coverHtml(model),
    paper
      ? paperHeadHtml(paper, model)
      : `${heading}<h1>${escapeHtml(model.kind)}</h1><p class="title">${escapeHtml(model.title)}</p><div class="rule"></div>`,
    ...model.parts.map((part) => partHtml(part, linkTo)),
    notes,
    paper ? paperFootHtml(paper) : "",
    "</body></html>\n",
  ].join("");
}

function coverHtml({ cover }: ReportModel): string {
  if (cover === undefined) return "";
  const line = (text: string, kind = ""): string =>
    `<p${kind === "" ? "" : ` class="${kind}"`}>${escapeHtml(text)}</p>`;
  return `<div class="cover">${line(cover.body, "about")}<div class="rule"></div>${cover.title.map((text) => line(text, "big")).join("")}${cover.about.map((text) => line(text, "about")).join("")}${line(cover.issued)}${line(cover.dateline)}</div>`;
}

function partHtml(
  { label, text = [], chart, columns, groups, total }: ReportPart,
  linkTo: NonNullable<HtmlOptions["linkTo"]>,
): string {
  const widths = columns.map(({ width }) => `<col width="${width}%">`).join("");
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column.label)}</th>`).join("");
  const line = (row: readonly ReportCell[]): string =>
    `<tr>${row.map((cell, i) => `<td${classOf(columns[i])}>${words(cell, linkTo)}</td>`).join("")}</tr>`;
  const body = groups.map(
    (group) =>
      `${group.label === "" ? "" : `<tr><th scope="rowgroup" colspan="${columns.length}">${escapeHtml(group.label)}</th></tr>`}${group.rows.map(line).join("")}`,
  );
  const sum =
    total === null ? "" : `<p class="sum${total.align === "center" ? " c" : ""}">${escapeHtml(total.label)}</p>`;
  const table = `<table><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
  const prose = text.map((one) => `<p class="run">${escapeHtml(one)}</p>`).join("");
  return `${label === "" ? "" : `<h2>${escapeHtml(label)}</h2>`}${prose}${columns.length === 0 ? "" : table}${sum}${chart ? chartSvg(chart) : ""}`;
}

const classOf = (column: ReportColumn | undefined): string =>
  column?.align === "center" ? ' class="c"' : column?.align === "right" ? ' class="r"' : "";

function words({ text, href, source }: ReportCell, linkTo: NonNullable<HtmlOptions["linkTo"]>): string {
  const said = escapeHtml(text).replaceAll("\n", "<br>");
  const address = source ?? (href === undefined ? null : linkTo(href));
  return address === null ? said : `<a href="${escapeHtml(address)}">${said}</a>`;
}
