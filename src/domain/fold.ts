/**
 * The one folding for search, names and comparison: NFC, lower case, tone and vowel marks dropped, đ → d.
 * The number of characters may change, the number of words never does.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .replace(/[đĐðÐ]/gu, "d")
    .toLowerCase();
}

/**
 * Placement of tone marks unified ("hoà" → "hòa", "uỷ" → "ủy"): for comparison only, never for storing law. Only at the end
 * of a syllable: "khoản" and "thuỷ" differ in that a consonant follows the one.
 */
const TONES: ReadonlyMap<string, string> = new Map(
  ["oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa", "oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe"]
    .concat(["uỳ ùy", "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy"])
    .map((pair) => pair.split(" ") as [string, string]),
);

/** In "quý" the u belongs to the consonant. */
const OPEN_SYLLABLE = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu;

/** Lower case, NFC, tone placement unified, white space and punctuation folded to single spaces; accents kept. */
export function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/ð/gu, "đ")
    .replace(OPEN_SYLLABLE, (vowels) => TONES.get(vowels) ?? vowels)
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

/** One line as whoever typed it meant it: composed letters, single spaces, none at its ends. */
export const oneLine = (typed: string): string => typed.normalize("NFC").replace(/\s+/gu, " ").trim();
