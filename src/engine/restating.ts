import { matterWords } from "../compare/title-twins.ts";
import type { Overlap } from "../domain/overlap.ts";
import { overlaps as meet } from "../domain/span.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { endedOn } from "./ended-works.ts";
import { citedBy } from "./neighbours.ts";
import { isHigher, type RankRow } from "./rank.ts";
import type { CorpusView, RuleContext, Subject } from "./rule.ts";

/** Enough shared words to say that one unit repeats the other, not only that both use the language of their trade. */
export const repeats = (overlap: Overlap): boolean => repeatsAtLength(overlap) || repeatsBriefly(overlap);

/**
 * So many words in common that no relation of the two documents is needed to believe it. A long unit with a fifth of its
 * words changed keeps two fifths of its shingles.
 */
const repeatsAtLength = ({ shared, similarity, ofThis }: Overlap): boolean =>
  (shared >= 22 && ofThis >= 0.32 && similarity >= 0.19) || (shared >= 25 && ofThis >= 0.6);

/**
 * One sentence that stands in the other nearly whole: of two documents that have nothing to do with each other it is a
 * turn of phrase ("có hộ chiếu hoặc giấy tờ có giá trị đi lại quốc tế"). A point is often no sentence but a name.
 */
const repeatsBriefly = ({ eId, shared, ofThis, ofOther }: Overlap): boolean =>
  ofThis >= 0.7 && shared >= (/__point_[^_]+$/u.test(eId) ? 16 : 8) && (ofThis >= 0.9 || ofOther >= 0.5);

/**
 * Units of the document that repeat a higher text in force: each unit with the text it is most like. A single sentence
 * counts only where the document cites or details the higher text or what that details, or has its matter. Left out are new wording of amendments, units that name the text they repeat, texts one of which changes or ends the other, and texts of
 * other territories.
 */
export function restatedUnits(context: RuleContext): readonly Overlap[] {
  const { subject, corpus, day } = context;
  const rows = [
    ...context.table<RankRow>("hierarchy", day),
    // kinds that are no longer issued keep the place they had
    ...context.table<RankRow>("hierarchy", "2020-01-01"),
  ];
  const based = new Set([...citedBy(subject), ...corpus.parentsOf(subject.work.id).map((d) => d.parent)]);
  const related = (other: Work): boolean =>
    based.has(other.id) ||
    corpus.parentsOf(other.id).some((d) => based.has(d.parent)) ||
    ofOneMatter(subject.work, other);
  const best = new Map<string, Overlap>();
  for (const overlap of corpus.overlaps(subject.work.id)) {
    const other = corpus.work(overlap.other);
    if (!other || !isHigher(other, subject.work, rows)) continue;
    const brief = repeatsBriefly(overlap) && related(other) && sameFigures(subject, overlap);
    if (!repeatsAtLength(overlap) && !brief) continue;
    if (endedOn(corpus, other.id, day) || changes(corpus, subject.work.id, other.id)) continue;
    if (subject.document.quotes.some((q) => meet(q, overlap.span)) || namesIt(subject, overlap, other)) continue;
    const known = best.get(overlap.eId);
    if (!known || overlap.ofThis > known.ofThis) best.set(overlap.eId, overlap);
  }
  return [...best.values()];
}

/** One of the two amends, ends or consolidates the other. */
export const changes = (corpus: CorpusView, a: WorkId, b: WorkId): boolean =>
  corpus.effectsBy(a).some((e) => e.target === b) || corpus.effectsBy(b).some((e) => e.target === a);

/** A unit that says whose rule it applies quotes it; the law asks for a reference and this is one. */
function namesIt(subject: Subject, { span }: Overlap, other: Work): boolean {
  return subject.citations.some(
    (c) =>
      meet(c.span, span) &&
      c.targets.some(({ resolution, self }) => !self && resolution.kind === "work" && resolution.work === other.id),
  );
}

/** Titles that share most of the words of the shorter one: "quản lý bến đò ngang", "trang bị của bến đò ngang ở xã đảo". */
function ofOneMatter(a: Work, b: Work): boolean {
  const [x, y] = [matterWords(a.title ?? ""), matterWords(b.title ?? "")];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared >= 3 && shared / Math.min(x.size, y.size) >= 0.6;
}

/** One sentence with another figure is another rule. */
function sameFigures({ document }: Subject, { span, otherQuote }: Overlap): boolean {
  const figures = (words: string): string => (words.match(/\d+(?:[.,]\d+)*/gu) ?? []).join(" ");
  return figures(document.text.slice(span.start, span.end)) === figures(otherQuote);
}

/** How sure a repetition is: nearly word for word 0.95, a reworded one 0.7; less where nothing ties the two documents. */
export function sureness(subject: Subject, { ofThis, shared, other }: Overlap): number {
  const tied = citedBy(subject).includes(other) ? 1 : 0.88;
  return Math.round(Math.min(0.97, 0.6 + 0.35 * ofThis + Math.min(shared, 40) / 400) * tied * 100) / 100;
}
