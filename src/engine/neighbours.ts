import type { WorkId } from "../domain/work.ts";
import type { CorpusView, Subject } from "./rule.ts";

/** Texts of other documents a rule may have at hand for one document. */
export const NEAR_LIMIT = 64;

/** Of a law that half the index cites, so many citing documents are neighbours. */
const CITING_SHOWN = 24;

/**
 * The indexed documents round a document, nearest first: what it amends and what amends it, what it details and what
 * details it, siblings that detail the same parent, what it cites, what cites it. Each once, never itself.
 */
export function neighbours(subject: Subject, corpus: CorpusView): readonly WorkId[] {
  const { id } = subject.work;
  const parents = corpus.parentsOf(id).map((d) => d.parent);
  const near = new Set<WorkId>([
    ...corpus.effectsBy(id).map((e) => e.target),
    ...corpus.effectsOn(id).map((e) => e.source),
    ...parents,
    ...corpus.childrenOf(id).map((d) => d.child),
    ...parents.flatMap((parent) => corpus.childrenOf(parent).map((d) => d.child)),
    ...citedBy(subject),
    ...corpus.citing(id).slice(0, CITING_SHOWN),
  ]);
  near.delete(id);
  return [...near].filter(corpus.hasText).slice(0, NEAR_LIMIT);
}

/** Works a document cites with certainty, in text order. */
export function citedBy({ citations }: Subject): readonly WorkId[] {
  const cited = new Set<WorkId>();
  for (const { targets } of citations)
    for (const { resolution } of targets) if (resolution.kind === "work") cited.add(resolution.work);
  return [...cited];
}
