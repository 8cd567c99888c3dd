import { plain } from "../domain/fold.ts";
import { DRAFTING_SYNONYMS, GRAMMAR_WORDS } from "./drafting-synonyms.ts";

/** A content word, or a fixed phrase that counts as one, with its place. */
export interface LegalWord {
  /** Comparable form: lower case, tone placement unified, synonyms joined. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Longer texts are compared by their first words only; a provision of this length fills twenty pages. */
const MOST_WORDS = 12_000;

interface Phrase {
  readonly words: readonly string[];
  /** null = left out. */
  readonly stands: string | null;
}

/** Phrases by their first word, the longest first. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const found = new Map<string, Phrase[]>();
  for (const row of DRAFTING_SYNONYMS) {
    const [first, ...others] = row.split("|") as [string, ...string[]];
    const stands = first === "-" ? null : plain(first).replace(/ /gu, "_");
    for (const variant of first === "-" ? others : [first, ...others]) {
      const words = plain(variant).split(" ");
      const head = words[0] as string;
      found.set(
        head,
        [...(found.get(head) ?? []), { words, stands }].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  return found;
})();

/**
 * Content words in order. Numbers are left out with their spelled form in brackets: values are slots. What two official
 * texts say in other words of drafting ("kể từ ngày", "tính từ khi"; "nộp", "gửi") comes out the same.
 */
export function legalWords(text: string): LegalWord[] {
  const raw = rawWords(text);
  const found: LegalWord[] = [];
  for (let i = 0; i < raw.length; ) {
    const phrase = PHRASES.get((raw[i] as LegalWord).word)?.find(({ words }) =>
      words.every((w, k) => raw[i + k]?.word === w),
    );
    const length = phrase?.words.length ?? 1;
    const [first, last] = [raw[i] as LegalWord, raw[i + length - 1] as LegalWord];
    const word = phrase ? phrase.stands : GRAMMAR_WORDS.has(first.word) ? null : first.word;
    if (word !== null) found.push({ word, start: first.start, end: last.end });
    i += length;
  }
  return found;
}

/** How much of a text's matter stands in another, whatever the wording and order: share of its content words, each once. */
export function wordsCovered(of: string, by: string): number {
  const known = new Set(legalWords(by).map((w) => w.word));
  const words = [...new Set(legalWords(of).map((w) => w.word))];
  return words.length === 0 ? 0 : words.filter((w) => known.has(w)).length / words.length;
}

const NUMBER_OF_UNIT = /^\p{L}+\s(?:\d{1,3}\p{L}?|\p{Ll}\d?|này)(?![\p{L}\d])/u;

function rawWords(text: string): LegalWord[] {
  const found: LegalWord[] = [];
  for (const m of text.normalize("NFC") === text ? text.matchAll(/\p{L}+/gu) : []) {
    if (found.length >= MOST_WORDS) break;
    // "a)", "b)": the letter of a point; "khoản 2 Điều 5", "điểm a": where, not what
    if (m[0].length === 1 && /[).]/u.test(text[m.index + 1] ?? "")) continue;
    if (/^(?:khoản|điều|điểm)$/iu.test(m[0]) && NUMBER_OF_UNIT.test(text.slice(m.index, m.index + 12))) continue;
    found.push({ word: plain(m[0]), start: m.index, end: m.index + m[0].length });
  }
  return found;
}
