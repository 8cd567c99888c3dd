import type { Stated } from "../domain/legal-document.ts";
import { canonicalSymbol } from "../domain/symbol.ts";
import type { TextLine } from "./normalise.ts";

const CODE = String.raw`[\p{Lu}&][\p{Lu}\d&]*(?:TTg)?(?:\s?[-./–]\s?(?:TTg|[\p{Lu}\d&]+))*`;
const NUMBER = String.raw`\d{1,5}(?:\.\d{1,2})?[a-zđ]?`;
const SYMBOL = String.raw`${NUMBER}\s?[/-]\s?(?:\d{4}\s?[/-]\s?)?${CODE}`;
const LABELLED = new RegExp(String.raw`(?:^|[\s(])[Ss][ốôó]\s?[:;.]?\s?(${SYMBOL})(?!\p{L})`, "u");
const ALONE = new RegExp(String.raw`^(?:[Ss]ố\s?:?\s?)?(${SYMBOL})\s*$`, "u");
const LOWER = new RegExp(
  String.raw`(?:^|[\s(])[Ss]ố\s?:\s?(\d{1,5}\s?/\s?(?:\d{4}\s?/\s?)?[\p{L}][\p{L}\d]*(?:-[\p{L}\d]+)+)`,
  "u",
);

/** "Số: 97/2025/QĐ-UBND", "Luật số: 28/2018/QH14", or the number alone in the cell below "Số:". */
export function readSymbol(
  lines: readonly TextLine[],
  from: number,
  to: number,
): (Stated<string> & { line: number }) | null {
  const tries: readonly (readonly [RegExp, number])[] = [
    [LABELLED, 0.98],
    [ALONE, 0.95],
    [LOWER, 0.8],
  ];
  for (const [shape, confidence] of tries) {
    for (let i = from; i < to; i++) {
      const line = lines[i] as TextLine;
      if (line.text.length > 400 || !/\d/u.test(line.text)) continue;
      const m = shape.exec(line.text);
      if (!m || (shape === LABELLED && isTitleWord(line.text, m.index))) continue;
      const raw = (m[1] as string).trim();
      const start = line.start + m.index + m[0].indexOf(raw);
      return { value: canonicalSymbol(raw), span: { start, end: start + raw.length }, confidence, line: i };
    }
  }
  return null;
}

/** "Sửa đổi Quyết định số 12/2021/QĐ-UBND": another document's number inside a title. */
const isTitleWord = (text: string, at: number): boolean =>
  at > 12 &&
  !/^(?:CỘNG|ỦY BAN|UỶ BAN|HỘI ĐỒNG|CHÍNH PHỦ|BỘ |QUỐC HỘI)/u.test(text) &&
  !/[|:]\s*$/u.test(text.slice(0, at));
