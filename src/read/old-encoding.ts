import type { Problem } from "../domain/problem.ts";
import { note } from "./refusal.ts";
import { isSyllable } from "./syllable.ts";
import { decodeTcvn3Line } from "./tcvn3.ts";
import { decodeVni } from "./vni.ts";

/** Encodings of the years before Unicode, in which the letters of one font stand for those of another. */
export type OldEncoding = "tcvn3" | "vni";

export interface Converted {
  readonly text: string;
  /** Lines (or runs) that were converted, by encoding. */
  readonly count: Readonly<Record<OldEncoding, number>>;
}

/**
 * A text in which some or all lines may be TCVN3 or VNI read as Latin-1 → the same in Unicode. Every line is judged by
 * its words: which reading makes Vietnamese syllables of them. A line that says nothing clear ("Sè 5") follows the line
 * before it. Unicode text comes back unchanged.
 */
export function convertOldEncodings(text: string): Converted {
  const unchanged: Converted = { text, count: { tcvn3: 0, vni: 0 } };
  if (!FOREIGN.test(text)) return unchanged;
  const lines = text.split("\n");
  const verdicts = lines.map((line) => (/[^\0-\x7f]/u.test(line) ? judge(line) : undefined));
  const sure = verdicts.filter((v) => v?.sure === true && v.reading !== "unicode");
  // One odd word (a foreign name) in a Unicode document is no old encoding.
  if (sure.reduce((sum, v) => sum + (v?.words ?? 0), 0) < LEAST_WORDS) return unchanged;
  const count = { tcvn3: 0, vni: 0 };
  let current: Reading = sure[0]?.reading ?? "unicode";
  const converted = lines.map((line, i) => {
    const verdict = verdicts[i];
    if (verdict?.sure === true) current = verdict.reading;
    if (verdict === undefined) return line;
    const reading = verdict.sure || verdict.possible.has(current) ? current : verdict.reading;
    if (reading === "unicode") return line;
    count[reading]++;
    return decodeLine(reading, line);
  });
  return { text: converted.join("\n"), count };
}

/** What reading had to guess about the letters; empty where nothing was converted. */
export function conversionNotes(name: string, count: Converted["count"]): readonly Problem[] {
  const used = [count.tcvn3 > 0 ? "TCVN3" : "", count.vni > 0 ? "VNI" : ""].filter((label) => label !== "");
  return used.length === 0
    ? []
    : [
        note(
          "old-encoding-converted",
          `Đã chuyển mã từ ${used.join(" và ")} sang Unicode (tệp “${name}”).`,
          "Tệp dùng phông chữ cũ; chữ hoa có dấu của TCVN3 chỉ biết được qua tên phông chữ.",
          "Đối chiếu tên riêng và chữ hoa với bản gốc khi cần.",
        ),
      ];
}

export const addCounts = (a: Converted["count"], b: Converted["count"]): Converted["count"] => ({
  tcvn3: a.tcvn3 + b.tcvn3,
  vni: a.vni + b.vni,
});

type Reading = OldEncoding | "unicode";

/** Latin-1 characters that are no letter of Unicode Vietnamese; every sentence of the old encodings has one. */
const FOREIGN = /[¨©ª«¬\u00ad®µ¶¸¹»¼½¾ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÐ]/u;
/** Letters that only Unicode has: no old encoding read as Latin-1 shows them. */
export const UNICODE_ONLY =
  /[\u0102-\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u0323]/u;
const LEAST_WORDS = 3;

const DECODE: Readonly<Record<OldEncoding, (line: string) => string>> = { tcvn3: decodeTcvn3Line, vni: decodeVni };

/** Words that are Unicode already (a name somebody mended) stay as they are. */
const decodeLine = (encoding: OldEncoding, line: string): string =>
  UNICODE_ONLY.test(line)
    ? line.replace(/[^\s]+/gu, (word) => (UNICODE_ONLY.test(word) ? word : DECODE[encoding](word)))
    : DECODE[encoding](line);

interface Verdict {
  readonly reading: Reading;
  /** The words leave no doubt. */
  readonly sure: boolean;
  /** Words that speak for the reading. */
  readonly words: number;
  /** Readings as good as the best, or but one word worse: abbreviations ("NÑ-CP") make chance syllables. */
  readonly possible: ReadonlySet<Reading>;
}

/** How many words with a letter beyond ASCII each reading makes syllables of. */
export function judge(line: string): Verdict {
  const words = marked(line);
  const mended = UNICODE_ONLY.test(line);
  const count = (decode: (word: string) => string): number =>
    words.filter((word) => isSyllable(plain(UNICODE_ONLY.test(word) ? word : decode(word)).normalize("NFC"))).length;
  const readings: readonly (readonly [Reading, number])[] = [
    ["unicode", count((word) => word)],
    ["tcvn3", count(DECODE.tcvn3)],
    ["vni", count(DECODE.vni)],
  ];
  const [reading, best] = readings.reduce((top, next) => (next[1] > top[1] ? next : top));
  const second = Math.max(...readings.filter(([name]) => name !== reading).map(([, n]) => n), 0);
  const sure = best >= 2 && best - second >= Math.max(1, best * 0.25) && best >= words.length * 0.5;
  // A line with letters of Unicode alone is in an old encoding only when its other words leave no doubt.
  if (mended && !(sure && reading !== "unicode"))
    return { reading: "unicode", sure: true, words: best, possible: UNICODE };
  return {
    reading,
    sure,
    words: best,
    possible: new Set(readings.filter(([, n]) => n >= best - 1).map(([name]) => name)),
  };
}

const UNICODE: ReadonlySet<Reading> = new Set(["unicode"]);

/** Bound of what one line is judged by: a page set as one line is in one encoding throughout. */
const MOST_WORDS = 400;

function marked(line: string): readonly string[] {
  const words: string[] = [];
  for (const [word] of line.matchAll(/[^\s!-@[-`{-~\u2010-\u201f\u2026\u00a0]+/gu)) {
    // A sign by itself ("14×", "½") is no word of an old encoding.
    if (word.length > 1 && /[^\0-\x7f]/u.test(word)) words.push(word);
    if (words.length >= MOST_WORDS) break;
  }
  return words;
}

/** Quotation marks of TCVN3's own code points are letters; real ones are not part of a word. */
const plain = (word: string): string => word.replace(/[\u00ad\u200b]/gu, "");
