import { plain } from "../domain/fold.ts";

/** Letters whose tone mark may sit on either vowel: both writings have the same length, so places agree. */
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

const sameLength = (text: string): string => {
  let out = text.replace(/\s/gu, " ").replace(/ð/gu, "đ").replace(/[–—]/gu, "-");
  for (const [a, b] of TONES) {
    out = out
      .replaceAll(a, b)
      .replaceAll(a.charAt(0).toUpperCase() + a.slice(1), b.charAt(0).toUpperCase() + b.slice(1));
  }
  return out;
};

/**
 * Every occurrence of a phrase as whole words, replaced; null when it does not occur. White space, tone placement and the
 * case of the first letter may differ (a sentence may begin with the phrase); nothing else may.
 */
export function replacePhrase(text: string, from: string, to: string): string | null {
  const wanted = sameLength(from.normalize("NFC").trim());
  if (plain(wanted) === "") return null;
  const places = occurrences(sameLength(text), wanted);
  if (places.length === 0) return null;
  let out = "";
  let at = 0;
  for (const place of places) {
    const raised = isUpper(text.charAt(place)) && !isUpper(wanted.charAt(0));
    const word = raised ? to.charAt(0).toUpperCase() + to.slice(1) : to;
    out += text.slice(at, place) + word;
    at = place + wanted.length;
  }
  out += text.slice(at);
  return to === "" ? tidy(out) : out;
}

function occurrences(text: string, wanted: string): number[] {
  const lowered = wanted.charAt(0).toLowerCase() + wanted.slice(1);
  const raised = wanted.charAt(0).toUpperCase() + wanted.slice(1);
  const places: number[] = [];
  for (let i = 0; i + wanted.length <= text.length; i++) {
    const here = text.startsWith(wanted, i) || text.startsWith(raised, i) || text.startsWith(lowered, i);
    if (here && !isLetter(text.charAt(i - 1)) && !isLetter(text.charAt(i + wanted.length))) {
      places.push(i);
      i += wanted.length - 1;
    }
  }
  return places;
}

const isLetter = (c: string): boolean => c !== "" && /[\p{L}\p{N}]/u.test(c);
const isUpper = (c: string): boolean => c !== "" && c === c.toUpperCase() && c !== c.toLowerCase();

/** What a deletion leaves behind: double spaces, a space before a comma. */
const tidy = (text: string): string =>
  text
    .replace(/ {2,}/gu, " ")
    .replace(/ (?=[,.;:)])/gu, "")
    .replace(/, ?,/gu, ",");
