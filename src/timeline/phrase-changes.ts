import type { Effect } from "../domain/effect.ts";
import { type EId, isUnder } from "../domain/e-id.ts";
import type { Span } from "../domain/span.ts";
import { outsideQuotes } from "./instruction-scope.ts";
import { notOne, READ_BY_HAND, ASK_ISSUER, COMPARE_SOURCES, type Refusal, refusal, unitName } from "./refusals.ts";
import { findPhrase, wordsFor } from "./replace-phrase.ts";
import type { DatedChange } from "./same-day.ts";
import { unquoted } from "./split-units.ts";
import { headOf, type Unit, type WorkingText } from "./working-text.ts";

interface Place extends Span {
  readonly unit: Unit;
  readonly effect: Effect;
  /** The words that stand there afterwards. */
  readonly words: string;
}

/**
 * All changes of phrases of one day at once: each finds its places in the words as the day found them, so that no order
 * among them matters. Those that reach for the same words are refused, unless they say the same.
 */
export function changePhrases(text: WorkingText, changes: readonly DatedChange[]): ReadonlyMap<string, Refusal> {
  const refused = new Map<string, Refusal>();
  const places: Place[] = [];
  for (const change of changes) {
    const found = placesOf(text, change);
    if (Array.isArray(found)) places.push(...found);
    else refused.set(change.effect.id, found as Refusal);
  }
  for (const [a, b] of overlapping(text, places)) {
    refused.set(a.effect.id, sameWords(b.effect));
    refused.set(b.effect.id, sameWords(a.effect));
  }
  const kept = places.filter((p) => !refused.has(p.effect.id));
  for (const unit of new Set(kept.map((p) => p.unit))) {
    const mine = kept
      .filter((p) => p.unit === unit)
      .sort((a, b) => a.start - b.start || a.effect.id.localeCompare(b.effect.id));
    const words = withPlaces(unit.text, mine);
    if (words.slice(headOf(unit).length).trim() === "") {
      for (const p of mine)
        refused.set(p.effect.id, refusal(`bỏ cụm từ thì ${unitName(unit.eId)} không còn lời văn`, READ_BY_HAND));
      continue;
    }
    text.rewrite(unit, words, [...new Set(mine.map((p) => p.effect))]);
  }
  return refused;
}

const sameWords = (other: Effect): Refusal =>
  refusal(
    `hai chỉ dẫn cùng ngày thay những chữ chồng lên nhau (chỉ dẫn kia thay “${other.phraseFrom}”)`,
    `${READ_BY_HAND}. ${ASK_ISSUER}`,
  );

function placesOf(text: WorkingText, { effect, scope }: DatedChange): readonly Place[] | Refusal {
  const { phraseFrom, targetEId } = effect;
  const to = effect.action === "delete-phrase" ? "" : effect.phraseTo;
  if (!phraseFrom || to === null)
    return refusal("không rõ cụm từ cũ, hoặc không rõ đặt cụm từ mới ở chỗ nào", READ_BY_HAND);
  const trouble = targetEId === null ? placeless(effect) : notOne(text, targetEId);
  if (trouble) return trouble;
  const [from, words] = [unquoted(phraseFrom), unquoted(to)];
  const places: Place[] = [];
  for (const unit of unitsFor(text, targetEId, scope === "phrase-in-heading")) {
    const within = scope === "phrase-in-heading" ? headingEnd(unit) : unit.text.length;
    const found = findPhrase(unit.text.slice(0, within), from, words, headOf(unit).length);
    const mine = found.places;
    if (found.doubt) return refusal(`${found.doubt}, tại ${unitName(unit.eId)}`, READ_BY_HAND);
    if (unit.fresh && mine.length > 0)
      return refusal(
        `cụm từ “${from}” còn đứng trong lời văn mới của ${unitName(unit.eId)} được đặt cùng ngày`,
        `${READ_BY_HAND}: xem lời văn mới có phải đổi cụm từ nữa không`,
      );
    for (const p of mine) places.push({ ...p, unit, effect, words: wordsFor(unit.text, p, from, words) });
  }
  if (places.length > 0) return places;
  return refusal(`không tìm thấy cụm từ “${from}” tại ${unitName(targetEId)}`, `${COMPARE_SOURCES}. ${ASK_ISSUER}`);
}

/** "tại các biểu mẫu kèm theo": a place is named, but no unit of this text: it is not everywhere. */
const placeless = (effect: Effect): Refusal | null =>
  /(?:tại|ở|trong) (?:các |những )?(?:biểu|mẫu|bảng|phụ lục|danh mục|điều|khoản|điểm|chương|mục|tên|tiêu đề|căn cứ|đoạn|gạch|phần)(?!\p{L})/iu.test(
    outsideQuotes(effect.evidence.quote),
  )
    ? refusal("chỉ dẫn nêu chỗ thay cụm từ nhưng không xác định được đơn vị nào", READ_BY_HAND)
    : null;

const unitsFor = (text: WorkingText, target: EId | null, headingOnly: boolean): readonly Unit[] =>
  text.units.filter(
    (u) =>
      u.state !== "repealed" &&
      (target === null || (headingOnly ? u.eId === target : isUnder(u.eId, target) || text.isBelow(u, target))),
  );

/** Where the name of a unit ends in its words: the line of the number, or the one below it. */
function headingEnd(unit: Unit): number {
  if (!unit.titled) return 0;
  if (unit.kind !== "article") return unit.text.length;
  const first = unit.text.indexOf("\n");
  if (first < 0) return unit.text.length;
  if (unit.text.slice(0, first).trim() !== headOf(unit)) return first;
  const second = unit.text.indexOf("\n", first + 1);
  return second < 0 ? unit.text.length : second;
}

/** Pairs of places that share letters and do not say the same. */
function overlapping(text: WorkingText, places: readonly Place[]): (readonly [Place, Place])[] {
  const pairs: (readonly [Place, Place])[] = [];
  const order = new Map(text.units.map((u, i) => [u, i]));
  const at = (p: Place): number => order.get(p.unit) ?? 0;
  const sorted = [...places].sort((a, b) => at(a) - at(b) || a.start - b.start);
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i] as Place;
    for (let k = i + 1; k < sorted.length; k++) {
      const b = sorted[k] as Place;
      if (b.unit !== a.unit || b.start >= a.end) break;
      if (a.start === b.start && a.end === b.end && a.words === b.words) continue;
      if (a.effect !== b.effect) pairs.push([a, b]);
    }
  }
  return pairs;
}

function withPlaces(text: string, places: readonly Place[]): string {
  let out = "";
  let at = 0;
  for (const p of places) {
    if (p.start < at) continue;
    out += text.slice(at, p.start);
    at = p.end;
    if (p.words !== "") out += p.words;
    else {
      // what a deletion leaves behind: two spaces, a space before a comma, two commas
      const rest = text.slice(at);
      if (/^ ?[,.;:)]/u.test(rest)) out = out.trimEnd();
      if (/,$/u.test(out) && /^ ?[,.;]/u.test(rest)) out = out.slice(0, -1);
      at += / $|^$|\n$/u.test(out) && rest.startsWith(" ") ? 1 : /^ (?=[,.;:)])/u.test(rest) ? 1 : 0;
    }
  }
  return (out + text.slice(at)).trimEnd();
}
