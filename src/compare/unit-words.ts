import { fold } from "../domain/fold.ts";

/** What a unit of law says, cut into pairs of neighbouring words: what likeness is measured by and units are looked up by. */
export interface UnitWords {
  /** Every pair with how often it stands. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly total: number;
  /** The same text, case, accents of place, punctuation and white space aside. */
  readonly key: string;
}

/** Words beyond this add nothing to knowing one unit from another. */
const MOST_WORDS = 3_000;

export function unitWords(text: string): UnitWords {
  const words = (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
  const pairs = new Map<string, number>();
  const add = (pair: string): void => void pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  for (let i = 1; i < words.length; i++) add(`${words[i - 1]} ${words[i]}`);
  if (words.length === 1) add(words[0] as string);
  return { pairs, total: Math.max(words.length === 1 ? 1 : 0, words.length - 1), key: words.join(" ") };
}

/** How much of two units is the same, 0…1: pairs of words both have, twice, by all pairs. Two empty ones are not alike. */
export function likeness(a: UnitWords, b: UnitWords): number {
  if (a.key === b.key) return a.key === "" ? 0 : 1;
  const [small, large] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [pair, times] of small.pairs) shared += Math.min(times, large.pairs.get(pair) ?? 0);
  return a.total + b.total === 0 ? 0 : (2 * shared) / (a.total + b.total);
}

/** Pairs by which a unit is looked up, and how many units may have a pair before it stops telling them apart. */
const LOOKED_UP_BY = 24;
const MOST_OWNERS = 40;
/** Units measured against one: those that share the most rare pairs. */
const MOST_CANDIDATES = 6;

/**
 * Finds, for one unit, the few others that may be like it, without measuring all against all: by pairs of words that few
 * units have. The work is bounded by the numbers above for each unit, however many there are.
 */
export class RareWords<Unit> {
  private readonly owners = new Map<string, Unit[]>();

  constructor(units: readonly Unit[], wordsOf: (unit: Unit) => UnitWords) {
    for (const unit of units)
      for (const pair of wordsOf(unit).pairs.keys()) {
        const owners = this.owners.get(pair);
        if (owners === undefined) this.owners.set(pair, [unit]);
        // one too many is remembered, so that the pair is known to be common
        else if (owners.length <= MOST_OWNERS) owners.push(unit);
      }
  }

  candidates(words: UnitWords): readonly Unit[] {
    const known = [...words.pairs.keys()]
      .map((pair) => this.owners.get(pair) ?? [])
      .filter((owners) => owners.length > 0 && owners.length <= MOST_OWNERS)
      .sort((a, b) => a.length - b.length)
      .slice(0, LOOKED_UP_BY);
    const votes = new Map<Unit, number>();
    for (const owners of known) for (const unit of owners) votes.set(unit, (votes.get(unit) ?? 0) + 1 / owners.length);
    return [...votes]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_CANDIDATES)
      .map(([unit]) => unit);
  }
}
