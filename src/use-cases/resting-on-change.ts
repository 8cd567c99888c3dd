import { titlesAlike } from "../compare/subject-words.ts";
import { issuerKey } from "../domain/issuer.ts";
import type { WorkId } from "../domain/work.ts";
import type { CorpusView } from "../engine/rule.ts";
import type { Review } from "../store/store.ts";

/**
 * Documents whose findings may have changed: the new texts, what links, effects or statuses were computed anew for, whoever
 * asked something of one of these, cites it, details it or is its twin; and of the bodies a new text belongs to those that
 * ask for that body's works and are on a like matter by their titles.
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
  const bodies = new Set([...changed].flatMap((id) => bodyOf(corpus, id)));
  const asking: WorkId[] = [];
  for (const review of reviews.values()) {
    if (again.has(review.work)) continue;
    if (review.reads.some((read) => moved.has(read))) again.add(review.work);
    else if (review.reads.some((read) => bodies.has(read))) asking.push(review.work);
  }
  for (const id of likeTitles(corpus, changed, asking)) again.add(id);
  return new Set([...again].filter((id) => indexed.has(id)));
}

function bodyOf(corpus: CorpusView, id: WorkId): readonly string[] {
  const issuer = corpus.work(id)?.issuer;
  return issuer ? [`body:${issuerKey(issuer)}`] : [];
}

function likeTitles(corpus: CorpusView, changed: ReadonlySet<WorkId>, asking: readonly WorkId[]): ReadonlySet<WorkId> {
  const titled = (ids: Iterable<WorkId>) =>
    [...ids].flatMap((id) => {
      const title = corpus.work(id)?.title;
      return title ? [{ id, title }] : [];
    });
  const all = [...titled(asking), ...titled(changed)];
  const like = new Set<WorkId>();
  for (const one of titled(changed)) for (const { id } of titlesAlike(all, one, "loose")) like.add(id);
  return like;
}
