import type { Engine } from "../engine.ts";
import type { Clause } from "./passage-index.ts";
import { parseQuery, type SearchQuery } from "./words.ts";

/** Longer questions have too many words that may be meant otherwise. */
const MAX_WORDS = 6;
/** Longer words are names or mistakes of another kind. */
const MAX_LETTERS = 12;
/** Words tried in the place of one. */
const MAX_NEAR = 60;
/** Rows counted to see which spelling is the likelier. */
const MAX_ROWS = 300;
const SHOWN = 3;
/** Letters of folded Vietnamese. */
const LETTERS = [..."abcdeghiklmnopqrstuvxy"];

/**
 * Questions near to one that finds nothing, by the index's own words: one letter more, less, other or out of its place; two
 * words run together; keys of a Vietnamese keyboard that was off (`quanr lys`, `dda6t`). Only what finds something, best first.
 */
export async function nearSpellings(engine: Engine, text: string): Promise<readonly (readonly string[])[]> {
  const query = parseQuery(text);
  const words = query.words.map((word) => word.folded);
  if (words.length === 0 || words.length > MAX_WORDS) return [];
  const known = await engine.passages.known(words);
  const strange = words.flatMap((word, i) => (known.has(word) ? [] : [i]));
  const places = strange.length > 0 ? strange : words.map((_, i) => i);
  const near = await Promise.all(places.map((i) => nearWords(engine, words[i] as string)));
  const tried =
    strange.length > 1
      ? [words.flatMap((word, i) => near[strange.indexOf(i)]?.[0] ?? [word])]
      : places.flatMap((place, k) =>
          (near[k] ?? []).map((other) => [...words.slice(0, place), ...other, ...words.slice(place + 1)]),
        );
  const weighed = await Promise.all(
    tried.map(async (other) => ({ other, rows: await rowsWith(engine, other, query) })),
  );
  return weighed
    .filter(({ rows }) => rows > 0)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, SHOWN)
    .map(({ other }) => other);
}

/** The rows with all words; those with the words side by side count thrice. */
async function rowsWith(engine: Engine, words: readonly string[], query: SearchQuery): Promise<number> {
  const together = await engine.passages.match([words], MAX_ROWS);
  if (query.quoted || words.length === 1) return together.length;
  const anywhere = await engine.passages.match(
    words.map((word): Clause => [word]),
    MAX_ROWS,
  );
  return 3 * together.length + anywhere.length;
}

/** What one word may have been meant as, likeliest first: keys taken back, then two words, then one letter otherwise. */
async function nearWords(engine: Engine, word: string): Promise<readonly (readonly string[])[]> {
  if (word.length > MAX_LETTERS) return [];
  const keys = keysTakenBack(word);
  const halves = word.length < 4 ? [] : [...word].slice(2, -1).map((_, i) => [word.slice(0, i + 2), word.slice(i + 2)]);
  const other = /\d/u.test(word) ? [] : oneLetterOff(word);
  const known = await engine.passages.known([...new Set([...keys, ...halves.flat(), ...other])]);
  return [
    ...keys.filter((each) => known.has(each)).map((each) => [each]),
    ...halves.filter((each) => each.every((half) => known.has(half))),
    ...other.filter((each) => known.has(each)).map((each) => [each]),
  ].slice(0, MAX_NEAR);
}

/** `quanr` and `quarn` → `quan`, `ddaats` → `dat`, `da6t1` → `dat`: Telex and VNI keys without their keyboard. */
export function keysTakenBack(word: string): string[] {
  if (/\d/u.test(word)) return /^[a-z]+\d[a-z\d]*$/u.test(word) ? [word.replace(/\d/gu, "")] : [];
  const plain = word
    .replace(/dd/gu, "d")
    .replace(/([aeo])\1/gu, "$1")
    .replace(/w/gu, "")
    .replace(/([aeiouy][a-z]*?)[sfrxj](?=[a-z]{0,2}$)/u, "$1");
  return plain === word ? [] : [plain];
}

function oneLetterOff(word: string): string[] {
  const near = new Set<string>();
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    // "lí" and "lý" are the same word to half of the country: these come first
    if (after.startsWith("i")) near.add(`${before}y${after.slice(1)}`);
    if (after.startsWith("y")) near.add(`${before}i${after.slice(1)}`);
  }
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    if (after.length > 1) near.add(before + after[1] + after[0] + after.slice(2));
    if (after.length > 0 && word.length > 2) near.add(before + after.slice(1));
    for (const letter of LETTERS) {
      if (after.length > 0) near.add(before + letter + after.slice(1));
      near.add(before + letter + after);
    }
  }
  near.delete(word);
  return [...near];
}
