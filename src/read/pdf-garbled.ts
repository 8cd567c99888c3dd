/**
 * True where the letters of a PDF are not those one sees: fonts without a map to Unicode give glyph numbers, private
 * signs, or every letter shifted by the same number of places ("'LӅu" for "Điều").
 */
export function isGarbled(text: string): boolean {
  const sample = text.length > 2 * SAMPLE ? text.slice(0, SAMPLE) + text.slice(-SAMPLE) : text;
  let letters = 0;
  let strange = 0;
  let vowels = 0;
  let all = 0;
  for (const character of sample) {
    const code = character.codePointAt(0) as number;
    if (/\s/u.test(character)) continue;
    all++;
    if (isForeign(code)) strange++;
    else if (LATIN.test(character)) {
      letters++;
      if (VOWEL.test(character.normalize("NFD"))) vowels++;
    }
  }
  if (all === 0) return false;
  // A third and more of the letters of Vietnamese (and English) words are vowels; in shifted text hardly any.
  return strange > all * 0.05 || (all > 200 && (letters < all * 0.4 || vowels < letters * 0.2));
}

const SAMPLE = 20_000;
const LATIN = /\p{Script=Latin}/u;
const VOWEL = /^[aeiouy]/iu;

/** No sign of Vietnamese, English or numbers: control characters, private use, other scripts. */
function isForeign(code: number): boolean {
  if (code < 0x250) return code < 0x20 || (code >= 0x7f && code < 0xa0);
  if (code >= 0x1e00 && code <= 0x1eff) return false;
  if (code >= 0x300 && code <= 0x36f) return false;
  if (code >= 0x2000 && code <= 0x2bff) return false;
  // Greek letters stand in formulas, presentation forms in ligatures; bullets are private signs of Symbol fonts.
  return (
    !(code >= 0x370 && code <= 0x3ff) && !(code >= 0xfb00 && code <= 0xfb06) && !(code >= 0xf020 && code <= 0xf0ff)
  );
}
