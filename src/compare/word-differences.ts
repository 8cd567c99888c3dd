import { diffArrays } from "diff";

/**
 * A stretch of two texts: the same words on both sides, or words of the left that give way to words of the right (either may
 * be empty). All lefts joined are the left text, all rights joined the right text, letter for letter.
 */
export interface WordDifference {
  readonly same: boolean;
  readonly left: string;
  readonly right: string;
}

/** More words than this on one side are not compared word by word: a table of prices is, a whole law is not. */
const MOST_WORDS = 6_000;
/** More changes than this are no longer an edit but another text; the search for the shortest edit grows with its square. */
const MOST_EDITS = 1_200;
/** A stretch of fewer words than this between two changes is read with them: “và”, a comma, “của các”. */
const LEAST_SAME = 2;

/** A word or a mark with the white space before it. */
const TOKEN = /\s*(?:[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}])/gu;

/**
 * How one text became another, word by word. Null when they are too long or too unlike for that to say anything: then each
 * is to be read whole. White space alone is no difference.
 */
export function wordDifferences(left: string, right: string): readonly WordDifference[] | null {
  if (left === right) return left === "" ? [] : [{ same: true, left, right }];
  const [a, b] = [tokensOf(left), tokensOf(right)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return null;
  const changes = diffArrays(a.map(bare), b.map(bare), { maxEditLength: MOST_EDITS });
  if (changes === undefined) return null;
  const parts: WordDifference[] = [];
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of changes) {
    const [mine, theirs] = [added ? 0 : count, removed ? 0 : count];
    const part = {
      same: !added && !removed,
      left: a.slice(i, i + mine).join(""),
      right: b.slice(j, j + theirs).join(""),
    };
    i += mine;
    j += theirs;
    push(parts, part);
  }
  return withTails(withoutCrumbs(parts), left, right);
}

/** The share of the longer text that stands in the other too, 0…1, by characters of the words both have. */
export function shareSame(parts: readonly WordDifference[]): number {
  let same = 0;
  let left = 0;
  let right = 0;
  for (const part of parts) {
    left += part.left.length;
    right += part.right.length;
    if (part.same) same += Math.min(part.left.length, part.right.length);
  }
  return left + right === 0 ? 1 : same / Math.max(left, right);
}

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

const bare = (token: string): string => token.trimStart().normalize("NFC");

/** Neighbours of one kind are one stretch; what is taken out and what is put in at one place belong together. */
function push(parts: WordDifference[], part: WordDifference): void {
  const last = parts[parts.length - 1];
  if (last !== undefined && last.same === part.same)
    parts[parts.length - 1] = { same: part.same, left: last.left + part.left, right: last.right + part.right };
  else parts.push(part);
}

/** One or two unchanged small words inside a rewritten sentence only break it into pieces. */
function withoutCrumbs(parts: readonly WordDifference[]): WordDifference[] {
  const kept: WordDifference[] = [];
  parts.forEach((part, at) => {
    const inside = at > 0 && at < parts.length - 1;
    push(kept, part.same && inside && isCrumb(part, parts[at - 1], parts[at + 1]) ? { ...part, same: false } : part);
  });
  return kept;
}

const isCrumb = (part: WordDifference, before?: WordDifference, after?: WordDifference): boolean => {
  const words = wordCount(part.left);
  if (words === 0) return !part.left.includes("\n");
  const around = [before, after].map((p) => Math.max(wordCount(p?.left ?? ""), wordCount(p?.right ?? "")));
  return words < LEAST_SAME && Math.min(...around) > 1;
};

const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** White space after the last word. */
function withTails(parts: WordDifference[], left: string, right: string): readonly WordDifference[] {
  const tail = (text: string): string => text.slice(text.trimEnd().length);
  const [a, b] = [tail(left), tail(right)];
  if (a !== "" || b !== "") push(parts, { same: parts[parts.length - 1]?.same ?? true, left: a, right: b });
  return parts;
}
