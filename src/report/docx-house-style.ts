import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type FileChild,
  Header,
  type INumberingOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";

/**
 * The manner of official documents (NĐ 30/2020/NĐ-CP Phụ lục I; NĐ 78/2025/NĐ-CP Phụ lục I): A4, margins 20, 20, 30, 15 mm,
 * Times New Roman, page numbers at the top from page 2. Every DOCX the product writes is made of these pieces.
 */
export const FONT = "Times New Roman";
/** Half points: running text 14, notes and recipients 11–12. */
export const SIZE = { text: 28, small: 24, note: 22, number: 28 } as const;

const MM = 56.7;
const mm = (n: number): number => Math.round(n * MM);
/** Width of the text on the page, in twentieths of a point. */
export const TEXT_WIDTH = { portrait: mm(210 - 30 - 15), landscape: mm(297 - 20 - 20) } as const;

export interface OfficialDocument {
  readonly title: string;
  readonly children: readonly FileChild[];
  /** Footnotes by number, in the order of their references. */
  readonly footnotes?: readonly string[];
  /** Remarks in the margin by number, in the order of their marks; each paragraph one string. */
  readonly comments?: readonly (readonly string[])[];
  readonly landscape?: boolean;
  /** A line at the foot of every page ("BẢN HỢP NHẤT THAM KHẢO …"). */
  readonly foot?: string;
  readonly numbering?: INumberingOptions;
}

/** The bytes of a .docx. Same input, same words; Word writes the moment of saving into the file's properties itself. */
export async function officialDocx(document: OfficialDocument): Promise<Uint8Array> {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  (document.footnotes ?? []).forEach((text, i) => {
    footnotes[String(i + 1)] = {
      children: [new Paragraph({ style: "FootnoteText", children: [new TextRun(` ${text}`)] })],
    };
  });
  const file = new Document({
    title: document.title,
    creator: "Rasoat",
    lastModifiedBy: "Rasoat",
    features: { updateFields: false },
    styles: STYLES,
    footnotes,
    ...(document.comments ? { comments: commentsOf(document.comments) } : {}),
    ...(document.numbering ? { numbering: document.numbering } : {}),
    sections: [section(document)],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const commentsOf = (comments: readonly (readonly string[])[]) => ({
  children: comments.map((paragraphs, id) => ({
    id,
    author: "Rasoat",
    initials: "R",
    children: paragraphs.map(
      (text, i) => new Paragraph({ children: [new TextRun({ text, size: 20, ...(i === 0 ? { bold: true } : {}) })] }),
    ),
  })),
});

function section({ children, landscape, foot }: OfficialDocument): ISectionOptions {
  const footer =
    foot === undefined ? undefined : new Footer({ children: [centred(foot, { size: 20, italics: true })] });
  return {
    properties: {
      titlePage: true,
      page: {
        size: landscape
          ? { width: mm(210), height: mm(297), orientation: "landscape" }
          : { width: mm(210), height: mm(297) },
        margin: landscape
          ? { top: mm(30), bottom: mm(15), left: mm(20), right: mm(20), header: mm(10), footer: mm(8) }
          : { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10), footer: mm(8) },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({})] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.number })],
          }),
        ],
      }),
    },
    ...(footer ? { footers: { first: footer, default: footer } } : {}),
    children: [...children],
  };
}

/** 1.1 lines. Without its rule Word and LibreOffice read the figure as points. */
const LINE = 264;

const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: SIZE.text, language: { value: "vi-VN" } },
      paragraph: { spacing: { line: LINE, lineRule: "auto" as const } },
    },
    footnoteText: { run: { font: FONT, size: SIZE.note }, paragraph: { alignment: AlignmentType.JUSTIFIED } },
    footnoteReference: { run: { superScript: true, font: FONT } },
    heading1: HEADING(28, true),
    heading2: HEADING(28, true),
    heading3: HEADING(28, true),
  },
  paragraphStyles: [],
} as const;

function HEADING(size: number, bold: boolean) {
  return { run: { font: FONT, size, bold, color: "000000" }, paragraph: { keepNext: true } };
}

export interface RunStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
  readonly underline?: boolean;
}

export const run = (text: string, style: RunStyle = {}): TextRun =>
  new TextRun({
    text,
    ...(style.bold ? { bold: true } : {}),
    ...(style.italics ? { italics: true } : {}),
    ...(style.size ? { size: style.size } : {}),
    ...(style.underline ? { underline: {} } : {}),
  });

/** A line in the middle: titles, signatures. */
export const centred = (
  text: string,
  style: RunStyle & { readonly before?: number; readonly after?: number } = {},
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: style.before ?? 0, after: style.after ?? 0 },
    children: [run(text, style)],
  });

/** Running text: justified, first line in by 12.7 mm, 6 points between paragraphs. */
export const paragraph = (
  children: readonly ParagraphChild[],
  options: {
    readonly indent?: boolean;
    readonly keepNext?: boolean;
    readonly outline?: number;
    readonly before?: number;
  } = {},
): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: { before: options.before ?? 60, after: 60 },
    ...(options.indent === false ? {} : { indent: { firstLine: mm(12.7) } }),
    ...(options.keepNext ? { keepNext: true } : {}),
    ...(options.outline === undefined ? {} : { outlineLevel: options.outline }),
    children: [...children],
  });

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER } as const;
const ALL_NONE = { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER } as const;

/** Two columns without lines: the head of a document, its recipients and signature. */
export function twoColumns(
  left: readonly Paragraph[],
  right: readonly Paragraph[],
  share = 0.4,
  width: number = TEXT_WIDTH.portrait,
): Table {
  const widths = [Math.round(width * share), width - Math.round(width * share)];
  const cell = (children: readonly Paragraph[], i: number): TableCell =>
    new TableCell({
      children: children.length > 0 ? [...children] : [new Paragraph({})],
      borders: NO_BORDERS,
      verticalAlign: VerticalAlign.TOP,
      margins: { left: 0, right: 0 },
      width: { size: widths[i] as number, type: WidthType.DXA },
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    borders: ALL_NONE,
    // a signature is not torn over two pages
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 0), cell(right, 1)] })],
  });
}

/**
 * Who, its number and the nation with the motto: Phụ lục I ô số 1–4. `above` = the body it belongs to, in plain capitals;
 * `place` = "An Khê, ngày 26 tháng 11 năm 2026".
 */
export function nationHead(head: {
  readonly above?: string | null;
  readonly issuer: string;
  readonly number?: string | null;
  readonly place?: string | null;
}): Table {
  const up = (s: string): string => s.toLocaleUpperCase("vi");
  return twoColumns(
    [
      ...(head.above ? [centred(up(head.above), { size: 24 })] : []),
      ...issuerLines(up(head.issuer)).map((line) => centred(line, { bold: true, size: 24 })),
      rule("3"),
      ...(head.number ? [centred(`Số: ${head.number}`, { size: 26, before: 60 })] : []),
    ],
    [
      centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 24 }),
      centred("Độc lập - Tự do - Hạnh phúc", { bold: true, size: 26 }),
      rule("6"),
      ...(head.place ? [centred(head.place, { italics: true, size: 26, before: 60 })] : []),
    ],
  );
}

/** A body and its place stand on two lines, so that neither is broken: ỦY BAN NHÂN DÂN / TỈNH AN KHÊ. */
const issuerLines = (issuer: string): readonly string[] => {
  const m = /^((?:ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN) (.+)$/u.exec(issuer);
  return m ? [m[1] as string, m[2] as string] : [issuer];
};

/** A short line under the issuer or the motto; `share` = tenths of the column. */
function rule(share: "3" | "6"): Paragraph {
  const side = mm(share === "3" ? 24 : 21);
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 120, lineRule: "exact" },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    children: [],
  });
}

/** A frame round paragraphs that must not be overlooked. */
export function boxed(children: readonly Paragraph[], style: { readonly thick?: boolean } = {}): Table {
  const line = { style: BorderStyle.SINGLE, size: style.thick ? 12 : 6, color: "000000" } as const;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH.portrait, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH.portrait],
    borders: { ...ALL_NONE, top: line, bottom: line, left: line, right: line },
    rows: [
      new TableRow({
        children: [
          new TableCell({
            children: [...children],
            margins: { top: 80, bottom: 80, left: 140, right: 140 },
            width: { size: TEXT_WIDTH.portrait, type: WidthType.DXA },
          }),
        ],
      }),
    ],
  });
}
