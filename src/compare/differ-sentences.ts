import { contentWords } from "./same-matter.ts";
import { differentValues, keepsWithin, type ValueDifference } from "./differ-values.ts";
import { type ReadText, readText } from "./norm-slots.ts";
import { sentences } from "./sentences.ts";

/** Two sentences say one rule from this share of the shorter one's words on, and when both have this many. */
const ONE_RULE = 0.65;
const LEAST_WORDS = 5;
/** A provision has so many sentences at most that are compared one by one. */
const MOST_SENTENCES = 60;
/** Figures only: who, what and whether need the whole provision. */
const FIGURES = new Set(["deadline", "amount", "rate", "quantity"]);

/**
 * Figures that differ between two sentences of one rule, where the provisions as wholes say too much else to be compared.
 * Each sentence of the lower text is held against the one of the higher text that is most like it.
 */
export function differentInSentences(subject: string, basis: string): ValueDifference[] {
  const above = read(basis);
  return read(subject).flatMap((mine) => {
    let [best, closeness] = [above[0], 0];
    for (const theirs of above) {
      const share = shareOf(mine.words, theirs.words);
      if (share > closeness) [best, closeness] = [theirs, share];
    }
    if (!best || closeness < ONE_RULE) return [];
    return differentValues(mine.text, best.text)
      .filter((d) => FIGURES.has(d.kind) && d.subject !== null && d.basis !== null && !keepsWithin(d))
      .map((d) => ({
        ...d,
        subject: d.subject && { ...d.subject, start: d.subject.start + mine.start },
        basis: d.basis && { ...d.basis, start: d.basis.start + (best?.start ?? 0) },
        closeness: d.closeness * closeness,
      }));
  });
}

interface Sentence {
  readonly text: ReadText;
  readonly start: number;
  readonly words: ReadonlySet<string>;
}

const read = (text: string): Sentence[] =>
  sentences(text)
    .slice(0, MOST_SENTENCES)
    .map(({ start, end }) => ({ start, words: new Set(contentWords(text.slice(start, end))), end }))
    .filter(({ words }) => words.size >= LEAST_WORDS)
    .map(({ start, end, words }) => ({ start, words, text: readText(text.slice(start, end)) }));

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
