import { contentWords } from "../compare/same-matter.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { citedBy } from "./neighbours.ts";
import type { CorpusView, Subject } from "./rule.ts";

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

interface Shelf {
  readonly words: ReadonlyMap<WorkId, ReadonlySet<string>>;
  readonly frequency: ReadonlyMap<string, number>;
}

/** One body's works are looked through for each of them: their words are taken once. */
const shelves = new WeakMap<readonly Work[], Shelf>();

function shelfOf(works: readonly Work[]): Shelf {
  const known = shelves.get(works);
  if (known) return known;
  const words = new Map(works.map((w) => [w.id, matterWords(w)]));
  const frequency = new Map<string, number>();
  for (const set of words.values()) for (const w of set) frequency.set(w, (frequency.get(w) ?? 0) + 1);
  const shelf = { words, frequency };
  shelves.set(works, shelf);
  return shelf;
}

/**
 * Earlier documents of the same body, in force on the day, on a like matter by their titles, that a document neither
 * changes nor names: what it should have amended or abolished if it lays down something else (Luật 64/2025 Điều 8(5)).
 */
export function ownEarlier(subject: Subject, corpus: CorpusView, day: LegalDate): readonly WorkId[] {
  const { work } = subject;
  if (work.issuer === null || work.issuedOn === null) return [];
  const works = corpus.worksOf(work.issuer);
  const { words, frequency } = shelfOf(works);
  const own = matterWords(work);
  const touched = new Set([...corpus.effectsBy(work.id).map((e) => e.target), ...citedBy(subject)]);
  const found: { readonly id: WorkId; readonly score: number }[] = [];
  for (const other of works) {
    if (other.id === work.id || other.known !== "text" || other.normative === "no" || touched.has(other.id)) continue;
    if (other.issuedOn === null || other.issuedOn >= work.issuedOn || !isInForce(corpus, other.id, day)) continue;
    let score = 0;
    for (const w of words.get(other.id) ?? [])
      if (own.has(w)) score += Math.log((works.length + 1) / (frequency.get(w) ?? 1));
    if (score >= LEAST_SHARED) found.push({ id: other.id, score });
  }
  found.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  return found.slice(0, CANDIDATES).map(({ id }) => id);
}

const isInForce = (corpus: CorpusView, id: WorkId, day: LegalDate): boolean =>
  ["in-force", "partly-ceased", "not-yet-in-force"].includes(corpus.status(id, day)?.status ?? "");
