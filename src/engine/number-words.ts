import { spelledNumber, NUMBER_WORDS, writtenNumber } from "../compare/spelled-number.ts";

/** A figure with its words in brackets, and what each says. */
export interface SpelledFigure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly figure: number;
  readonly words: number;
}

const WORD = NUMBER_WORDS.join("|");

/** `60 (sáu mươi) ngày`, `1.500.000 đồng (một triệu năm trăm nghìn đồng)`; a decimal comma is read out too freely. */
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/])(\d{1,3}(?:\.\d{3}){0,4}|\d{1,6})(?: ?(?:đồng|ngày|tháng|năm|người|%))?\s?\(((?:(?:${WORD})\s?){1,16})(?:đồng|ngày|tháng|năm làm việc|người)?(?: (?:chẵn|làm việc))?\)`,
  "giu",
);

/** "(nghìn đồng)" is a unit, no number. */
const SIZES = new Set(["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "trăm"]);

/** Every figure that is followed by its words, whether they agree or not. Words that are no number are left out. */
export function spelledFigures(text: string): SpelledFigure[] {
  return [...text.matchAll(FIGURE)].flatMap((m) => {
    const spelled = (m[2] as string).toLowerCase().trim().split(/\s+/u);
    const words = spelledNumber(spelled);
    if (!words || spelled.every((w) => SIZES.has(w))) return [];
    return [
      {
        start: m.index,
        end: m.index + m[0].length,
        text: m[0],
        figure: writtenNumber(m[1] as string),
        words,
      },
    ];
  });
}
