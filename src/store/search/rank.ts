import type { Passage } from "./passage-index.ts";
import { searchWords, type SearchQuery } from "./words.ts";

/** A passage with its score, higher is better. */
export interface Ranked {
  readonly passage: Passage;
  readonly score: number;
}

const AVERAGE_LENGTH = 350;
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;
/** Heads and signatures repeat the title of every document: a provision says more. */
const OUTSIDE_WEIGHT = 0.6;

/** Best first; equal scores in the order of the law, so that a search gives the same list twice. */
export function rankPassages(
  passages: readonly Passage[],
  query: SearchQuery,
  rarity: ReadonlyMap<string, number>,
): Ranked[] {
  const words = [...new Set(query.words.map((word) => word.folded))];
  const whole = query.words.map((word) => word.folded);
  return passages.map((passage) => ({ passage, score: scoreOf(passage, words, whole, rarity) })).sort(byScore);
}

export const byScore = (a: Ranked, b: Ranked): number =>
  b.score - a.score ||
  (a.passage.work < b.passage.work ? -1 : a.passage.work > b.passage.work ? 1 : a.passage.ord - b.passage.ord);

/** Rare words weigh more, repeats less and less, long passages a little less; words side by side and in a heading more. */
function scoreOf(
  passage: Passage,
  words: readonly string[],
  whole: readonly string[],
  rarity: ReadonlyMap<string, number>,
): number {
  const text = ` ${passage.folded} `;
  const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * passage.folded.length) / AVERAGE_LENGTH;
  let score = 0;
  for (const word of words) {
    const times = occurrences(text, word);
    score += ((rarity.get(word) ?? 1) * times * (SATURATION + 1)) / (times + SATURATION * length);
  }
  if (whole.length > 1) {
    const pairs = whole.slice(1).filter((word, i) => text.includes(` ${whole[i]} ${word} `)).length;
    score *= 1 + (0.6 * pairs) / (whole.length - 1);
    if (text.includes(` ${whole.join(" ")} `)) score *= 1.4;
  }
  if (passage.heading) {
    const heading = ` ${searchWords(passage.heading)} `;
    score *= 1 + (0.4 * words.filter((word) => heading.includes(` ${word} `)).length) / words.length;
  }
  return passage.kind === "outside" ? score * OUTSIDE_WEIGHT : score;
}

function occurrences(text: string, word: string): number {
  const needle = ` ${word} `;
  let n = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length - 1)) n++;
  return n;
}
