import { legalWords } from "../compare/legal-words.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { citedBy, NEAR_LIMIT } from "./neighbours.ts";
import type { CorpusView, Subject } from "./rule.ts";

/**
 * Documents that may rule the same matter: what the subject details or rests on, what has replaced that, what else it cites,
 * and texts of its territory with a title of the same matter. Nearest first; at most `NEAR_LIMIT`.
 */
export function conflictNear(subject: Subject, corpus: CorpusView): readonly WorkId[] {
  const { id } = subject.work;
  const bases = basesOf(subject, corpus);
  const near = new Set<WorkId>([
    ...bases,
    ...bases.flatMap((basis) => successors(corpus, basis)),
    ...citedBy(subject),
    ...corpus.titleTwins(id).map((t) => t.other),
    ...bases.flatMap((basis) => corpus.parentsOf(basis).map((d) => d.parent)),
    ...siblings(subject, corpus),
    ...ofTheSamePlace(subject, corpus),
    ...centralTexts(subject, corpus),
  ]);
  near.delete(id);
  return [...near].filter(corpus.hasText).slice(0, NEAR_LIMIT);
}

export function basesOf(subject: Subject, corpus: CorpusView): readonly WorkId[] {
  const named = subject.citations
    .filter((c) => c.role === "basis")
    .flatMap((c) => c.targets.flatMap((t) => (t.resolution.kind === "work" ? [t.resolution.work] : [])));
  return [...new Set([...corpus.parentsOf(subject.work.id).map((d) => d.parent), ...named])];
}

/** What has replaced a document, and what has replaced that. */
export function successors(corpus: CorpusView, id: WorkId): readonly WorkId[] {
  const next = (of: WorkId): WorkId[] =>
    corpus
      .effectsOn(of)
      .filter((e) => e.action === "replace-document" || e.action === "expire")
      .map((e) => e.source);
  const first = next(id);
  return [...first, ...first.flatMap(next)];
}

/** Texts of the same territory that rest on the same document, other than a law that everybody rests on. */
const MOST_SIBLINGS = 30;
function siblings(subject: Subject, corpus: CorpusView): readonly WorkId[] {
  const territory = corpus.territoryOf(subject.work.id);
  if (territory === null) return [];
  return basesOf(subject, corpus).flatMap((basis) => {
    const citing = corpus.citing(basis);
    return citing.length > MOST_SIBLINGS ? [] : citing.filter((id) => corpus.territoryOf(id) === territory);
  });
}

/** Texts of the same place whose title shares a rare pair of words, rarest first: at most so many. */
const MOST_OF_PLACE = 12;
/** Central texts whose title shares two: at most so many. */
const MOST_CENTRAL = 8;
/** A pair of words in more titles than this share names no matter. */
const RARE = 0.05;

function ofTheSamePlace(subject: Subject, corpus: CorpusView): readonly WorkId[] {
  const { place, level } = subject.issuer;
  if (place === null || level === "unknown") return [];
  const works = ["Hội đồng nhân dân", "Ủy ban nhân dân"].flatMap((organ) => corpus.worksOf(`${organ} ${place}`));
  return byTitle(subject, indexed(works, corpus), 1).slice(0, MOST_OF_PLACE);
}

/** Who rules for the whole country; ministries rule for their field and are found through what is cited. */
const CENTRAL = ["Quốc hội", "Ủy ban thường vụ Quốc hội", "Chính phủ", "Thủ tướng Chính phủ"];

function centralTexts(subject: Subject, corpus: CorpusView): readonly WorkId[] {
  if (subject.issuer.level === "central") return [];
  const works = CENTRAL.flatMap((organ) => corpus.worksOf(organ));
  return byTitle(subject, indexed(works, corpus), 2).slice(0, MOST_CENTRAL);
}

const indexed = (works: readonly Work[], corpus: CorpusView): readonly Work[] =>
  works.filter((w) => corpus.hasText(w.id));

/** Works whose titles share at least so many rare pairs of words with the subject's, rarest first. */
function byTitle(subject: Subject, works: readonly Work[], least: number): readonly WorkId[] {
  const frequency = new Map<string, number>();
  for (const w of works) for (const pair of titlePairs(w)) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const mine = titlePairs(subject.work);
  const found: { readonly id: WorkId; readonly weight: number }[] = [];
  for (const w of works) {
    if (w.id === subject.work.id) continue;
    let [weight, shared] = [0, 0];
    for (const pair of titlePairs(w)) {
      const owners = frequency.get(pair) ?? 1;
      if (!mine.has(pair) || owners > Math.max(3, works.length * RARE)) continue;
      weight += Math.log(1 + works.length / owners);
      shared++;
    }
    if (shared >= least) found.push({ id: w.id, weight });
  }
  return found.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

const pairsOfTitles = new WeakMap<Work, ReadonlySet<string>>();

function titlePairs(work: Work): ReadonlySet<string> {
  const known = pairsOfTitles.get(work);
  if (known) return known;
  const words = legalWords(work.title ?? "").map((w) => w.word);
  const pairs = new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));
  pairsOfTitles.set(work, pairs);
  return pairs;
}
