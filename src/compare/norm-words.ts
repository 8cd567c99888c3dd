import type { ProvisionNorm, NormWords } from "../domain/norm.ts";

/** The words between two offsets without the white space and the punctuation around them; null when nothing is left. */
export function wordsAt(text: string, start: number, end: number): NormWords | null {
  let [from, to] = [start, Math.min(end, text.length)];
  while (from < to && /[\s,;:.]/u.test(text[from] as string)) from++;
  while (to > from && /[\s,;:.]/u.test(text[to - 1] as string)) to--;
  return to > from ? { text: text.slice(from, to), span: { start: from, end: to } } : null;
}

/** The same words where the text begins at another place of its document. */
export const movedWords = <T extends NormWords>(words: T, by: number): T => ({
  ...words,
  span: { start: words.span.start + by, end: words.span.end + by },
});

/** A norm read from a part of its document, with its spans in the document. */
export function movedNorm(norm: ProvisionNorm, by: number): ProvisionNorm {
  const maybe = (w: NormWords | null): NormWords | null => w && movedWords(w, by);
  const all = <T extends NormWords>(list: readonly T[]): T[] => list.map((w) => movedWords(w, by));
  const { definition: d } = norm;
  return {
    ...movedWords(norm, by),
    modal: maybe(norm.modal),
    bearer: maybe(norm.bearer),
    subject: maybe(norm.subject),
    counterpart: maybe(norm.counterpart),
    verb: maybe(norm.verb),
    action: maybe(norm.action),
    conditions: all(norm.conditions),
    exceptions: all(norm.exceptions),
    values: all(norm.values),
    definition: d && {
      term: movedWords(d.term, by),
      meaning: movedWords(d.meaning, by),
      genus: maybe(d.genus),
      elements: all(d.elements),
    },
    listed: all(norm.listed),
    unread: all(norm.unread),
  };
}
