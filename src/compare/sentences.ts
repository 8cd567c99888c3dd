import type { Span } from "../domain/span.ts";

/** Stretches between full stops, semicolons and line ends: what one norm says. Blank ones are left out. */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    let [from, to] = [start, end];
    while (from < to && /\s/u.test(text[from] as string)) from++;
    while (to > from && /\s/u.test(text[to - 1] as string)) to--;
    if (to > from) found.push({ start: from, end: to });
    start = end;
  };
  for (const m of text.matchAll(/[;\n]|\.(?=\s|$|[”"’])|[:](?=\s*\n)/gu)) {
    // "1. ", "a. ": the number of a clause is no sentence
    if (m[0] === "." && /(?:^|\n|\s)(?:\d{1,3}|\p{Ll})$/u.test(text.slice(Math.max(start, m.index - 4), m.index)))
      continue;
    close(m.index + 1);
  }
  close(text.length);
  return found;
}

/** The sentence an offset lies in. */
export const sentenceAt = (all: readonly Span[], offset: number): Span =>
  all.find((s) => s.start <= offset && offset < s.end) ?? { start: offset, end: offset };
