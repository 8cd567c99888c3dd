import type { Overlap } from "../domain/overlap.ts";
import { type Pair, QUOTE, tellPairs, type UnitText } from "./overlap-finder.ts";
import { measureOf, shingleReader, shingleSet } from "./overlap-shingles.ts";
import { overlapUnits } from "./overlap-units.ts";
import { alike, MIN_SHINGLES } from "./overlap-verify.ts";

/**
 * Units of one document that say the same as units of some others: its shingles are looked up directly, without sketches,
 * so that nothing is missed and each of the others is read once.
 */
export function overlapsWith(one: UnitText, others: Iterable<UnitText>): readonly Overlap[] {
  const shinglesOf = shingleReader();
  const mine = overlapUnits(one.text, one.provisions).flatMap((unit) => {
    const shingles = shingleSet(shinglesOf(one.text, unit.words.start, unit.words.end));
    return shingles.length < MIN_SHINGLES ? [] : [{ unit, shingles }];
  });
  const owners = new Map<number, number[]>();
  for (const [i, { shingles }] of mine.entries())
    for (const hash of shingles) {
      const list = owners.get(hash);
      if (list) list.push(i);
      else owners.set(hash, [i]);
    }
  const pairs: Pair[] = [];
  for (const { work, text, provisions } of others) {
    for (const unit of overlapUnits(text, provisions)) {
      const { start, end } = unit.words;
      const theirs = shinglesOf(text, start, end);
      if (!theirs.some((hash) => owners.has(hash))) continue;
      const set = shingleSet(theirs);
      for (const [i, shared] of sharedWith(owners, set)) {
        const own = mine[i];
        const measure = own ? alike(measureOf(shared, own.shingles.length, set.length)) : null;
        if (!own || !measure) continue;
        const words = one.text.slice(own.unit.words.start, own.unit.words.end);
        pairs.push({
          a: { work: one.work, unit: own.unit, quote: words.slice(0, QUOTE).trim() },
          b: { work, unit, quote: text.slice(start, Math.min(end, start + QUOTE)).trim() },
          measure,
        });
      }
    }
  }
  return tellPairs(pairs).get(one.work) ?? [];
}

/** How many shingles of a set each of our units has too. */
function sharedWith(owners: ReadonlyMap<number, readonly number[]>, set: Uint32Array): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const hash of set) for (const i of owners.get(hash) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
  return shared;
}
