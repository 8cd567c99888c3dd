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
