import { BODY_PATTERN, bodyName } from "./body-names.ts";
import { contentWords } from "./same-matter.ts";
import type { Slot, SlotKind } from "./norm-slots.ts";
import { contextReader, type SlotContext } from "./slot-context.ts";

const slot = (kind: SlotKind, value: string, quote: string, start: number, about: SlotContext): Slot => ({
  kind,
  value,
  number: null,
  upTo: null,
  quote,
  start,
  bound: null,
  event: null,
  ...about,
});

const MODAL =
  /(?<![\p{L}])(không được phép|không được hưởng|không được miễn|không được|không phải|không có quyền|không có thể|không thể|tự chi trả|tự chịu|tự bảo đảm|nghiêm cấm|cấm|chỉ được phép|chỉ được|chỉ|có trách nhiệm|có nghĩa vụ|bắt buộc phải|bắt buộc|phải|có thể|có quyền|được quyền|được phép|được hưởng|được miễn|được)(?=\s\p{L})/giu;
const STRENGTH: Readonly<Record<string, string>> = {
  "không được phép": "forbidden",
  "không được hưởng": "forbidden",
  "không được miễn": "forbidden",
  "không được": "forbidden",
  "không có quyền": "forbidden",
  "không có thể": "not-able",
  "không thể": "not-able",
  "tự chi trả": "must",
  "tự chịu": "must",
  "tự bảo đảm": "must",
  "nghiêm cấm": "forbidden",
  cấm: "forbidden",
  "không phải": "not-required",
  "chỉ được phép": "only",
  "chỉ được": "only",
  "có trách nhiệm": "must",
  "có nghĩa vụ": "must",
  "bắt buộc phải": "must",
  "bắt buộc": "must",
  phải: "must",
  "có thể": "may",
  "có quyền": "may",
  "được quyền": "may",
  "được phép": "may",
  "được hưởng": "may",
  "được miễn": "may",
  được: "may",
};

/**
 * `Xe cứu thương được …`, `Xe tải không được …`: one noun, two sorts. The noun is the family, what follows the case; a bearer
 * of one syllable, or of more than four, names no sort.
 */
function bearerCase(text: string, at: number): string[] {
  const before = text.slice(Math.max(0, at - 40), at);
  const clause = /(?:^|[.;:,\n]\s?)((?:\p{L}{1,7}\s){2,4})$/u.exec(before)?.[1];
  if (!clause) return [];
  const [noun, ...sort] = clause.trim().toLowerCase().split(" ");
  return SORTED_NOUNS.has(noun as string) ? [`${noun}:${sort.join(" ")}`] : [];
}

const SORTED_NOUNS = new Set(["xe", "tàu", "thuyền", "nhà", "đất", "chợ", "rừng", "cây", "quỹ", "thuốc", "hàng"]);

const PASSIVE_BEFORE = /(?<![\p{L}])(?:phải|đã|sẽ|cần|mà|đang|nhận|các|khi|chưa)\s$/iu;

/** Modal words with the words they govern: those that follow. */
export function modalSlots(text: string): Slot[] {
  const around = contextReader(text);
  return [...text.matchAll(MODAL)].flatMap((m) => {
    const value = STRENGTH[(m[1] as string).toLowerCase()];
    // "phải được", "đã được": the passive, no permission
    if (
      !value ||
      (m[0].toLowerCase() === "được" && PASSIVE_BEFORE.test(text.slice(Math.max(0, m.index - 12), m.index)))
    )
      return [];
    const follows = text.slice(m.index + m[0].length, m.index + m[0].length + 60);
    // the verb is part of some modal phrases
    const lead = contentWords(/(?:hưởng|miễn|trả)$/iu.exec(m[0])?.[0] ?? "");
    const context = new Set([...lead, ...contentWords(follows)].slice(0, 6));
    const about = around(m.index, m[0].length);
    const cases = new Set([...about.cases, ...bearerCase(text, m.index)]);
    return [slot("modality", value, m[0], m.index, { ...about, context, cases })];
  });
}

const DECIDES =
  "quyết định|quy định|ban hành|phê duyệt|công bố|thành lập|công nhận|thẩm định|bổ nhiệm|chấp thuận|cấp|cho phép|xác nhận|thu hồi|xem xét|xét|lựa chọn|chỉ định|giao|phân cấp|hướng dẫn|kiểm tra|tổ chức|chủ trì";
/** What may stand between a body and its verb. */
const BETWEEN =
  "(?: nơi [^,;.:()]{1,40}?| có thẩm quyền| có trách nhiệm| có nghĩa vụ| phải| được| căn cứ [^,;.:()]{1,60},)?";
/** `do Bộ trưởng Bộ Tài chính ban hành`, `Ủy ban nhân dân cấp xã phê duyệt …`, `thuộc thẩm quyền của Sở Xây dựng`. */
const DECIDER = new RegExp(
  String.raw`(?<![\p{L}])(?:thẩm quyền của (${BODY_PATTERN})|(${BODY_PATTERN})${BETWEEN}\s(?:${DECIDES})(?![\p{L}]|\s(?:tỉnh|huyện|xã)(?![\p{L}])))`,
  "gu",
);

/** Who decides. The words about the matter, on both sides, are the context. */
export function bodySlots(text: string): Slot[] {
  const around = contextReader(text);
  return [...text.matchAll(DECIDER)].map((m) => {
    const quote = (m[1] ?? m[2] ?? "").trim();
    const at = m.index + m[0].indexOf(quote);
    return slot("competence", bodyName(quote).key, quote, at, around(at, quote.length));
  });
}

const FORMS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/(?<![\p{L}])bản (?:chính|sao|gốc)(?![\p{L}])/giu, (found) => found.toLowerCase()],
  [
    /(?<![\p{L}])trực tiếp(?: hoặc (?:gửi |nộp )?(?:qua|bằng|thông qua) (?:đường |dịch vụ |hệ thống )?(?:bưu điện|bưu chính|trực tuyến))?(?![\p{L}])/giu,
    (found) => (/hoặc/iu.test(found) ? "trực tiếp hoặc gửi" : "trực tiếp"),
  ],
];

/** Original or copy, in person or by post: what a dossier must hold and how it is handed in. */
export function formSlots(text: string): Slot[] {
  const around = contextReader(text);
  return FORMS.flatMap(([form, valueOf]) =>
    [...text.matchAll(form)]
      .filter(
        (m) =>
          valueOf(m[0]) !== "trực tiếp" ||
          /(?:nộp|gửi|hồ sơ|nhận)/iu.test(text.slice(Math.max(0, m.index - 40), m.index)),
      )
      .map((m) => slot("procedure", valueOf(m[0]), m[0], m.index, around(m.index, m[0].length))),
  );
}

/** A fine, a suspension, a withdrawal. */
export function sanctionSlots(text: string): Slot[] {
  const around = contextReader(text);
  return [
    ...text.matchAll(
      /(?<![\p{L}])(?:phạt tiền|đình chỉ hoạt động|đình chỉ kinh doanh|tước quyền|thu hồi giấy phép|tịch thu)(?![\p{L}])(?:(?! đối với)[^,;.]|[.,](?=\d)){0,90}/giu,
    ),
  ].map((m) =>
    slot(
      "sanction",
      (m[0].split(" ").slice(0, 2).join(" ") ?? "").toLowerCase(),
      m[0],
      m.index,
      around(m.index, m[0].length),
    ),
  );
}

/** "trừ trường hợp …": its words are the value, so that a dropped exception is a slot without a partner. */
export function exceptionSlots(text: string): Slot[] {
  const around = contextReader(text);
  return [
    ...text.matchAll(/(?<![\p{L}])(?:trừ(?: các)?(?: trường hợp)?|không áp dụng (?:đối với|cho))\s[^.;:]{8,170}/giu),
  ].map((m) => {
    const words = contentWords(m[0]);
    return slot("condition", words.join(" "), m[0], m.index, {
      ...around(m.index, m[0].length),
      context: new Set(words),
    });
  });
}
