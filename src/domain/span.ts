/** A half-open range `[start, end)` of UTF-16 code units in the normalised text of one document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const sliceOf = (text: string, s: Span): string => text.slice(s.start, s.end);

/**
 * How normalised offsets lead back to the text as it was given: ascending pairs `[normalised, source]`, each opening a
 * stretch in which both run in step. An empty map is the identity.
 */
export type OffsetMap = readonly (readonly [number, number])[];

/** The source offset of a normalised offset. The end of a span is mapped with `toSourceSpan`, not with this. */
export function toSourceOffset(map: OffsetMap, offset: number): number {
  if (map.length === 0) return offset;
  let low = 0;
  let high = map.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle] as readonly [number, number])[0] <= offset) low = middle;
    else high = middle - 1;
  }
  const [normalised, source] = map[low] as readonly [number, number];
  return offset < normalised ? source : source + (offset - normalised);
}

/** A span of the source text. The end is taken from the last character inside, so that dirt after the span stays outside. */
export function toSourceSpan(map: OffsetMap, s: Span): Span {
  if (map.length === 0) return s;
  const start = toSourceOffset(map, s.start);
  if (s.end <= s.start) return { start, end: start };
  return { start, end: toSourceOffset(map, s.end - 1) + 1 };
}

/** More source characters than this between two neighbours are foreign words (a page head), not a line break or marks. */
const FOREIGN_CHARS = 12;

/**
 * The longest stretch of a span that stands in the source as it reads here: where a page head was taken out of the middle of
 * a sentence, the longer side of it. What is quoted as proof must be found in the file by whoever looks.
 */
export function verbatimStretch(map: OffsetMap, s: Span): Span {
  let best: Span = { start: s.start, end: s.start };
  let start = s.start;
  const close = (end: number): void => {
    if (end - start > best.end - best.start) best = { start, end };
    start = end;
  };
  for (const [normalised, source] of map) {
    if (normalised <= s.start) continue;
    if (normalised >= s.end) break;
    if (source - (toSourceOffset(map, normalised - 1) + 1) > FOREIGN_CHARS) close(normalised);
  }
  close(s.end);
  return best;
}
