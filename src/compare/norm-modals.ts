import type { NormModality, NormWords } from "../domain/norm.ts";
import type { Span } from "../domain/span.ts";
import type { Slot } from "./norm-slots.ts";
import { isActor } from "./norm-parties.ts";
import { wordsAt } from "./norm-words.ts";

export interface Modal {
  readonly words: NormWords;
  readonly modality: NormModality;
}

const MODALITIES: Readonly<Record<string, NormModality>> = {
  must: "must",
  forbidden: "must-not",
  may: "may",
  "not-required": "need-not",
  "not-able": "must-not",
  only: "only",
};

/** "chỉ đạo", "chỉ tiêu", "bên phải", "biển cấm", "không phải là": modal words by their letters alone. */
const NO_MODAL_AFTER = /^\s(?:đạo|tiêu|định|số|huy|dẫn|thị|giới|báo|tay)(?![\p{L}])/u;
const NO_MODAL_BEFORE = /(?:công lập|đơn vị|bên|biển|lệnh|vùng|khu|đường|danh mục|mà|hoặc|không chỉ)\s$/u;
/** "được giao", "được phân công", "được quy định tại": something was done to somebody, nothing is allowed. */
const PASSIVE =
  /^\s(?:giao|phân công|ủy quyền|uỷ quyền|phân cấp|chỉ định|quy định|xác định|ban hành|phê duyệt|công nhận|công bố|thành lập|hiểu|gọi|tính|lập|ghi|bố trí|trích|thể hiện|sửa đổi|cấp phép|xếp|tổng hợp|tổ chức|thực hiện|áp dụng|gửi|quản lý|đánh giá|nêu|chia|đặt|đầu tư|xây dựng|duyệt|lưu|gắn|đánh số|phân loại|căn cứ|niêm yết|thẩm định|công khai|tuyển|bầu|đào tạo|sử dụng để|phản ánh|cơ quan|Ủy|Hội|Sở|Bộ|cấp có)(?![\p{L}])/u;
const RIGHT = /(?:quyền|hưởng|miễn|giảm|hỗ trợ|trợ cấp|ưu tiên|thanh toán|bồi thường)/iu;

/** The modal words of the main clause: the first that are no passive and stand in no condition; a passive "được" only when nothing else does. */
export function mainModal(
  text: string,
  slots: readonly Slot[],
  main: Span,
  outside: readonly NormWords[],
): Modal | null {
  let passive: Modal | null = null;
  for (const s of slots) {
    const end = s.start + s.quote.length;
    if (s.kind !== "modality" || s.start < main.start || end > main.end) continue;
    if (outside.some((w) => w.span.start <= s.start && end <= w.span.end)) continue;
    const after = text.slice(end, end + 24);
    if (NO_MODAL_BEFORE.test(text.slice(Math.max(0, s.start - 11), s.start))) continue;
    if (s.quote.toLowerCase() === "chỉ" && NO_MODAL_AFTER.test(after)) continue;
    const modal = { words: wordsAt(text, s.start, end) as NormWords, modality: modalityOf(s, after) };
    if (s.quote.toLowerCase() !== "được" || !(PASSIVE.test(after) || isActor(after.trimStart())))
      return between(text, main, s.start) ? modal : passive;
    passive ??= modal;
  }
  return null;
}

/** A modal word far behind the sentence's own verb belongs to a clause below it. */
const FARTHEST = 320;
const between = (text: string, main: Span, at: number): boolean =>
  at - main.start <= FARTHEST && !/(?<![\p{L}])(?:mà|thì)\s/u.test(text.slice(main.start, at));

const modalityOf = (s: Slot, after: string): NormModality =>
  s.value === "may" && RIGHT.test(`${s.quote}${after.slice(0, 13)}`) ? "entitled" : (MODALITIES[s.value] ?? "states");

const DUTY =
  /^(?:[^;:.]{0,280}?\s)?(chịu trách nhiệm|có nhiệm vụ|có trách nhiệm|có nghĩa vụ|có quyền|cần phải|cần)(?!\s(?:thiết|thơ|kiệm))(?=\s|:|$)/iu;
const NOT =
  /^(?:([^;:.]{3,120})\s)?(không)\s(?!quá|phải|áp dụng|có|thể|bao|được|vượt|dưới|còn|ít|thuộc|đủ|đạt|đúng|hợp|thấp|cao|lớn|nhỏ|kể|chỉ|tính|gian)\p{Ll}/iu;

/** Words of duty that are not compared as modal words: "chịu trách nhiệm", "cần", "không" before what nobody may do. */
export function otherModal(text: string, main: Span): Modal | null {
  const part = text.slice(main.start, Math.min(main.end, main.start + 300));
  const duty = DUTY.exec(part);
  // "thông tin không trung thực": no ban, but a quality of a thing
  const not = duty ? null : NOT.exec(part);
  const m = duty ?? (not && (not[1] === undefined || isActor(not[1])) ? not : null);
  const word = duty?.[1] ?? not?.[2];
  if (!m || !word) return null;
  const at = main.start + m[0].lastIndexOf(word);
  const words = wordsAt(text, at, at + word.length);
  return words && { words, modality: not ? "must-not" : /quyền$/iu.test(word) ? "entitled" : "must" };
}
