import type { Effect } from "../domain/effect.ts";
import { type EId, eIdName, isUnder, parentEId } from "../domain/e-id.ts";
import { HEADING_ONLY as ONLY_HEADING, PART_ONLY as ONLY_PART } from "../extract/instruction-words.ts";
import { replacePhrase } from "./replace-phrase.ts";
import { levelOf, numberOf, splitUnits, unquoted, type WordedUnit } from "./split-units.ts";
import type { WorkingText } from "./working-text.ts";

/** What the extraction says of an instruction that means less than its whole unit; `amend` sees to it. */
const NARROWING: ReadonlySet<string> = new Set([ONLY_HEADING, ONLY_PART]);

/** Applies one change, or says in Vietnamese why it cannot be done exactly. Null = done. */
export function applyEffect(text: WorkingText, effect: Effect): string | null {
  if (effect.exception !== null && !NARROWING.has(effect.exception)) return `chỉ dẫn có ngoại lệ: ${effect.exception}`;
  switch (effect.action) {
    case "replace-phrase":
    case "delete-phrase":
    case "correct":
      return changePhrase(text, effect);
    case "amend":
      return amend(text, effect);
    case "insert":
      return insert(text, effect);
    case "repeal":
    case "expire":
    case "repeal-document":
    case "replace-document":
      return repeal(text, effect);
    default:
      return "chưa hiểu được chỉ dẫn này";
  }
}

function changePhrase(text: WorkingText, effect: Effect): string | null {
  const { phraseFrom, targetEId } = effect;
  const to = effect.action === "delete-phrase" ? "" : effect.phraseTo;
  if (!phraseFrom || to === null) return "không rõ cụm từ cũ hoặc cụm từ mới";
  if (targetEId !== null) {
    const trouble = notOne(text, targetEId);
    if (trouble) return trouble;
  }
  const from = unquoted(phraseFrom);
  const changed = text.rewrite(targetEId, (words) => replacePhrase(words, from, unquoted(to)), effect);
  return changed > 0 ? null : `không tìm thấy cụm từ “${from}” tại ${targetEId ? eIdName(targetEId) : "văn bản"}`;
}

/** Words of an instruction that mean less than the whole unit. */
const PART_ONLY =
  /(?:đoạn|câu)\s+(?:mở đầu|đầu|dẫn|cuối|thứ|\d)|gạch đầu dòng|nội dung (?:cột|dòng|hàng)|số thứ tự|mục số|dòng thứ/iu;
const LEAD_ONLY = /(?:đoạn|câu)\s+(?:mở đầu|đầu(?! dòng)|dẫn|thứ nhất)/iu;
const HEADING_ONLY =
  /(?:sửa đổi(?:, bổ sung)?|thay thế|điều chỉnh)\s+(?:tên|tiêu đề|tên gọi)(?:\s+của)?\s+(?:điều|chương|mục|phụ lục)/iu;

function amend(text: WorkingText, effect: Effect): string | null {
  const { targetEId, content } = effect;
  if (targetEId === null) return "không rõ đơn vị được sửa đổi";
  if (content === null || content.trim() === "") return "chỉ dẫn không kèm lời văn mới";
  const trouble = notOne(text, targetEId);
  if (trouble) return trouble;
  const instruction = effect.evidence.quote;
  if (effect.exception === ONLY_HEADING || HEADING_ONLY.test(instruction))
    return amendHeading(text, targetEId, content, effect);
  if (LEAD_ONLY.test(instruction)) return amendLead(text, targetEId, content, effect);
  if (effect.exception === ONLY_PART || PART_ONLY.test(instruction)) return "chỉ dẫn chỉ thay một phần của đơn vị";
  const level = levelOf(targetEId);
  if (level !== "art" && level !== "cl" && level !== "point") return "chưa áp dụng được đối với loại đơn vị này";
  const worded = wordingFor(targetEId, content);
  if (typeof worded === "string") {
    if (worded !== UNNUMBERED || level === "art" || text.hasChildren(targetEId)) return worded;
    const head = /^(?:\d{1,3}[a-zđ]?\d?\s*[.)]|[a-zđ]\d?\s*\))/u.exec(text.ownText(targetEId))?.[0];
    if (!head) return worded;
    text.replace(targetEId, [{ eId: targetEId, text: `${head} ${unquoted(content)}` }], effect);
    return null;
  }
  text.replace(targetEId, worded, effect);
  return null;
}

const UNNUMBERED = "lời văn mới không mang số của đơn vị được sửa đổi";

/** The stretch of the new wording that is the target and what stands below it. */
function wordingFor(target: EId, content: string): readonly WordedUnit[] | string {
  const { unnumbered, units } = splitUnits(target, content);
  if (units.length === 0 || (unnumbered !== "" && units[0]?.eId !== target)) return UNNUMBERED;
  if (unnumbered !== "") return "có lời văn đứng trước số của đơn vị được sửa đổi";
  const mine = units.filter((u) => isUnder(u.eId, target));
  if (mine[0]?.eId !== target) return `lời văn mới không có ${eIdName(target)}`;
  if (new Set(mine.map((u) => u.eId)).size !== mine.length) return "lời văn mới đánh số trùng";
  return mine;
}

function amendHeading(text: WorkingText, target: EId, content: string, effect: Effect): string | null {
  const words = unquoted(content);
  if (words.includes("\n")) return "tên mới dài hơn một dòng";
  const [first = "", ...rest] = text.ownText(target).split("\n");
  const head = /^(?:Điều|Chương|Mục)\s+[\dIVXLC]+[a-zđ]*\s*[.:]?/u.exec(first)?.[0];
  if (!head) return "không xác định được dòng tên của đơn vị";
  const full = words.startsWith(head.replace(/[.:]\s*$/u, "")) ? words : `${head} ${words}`;
  text.replaceOwnText(target, [full, ...rest].join("\n"), effect);
  return null;
}

function amendLead(text: WorkingText, target: EId, content: string, effect: Effect): string | null {
  const words = unquoted(content);
  if (!text.hasChildren(target) || words.includes("\n") || levelOf(target) === "art")
    return "không xác định được đoạn mở đầu";
  const head = /^(?:\d{1,3}[a-zđ]?\d?\s*[.)]|[a-zđ]\d?\s*\))/u;
  const number = head.exec(text.ownText(target))?.[0];
  if (!number || text.ownText(target).includes("\n")) return "không xác định được đoạn mở đầu";
  const own = head.exec(words)?.[0];
  if (own && own.replace(/\s/gu, "") !== number.replace(/\s/gu, "")) return UNNUMBERED;
  text.replaceOwnText(target, own ? words : `${number} ${words}`, effect);
  return null;
}

function insert(text: WorkingText, effect: Effect): string | null {
  const { targetEId, content } = effect;
  if (targetEId === null) return "không rõ đơn vị được bổ sung";
  if (content === null || content.trim() === "") return "chỉ dẫn không kèm lời văn mới";
  const level = levelOf(targetEId);
  if (level !== "art" && level !== "cl" && level !== "point") return "chưa áp dụng được đối với loại đơn vị này";
  const parent = parentEId(targetEId);
  if (parent !== null && text.count(parent) !== 1) return `không có ${eIdName(parent)} để bổ sung vào`;
  if (text.count(targetEId) > 0) return `${eIdName(targetEId)} đã có`;
  if (effect.after !== null && text.count(effect.after) !== 1) return `không có ${eIdName(effect.after)} để đặt sau nó`;
  const worded = wordingFor(targetEId, content);
  if (typeof worded === "string") return worded;
  text.insert(worded, effect.after, effect);
  return null;
}

function repeal(text: WorkingText, effect: Effect): string | null {
  if (effect.targetEId === null) return null;
  const trouble = notOne(text, effect.targetEId);
  if (trouble) return trouble;
  text.repeal(effect.targetEId, effect);
  return null;
}

function notOne(text: WorkingText, eId: EId): string | null {
  const count = text.count(eId);
  if (count === 1) return null;
  return count === 0
    ? `văn bản không có ${eIdName(eId)}`
    : `văn bản có ${count} đơn vị cùng số ${eIdName(eId)} (${numberOf(eId)})`;
}
