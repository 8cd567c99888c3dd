import { matchingTokens, type Token, tokensOf } from "./accents.ts";
import type { SearchQuery } from "./words.ts";

export interface Snippet {
  readonly snippet: string;
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** Longest snippet in UTF-16 units, without the dots of omission. */
const WIDTH = 260;
/** Room before the first marked word. */
const LEAD = 40;

/** The stretch that shows most of the words sought, on one line, with its accents; marks are offsets into it. */
export function snippetOf(text: string, query: SearchQuery): Snippet {
  const tokens = tokensOf(text);
  const hits = matchingTokens(tokens, query);
  const start = windowStart(text, tokens, hits);
  const end = windowEnd(text, tokens, start);
  const before = start > 0 ? "…" : "";
  const after = end < text.length ? "…" : "";
  const line = text.slice(start, end).replace(/\s/gu, " ");
  const shift = before.length - start;
  return {
    snippet: before + line + after,
    marks: hits
      .filter((hit) => hit.start >= start && hit.end <= end)
      .map((hit) => ({ start: hit.start + shift, end: hit.end + shift })),
  };
}

function windowStart(text: string, tokens: readonly Token[], hits: readonly Token[]): number {
  if (text.length <= WIDTH) return 0;
  let best = 0;
  let most = 0;
  hits.forEach((hit, i) => {
    const seen = new Set<string>();
    let n = 0;
    for (let k = i; k < hits.length; k++) {
      const other = hits[k] as Token;
      if (other.end > hit.start + WIDTH - LEAD) break;
      // A new word counts far more than the same word again.
      n += seen.has(other.folded) ? 0.1 : 1;
      seen.add(other.folded);
    }
    if (n > most) [most, best] = [n, hit.start];
  });
  const from = Math.max(0, Math.min(best - LEAD, text.length - WIDTH));
  return from === 0 ? 0 : (tokens.find((token) => token.start >= from)?.start ?? 0);
}

function windowEnd(text: string, tokens: readonly Token[], start: number): number {
  const limit = start + WIDTH;
  if (text.length <= limit) return text.length;
  const last = tokens.findLast((token) => token.end <= limit && token.start > start);
  return last ? last.end : limit;
}
