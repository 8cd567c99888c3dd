import { legalWords } from "../compare/legal-words.ts";
import { parseIssuer } from "../domain/issuer.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { citedBy } from "./neighbours.ts";
import type { CorpusView, Subject } from "./rule.ts";
import { sharing, titleShelves, weighed } from "./title-shelf.ts";

/** Every unit is held against every unit: forty documents of eighty units take a second or two. */
const MOST_NEAR = 40;

/**
 * Documents that may rule the same matter: what the subject details or rests on, what has replaced that, what else it cites,
 * and texts of its territory with a title of the same matter. Nearest first; at most so many.
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
  return [...near].filter(corpus.hasText).slice(0, MOST_NEAR);
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
const LEAST_OF_PLACE = 1;
/** Central texts whose title shares two: at most so many. */
const MOST_CENTRAL = 8;
const LEAST_CENTRAL = 2;
/** A pair of words in more titles than this share names no matter. */
const RARE = 0.05;

function ofTheSamePlace(subject: Subject, corpus: CorpusView): readonly WorkId[] {
  const { place, level } = subject.issuer;
  if (place === null || level === "unknown") return [];
  return byTitle(subject, corpus, bodiesOf(place, corpus), LEAST_OF_PLACE).slice(0, MOST_OF_PLACE);
}

const bodiesOf = (place: string, corpus: CorpusView): readonly (readonly Work[])[] =>
  ["Hội đồng nhân dân", "Ủy ban nhân dân"].map((organ) => corpus.worksOf(`${organ} ${place}`));

/** Who rules for the whole country; ministries rule for their field and are found through what is cited. */
const CENTRAL = ["Quốc hội", "Ủy ban thường vụ Quốc hội", "Chính phủ", "Thủ tướng Chính phủ"];

function centralTexts(subject: Subject, corpus: CorpusView): readonly WorkId[] {
  if (subject.issuer.level === "central") return [];
  return byTitle(subject, corpus, CENTRAL.map(corpus.worksOf), LEAST_CENTRAL).slice(0, MOST_CENTRAL);
}

/** Indexed works of some bodies whose titles share at least so many rare pairs of words with the subject's, rarest first. */
function byTitle(
  subject: Subject,
  corpus: CorpusView,
  bodies: readonly (readonly Work[])[],
  least: number,
): readonly WorkId[] {
  return sharing(bodies.map(shelfOf), titlePairs(subject.work), weighRare)
    .filter(({ work, shared }) => shared >= least && work.id !== subject.work.id && corpus.hasText(work.id))
    .sort((a, b) => b.weight - a.weight || (a.work.id < b.work.id ? -1 : 1))
    .map(({ work }) => work.id);
}

const weighRare = (owners: number, works: number): number =>
  owners > Math.max(3, works * RARE) ? 0 : Math.log(1 + works / owners);

/** Whether another document may be held against this one because their titles share what few of its bodies' titles have. */
export function likeOfPlace(work: Work, corpus: CorpusView): (other: Work) => boolean {
  const { level, place } = parseIssuer(work.issuer ?? "");
  const bodies = place === null ? CENTRAL.map(corpus.worksOf) : bodiesOf(place, corpus);
  const rare = weighed(bodies.map(shelfOf), titlePairs(work), weighRare);
  const least = level === "central" ? LEAST_CENTRAL : LEAST_OF_PLACE;
  return (other) => [...titlePairs(other)].filter((pair) => rare.has(pair)).length >= least;
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

const shelfOf = titleShelves(titlePairs);
