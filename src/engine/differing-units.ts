import { comparePair } from "../compare/compare-pair.ts";
import { contentWords, overlapOf } from "../compare/same-matter.ts";
import type { Provision } from "../domain/provision.ts";
import { overlaps } from "../domain/span.ts";
import { matterWords } from "./own-earlier.ts";
import type { Subject } from "./rule.ts";

/** Two units of one body's documents that lay down different figures for one thing. */
export interface DifferingUnits {
  readonly own: Provision;
  readonly other: Provision;
  readonly why: string;
  /** 0…1: how surely the figures differ, less where few words say that it is one thing. */
  readonly score: number;
}

interface Norm {
  readonly unit: Provision;
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

const FIGURES = ["amount", "rate", "quantity", "deadline"];
/** Fewer shared words say of two figures only that both are figures. */
const LEAST_WORDS = 4;
const FEW_WORDS = 6;
const MOST_NORMS = 120;

/** Words of drafting that two writings of one norm exchange freely. Folded syllables. */
const EXCHANGED = new Set(
  "huong chi tra thanh toan nhan bang muc dong nguoi ngay thang lan khi di cho xet vien thanh to moi duoc tien ca".split(
    " ",
  ),
);

const norms = new WeakMap<Subject, readonly Norm[]>();

/** Units with figures, each with the heading it stands under; the articles on effect and quoted wording left out. */
function normsOf(subject: Subject): readonly Norm[] {
  const known = norms.get(subject);
  if (known) return known;
  const { document, facts } = subject;
  const effect = facts.commencement.span;
  const found: Norm[] = [];
  for (const unit of document.provisions) {
    if (!["article", "clause", "point"].includes(unit.kind) || found.length >= MOST_NORMS) continue;
    const text = document.text.slice(unit.own.start, unit.own.end);
    const figures = withoutHeading(text, unit).replace(/^\s*(?:Điều \d+[a-zđ]?\.|\d+[a-zđ]?\.|[a-zđ]\d?\))/u, "");
    if (text.length > 1200 || !/\d/u.test(figures)) continue;
    if (effect && (overlaps(effect, unit.own) || /hiệu lực|thi hành/iu.test(unit.heading ?? ""))) continue;
    if (document.quotes.some((q) => overlaps(q, unit.own))) continue;
    found.push({ unit, text: figures, words: new Set(contentWords(figures).filter((w) => !EXCHANGED.has(w))) });
  }
  norms.set(subject, found);
  return found;
}

/** The heading of an article names its place in the document, not the thing a figure is laid down for. */
const withoutHeading = (text: string, { kind, heading }: Provision): string =>
  kind === "article" && heading !== null ? text.slice(text.indexOf(heading) + heading.length) : text;

/**
 * Units of two documents of one body that give one thing two figures. One thing: the words of one unit all stand in the
 * other (bar what drafting exchanges), and what the titles tell apart is named in the units themselves. No figure is said
 * to differ where the years do: tables of prices follow each other.
 */
export function differingUnits(subject: Subject, earlier: Subject): readonly DifferingUnits[] {
  if (yearsOf(subject.work.title) !== yearsOf(earlier.work.title)) return [];
  const [mine, theirs] = [matterWords(subject.work), matterWords(earlier.work)];
  // where the titles speak of one thing, fewer words of the units need to
  const least = overlapOf(mine, theirs) >= 0.6 ? LEAST_WORDS - 1 : LEAST_WORDS;
  const found: DifferingUnits[] = [];
  for (const own of normsOf(subject)) {
    const other = closest(own, normsOf(earlier), least);
    if (other && titlesAgree(mine, theirs, own, other)) {
      const { verdict, kinds, why, score } = comparePair(
        { symbol: subject.work.symbol, text: own.text },
        { symbol: earlier.work.symbol, text: other.text },
      );
      if (verdict === "conflict" && kinds.some((k) => FIGURES.includes(k)) && yearsOf(own.text) === yearsOf(other.text))
        found.push({ own: own.unit, other: other.unit, why, score: score * (own.words.size < FEW_WORDS ? 0.6 : 1) });
    }
  }
  return found;
}

/** The unit that says most nearly the same: where the older text has sand and stone, sand is held against sand. */
function closest(own: Norm, others: readonly Norm[], least: number): Norm | null {
  let best: { readonly norm: Norm; readonly likeness: number } | null = null;
  for (const norm of others) {
    if (!sameThing(own, norm, least)) continue;
    const shared = [...own.words].filter((w) => norm.words.has(w)).length;
    const likeness = shared / (own.words.size + norm.words.size - shared);
    if (!best || likeness > best.likeness) best = { norm, likeness };
  }
  return best?.norm ?? null;
}

function sameThing({ words: a }: Norm, { words: b }: Norm, least: number): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size < least || large.size > small.size * 1.6 + 2) return false;
  for (const w of small) if (!large.has(w)) return false;
  return true;
}

/** "… môn bơi", "… môn đua thuyền": what only one title names must be named in the other's unit. */
function titlesAgree(mine: ReadonlySet<string>, theirs: ReadonlySet<string>, own: Norm, other: Norm): boolean {
  const onlyMine = [...mine].filter((w) => !theirs.has(w));
  const onlyTheirs = [...theirs].filter((w) => !mine.has(w));
  if (onlyMine.length === 0 || onlyTheirs.length === 0) return true;
  return onlyTheirs.some((w) => own.words.has(w)) || onlyMine.some((w) => other.words.has(w));
}

const yearsOf = (text: string | null): string => (text?.match(/(?:19|20)\d{2}/gu) ?? []).join(" ");
