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

/** Placement of tone marks unified ("hoà" → "hòa", "uỷ" → "ủy"): for comparison only, never for storing law. */
const TONES: readonly (readonly [string, string])[] = [
  ["oà", "òa"],
  ["oá", "óa"],
  ["oả", "ỏa"],
  ["oã", "õa"],
  ["oạ", "ọa"],
  ["oè", "òe"],
  ["oé", "óe"],
  ["oẻ", "ỏe"],
  ["oẽ", "õe"],
  ["oẹ", "ọe"],
  ["uỳ", "ùy"],
  ["uý", "úy"],
  ["uỷ", "ủy"],
  ["uỹ", "ũy"],
  ["uỵ", "ụy"],
];

/** Lower case, NFC, tone placement unified, white space and punctuation folded to single spaces; accents kept. */
export function plain(text: string): string {
  let out = text.normalize("NFC").toLowerCase().replace(/ð/gu, "đ");
  for (const [a, b] of TONES) out = out.replaceAll(a, b);
  return out.replace(/[^\p{L}\p{N}%]+/gu, " ").trim();
}
