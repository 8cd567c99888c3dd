import type { Effect } from "../domain/effect.ts";
import { type EId, eIdName } from "../domain/e-id.ts";
import { HEADING_ONLY, PART_ONLY } from "../extract/instruction-words.ts";
import { ASK_ISSUER, READ_BY_HAND, type Refusal, refusal } from "./refusals.ts";
import { levelOf } from "./split-units.ts";

/**
 * How much of its target a change touches: the unit with all below it, its name only, its opening words only, a phrase in
 * it, a phrase in its name; a new unit; or its end.
 */
export type Scope = "whole" | "heading" | "lead" | "phrase" | "phrase-in-heading" | "new" | "end";

/** A phrase is also changed where a correction gives old and new words. */
const isPhrase = (e: Effect): boolean =>
  e.action === "replace-phrase" ||
  e.action === "delete-phrase" ||
  (e.action === "correct" && (e.phraseFrom !== null || e.content === null));

/** What an instruction touches, or why that cannot be told exactly. */
export function scopeOf(effect: Effect): Scope | Refusal {
  const words = outsideQuotes(effect.evidence.quote);
  const trouble = unclear(effect, words);
  if (trouble) return trouble;
  const { targetEId, exception } = effect;
  if (isPhrase(effect))
    return namesHeading(words, targetEId) ? "phrase-in-heading" : (ofPart(words, effect) ?? "phrase");
  switch (effect.action) {
    case "amend":
    case "correct":
      if (exception === HEADING_ONLY || namesHeading(words, targetEId)) return "heading";
      if (LEAD.test(words)) return "lead";
      return ofPart(words, effect) ?? "whole";
    case "insert":
      return ofPart(words, effect) ?? "new";
    case "repeal":
    case "expire":
    case "repeal-document":
    case "replace-document":
      if (exception === HEADING_ONLY) return refusal("chỉ dẫn chỉ bãi bỏ tên của đơn vị", READ_BY_HAND);
      return endsContentOnly(words) ? partRefusal() : (ofPart(words, effect) ?? "end");
    default:
      return refusal("chưa hiểu được chỉ dẫn này", READ_BY_HAND);
  }
}

const RENUMBERS =
  /(?:đánh|sắp xếp|điều chỉnh|thay đổi|sửa)(?: lại)? (?:số )?thứ tự|đánh(?: lại)? số|(?:chuyển|đổi|trở|sửa)(?: số)? thành (?:các )?(?:điểm|khoản|Điều|Mục|Chương)(?!\p{L})/u;

function unclear(effect: Effect, words: string): Refusal | null {
  if (effect.until !== null)
    return refusal(
      "chỉ dẫn chỉ có giá trị trong một thời hạn",
      "Xác định thời hạn và đọc đơn vị này theo cả hai lời văn",
    );
  if (effect.territory && effect.territory.length > 0)
    return refusal(
      `chỉ dẫn chỉ áp dụng tại ${effect.territory.map((t) => t.name).join(", ")}`,
      "Đọc đơn vị này theo hai lời văn, mỗi lời văn cho một địa bàn",
    );
  const { exception } = effect;
  if (exception !== null && exception !== HEADING_ONLY && exception !== PART_ONLY)
    return refusal(`chỉ dẫn có ngoại lệ: ${exception}`, READ_BY_HAND);
  if (RENUMBERS.test(words))
    return refusal("chỉ dẫn còn đánh lại số thứ tự của đơn vị khác", `${READ_BY_HAND} và các đơn vị được đánh lại số`);
  return null;
}

const LEAD = /(?:đoạn|câu|phần) (?:mở đầu|dẫn|đầu tiên|đầu(?! dòng)|thứ nhất)|đoạn 1(?!\d)/iu;
const PART =
  /(?:đoạn|câu|dòng|hàng|cột|ô|ý) (?:mở đầu|đầu|dẫn|cuối|giữa|thứ|số|\d)|gạch đầu dòng|(?:nội dung|số liệu)(?: của| tại)? (?:cột|dòng|hàng|ô)|số thứ tự|(?:tiểu )?mục số|(?:thứ nhất|thứ hai|thứ ba|đầu tiên|cuối cùng|lần thứ)(?!\p{L})|một phần(?! diện)/iu;

/** Less than the unit named is meant, and what stands round it lives on. */
function ofPart(words: string, effect: Effect): Refusal | null {
  const level = effect.targetEId === null ? null : levelOf(effect.targetEId);
  if (level === "indent") return effect.exception === PART_ONLY ? partRefusal() : null;
  return effect.exception === PART_ONLY || PART.test(words) ? partRefusal() : null;
}

const UNIT = "(?:điểm|khoản|Điều|Mục|Tiểu mục|Chương|Phần|Phụ lục|gạch)";
const ENDING_VERB = /(?:bãi bỏ|hủy bỏ|huỷ bỏ|(?<!\p{L})bỏ)(?!\p{L})/giu;
const FIRST_UNIT = new RegExp(`(?<!\\p{L})${UNIT}\\s`, "iu");
/** Longest run of words between the verb and the unit it ends. */
const BETWEEN_CHARS = 240;
const ABOUT = new RegExp(
  `(?:quy định|nội dung|phần) (?:về|liên quan|đối với|có liên quan)\\s[^.;\\n]{1,200}?\\s(?:tại|ở|trong|của) (?:các )?${UNIT}\\s`,
  "iu",
);
const FILLER =
  /(?<!\p{L})(?:toàn bộ|các|những|nội dung|quy định|hiệu lực|thi hành|của|tại|ở|số|và|đối với|từ|hai|ba|bốn|năm)(?!\p{L})/giu;

/** "Bãi bỏ quy định về phí tại khoản 2": the words between the verb and the unit name something inside it. */
function endsContentOnly(words: string): boolean {
  if (ABOUT.test(words)) return true;
  for (const m of words.matchAll(ENDING_VERB)) {
    const rest = words.slice(m.index + m[0].length, m.index + m[0].length + BETWEEN_CHARS);
    const unit = rest.search(FIRST_UNIT);
    const between = unit < 0 ? "" : rest.slice(0, unit);
    // another verb, a number or a full stop: this verb has its own object
    if (/[\d.;:“”"]/u.test(between) || between.search(ENDING_VERB) >= 0) continue;
    if (between.replace(FILLER, "").replace(/[\s,]/gu, "") !== "") return true;
  }
  return false;
}

export const partRefusal = (): Refusal =>
  refusal("chỉ dẫn chỉ nhằm một phần của đơn vị (một đoạn, câu, dòng, biểu)", `${READ_BY_HAND}. ${ASK_ISSUER}`);

/** "tên Điều 5", "tiêu đề của Chương II", "tại tên khoản 2": directly before the unit's own name. */
function namesHeading(words: string, target: EId | null): boolean {
  if (target === null) return false;
  const own = eIdName(target).split(" ").slice(0, 2).join(" ");
  const at = words.search(new RegExp(`(?:tên gọi|tên|tiêu đề)(?: của)? ${escaped(own)}(?![\\p{L}\\p{N}])`, "iu"));
  return at >= 0;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** The instruction's own words: what is quoted in it is another text. */
export const outsideQuotes = (text: string): string =>
  text.replace(/“[^“”]{0,2000}(?:”|$)|"[^"]{0,2000}(?:"|$)/gu, "“”");
