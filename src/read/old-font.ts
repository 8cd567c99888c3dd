import { type Converted, judge, type OldEncoding, UNICODE_ONLY } from "./old-encoding.ts";
import { decodeTcvn3 } from "./tcvn3.ts";
import { decodeVni } from "./vni.ts";

export interface FontEncoding {
  readonly encoding: OldEncoding;
  /** TCVN3 fonts ending in H draw every letter as a capital. */
  readonly capitals: boolean;
}

/** The old encoding a font stands for: ".VnTime", ".VnArialH", "VNI-Times"; null for all others. */
export function fontEncodingOf(font: string | null | undefined): FontEncoding | null {
  if (font === null || font === undefined) return null;
  const name = font.trim().replace(/^["']|["']$/gu, "");
  if (/^\.vn/iu.test(name)) return { encoding: "tcvn3", capitals: /H$/u.test(name) };
  if (/^vni[- ]/iu.test(name)) return { encoding: "vni", capitals: false };
  return null;
}

/** A stretch of text in one font. `joins`: it goes on directly after the stretch before it (a letter may be cut in two). */
export interface FontRun {
  readonly text: string;
  readonly font: string | null;
  readonly joins: boolean;
}

/**
 * The runs of one document with those in old fonts decoded, one text for each run. A font's name alone is no proof:
 * converters leave ".VnTime" on text that is Unicode already. So each old font's words are judged together first, and a
 * run with a letter that only Unicode has is never touched.
 */
export function decodeFontRuns(runs: readonly FontRun[]): {
  readonly texts: readonly string[];
  readonly count: Converted["count"];
} {
  const texts = runs.map((run) => run.text);
  const count = { tcvn3: 0, vni: 0 };
  const encodings = runs.map((run) => fontEncodingOf(run.font));
  if (encodings.every((encoding) => encoding === null)) return { texts, count };
  const trusted = trustedFonts(runs, encodings);
  const unicode = texts.map((text, i) => encodings[i] !== null && UNICODE_ONLY.test(text));
  for (let i = 0; i < runs.length; ) {
    const { font } = runs[i] as FontRun;
    const encoding = encodings[i] ?? null;
    let end = i + 1;
    if (encoding !== null && font !== null && trusted.has(font)) {
      // Marks of VNI follow their letters, and Word cuts runs anywhere.
      const joins = (k: number): boolean =>
        runs[k]?.joins === true &&
        sameEncoding(encodings[k], encoding) &&
        trusted.has(runs[k]?.font ?? "") &&
        unicode[k] === unicode[i];
      while (joins(end)) end++;
      if (unicode[i] !== true) {
        const whole = latinOf(texts.slice(i, end).join(""));
        const decoded = encoding.encoding === "vni" ? decodeVni(whole) : decodeTcvn3(whole, encoding.capitals);
        if (decoded !== whole) count[encoding.encoding]++;
        texts[i] = decoded;
        for (let k = i + 1; k < end; k++) texts[k] = "";
      }
    }
    i = end;
  }
  return { texts, count };
}

const sameEncoding = (a: FontEncoding | null | undefined, b: FontEncoding): boolean =>
  a?.encoding === b.encoding && a.capitals === b.capitals;

/** Symbol fonts keep their characters in a private area; the old Vietnamese ones are sometimes declared as such. */
const latinOf = (text: string): string =>
  text.replace(/[\uf0a1-\uf0ff]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000));

/** Bound of the text each font is judged by. */
const SAMPLE = 20_000;

/** Old fonts whose text is in their encoding, or says nothing against it. */
function trustedFonts(runs: readonly FontRun[], encodings: readonly (FontEncoding | null)[]): ReadonlySet<string> {
  const samples = new Map<string, string[]>();
  const lengths = new Map<string, number>();
  runs.forEach((run, i) => {
    const length = run.font === null ? 0 : (lengths.get(run.font) ?? 0);
    if (encodings[i] === null || run.font === null || length > SAMPLE) return;
    lengths.set(run.font, length + run.text.length);
    const pieces = samples.get(run.font) ?? [];
    samples.set(run.font, pieces);
    pieces.push(run.joins ? "" : " ", run.text);
  });
  const trusted = new Set<string>();
  for (const [font, pieces] of samples) {
    const text = latinOf(pieces.join(""));
    const unicode = text.match(new RegExp(UNICODE_ONLY, "gu"))?.length ?? 0;
    const verdict = judge(text.replace(new RegExp(UNICODE_ONLY, "gu"), " "));
    if (unicode > verdict.words || (verdict.sure && verdict.reading === "unicode")) continue;
    trusted.add(font);
  }
  return trusted;
}
