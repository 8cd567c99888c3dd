import { contentWords } from "../compare/same-matter.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { citedBy } from "./neighbours.ts";
import type { CorpusView, Subject } from "./rule.ts";
import { sharing, titleShelves, weighed } from "./title-shelf.ts";

/** Earlier documents of one body whose texts are worth reading beside a new one. */
const CANDIDATES = 6;
/** Titles that share less than this (in rarities of words) speak of two matters. */
const LEAST_SHARED = 1.2;

/** What titles say without naming a matter. Folded syllables. */
const SAYS_NOTHING = new Set(
  "quy dinh ban hanh ve viec mot so chinh sach noi dung che do muc chi tiet huong dan thi hanh quan ly cong tac sua doi bo sung thuoc linh vuc kem ap dung nha nuoc phan cap".split(
    " ",
  ),
);

/** Words of a title that name its matter, place names of the issuer left out. */
export function matterWords({ title, issuer }: Pick<Work, "title" | "issuer">): ReadonlySet<string> {
  const place = new Set(contentWords(issuer ?? ""));
  return new Set(contentWords(title ?? "").filter((w) => !SAYS_NOTHING.has(w) && !place.has(w)));
}

/** One body's works are looked through for each of them: their words are taken once. */
const shelfOf = titleShelves(matterWords);

const weighMatter = (owners: number, works: number): number => Math.log((works + 1) / owners);

/**
 * Whether another document of its body may count this one among its own earlier ones, or be counted among those of this
 * one: their titles share enough. The measure is the same from both sides.
 */
export function likeOfBody(work: Work, corpus: CorpusView): (other: Work) => boolean {
  if (work.issuer === null) return () => false;
  const weights = weighed([shelfOf(corpus.worksOf(work.issuer))], matterWords(work), weighMatter);
  return (other) => {
    let shared = 0;
    for (const word of matterWords(other)) shared += weights.get(word) ?? 0;
    return shared >= LEAST_SHARED;
  };
}

/**
 * Earlier documents of the same body, in force on the day, on a like matter by their titles, that a document neither
 * changes nor names: what it should have amended or abolished if it lays down something else (Luật 64/2025 Điều 8(5)).
 */
export function ownEarlier(subject: Subject, corpus: CorpusView, day: LegalDate): readonly WorkId[] {
  const { work } = subject;
  if (work.issuer === null || work.issuedOn === null) return [];
  const shelf = shelfOf(corpus.worksOf(work.issuer));
  const touched = new Set([...corpus.effectsBy(work.id).map((e) => e.target), ...citedBy(subject)]);
  const found: { readonly id: WorkId; readonly score: number }[] = [];
  for (const { work: other, weight } of sharing([shelf], matterWords(work), weighMatter)) {
    if (weight < LEAST_SHARED || other.id === work.id || other.known !== "text" || other.normative === "no") continue;
    if (touched.has(other.id) || other.issuedOn === null || other.issuedOn >= work.issuedOn) continue;
    if (isInForce(corpus, other.id, day)) found.push({ id: other.id, score: weight });
  }
  found.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  return found.slice(0, CANDIDATES).map(({ id }) => id);
}

const isInForce = (corpus: CorpusView, id: WorkId, day: LegalDate): boolean =>
  ["in-force", "partly-ceased", "not-yet-in-force"].includes(corpus.status(id, day)?.status ?? "");
