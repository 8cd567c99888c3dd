import { type MayMeet, overlapFinder, type Overlaps, type UnitText } from "../compare/overlap-finder.ts";
import type { WorkId } from "../domain/work.ts";

export interface OverlapSource {
  readonly works: readonly WorkId[];
  /** Texts of some works, in any order. Read twice: once for all, once for those that have candidates. */
  textsOf(works: readonly WorkId[]): Promise<readonly UnitText[]>;
  readonly mayMeet?: MayMeet | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Documents read at once: some megabytes of text. */
const DOCUMENTS_AT_ONCE = 100;

/**
 * Every two units of different documents that say the same in the same words; texts pass through and are not kept. Other
 * work of the process goes on between its steps; when it is called off, what was found so far counts for nothing.
 */
export async function findOverlaps(source: OverlapSource): Promise<Overlaps> {
  const finder = overlapFinder(source.mayMeet);
  for await (const document of inParts(source, source.works)) finder.read(document);
  const steps = finder.candidateSteps();
  let step = steps.next();
  while (!step.done && !source.signal?.aborted) {
    await new Promise((resume) => setImmediate(resume));
    step = steps.next();
  }
  if (!step.done) return NOTHING;
  for await (const document of inParts(source, step.value)) finder.readAgain(document);
  return source.signal?.aborted ? NOTHING : finder.result();
}

const NOTHING: Overlaps = {
  of: new Map(),
  units: 0,
  pairs: 0,
  skippedBuckets: 0,
  skippedUnits: 0,
  droppedPairs: 0,
};

async function* inParts({ textsOf, signal }: OverlapSource, works: readonly WorkId[]): AsyncGenerator<UnitText> {
  for (let i = 0; i < works.length && !signal?.aborted; i += DOCUMENTS_AT_ONCE) {
    yield* await textsOf(works.slice(i, i + DOCUMENTS_AT_ONCE));
    await new Promise((resume) => setImmediate(resume));
  }
}
