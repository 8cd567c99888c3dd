import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { centred, officialDocx, paragraph, run, TEXT_WIDTH, twoColumns } from "./docx-house-style.ts";

/** One row of the phiếu; each text may have several lines. */
export interface ReviewSheetRow {
  readonly label: string;
  /** Điều, khoản, điểm that are the ground, and what speaks for them. */
  readonly basis: readonly string[];
  readonly assessment: string;
  readonly proposal: string;
}

/** A phiếu rà soát as it is printed: Mẫu 01 of NĐ 34/2016/NĐ-CP, then the opinions (Điều 42 NĐ 79/2025) and the conclusion. */
export interface ReviewSheetForm {
  /** Kind, number, day, issuer, title. */
  readonly document: string;
  readonly reviewer: string;
  readonly unit: string;
  /** dd/mm/yyyy */
  readonly day: string;
  readonly legal: readonly ReviewSheetRow[];
  readonly social: readonly ReviewSheetRow[];
  readonly opinions: readonly { readonly unit: string; readonly answer: string; readonly text: string }[];
  /** Label and words, in their order: ground, form of handling, content, drafting body, deadline. */
  readonly conclusion: readonly (readonly [label: string, words: string])[];
  /** Null while nobody has concluded. */
  readonly concluded: { readonly by: string; readonly day: string } | null;
  /** Day of the proposal; null while it is being filled in. */
  readonly proposedOn: string | null;
  /** What is said of its state where it is not concluded: a draft must not pass for a conclusion. */
  readonly state: string | null;
  /** Line at the foot of every page. */
  readonly foot: string;
}

/** Share of the width of each column: STT, content, ground, assessment, proposal. */
const SHARES = [0.05, 0.15, 0.32, 0.28, 0.2] as const;
const HEADS = ["STT", "Nội dung rà soát", "Căn cứ rà soát", "Ý kiến đánh giá/Phân tích", "Ý kiến đề xuất"] as const;
const CELL = { size: 24 } as const;

export function reviewSheetDocx(form: ReviewSheetForm): Promise<Uint8Array> {
  return officialDocx({
    title: `Phiếu rà soát: ${form.document}`,
    landscape: true,
    foot: form.foot,
    children: [
      centred("PHIẾU RÀ SOÁT VĂN BẢN", { bold: true, after: form.state === null ? 120 : 0 }),
      ...(form.state === null ? [] : [centred(`(${form.state})`, { italics: true, size: 24, after: 120 })]),
      field("Văn bản được rà soát", form.document),
      field("Người rà soát văn bản", form.reviewer),
      field("Cơ quan/đơn vị công tác", form.unit || "…"),
      field("Thời điểm rà soát (ngày/tháng/năm)", form.day),
      new Paragraph({ spacing: { before: 0, after: 60 } }),
      rowsTable(form),
      heading("Ý KIẾN CỦA CƠ QUAN, ĐƠN VỊ LIÊN QUAN"),
      ...(form.opinions.length === 0
        ? [paragraph([run("Không lấy ý kiến.", CELL)], { indent: false })]
        : [opinionsTable(form)]),
      heading("KẾT QUẢ RÀ SOÁT, KIẾN NGHỊ XỬ LÝ"),
      ...form.conclusion.map(([label, words]) => field(label, words)),
      new Paragraph({ spacing: { before: 0, after: 120 } }),
      signatures(form),
    ],
  });
}

const heading = (text: string): Paragraph => centred(text, { bold: true, size: 26, before: 200, after: 80 });

/** `Label: words`, every line of the words a paragraph of its own. */
const field = (label: string, words: string): Paragraph =>
  new Paragraph({
    spacing: { before: 30, after: 30 },
    alignment: AlignmentType.LEFT,
    children: [
      run(`${label}: `, { size: 26, bold: true }),
      ...words
        .split("\n")
        .flatMap((line, i) => [...(i === 0 ? [] : [new TextRun({ break: 1 })]), run(line, { size: 26 })]),
    ],
  });

function rowsTable(form: ReviewSheetForm): Table {
  const rows = [
    new TableRow({
      tableHeader: true,
      children: HEADS.map((head, i) => cell([head], i, { bold: true, middle: true })),
    }),
    group("I", "Rà soát theo căn cứ là văn bản"),
    ...form.legal.map((row, i) => rowOf(row, i + 1)),
    group("II", "Rà soát theo tình hình phát triển kinh tế - xã hội"),
    ...form.social.map((row, i) => rowOf(row, i + 1)),
  ];
  return table(rows, SHARES);
}

/** Rows longer than this are parted over two pages. */
const LONGEST_WHOLE_ROW = 900;

const rowOf = (row: ReviewSheetRow, n: number): TableRow =>
  new TableRow({
    cantSplit: [...row.basis, row.assessment, row.proposal].join("").length < LONGEST_WHOLE_ROW,
    children: [
      cell([String(n)], 0, { middle: true }),
      cell([row.label], 1),
      cell(row.basis, 2),
      cell(row.assessment.split("\n"), 3),
      cell(row.proposal.split("\n"), 4),
    ],
  });

const group = (n: string, label: string): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      cell([n], 0, { bold: true, middle: true }),
      new TableCell({
        columnSpan: HEADS.length - 1,
        margins: MARGINS,
        children: [new Paragraph({ keepNext: true, children: [run(label, { ...CELL, bold: true })] })],
      }),
    ],
  });

const OPINION_SHARES = [0.05, 0.25, 0.2, 0.5] as const;

function opinionsTable({ opinions }: ReviewSheetForm): Table {
  const heads = ["STT", "Cơ quan, đơn vị", "Ý kiến", "Lý do, nội dung"];
  const rows = [
    new TableRow({
      tableHeader: true,
      children: heads.map((h, i) => cell([h], i, { bold: true, middle: true }, OPINION_SHARES)),
    }),
    ...opinions.map(
      ({ unit, answer, text }, i) =>
        new TableRow({
          children: [[String(i + 1)], [unit], [answer], text.split("\n")].map((lines, at) =>
            cell(lines, at, { middle: at === 0 }, OPINION_SHARES),
          ),
        }),
    ),
  ];
  return table(rows, OPINION_SHARES);
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const MARGINS = { top: 40, bottom: 40, left: 80, right: 80 } as const;
const wide = (share: number): number => Math.round(TEXT_WIDTH.landscape * share);

const table = (rows: readonly TableRow[], shares: readonly number[]): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH.landscape, type: WidthType.DXA },
    columnWidths: shares.map(wide),
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [...rows],
  });

function cell(
  lines: readonly string[],
  column: number,
  style: { readonly bold?: boolean; readonly middle?: boolean } = {},
  shares: readonly number[] = SHARES,
): TableCell {
  const shown = lines.length === 0 ? [""] : lines;
  return new TableCell({
    width: { size: wide(shares[column] as number), type: WidthType.DXA },
    margins: MARGINS,
    verticalAlign: style.bold ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: shown.map(
      (line) =>
        new Paragraph({
          alignment: style.middle ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { before: 0, after: 40, line: 240, lineRule: "auto" },
          children: [run(line, { ...CELL, ...(style.bold ? { bold: true } : {}) })],
        }),
    ),
  });
}

/** Both signatures; the name of who concludes stays open until somebody has. */
function signatures({ reviewer, proposedOn, concluded }: ReviewSheetForm): Table {
  const signed = (title: string, name: string, day: string | null): Paragraph[] => [
    centred(day === null ? "Ngày … tháng … năm …" : `Ngày ${day}`, { italics: true, size: 26 }),
    centred(title, { bold: true, size: 26 }),
    centred("(ký, ghi rõ họ tên)", { italics: true, size: 24, after: 900 }),
    centred(name, { bold: true, size: 26 }),
  ];
  return twoColumns(
    signed("NGƯỜI KẾT LUẬN", concluded?.by ?? "", concluded?.day ?? null),
    signed("NGƯỜI RÀ SOÁT", reviewer, proposedOn),
    0.5,
    TEXT_WIDTH.landscape,
  );
}
