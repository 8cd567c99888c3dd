import { NUMBER_WORDS, spelledNumber, writtenNumber } from "./spelled-number.ts";
import { contentWords } from "./same-matter.ts";

export type SlotKind =
  | "deadline"
  | "amount"
  | "rate"
  | "quantity"
  | "modality"
  | "competence"
  | "condition"
  | "procedure"
  | "sanction";

/** A deciding value of a provision with the words around it. */
export interface Slot {
  readonly kind: SlotKind;
  /** Comparable form: `10 ngày làm việc`, `1200000 đồng`, `forbidden`, `ubnd cap tinh`. */
  readonly value: string;
  /** The number of the value; null for words. */
  readonly number: number | null;
  /** Verbatim. */
  readonly quote: string;
  /** A ceiling ("không quá", "tối đa") or a floor ("ít nhất", "tối thiểu", "từ … trở lên"). */
  readonly bound: "ceiling" | "floor" | null;
  /** Content words near by, by which slots of two texts are paired. */
  readonly context: ReadonlySet<string>;
}

const UNITS =
  "ngày làm việc|ngày|giờ|phút|tháng|năm|đồng|%|phần trăm|người|thành viên|tuổi|lần|bản|bộ|kỳ|mét|m2|km|ha|hộ|học sinh|cm|kg|tấn|nhóm|buổi|điểm|chỗ";
const WORDS = NUMBER_WORDS.join("|");
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d.,/]|(?:ngày|tháng|năm|số|điều|khoản|điểm|quý|thứ)\s)(?:(\d{1,3}(?:\.\d{3})+|\d{1,4}(?:,\d{1,3})?)|((?:(?:${WORDS})\s){1,12}))\s?(?:\([^()]{1,70}\)\s?)?((?:nghìn|triệu|tỷ)\s)?(${UNITS})(?![\p{L}\d])(?!\s(?:tháng\s)?\d)`,
  "giu",
);

/** A provision has a handful; pairing grows with the square. */
const MOST_SLOTS_OF_A_SORT = 150;

/** Deadlines, sums, rates, counts, modal words, deciding bodies and exceptions of one provision. */
export function normSlots(text: string): readonly Slot[] {
  return [numberSlots, modalSlots, bodySlots, copySlots, sanctionSlots, exceptionSlots].flatMap((read) =>
    read(text).slice(0, MOST_SLOTS_OF_A_SORT),
  );
}

function numberSlots(text: string): Slot[] {
  const found: Slot[] = [];
  for (const m of text.matchAll(NUMBER)) {
    const [quote, digits, words, size, unitAsWritten] = m;
    const unit = (unitAsWritten as string).toLowerCase();
    const spelled = words?.toLowerCase().trim().split(/\s+/u);
    // "năm" alone is a year, not a five
    if (spelled?.length === 1 && spelled[0] === "năm" && unit === "tháng") continue;
    const base = digits ? writtenNumber(digits) : spelledNumber(spelled ?? []);
    if (base === null) continue;
    const number = base * (size ? (spelledNumber(["một", size.trim().toLowerCase()]) ?? 1) : 1);
    const before = text.slice(Math.max(0, m.index - 40), m.index).toLowerCase();
    const after = text.slice(m.index + quote.length, m.index + quote.length + 25).toLowerCase();
    found.push({
      kind: kindOf(unit),
      number,
      value: `${number} ${unit === "phần trăm" ? "%" : unit}`,
      quote,
      bound: boundOf(before, after),
      context: around(text, m.index, quote.length),
    });
  }
  return found;
}

const kindOf = (unit: string): SlotKind =>
  unit === "đồng"
    ? "amount"
    : unit === "%" || unit === "phần trăm"
      ? "rate"
      : /^(?:ngày|giờ|phút)/u.test(unit)
        ? "deadline"
        : "quantity";

function boundOf(before: string, after: string): Slot["bound"] {
  if (/(?:không (?:vượt )?quá|tối đa|nhiều nhất(?: là)?|không lớn hơn|dưới)\s?(?:là\s)?$/u.test(before))
    return "ceiling";
  if (
    /(?<!không )(?:ít nhất(?: là)?|tối thiểu(?: là)?|không dưới|không ít hơn|trên)\s?$/u.test(before) ||
    /^\s?trở lên/u.test(after)
  )
    return "floor";
  return null;
}

const around = (text: string, at: number, length: number): ReadonlySet<string> =>
  new Set([
    ...contentWords(text.slice(Math.max(0, at - 90), at)),
    ...contentWords(text.slice(at + length, at + length + 90)),
  ]);

const MODAL =
  /(?<![\p{L}])(không được phép|không được|không phải|nghiêm cấm|cấm|chỉ được|chỉ|có trách nhiệm|có nghĩa vụ|bắt buộc|phải|có thể|có quyền|được phép|được)(?=\s\p{L})/giu;
const STRENGTH: Readonly<Record<string, string>> = {
  "không được phép": "forbidden",
  "không được": "forbidden",
  "nghiêm cấm": "forbidden",
  cấm: "forbidden",
  "không phải": "not-required",
  "chỉ được": "only",
  "có trách nhiệm": "must",
  "có nghĩa vụ": "must",
  "bắt buộc": "must",
  phải: "must",
  "có thể": "may",
  "có quyền": "may",
  "được phép": "may",
  được: "may",
};

/** Modal words with the words they govern: the five that follow. */
function modalSlots(text: string): Slot[] {
  return [...text.matchAll(MODAL)].flatMap((m) => {
    const value = STRENGTH[(m[1] as string).toLowerCase()];
    if (!value) return [];
    const follows = text.slice(m.index + m[0].length, m.index + m[0].length + 60);
    const context = new Set(contentWords(follows).slice(0, 6));
    return [{ kind: "modality" as const, value, number: null, quote: m[0], bound: null, context }];
  });
}

const BODY =
  "(?:Thủ tướng|Chính phủ|Quốc hội|Bộ|Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Sở|Tổng cục|Cục|Chi cục|Phòng|Chủ tịch|Giám đốc|Tổng Giám đốc|Cục trưởng|Thống đốc|Thủ trưởng|Cơ quan|Ban)";
const DECIDES =
  "quyết định|quy định|ban hành|phê duyệt|công bố|thành lập|công nhận|thẩm định|bổ nhiệm|chấp thuận|cấp|cho phép|xác nhận";
/** `do Bộ trưởng Bộ Tài chính ban hành`, `Ủy ban nhân dân cấp xã phê duyệt …`, `thuộc thẩm quyền của Sở Xây dựng`. */
const DECIDER = new RegExp(
  String.raw`(?<![\p{L}])(?:thẩm quyền của (${BODY}(?![\p{L}])[^,;.:()]{0,70})|(${BODY}(?![\p{L}])[^;.:()]{0,60}?)\s(?:có thẩm quyền\s|xem xét,?\s)?(?:${DECIDES})(?![\p{L}]|\s(?:tỉnh|huyện|xã)(?![\p{L}])))`,
  "gu",
);

/** Who decides. The words about the matter, on both sides, are the context. */
function bodySlots(text: string): Slot[] {
  return [...text.matchAll(DECIDER)].map((m) => {
    const quote = (m[1] ?? m[2] ?? "").trim();
    const at = m.index + m[0].indexOf(quote);
    return {
      kind: "competence" as const,
      value: contentWords(quote).join(" "),
      number: null,
      quote,
      bound: null,
      context: around(text, at, quote.length),
    };
  });
}

/** Original or copy: what a dossier must hold. */
function copySlots(text: string): Slot[] {
  return [...text.matchAll(/(?<![\p{L}])bản (chính|sao|gốc)(?![\p{L}])/giu)].map((m) => ({
    kind: "procedure" as const,
    value: (m[1] as string).toLowerCase(),
    number: null,
    quote: m[0],
    bound: null,
    context: around(text, m.index, m[0].length),
  }));
}

/** A fine, a suspension, a withdrawal: a text that adds one to the other's rule goes its own way. */
function sanctionSlots(text: string): Slot[] {
  return [
    ...text.matchAll(
      /(?<![\p{L}])(?:phạt tiền|đình chỉ hoạt động|tước quyền|thu hồi giấy phép)(?![\p{L}])[^,;.]{0,70}/giu,
    ),
  ].map((m) => ({
    kind: "sanction" as const,
    value: "sanction",
    number: null,
    quote: m[0],
    bound: null,
    context: around(text, m.index, m[0].length),
  }));
}

/** "trừ trường hợp …": its words are the value, so that a dropped exception is a slot without a partner. */
function exceptionSlots(text: string): Slot[] {
  return [...text.matchAll(/(?<![\p{L}])trừ(?: các)?(?: trường hợp)?\s[^.;:]{8,170}/giu)].map((m) => ({
    kind: "condition" as const,
    value: contentWords(m[0]).join(" "),
    number: null,
    quote: m[0],
    bound: null,
    context: new Set(contentWords(m[0])),
  }));
}
