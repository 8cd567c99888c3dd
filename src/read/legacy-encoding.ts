/** Ways in which Vietnamese text arrives as the wrong letters although the bytes are valid. */
export type LegacyEncoding = "tcvn3" | "vni" | "mojibake";

/** Bound of what is looked at, at the beginning and in the middle: a file is in one encoding throughout. */
const SAMPLE = 10_000;

function sampleOf(text: string): string {
  if (text.length <= 2 * SAMPLE) return text;
  const middle = text.length >> 1;
  return `${text.slice(0, SAMPLE)}\n${text.slice(middle, middle + SAMPLE)}`;
}

// "của", "và", "các", "định", "điều", "nhân dân" as each encoding shows them when it is taken for Latin-1. None of these
// strings occurs in Unicode Vietnamese, so that no word borders are needed (they cost ten times the search itself).
const TCVN3 = /cña|vµ|c¸c|®Þnh|®iÒu|§iÒu|nh©n|d©n|tØnh|®ång|®­îc|kho¶n|qu¶n lý/gu;
const VNI = /cuûa|vaø|caùc|[ñÑ]ònh|[ñÑ]ieàu|nhaân|daân|tænh|[ñÑ]oàng|[ñÑ]öôïc|khoaûn/gu;
// UTF-8 bytes taken for windows-1252 and encoded once more: "Ä‘iá»u", "nhÃ¢n".
const MOJIBAKE = /á»|áº|Ä‘|Ä\u0090|Æ°|Æ¡|Ã¢|Ã´|Ãª|Äƒ/gu;
const UNICODE = /của|và|các|định|điều|nhân|dân|tỉnh|được|khoản/gu;

/** The legacy encoding the text is really in, or null for ordinary Unicode text. */
export function legacyEncodingOf(text: string): LegacyEncoding | null {
  const sample = sampleOf(text);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const right = count(UNICODE);
  const found: readonly (readonly [LegacyEncoding, number])[] = [
    ["tcvn3", count(TCVN3)],
    ["vni", count(VNI)],
    ["mojibake", count(MOJIBAKE) / 2],
  ];
  const [name, hits] = found.reduce((best, next) => (next[1] > best[1] ? next : best));
  return hits >= 3 && hits > right ? name : null;
}

/** True when Vietnamese function words stand in the text often enough for a real document. */
export function looksVietnamese(text: string): boolean {
  const sample = sampleOf(text).normalize("NFC");
  return (sample.match(UNICODE)?.length ?? 0) >= Math.max(3, sample.length / 1000);
}
