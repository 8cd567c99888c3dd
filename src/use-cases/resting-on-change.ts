import { issuerKey } from "../domain/issuer.ts";
import type { WorkId } from "../domain/work.ts";
import { likeOfPlace } from "../engine/conflict-near.ts";
import { likeOfBody } from "../engine/own-earlier.ts";
import type { CorpusView } from "../engine/rule.ts";
import type { Review } from "../store/store.ts";

/**
 * Documents whose findings may have changed: the new texts, what links, effects or statuses were computed anew for, whoever
 * asked something of one of these, cites it, details it or is its twin; and whoever asked for the works of a new text's body
 * and would find it there by its title.
 */
export function restingOnChange({
  corpus,
  reviews,
  indexed,
  changed,
  affected,
}: {
  readonly corpus: CorpusView;
  readonly reviews: ReadonlyMap<WorkId, Review>;
  readonly indexed: ReadonlySet<WorkId>;
  readonly changed: ReadonlySet<WorkId>;
  readonly affected: ReadonlySet<WorkId>;
}): ReadonlySet<WorkId> {
  const moved = new Set([...changed, ...affected]);
  const again = new Set<WorkId>(moved);
  for (const id of moved) {
    for (const other of corpus.citing(id)) again.add(other);
    for (const { child } of corpus.childrenOf(id)) again.add(child);
    for (const { parent } of corpus.parentsOf(id)) again.add(parent);
  }
  for (const id of changed) for (const { other } of corpus.titleTwins(id)) again.add(other);
  for (const { work, reads } of reviews.values()) if (reads.some((read) => moved.has(read))) again.add(work);
  for (const id of changed) for (const other of askingByTitle(corpus, reviews, again, id)) again.add(other);
  return new Set([...again].filter((id) => indexed.has(id)));
}

/** Who asked for the works of its body and would find it there, by the measures of the rules that look titles up. */
function* askingByTitle(
  corpus: CorpusView,
  reviews: ReadonlyMap<WorkId, Review>,
  known: ReadonlySet<WorkId>,
  id: WorkId,
): Generator<WorkId> {
  const work = corpus.work(id);
  if (!work?.issuer) return;
  const body = `body:${issuerKey(work.issuer)}`;
  const [ofBody, ofPlace] = [likeOfBody(work, corpus), likeOfPlace(work, corpus)];
  for (const review of reviews.values()) {
    if (known.has(review.work) || !review.reads.includes(body)) continue;
    const other = corpus.work(review.work);
    if (other && (ofBody(other) || ofPlace(other))) yield review.work;
  }
}
