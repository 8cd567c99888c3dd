const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const SIZES: Readonly<Record<string, number>> = { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };

/** Words a spelled number is made of, for a pattern. */
export const NUMBER_WORDS = [...Object.keys(DIGITS), "mười", "mươi", "trăm", "linh", "lẻ", ...Object.keys(SIZES)];

/** `một trăm hai mươi lăm triệu` → 125000000; null when the words are no number. Lower case, NFC. */
export function spelledNumber(words: readonly string[]): number | null {
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  for (const word of words) {
    const size = SIZES[word];
    if (word in DIGITS) {
      if (digit !== null) return null;
      digit = DIGITS[word] as number;
    } else if (word === "mười") group += 10;
    else if (word === "mươi" || word === "trăm") {
      if (digit === null) return null;
      group += digit * (word === "trăm" ? 100 : 10);
      digit = null;
    } else if (size !== undefined) {
      total += (group + (digit ?? 0)) * size;
      group = 0;
      digit = null;
    } else if (word !== "linh" && word !== "lẻ") return null;
  }
  return words.length === 0 ? null : total + group + (digit ?? 0);
}

/** `1.500.000`, `2,5`, `07` → number. */
export const writtenNumber = (text: string): number =>
  Number(text.replace(/\.(?=\d{3}(?!\d))/gu, "").replace(",", "."));
