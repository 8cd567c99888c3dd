/**
 * TCVN3 ("ABC", the fonts .VnTime, .VnArial …): one byte a letter in the upper half of Latin-1. There are no codes for
 * capitals with a tone: a font whose name ends in H (.VnTimeH) draws every letter as a capital.
 */
const LETTERS =
  "Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§ ă¨ â© êª ô« ơ¬ ư\u00ad đ® àµ ả¶ ã· á¸ ạ¹ ằ» ẳ¼ ẵ½ ắ¾ ặÆ ầÇ ẩÈ ẫÉ ấÊ ậË èÌ ẻÎ ẽÏ éÐ ẹÑ ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ " +
  "ĩÜ íÝ ịÞ òß ỏá õâ óã ọä ồå ổæ ỗç ốè ộé ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ";

/** TCVN3 character (as Latin-1) → Unicode letter. */
export const TCVN3_LETTERS: ReadonlyMap<string, string> = new Map(
  LETTERS.normalize("NFC")
    .split(" ")
    .map((pair) => [pair.slice(1), pair.slice(0, 1)]),
);

const CODED = new RegExp(`[${[...TCVN3_LETTERS.keys()].join("")}]`, "gu");

/** Text typed in a TCVN3 font → Unicode; `capitals`: the font draws capitals only. */
export function decodeTcvn3(text: string, capitals: boolean): string {
  const letters = text.replace(CODED, (code) => TCVN3_LETTERS.get(code) ?? code);
  return capitals ? letters.toUpperCase() : letters;
}

/**
 * The same where no font is known. Text typed for a capital font with Caps Lock on ("QUYÕT §ÞNH") shows its capitals by
 * its plain letters: a word with two of them or more and no small one is set in capitals, and so is a line of such words.
 * Symbols ("12/2004/Q§-UB") have their capitals for other reasons.
 */
export function decodeTcvn3Line(line: string): string {
  const typed = (word: string): boolean => (word.match(/[A-Z]/gu)?.length ?? 0) >= 2 && !/[a-z0-9]/u.test(word);
  if (!/[a-z]/u.test(line) && line.split(/\s+/u).some(typed)) return decodeTcvn3(line, true);
  return line.replace(/[^\s]+/gu, (word) => decodeTcvn3(word, typed(word)));
}
