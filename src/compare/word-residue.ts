import type { LegalWord } from "./legal-words.ts";

/** Words that stand in one text and have no counterpart in the other, next to each other in their text. */
export interface Residue {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The table of the longest common subsequence has this many cells at most; longer texts are aligned by their multisets alone. */
const MOST_CELLS = 4_000_000;

/**
 * What each text has and the other has not. Aligned in order first; what stands only elsewhere (a clause moved, a list in
 * another order) is then paired off word by word, so that reordering leaves nothing.
 */
export function wordResidue(
  a: readonly LegalWord[],
  b: readonly LegalWord[],
): { readonly onlyA: readonly Residue[]; readonly onlyB: readonly Residue[] } {
  const { restA, restB } = unaligned(a, b);
  const [inA, inB] = [counts(restA.map((i) => a[i] as LegalWord)), counts(restB.map((i) => b[i] as LegalWord))];
  const alone = (rest: readonly number[], text: readonly LegalWord[], other: ReadonlyMap<string, number>): number[] => {
    const spare = new Map(other);
    return rest.filter((i) => {
      const { word } = text[i] as LegalWord;
      const left = spare.get(word) ?? 0;
      if (left > 0) spare.set(word, left - 1);
      return left === 0;
    });
  };
  return { onlyA: runs(alone(restA, a, inB), a), onlyB: runs(alone(restB, b, inA), b) };
}

function counts(words: readonly LegalWord[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { word } of words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

function unaligned(a: readonly LegalWord[], b: readonly LegalWord[]): { restA: number[]; restB: number[] } {
  if (a.length * b.length > MOST_CELLS) return { restA: a.map((_, i) => i), restB: b.map((_, i) => i) };
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i]?.word === b[j]?.word
          ? (table[(i + 1) * width + j + 1] as number) + 1
          : Math.max(table[(i + 1) * width + j] as number, table[i * width + j + 1] as number);
  const [restA, restB]: [number[], number[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]?.word === b[j]?.word) {
      i++;
      j++;
    } else if (
      j >= b.length ||
      (i < a.length && (table[(i + 1) * width + j] as number) >= (table[i * width + j + 1] as number))
    )
      restA.push(i++);
    else restB.push(j++);
  }
  return { restA, restB };
}

/** Neighbours in the text make one residue. */
function runs(places: readonly number[], text: readonly LegalWord[]): Residue[] {
  const found: { words: string[]; start: number; end: number; last: number }[] = [];
  for (const place of places) {
    const { word, start, end } = text[place] as LegalWord;
    const open = found.at(-1);
    if (open && place - open.last === 1) {
      open.words.push(word);
      open.end = end;
      open.last = place;
    } else found.push({ words: [word], start, end, last: place });
  }
  return found.map(({ words, start, end }) => ({ words, start, end }));
}
