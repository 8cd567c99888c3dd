import { sameBody } from "./body-names.ts";
import { otherCase } from "./case-of-several.ts";
import { legalWords } from "./legal-words.ts";
import type { ReadText, Slot, SlotKind } from "./norm-slots.ts";
import { contentWords, overlapOf } from "./same-matter.ts";

/** Two deciding values in one place of the same rule, or one that only one side has. */
export interface ValueDifference {
  readonly kind: SlotKind;
  readonly subject: Slot | null;
  readonly basis: Slot | null;
  /** 0…1: how surely both speak of one thing. */
  readonly closeness: number;
}

/** Two slots are about one thing when this share of the words around them is shared. */
const SAME_PLACE = 0.4;
/** Or when their sentences share this much and neither has another value of the sort. */
const SAME_SENTENCE = 0.7;
/** How close the only values of their sort in two rules of one matter are, whatever stands beside them. */
const SOLE = 0.55;
/** Modal words whose verbs differ need so much of what follows in common. */
const SAME_ACT = 0.61;
/** Longer sentences hold the words of many acts. */
const LONGEST_SENTENCE = 40;
/** Modal words govern the same act from this share of the words they govern on. */
const GOVERNS = 0.75;
/** Terms that run from events with less in common are terms of two stages. */
const SAME_EVENT = 0.34;
/** An exception counts where this share of the rest of its sentence stands in the other text. */
const SAME_RULE_AROUND = 0.6;
/** "trừ trường hợp quy định tại khoản 2 Điều này": the other clauses stand for themselves. */
const UNITS_EXCEPTED =
  /^trừ(?: các)?(?: trường hợp)? (?:được )?(?:quy định )?tại (?:các )?(?:điểm|khoản)[^.;]{0,40}Điều này/iu;
/** Exceptions that leave everything as it is. */
const EMPTY_EXCEPTION = /quy định khác|thỏa thuận khác|thoả thuận khác|quy định tại (?:điểm|khoản|Điều)/iu;

/** Equal values are paired off first; what is left on both sides in one place differs. An exception may be left alone. */
export function differentValues(subject: ReadText, basis: ReadText, soleValue = false): ValueDifference[] {
  const left = { subject: [...subject.slots], basis: [...basis.slots] };
  pairOffEqual(left, subject.slots);
  const found: ValueDifference[] = [];
  for (const s of [...left.subject]) {
    if (LONELY.has(s.kind)) continue;
    const partner = best(
      s,
      left.basis.filter((b) => b.kind === s.kind && comparable(s, b) && sameHours(s, subject.text, b, basis.text)),
    );
    if (!partner) continue;
    const sole =
      soleValue && isSole(s, subject) && isSole(partner.slot, basis) && maySole(s, partner.slot, subject, basis);
    const closeness = Math.max(partner.closeness, sole ? SOLE : 0);
    if (closeness < SAME_PLACE) continue;
    left.basis.splice(left.basis.indexOf(partner.slot), 1);
    left.subject.splice(left.subject.indexOf(s), 1);
    found.push({ kind: s.kind, subject: s, basis: partner.slot, closeness });
  }
  const told = found.filter((d) => !stepsOfOneScale(d, subject, basis));
  return [...told, ...lonely(left, contentWords(subject.text), contentWords(basis.text))];
}

/** `từ 05 giờ đến 21 giờ`: hours of the day, as a rule or as the condition of another ("có đèn khi hoạt động từ 18 giờ đến …"). */
const HOURS = /\d{1,2} giờ đến \d{1,2} giờ/u;
const WHILE = /(?<!\p{L})(?:khi|nếu|trường hợp|trong khi) [^,;.:]{0,60}$/iu;

/** Hours that a rule sets and hours under which another rule applies are two matters. */
function sameHours(a: Slot, textA: string, b: Slot, textB: string): boolean {
  if (!HOURS.test(a.quote) && !HOURS.test(b.quote)) return true;
  const under = ({ start }: Slot, text: string): boolean => WHILE.test(text.slice(Math.max(0, start - 80), start));
  return under(a, textA) === under(b, textB);
}

/** Two brackets with two different values behind them: `trên 70% … 20 triệu`, `từ 30% đến 70% … 10 triệu`. */
function stepsOfOneScale(d: ValueDifference, subject: ReadText, basis: ReadText): boolean {
  if (d.subject === null || d.basis === null) return false;
  const behind = (slot: Slot, { slots }: ReadText): Slot | undefined =>
    slots.find((s) => [...s.cases].some((c) => c.startsWith("bậc ") && c.includes(`:${slot.value} `)));
  const [mine, theirs] = [behind(d.subject, subject), behind(d.basis, basis)];
  return mine !== undefined && theirs !== undefined && mine.kind === theirs.kind && mine.value !== theirs.value;
}

function pairOffEqual(left: { subject: Slot[]; basis: Slot[] }, subject: readonly Slot[]): void {
  for (const s of subject) {
    const partner = best(
      s,
      left.basis.filter((b) => b.kind === s.kind && sameValue(s, b)),
    );
    if (!partner || (s.number !== null && !oneMatter(s, partner.slot))) continue;
    left.basis.splice(left.basis.indexOf(partner.slot), 1);
    left.subject.splice(left.subject.indexOf(s), 1);
  }
}

/** The same figure in a sentence of another matter ("06 tháng một lần") is chance. */
const oneMatter = (a: Slot, b: Slot): boolean =>
  overlapOf(a.context, b.context) >= 0.2 || overlapOf(a.sentence, b.sentence) >= 0.3;

/** No other value of the sort stands in its text. */
const isSole = ({ kind }: Slot, { slots }: ReadText): boolean => slots.filter((s) => s.kind === kind).length === 1;

/** The two stand beside a common word, or both are the time in which something is to be settled. */
function maySole(a: Slot, b: Slot, subject: ReadText, basis: ReadText): boolean {
  if (a.kind === "modality" || a.bound !== b.bound) return false;
  const settled = ({ start }: Slot, { text }: ReadText): boolean =>
    /(?:thời hạn|trong vòng|chậm nhất|muộn nhất)[^,;.:]{0,25}$/iu.test(text.slice(Math.max(0, start - 40), start));
  return overlapOf(a.context, b.context) > 0 || (a.kind === "deadline" && settled(a, subject) && settled(b, basis));
}

/** Kinds that need no partner to differ. */
const LONELY: ReadonlySet<SlotKind> = new Set(["condition", "sanction"]);

/** An exception of one side only, in a sentence that the other side has; a sanction that only the subject has. */
function lonely(left: Sides, subject: readonly string[], basis: readonly string[]): ValueDifference[] {
  const [mine, theirs] = [new Set(subject), new Set(basis)];
  const found: ValueDifference[] = [];
  for (const s of left.subject) {
    if (!LONELY.has(s.kind) || !shared(s, theirs)) continue;
    if (s.kind === "condition" && EMPTY_EXCEPTION.test(s.quote)) continue;
    found.push({ kind: s.kind, subject: s, basis: null, closeness: 0.8 });
  }
  for (const b of left.basis)
    if (b.kind === "condition" && shared(b, mine) && !UNITS_EXCEPTED.test(b.quote))
      found.push({ kind: b.kind, subject: null, basis: b, closeness: 0.8 });
  return found;
}

/** Does the other text have the rule that this slot is attached to? */
function shared(slot: Slot, other: ReadonlySet<string>): boolean {
  const own = new Set(contentWords(slot.quote));
  const around = [...slot.sentence].filter((w) => !own.has(w));
  return around.length >= 3 && around.filter((w) => other.has(w)).length / around.length >= SAME_RULE_AROUND;
}

interface Sides {
  readonly subject: readonly Slot[];
  readonly basis: readonly Slot[];
}

function best(slot: Slot, others: readonly Slot[]): { readonly slot: Slot; readonly closeness: number } | null {
  let found: { slot: Slot; closeness: number } | null = null;
  for (const other of others) {
    if (otherCase(slot.cases, other.cases)) continue;
    const near = overlapOf(slot.context, other.context);
    const whole = overlapOf(slot.sentence, other.sentence);
    const closeness =
      near >= SAME_PLACE
        ? near
        : slot.kind === "modality"
          ? governsTheSame(slot, other)
          : whole >= SAME_SENTENCE
            ? 0.6 * whole
            : near;
    const plain =
      slot.kind === "modality" ? isBanned(slot, other) : slot.number !== null && slot.number === other.number;
    const sure = plain ? Math.min(1, closeness * PLAIN) : closeness;
    if (!found || sure > found.closeness) found = { slot: other, closeness: sure };
  }
  return found;
}

/** A permission against a ban, or one figure with another unit ("10 ngày", "10 ngày làm việc"), is the plainest contradiction. */
const PLAIN = 1.3;
const isBanned = (a: Slot, b: Slot): boolean =>
  (a.value === "may" && b.value === "forbidden") || (a.value === "forbidden" && b.value === "may");

/** What each modal word governs stands in the other's sentence, in whatever order. */
function governsTheSame(a: Slot, b: Slot): number {
  const share = (x: Slot, y: Slot): number =>
    [...x.context].filter((w) => y.sentence.has(w)).length / Math.max(1, x.context.size);
  const both = (share(a, b) + share(b, a)) / 2;
  const short = Math.max(a.sentence.size, b.sentence.size) <= LONGEST_SENTENCE;
  return short && Math.min(a.context.size, b.context.size) >= 3 && both >= GOVERNS ? 0.75 * both : 0;
}

function sameValue(a: Slot, b: Slot): boolean {
  if (a.kind === "condition") return overlapOf(a.context, b.context) >= 0.6;
  if (a.kind === "competence") return sameBody(a.quote, b.quote);
  return a.value === b.value && (a.kind !== "modality" || sameAct(a, b));
}

/** Values of one unit; days and working days; opposed modal words; bodies of which one is not the other's chair. */
function comparable(a: Slot, b: Slot): boolean {
  if (a.kind === "modality") return opposed(a.value, b.value) && sameAct(a, b);
  if (a.kind === "procedure" && a.number === null) return a.value.split(" ")[0] === b.value.split(" ")[0];
  if (a.number === null || b.number === null) return a.number === b.number;
  if (a.kind === "deadline" && a.event && b.event && overlapOf(eventWords(a.event), eventWords(b.event)) < SAME_EVENT)
    return false;
  const unit = ({ value }: Slot): string => value.slice(value.indexOf(" ") + 1).replace(/ làm việc$/u, "");
  return unit(a) === unit(b);
}

const eventWords = (event: string): ReadonlySet<string> => new Set(legalWords(event).map((w) => w.word));

/** One verb, or nearly all the words that follow. */
function sameAct(a: Slot, b: Slot): boolean {
  const [[x], [y]] = [[...a.context], [...b.context]];
  return (x !== undefined && x === y) || overlapOf(a.context, b.context) >= SAME_ACT;
}

const OPPOSED: readonly (readonly [string, string])[] = [
  ["forbidden", "may"],
  ["forbidden", "must"],
  ["must", "may"],
  ["must", "not-required"],
  ["only", "may"],
  ["forbidden", "not-required"],
  ["not-able", "not-required"],
  ["not-able", "may"],
];
const opposed = (a: string, b: string): boolean =>
  OPPOSED.some(([x, y]) => (a === x && b === y) || (a === y && b === x));

/** A lower sum under a ceiling, a higher one over a floor: the lower text stays within what the other allows. Not so for terms. */
export function keepsWithin({ kind, subject, basis }: ValueDifference): boolean {
  if (!subject || !basis || subject.number === null || basis.number === null || kind === "deadline") return false;
  if (basis.upTo !== null && subject.upTo === null && kind !== "sanction")
    return basis.number <= subject.number && subject.number <= basis.upTo;
  return (
    (basis.bound === "ceiling" && subject.bound === "ceiling" && subject.number < basis.number) ||
    (basis.bound === "floor" && subject.bound === null && subject.number >= basis.number && kind === "quantity")
  );
}
