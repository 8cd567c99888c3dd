import { fold } from "../../domain/fold.ts";
import { plain } from "../../domain/fold.ts";
import type { SearchQuery } from "./words.ts";

/** A word of a text with its place, folded and with its accents (tone placement unified). */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly exact: string;
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const m of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    tokens.push({ start: m.index, end: m.index + m[0].length, folded: fold(m[0]), exact: plain(m[0]) });
  }
  return tokens;
}

/**
 * How well a text carries the accents the writer typed, 0…1: the share of typed accented words that stand there with these
 * accents. "đất" then ranks above "đạt" and "dật", which the folded index cannot tell apart.
 */
export function accentAgreement(text: string, query: SearchQuery): number {
  const accented = query.words.filter((word) => word.typed !== word.folded);
  if (accented.length === 0) return 1;
  const words = ` ${plain(text)} `;
  return accented.filter((word) => words.includes(` ${plain(word.typed)} `)).length / accented.length;
}

/** Tokens to mark: those with the accents typed, or, where a text has none of these, those that fold to the same. */
export function matchingTokens(tokens: readonly Token[], query: SearchQuery): Token[] {
  const exact = new Set<string>();
  const folded = new Set<string>();
  for (const word of query.words) {
    const typed = plain(word.typed);
    if (typed !== word.folded && tokens.some((token) => token.exact === typed)) exact.add(typed);
    else folded.add(word.folded);
  }
  const inPhrase = phraseTokens(tokens, query);
  const alone = new Set(query.clauses.flatMap((clause) => (clause.length === 1 ? clause : [])));
  return tokens.filter(
    (token, i) => (exact.has(token.exact) || folded.has(token.folded)) && (alone.has(token.folded) || inPhrase.has(i)),
  );
}

/** Places of tokens that stand in a whole phrase: a word of it elsewhere is not what was sought. */
function phraseTokens(tokens: readonly Token[], { clauses }: SearchQuery): ReadonlySet<number> {
  const found = new Set<number>();
  for (const phrase of clauses) {
    if (phrase.length < 2) continue;
    for (let at = 0; at + phrase.length <= tokens.length; at++)
      if (phrase.every((word, k) => tokens[at + k]?.folded === word)) for (const k of phrase.keys()) found.add(at + k);
  }
  return found;
}
