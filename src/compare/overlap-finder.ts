import { groupBy } from "../domain/group-by.ts";
import type { Overlap } from "../domain/overlap.ts";
import type { Provision } from "../domain/provision.ts";
import type { WorkId } from "../domain/work.ts";
import { overlapIndex } from "./overlap-index.ts";
import { shingleReader } from "./overlap-shingles.ts";
import { type OverlapUnit, overlapUnits } from "./overlap-units.ts";
import { MIN_SHINGLES, verified } from "./overlap-verify.ts";

/** A document as the search for overlaps needs it. */
export interface UnitText {
  readonly work: WorkId;
  readonly text: string;
  readonly provisions: readonly Provision[];
}

/** Two documents that need not be compared: one consolidates the other, or they bind different territories. */
export type MayMeet = (a: WorkId, b: WorkId) => boolean;

export interface Overlaps {
  /** By document, each pair under both of its documents; in text order. */
  readonly of: ReadonlyMap<WorkId, readonly Overlap[]>;
  readonly units: number;
  readonly pairs: number;
  /** Buckets of formulas used so widely that their units were not compared with each other. */
  readonly skippedBuckets: number;
  readonly skippedUnits: number;
  readonly droppedPairs: number;
}

/**
 * Every two units of different documents that say the same in the same words. Texts pass through twice and are not kept:
 * `read` for all documents, then `readAgain` for those that `candidates` names. Memory: 256 bytes of sketch and about
 * 100 of place a unit.
 */
export interface OverlapFinder {
  read(document: UnitText): void;
  candidates(): readonly WorkId[];
  /** `candidates` in steps, for who serves others meanwhile. */
  candidateSteps(): Generator<void, readonly WorkId[]>;
  readAgain(document: UnitText): void;
  result(): Overlaps;
}

interface Place {
  readonly work: WorkId;
  readonly unit: OverlapUnit;
}

interface Side extends Place {
  readonly quote: string;
}

/** Two units alike, and how much. */
export interface Pair {
  readonly a: Side;
  readonly b: Side;
  readonly measure: NonNullable<ReturnType<typeof verified>>;
}

/** Longest words of the other side that are carried along. */
export const QUOTE = 600;

export function overlapFinder(mayMeet?: MayMeet): OverlapFinder {
  const index = overlapIndex();
  const places: Place[] = [];
  const works: WorkId[] = [];
  const shinglesOf = shingleReader();
  let found: ReturnType<typeof index.candidates> | null = null;
  let wanted: ReadonlyMap<WorkId, readonly number[]> = new Map();
  const again = new Map<number, { readonly shingles: Uint32Array; readonly quote: string }>();
  const work = (number: number): WorkId => works[number] as WorkId;
  const place = (unit: number): Place => places[unit] as Place;

  const options = mayMeet ? { mayMeet: (a: number, b: number) => mayMeet(work(a), work(b)) } : {};
  const want = (): readonly WorkId[] => {
    wanted = groupBy(new Set(found?.pairs.flat()), (unit) => place(unit).work);
    return [...wanted.keys()].sort();
  };

  return {
    read({ work: id, text, provisions }) {
      const number = works.push(id) - 1;
      for (const unit of overlapUnits(text, provisions)) {
        const shingles = shinglesOf(text, unit.words.start, unit.words.end);
        if (shingles.length < MIN_SHINGLES) continue;
        index.add(number, shingles);
        places.push({ work: id, unit });
      }
    },
    candidates() {
      found ??= index.candidates(options);
      return want();
    },
    *candidateSteps() {
      found ??= yield* index.candidateSteps(options);
      return want();
    },
    readAgain({ work: id, text }) {
      for (const unit of wanted.get(id) ?? []) {
        const { start, end } = place(unit).unit.words;
        const quote = text.slice(start, Math.min(end, start + QUOTE)).trim();
        again.set(unit, { shingles: shinglesOf(text, start, end).slice(), quote });
      }
    },
    result() {
      found ??= index.candidates(options);
      const { pairs, ...skipped } = found;
      const alike = pairs.flatMap(([i, j]): Pair[] => {
        const [x, y] = [again.get(i), again.get(j)];
        const measure = x && y ? verified(x.shingles, y.shingles) : null;
        if (!x || !y || !measure) return [];
        return [{ a: { ...place(i), quote: x.quote }, b: { ...place(j), quote: y.quote }, measure }];
      });
      const told = withoutNested(alike);
      return { of: byDocument(told), units: index.size, pairs: told.length, ...skipped };
    },
  };
}

/** Pairs by document, each under both, without those that stand inside another. */
export const tellPairs = (pairs: readonly Pair[]): Overlaps["of"] => byDocument(withoutNested(pairs));

/** A pair of points is not told again where the clauses above them are a pair. */
function withoutNested(pairs: readonly Pair[]): Pair[] {
  const key = (a: Place, x: string | null, b: Place, y: string | null): string => `${a.work} ${x} ${b.work} ${y}`;
  const told = new Set(pairs.map(({ a, b }) => key(a, a.unit.eId, b, b.unit.eId)));
  const ups = ({ unit }: Place): readonly (string | null)[] => [unit.eId, unit.parent];
  return pairs.filter(
    ({ a, b }) => !ups(a).some((x, i) => ups(b).some((y, j) => (i > 0 || j > 0) && told.has(key(a, x, b, y)))),
  );
}

function byDocument(pairs: readonly Pair[]): ReadonlyMap<WorkId, readonly Overlap[]> {
  const both = pairs.flatMap((pair) => [pair, turned(pair)]);
  return new Map(
    [...groupBy(both, (pair) => pair.a.work)].map(([id, list]) => [id, list.map(toOverlap).sort(inTextOrder)]),
  );
}

const inTextOrder = (a: Overlap, b: Overlap): number =>
  a.span.start - b.span.start || a.other.localeCompare(b.other) || a.otherSpan.start - b.otherSpan.start;

const turned = ({ a, b, measure }: Pair): Pair => ({
  a: b,
  b: a,
  measure: { ...measure, ofFirst: measure.ofSecond, ofSecond: measure.ofFirst },
});

const toOverlap = ({ a, b, measure }: Pair): Overlap => ({
  eId: a.unit.eId,
  span: a.unit.words,
  other: b.work,
  otherEId: b.unit.eId,
  otherSpan: b.unit.words,
  otherQuote: b.quote,
  shared: measure.shared,
  similarity: measure.jaccard,
  ofThis: measure.ofFirst,
  ofOther: measure.ofSecond,
});
