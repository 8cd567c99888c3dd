import { FONT_SIZES, mm, TEXT_WIDTHS } from "./word-manner.ts";

/** Text as XML has it; characters that XML does not allow at all are left out. */
export const xmlText = (value: string): string =>
  value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

export interface RunStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** In half points; left out, as the paper's text. */
  readonly size?: number;
}

/** Words in one style. */
export const wordRun = (text: string, { bold, italics, size }: RunStyle = {}): string =>
  `<w:r>${properties("w:rPr", [
    bold ? "<w:b/>" : "",
    italics ? "<w:i/>" : "",
    size === undefined ? "" : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ])}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`;

/** Words that lead somewhere; `id` is the link's own name in the file. */
export const wordLink = (text: string, id: string, style: RunStyle = {}): string =>
  `<w:hyperlink r:id="${id}" w:history="1">${wordRun(text, style)}</w:hyperlink>`;

export interface ParagraphStyle {
  readonly align?: "left" | "center" | "right" | "both";
  /** Twentieths of a point before and after. */
  readonly before?: number;
  readonly after?: number;
  /** First line in by 12.7 mm. */
  readonly indent?: boolean;
  /** Both sides in, in twentieths of a point: for a short rule. */
  readonly sides?: number;
  readonly rule?: boolean;
  readonly keepNext?: boolean;
  readonly newPage?: boolean;
  /** Section that ends with this paragraph, which then takes no room of its own. */
  readonly section?: string;
}

/** A paragraph of runs. */
export const wordParagraph = (runs: string, style: ParagraphStyle = {}): string => {
  const { align = "left", before = 0, after = 0, indent, sides, rule, keepNext, newPage, section } = style;
  const spacing = section
    ? '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    : rule
      ? '<w:spacing w:before="60" w:after="40" w:line="120" w:lineRule="exact"/>'
      : `<w:spacing w:before="${before}" w:after="${after}"/>`;
  return `<w:p>${properties("w:pPr", [
    keepNext ? "<w:keepNext/>" : "",
    newPage ? "<w:pageBreakBefore/>" : "",
    rule ? '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>' : "",
    spacing,
    sides ? `<w:ind w:left="${sides}" w:right="${sides}"/>` : indent ? `<w:ind w:firstLine="${mm(12.7)}"/>` : "",
    `<w:jc w:val="${align}"/>`,
    section ?? "",
  ])}${runs}</w:p>`;
};

/** A short line under a title, `length` millimetres long, in the middle of `width` twentieths of a point. */
export const shortRule = (length: number, width: number): string =>
  wordParagraph("", { rule: true, sides: Math.max(0, Math.round((width - mm(length)) / 2)), align: "center" });

export interface Cell {
  /** Paragraphs. */
  readonly content: string;
  /** In twentieths of a point. */
  readonly width: number;
  /** How many columns it covers. */
  readonly span?: number;
  readonly middle?: boolean;
}

const cellXml = ({ content, width, span, middle }: Cell): string =>
  `<w:tc>${properties("w:tcPr", [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span && span > 1 ? `<w:gridSpan w:val="${span}"/>` : "",
    middle ? '<w:vAlign w:val="center"/>' : "",
  ])}${content === "" ? "<w:p/>" : content}</w:tc>`;

export interface Row {
  readonly cells: readonly Cell[];
  /** Said again at the top of every page. */
  readonly head?: boolean;
  /** May be torn over two pages: rows with long texts. */
  readonly tears?: boolean;
}

const rowXml = ({ cells, head, tears }: Row): string =>
  `<w:tr>${properties("w:trPr", [tears ? "" : "<w:cantSplit/>", head ? "<w:tblHeader/>" : ""])}${cells.map(cellXml).join("")}</w:tr>`;

const EDGES = ["top", "left", "bottom", "right", "insideH", "insideV"];

/** A table, row by row: a list of thousands is never whole in memory. */
export function* wordTable(
  widths: readonly number[],
  rows: Iterable<Row>,
  { lines }: { readonly lines: boolean },
): Generator<string> {
  const kind = lines ? "single" : "none";
  const edges = EDGES.map((edge) => `<w:${edge} w:val="${kind}" w:sz="${lines ? 4 : 0}" w:space="0" w:color="auto"/>`);
  const side = lines ? 85 : 0;
  yield `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:tblBorders>${edges.join("")}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="${side}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`;
  for (const row of rows) yield rowXml(row);
  yield "</w:tbl>";
}

/** Two columns without lines: the head of a paper, its recipients and signature. */
export function twoColumns(left: string, right: string, share: number): string {
  const width = TEXT_WIDTHS.portrait;
  const first = Math.round(width * share);
  const cells = [
    { content: left, width: first },
    { content: right, width: width - first },
  ];
  return [...wordTable([first, width - first], [{ cells }], { lines: false })].join("");
}

/** A name of several words is not torn over two lines: "tỉnh An Khê". */
export const boundNames = (text: string): string => text.replace(/(?<=\p{Lu}\p{Ll}{0,6}) (?=\p{Lu}\p{Ll})/gu, "\u00a0");

function properties(name: string, parts: readonly string[]): string {
  const inside = parts.join("");
  return inside === "" ? "" : `<${name}>${inside}</${name}>`;
}

/** Paragraphs of one cell, one a line of its text. */
export const cellLines = (text: string, align: ParagraphStyle["align"], style: RunStyle = {}): string =>
  text
    .split("\n")
    .map((line) => wordParagraph(wordRun(line, { size: FONT_SIZES.table, ...style }), { align, before: 20, after: 20 }))
    .join("");
