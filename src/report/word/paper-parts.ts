import { FONT_SIZES, TEXT_WIDTHS } from "./word-manner.ts";
import {
  boundNames,
  type ParagraphStyle,
  type RunStyle,
  shortRule,
  twoColumns,
  wordParagraph,
  wordRun,
} from "./word-xml.ts";

/** A line in the middle. */
export const centred = (text: string, style: RunStyle & Pick<ParagraphStyle, "before" | "after"> = {}): string => {
  const { before = 0, after = 0, ...run } = style;
  return wordParagraph(wordRun(text, run), { align: "center", before, after });
};

/** Running text: justified, first line in. */
export const running = (text: string, style: RunStyle & Pick<ParagraphStyle, "keepNext"> = {}): string => {
  const { keepNext, ...run } = style;
  return wordParagraph(wordRun(text, run), { align: "both", indent: true, before: 80, after: 80, keepNext });
};

/** "Điều 1. …": the number in bold. */
export const article = (n: number, text: string, style: Pick<ParagraphStyle, "keepNext"> = {}): string =>
  wordParagraph(`${wordRun(`Điều ${n}. `, { bold: true })}${wordRun(text)}`, {
    align: "both",
    indent: true,
    before: 80,
    after: 80,
    keepNext: style.keepNext,
  });

const up = (text: string): string => text.toLocaleUpperCase("vi");

/** A body and its place stand on two lines, so that neither is broken: ỦY BAN NHÂN DÂN / TỈNH AN KHÊ. */
export const bodyLines = (body: string): readonly string[] => {
  const [, organ, place] = /^((?:ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN) (.+)$/u.exec(up(body)) ?? [];
  return organ && place ? [organ, place] : [up(body)];
};

const LEFT = 0.42;

/** Who, its number, and the nation with its motto, each over a short line (Phụ lục I NĐ 30/2020, ô số 1–4). */
export function paperHead(head: {
  readonly above: string | null;
  readonly issuer: string;
  readonly number: string;
  /** "An Khê, ngày … tháng … năm 2026" */
  readonly place: string;
}): string {
  const width = TEXT_WIDTHS.portrait;
  const left = [
    ...(head.above === null ? [] : bodyLines(head.above).map((line) => centred(line, { size: 24 }))),
    ...bodyLines(head.issuer).map((line) => centred(line, { bold: true, size: 24 })),
    shortRule(22, width * LEFT),
    centred(`Số: ${head.number}`, { size: FONT_SIZES.head, before: 60 }),
  ];
  const right = [
    centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 24 }),
    centred("Độc lập - Tự do - Hạnh phúc", { bold: true, size: FONT_SIZES.head }),
    shortRule(56, width * (1 - LEFT)),
    centred(head.place, { italics: true, size: FONT_SIZES.head, before: 60 }),
  ];
  return twoColumns(left.join(""), right.join(""), LEFT);
}

/** The name of the paper and what it is about, over a short line. */
export const paperTitle = (title: string, about: string): string =>
  [
    centred(up(title), { bold: true, before: 280 }),
    centred(boundNames(about), { bold: true }),
    shortRule(34, TEXT_WIDTHS.portrait),
  ].join("");

/**
 * Who receives it, and who signs (ô số 7, 9): not torn over two pages. The paragraph before it is kept with it, so that no
 * signature stands alone on a page.
 */
export function paperFoot(foot: {
  readonly recipients: readonly string[];
  readonly signature: readonly string[];
  readonly signer: string;
}): string {
  const note = { size: FONT_SIZES.notes };
  const left = [
    wordParagraph(wordRun("Nơi nhận:", { bold: true, italics: true, size: 24 })),
    ...foot.recipients.map((line) => wordParagraph(wordRun(`- ${line}`, note))),
  ];
  const right = [
    ...foot.signature.map((line) => centred(line, { bold: true })),
    ...Array.from({ length: 4 }, () => centred("")),
    centred(foot.signer, { bold: true }),
  ];
  return [wordParagraph("", { before: 60, keepNext: true }), twoColumns(left.join(""), right.join(""), 0.48)].join("");
}
