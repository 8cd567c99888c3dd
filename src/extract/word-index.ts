import { LEXICON } from "./lexicon.ts";
import type { Meaning } from "./lexicon.ts";

/** What one character is to the tokenizer. */
export const LETTER = 1;
export const DIGIT = 2;
export const SPACE = 3;
export const NEWLINE = 4;
const CLASSES = new Uint8Array(65536);
/** Lower case of every letter, 0 for whatever is none: words are found, compared and looked up without making strings. */
const LOWER = new Uint16Array(65536);

for (let c = 0; c < 65536; c++) {
  const s = String.fromCharCode(c);
  if (/[\p{L}\p{M}]/u.test(s)) {
    const low = s.toLowerCase();
    CLASSES[c] = LETTER;
    LOWER[c] = low.length === 1 ? low.charCodeAt(0) : c;
  } else if (c >= 48 && c <= 57) CLASSES[c] = DIGIT;
  else if (c === 10 || c === 13) CLASSES[c] = NEWLINE;
  else if (/\s/u.test(s)) CLASSES[c] = SPACE;
}

export const classAt = (text: string, i: number): number => CLASSES[text.charCodeAt(i)] as number;

/** A word as it stands in a text; one object is used again and again, since there are a million words in a run. */
export interface WordFound {
  end: number;
  /** The same for all words of the same letters, whatever their case. */
  fingerprint: number;
}

/** Measures the word that begins at `at`. */
export function readWord(text: string, at: number, end: number, found: WordFound): void {
  let i = at;
  let fingerprint = 0;
  for (; i < end; i++) {
    const letter = LOWER[text.charCodeAt(i)] as number;
    if (letter === 0) break;
    fingerprint = (Math.imul(fingerprint, 31) + letter) | 0;
  }
  found.end = i;
  found.fingerprint = fingerprint;
}

export function fingerprintOf(word: string): number {
  const found = { end: 0, fingerprint: 0 };
  readWord(word, 0, word.length, found);
  return found.fingerprint;
}

/** Where `word` (in lower case) ends if it is the word at `at`; -1 when it is not. */
function wordEnds(text: string, at: number, end: number, word: string): number {
  const stop = at + word.length;
  if (stop > end) return -1;
  for (let i = 0; i < word.length; i++) if (LOWER[text.charCodeAt(at + i)] !== word.charCodeAt(i)) return -1;
  return stop < end && LOWER[text.charCodeAt(stop)] !== 0 ? -1 : stop;
}

type Entry = readonly [words: readonly string[], meaning: Meaning];

interface FirstWord {
  readonly fingerprint: number;
  /** The runs that begin with this word, the longest first. */
  readonly entries: readonly Entry[];
}

/** The lexicon by its first words: an open table, a word at the first free place from its fingerprint on. */
const PLACES = 4096;
const FIRST_WORDS: (FirstWord | undefined)[] = new Array(PLACES).fill(undefined);
for (const [word, entries] of LEXICON) {
  const fingerprint = fingerprintOf(word);
  let place = fingerprint & (PLACES - 1);
  while (FIRST_WORDS[place]) place = (place + 1) & (PLACES - 1);
  FIRST_WORDS[place] = { fingerprint, entries };
}

/** The runs of the lexicon that may begin with a word of this fingerprint; null for ordinary words. */
export function runsFrom(fingerprint: number): readonly Entry[] | null {
  for (let place = fingerprint & (PLACES - 1); ; place = (place + 1) & (PLACES - 1)) {
    const first = FIRST_WORDS[place];
    if (!first) return null;
    if (first.fingerprint === fingerprint) return first.entries;
  }
}

/** The end of the run of words that begins at `at`; -1 when it is not that run. */
export function runEnds(text: string, at: number, end: number, words: readonly string[]): number {
  let i = wordEnds(text, at, end, words[0] as string);
  for (let k = 1; i >= 0 && k < words.length; k++) {
    if (i >= end || classAt(text, i) !== SPACE) return -1;
    while (i < end && classAt(text, i) === SPACE) i++;
    i = wordEnds(text, i, end, words[k] as string);
  }
  return i;
}
