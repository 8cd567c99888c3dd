/** Two placements of one tone mark: both are printed, sometimes in one document. */
const TONES: readonly (readonly [string, string])[] = [
  ["ủy", "uỷ"],
  ["ùy", "uỳ"],
  ["úy", "uý"],
  ["ụy", "uỵ"],
  ["òa", "oà"],
  ["óa", "oá"],
  ["ỏa", "oả"],
  ["ọa", "oạ"],
];

/** What the trade abbreviates in any text. */
const SHORT: readonly (readonly [string, string])[] = [
  ["Ủy ban nhân dân", "UBND"],
  ["Hội đồng nhân dân", "HĐND"],
];

/**
 * Finds names as officials write them: abbreviations, `Uỷ`/`Ủy`, dashes or commas inside a name
 * (`Lao động - Thương binh và Xã hội`), any white space. A capital of the table must be a capital in the text ("Phòng Y tế"
 * is a body, "phòng y tế" a room); a small letter may be either.
 */
export function termPattern(terms: readonly string[]): RegExp {
  const longestFirst = [...terms].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(termSource).join("|")})(?![\\p{L}\\p{N}])`, "gu");
}

/** The source of one name, to be set into a larger pattern. */
export function termSource(term: string): string {
  const spelled = wordsSource(term.normalize("NFC"));
  const short = SHORT.find(([long]) => term.startsWith(long));
  return short ? `(?:${spelled}|${wordsSource(term.replace(short[0], short[1]))})` : spelled;
}

function wordsSource(term: string): string {
  return term
    .split(/\s+/u)
    .map((word) => (word === "-" ? "-" : wordSource(word)))
    .join(" ")
    .replace(/ - /gu, "\\s?[-–,]?\\s?")
    .replace(/ /gu, "\\s");
}

function wordSource(word: string): string {
  const [first = "", ...rest] = [...word];
  const head = escape(first);
  const upper = first.toUpperCase();
  const spelled = (first === upper ? head : `[${first}${upper}]`) + escape(rest.join(""));
  return TONES.reduce((source, [a, b]) => {
    const [big, alsoBig] = [a, b].map((s) => (s[0] as string).toUpperCase() + s.slice(1)) as [string, string];
    return source.replaceAll(a, `(?:${a}|${b})`).replaceAll(big, `(?:${big}|${alsoBig})`);
  }, spelled);
}

const escape = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|&/]/gu, (c) => (c === "&" || c === "/" ? c : `\\${c}`));
