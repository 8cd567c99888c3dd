import { type LegalDocument, provisionAt } from "../domain/legal-document.ts";
import type { Span } from "../domain/span.ts";

/** A quotation longer than this proves no more than its first part. */
const MOST_CHARACTERS = 600;

/**
 * The whole sentence around a place, inside its own unit: from the line's beginning or the last full stop to the next one,
 * so that an official reads words that mean something alone. Always a verbatim stretch of the text.
 */
export function quoteSentence(document: LegalDocument, place: Span): Span {
  const { text } = document;
  const unit = provisionAt(document, place.start)?.own ?? null;
  const low = unit && unit.start <= place.start ? unit.start : text.lastIndexOf("\n", Math.max(0, place.start - 1)) + 1;
  const high = unit && unit.end >= place.end ? unit.end : lineEnd(text, place.end);
  let start = Math.max(low, place.start - MOST_CHARACTERS);
  const before = text.slice(start, place.start);
  for (const m of before.matchAll(/[.;]\s+(?=\p{Lu})|\n/gu))
    start = Math.max(low, place.start - before.length + m.index + m[0].length);
  const limit = Math.min(high, Math.max(place.end, start + MOST_CHARACTERS));
  const after = text.slice(place.end, limit);
  const whole = endsSentence(text, place.end);
  const stop = whole ? 0 : (/[.;](?=\s|$)|\n/u.exec(after)?.index ?? after.length);
  let end = Math.min(place.end + stop + (!whole && /[.;]/u.test(after[stop] ?? "") ? 1 : 0), start + MOST_CHARACTERS);
  if (end <= place.start) end = Math.min(place.end, place.start + MOST_CHARACTERS);
  return trim(text, { start, end });
}

const endsSentence = (text: string, at: number): boolean => /[.;:]$/u.test(text.slice(Math.max(0, at - 1), at));

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};

function trim(text: string, { start, end }: Span): Span {
  while (start < end && /\s/u.test(text[start] as string)) start++;
  while (end > start && /\s/u.test(text[end - 1] as string)) end--;
  return { start, end };
}
