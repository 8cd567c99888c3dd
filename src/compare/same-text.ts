import { fold } from "../domain/fold.ts";

/** Words in a row that are compared at once: one changed word is seen three times. */
const SHINGLE = 3;

/**
 * How much of two texts is word for word the same, 0…1, case, accents, punctuation and line breaks aside: what is left of
 * one document when two programs write it down. Repeated passages count as often as they stand.
 */
export function textSimilarity(a: string, b: string): number {
  const [x, y] = [shinglesOf(a), shinglesOf(b)];
  if (x.total + y.total === 0) return 1;
  let shared = 0;
  for (const [shingle, times] of x.counts) shared += Math.min(times, y.counts.get(shingle) ?? 0);
  return (2 * shared) / (x.total + y.total);
}

function shinglesOf(text: string): { readonly counts: ReadonlyMap<string, number>; readonly total: number } {
  const words = wordsOf(text).map(fold);
  const counts = new Map<string, number>();
  const total = words.length === 0 ? 0 : Math.max(1, words.length - SHINGLE + 1);
  for (let i = 0; i < total; i++) {
    const shingle = words.slice(i, i + SHINGLE).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return { counts, total };
}

/** Letter for letter the same but for white space and the way accents are encoded. */
export const isSameText = (a: string, b: string): boolean => squeezed(a) === squeezed(b);

/** Words shown on each side of the first difference. */
const AROUND = 4;

/** Where two texts first part, a few words of each; null when all words are the same. */
export function firstDifference(a: string, b: string): { readonly a: string; readonly b: string } | null {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const [foldedX, foldedY] = [x.map(fold), y.map(fold)];
  let at = 0;
  while (at < x.length && at < y.length && foldedX[at] === foldedY[at]) at++;
  if (at === x.length && at === y.length) return null;
  const show = (words: readonly string[]): string => words.slice(Math.max(0, at - AROUND), at + AROUND).join(" ");
  return { a: show(x), b: show(y) };
}

const wordsOf = (text: string): readonly string[] => text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];

const squeezed = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();
