import type { PdfPage, Piece } from "./pdf-page.ts";
import { quantile } from "./pdf-page.ts";
import { decodeXml } from "./xml-tags.ts";

export interface RecognisedPage extends PdfPage {
  /** Mean confidence of its words, 0…100, as the program gives it. */
  readonly confidence: number;
}

/**
 * Pages in tesseract's hOCR → pages as a PDF has them, so that columns, running heads and paragraphs are read the same way.
 * Pixels become points of a page of usual width.
 *
 *     <span class='ocr_line' title="bbox 355 410 2120 460; baseline 0.001 -12; x_size 46; …">
 *       <span class='ocrx_word' title='bbox 355 412 430 450; x_wconf 93'>Điều</span> …
 */
export function pagesOfHocr(hocr: string, firstNumber: number): RecognisedPage[] {
  return hocr
    .split(/<div class='ocr_page'/u)
    .slice(1)
    .map((part, i) => pageOf(part, firstNumber + i));
}

const LINE =
  /<span class='ocr_(?:line|header|caption|textfloat)'[^>]{0,80} title="bbox (\d{1,6}) (\d{1,6}) (\d{1,6}) (\d{1,6})([^"]{0,300})">/gu;
const WORD =
  /<span class='ocrx_word'[^>]{0,80} title='bbox (\d{1,6}) (\d{1,6}) (\d{1,6}) (\d{1,6}); x_wconf (\d{1,3})[^']{0,200}'[^>]{0,80}>([^]{0,400}?)<\/span>/gu;

function pageOf(part: string, number: number): RecognisedPage {
  const box = /bbox 0 0 (\d{1,6}) (\d{1,6})/u.exec(part);
  const [pixelsWide, pixelsHigh] = [Number(box?.[1] ?? 2480), Number(box?.[2] ?? 3508)];
  const width = pixelsWide > pixelsHigh ? A4.long : A4.short;
  const scale = width / Math.max(1, pixelsWide);
  const heads = [...part.matchAll(LINE)];
  const words: { piece: Piece; confidence: number }[] = [];
  heads.forEach((head, i) => {
    const inside = part.slice(head.index, heads[i + 1]?.index ?? part.length);
    words.push(...wordsOfLine(inside, head, scale));
  });
  return {
    number,
    width,
    height: pixelsHigh * scale,
    pieces: evenSizes(words.map((w) => w.piece)),
    rules: [],
    turned: 0,
    hiddenText: false,
    drawn: true,
    confidence: words.length === 0 ? 0 : words.reduce((sum, w) => sum + w.confidence, 0) / words.length,
  };
}

const A4 = { short: 595, long: 842 } as const;

function wordsOfLine(inside: string, head: RegExpExecArray, scale: number): { piece: Piece; confidence: number }[] {
  const [x0, , , bottom] = head.slice(1, 5).map(Number) as [number, number, number, number];
  const [slope, offset] = (/baseline (-?[\d.]{1,10}) (-?[\d.]{1,10})/u.exec(head[5] ?? "")?.slice(1) ?? ["0", "0"]).map(
    Number,
  ) as [number, number];
  const size = Number(/x_size ([\d.]{1,10})/u.exec(head[5] ?? "")?.[1] ?? 40) * scale * 0.9;
  const words = [...inside.matchAll(WORD)].flatMap((word) => {
    const text = decodeXml((word[6] ?? "").replace(/<[^<>]{0,100}>/gu, "")).trim();
    if (text === "") return [];
    const [left, , right] = word.slice(1, 4).map(Number) as [number, number, number];
    // The page lies a little askew: the baseline is taken at the middle of the line, so that its words share it.
    const y = bottom + offset + slope * (Number(head[3]) - x0) * 0.5;
    return [
      {
        piece: { text, x0: left * scale, x1: right * scale, y: y * scale, size, bold: false },
        confidence: Number(word[5]),
      },
    ];
  });
  return isSpeck(words) ? [] : words;
}

/** Dust, and the marks of letters taken for a line of their own: "^", "+ z _d". */
const isSpeck = (words: readonly { readonly piece: Piece; readonly confidence: number }[]): boolean =>
  words.every((word) => word.confidence < 60) && !words.some((word) => /[\p{L}\p{N}]{3}/u.test(word.piece.text));

/** Sizes are guessed from the letters that happen to stand in a line: what is nearly the usual size is the usual size. */
function evenSizes(pieces: readonly Piece[]): readonly Piece[] {
  const usual = quantile(
    pieces.map((p) => p.size),
    0.5,
  );
  return pieces.map((p) => (Math.abs(p.size - usual) < usual * 0.3 ? { ...p, size: usual } : p));
}
