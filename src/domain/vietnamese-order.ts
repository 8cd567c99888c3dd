/** The alphabet with the four letters Vietnamese does not have where the Latin one puts them. Its order is the order of lists. */
const ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/** Marks of the tones in dictionary order: none, then huyền, hỏi, ngã, sắc, nặng. */
const TONES = "\u0300\u0309\u0303\u0301\u0323";
/** Names are told apart long before; a key must fit into an index of either engine. */
const MOST_LETTERS = 240;
const DIGITS_OF_A_NUMBER = 6;
/** Before every letter and digit, and before the space between words. */
const END_OF_LETTERS = "\t";
/** Letters become `A`, `B` …: thirty-three places in a row, above the digits and the space. */
const FIRST_PLACE = 0x41;

/**
 * What to compare byte by byte to get Vietnamese order: letters first (a, ă, â, b … d, đ, e, ê …), tones only between words
 * of the same letters, wherever the mark stands (`hoà` and `hòa` are one). Numbers count as numbers, punctuation not at all.
 */
export function vietnameseSortKey(text: string): string {
  let letters = "";
  let tones = "";
  for (const word of plainWords(text)) {
    if (letters.length + word.length > MOST_LETTERS) break;
    const { key, tone } = keyOfWord(word);
    letters += letters === "" ? key : ` ${key}`;
    tones += tone;
  }
  return letters === "" ? "" : letters + END_OF_LETTERS + tones;
}

const plainWords = (text: string): string[] =>
  text
    .normalize("NFC")
    .replace(/[ðÐ]/gu, "đ")
    .toLowerCase()
    .match(/\p{N}+|[\p{L}\p{M}]+/gu) ?? [];

function keyOfWord(word: string): { readonly key: string; readonly tone: number } {
  if (/^\p{N}/u.test(word)) return { key: word.padStart(DIGITS_OF_A_NUMBER, "0"), tone: 0 };
  let key = "";
  let tone = 0;
  // breve, circumflex, horn belong to the letter, the five tones do not: taken apart, put together without them
  for (const part of word.normalize("NFD")) {
    const mark = TONES.indexOf(part);
    if (mark >= 0) tone = mark + 1;
    else key += part;
  }
  return { key: Array.from(key.normalize("NFC"), placeOf).join(""), tone };
}

/** A letter of another alphabet stands after z, in the order of its code. */
function placeOf(letter: string): string {
  const place = ALPHABET.indexOf(letter);
  return place < 0 ? letter : String.fromCharCode(FIRST_PLACE + place);
}

/** Compares two sort keys, or whatever else is ordered by its bytes. */
export const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
