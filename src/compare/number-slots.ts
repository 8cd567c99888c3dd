import { legalWords } from "./legal-words.ts";
import type { Slot, SlotKind } from "./norm-slots.ts";
import { contextReader, type SlotContext } from "./slot-context.ts";
import { NUMBER_WORDS, spelledNumber, writtenNumber } from "./spelled-number.ts";

const UNITS =
  "ngày làm việc|ngày|giờ chuẩn|giờ|phút|tuần|tháng tuổi|tháng|quý|năm|đồng|đ|%|phần trăm|người|thành viên|tuổi|lần|lượt|bản|bộ|kỳ|mét|m2|m3|km|hecta|ha|hộ|học sinh|trẻ|cm|mm|kg|tấn|lít|nhóm|buổi|điểm kinh doanh|điểm|chỗ|tiết|phòng|cơ sở|xe|cây|con|m";
const WORDS = NUMBER_WORDS.join("|");
const FIGURE = String.raw`(?:\d{1,3}(?:\.\d{3})+|\d{1,4}(?:,\d{1,3})?)`;
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d.,/]|(?:số|điều|khoản|điểm|quý|thứ)\s|(?<!\d\s)năm\s)(?:(${FIGURE})|((?:(?:${WORDS})\s){1,12}))\s?(?:\([^()]{1,70}\)\s?)?((?:nghìn|ngàn|triệu|tỷ)\s)?(${UNITS})(?![\p{L}\d])(?!\s(?:tháng\s)?\d(?!\d?\slần))`,
  "giu",
);
/** `từ 13 ` before `đến 15 thành viên`: the lower end of a range, spelled out or not. */
const RANGE_START = new RegExp(
  String.raw`(?<![\p{L}])từ\s(${FIGURE})\s?(?:\([^()]{1,70}\)\s?)?(?:(nghìn|ngàn|triệu|tỷ)\s)?(?:${UNITS})?(?:/\p{L}{1,12})?\s?(?:đến|tới|-)\s(?:dưới\s)?$`,
  "iu",
);

/** Numbers with units: `10 ngày làm việc`, `1,5 triệu đồng`, `hai mươi phần trăm (20%)`, `từ 13 đến 15 thành viên`. */
export function numberSlots(text: string): Slot[] {
  const around = contextReader(text);
  const found: Slot[] = [];
  for (const m of text.matchAll(NUMBER)) {
    const read = readNumber(m);
    if (!read || isDate(text, m.index, read)) continue;
    const [quote] = m;
    const last = found.at(-1);
    if (last && repeatedInBrackets(text, last, m.index, read.value)) continue;
    if (last && last.upTo === null && isRange(text, last, m.index)) {
      found[found.length - 1] = joined(last, read, text.slice(last.start, m.index + quote.length));
      continue;
    }
    const before = text.slice(Math.max(0, m.index - 100), m.index);
    const lower = RANGE_START.exec(before);
    const from = lower ? rangeStart(lower, read) : null;
    const after = text.slice(m.index + quote.length, m.index + quote.length + 25).toLowerCase();
    found.push({
      kind: kindOf(read.unit, after),
      number: from ?? read.number,
      upTo: from === null ? null : read.number,
      value: from === null ? read.value : `${from}–${read.value}`,
      quote: lower ? before.slice(lower.index) + quote : quote,
      start: lower ? m.index - (before.length - lower.index) : m.index,
      bound: lower ? null : boundOf(before.toLowerCase(), after),
      event: eventAfter(text.slice(m.index + quote.length, m.index + quote.length + 150)),
      ...withOwnCases(around(m.index, quote.length), before, after),
    });
  }
  return withBrackets(text, withoutRangeStarts(found));
}

const PER =
  /^(?:\s?\([^()]{1,40}\))?(?:\/\p{L}{1,10})?(?:\/|\s(?:trong |mỗi |hằng |hàng |một |01 |1 ){1,2})(giờ|ngày|tuần|tháng|quý|năm)(?![\p{L}])/u;

/** `trong một năm đối với mỗi người lao động không quá ` */
const PER_BEFORE = /(?<![\p{L}])trong (?:một |01 |1 )(ngày|tuần|tháng|quý|năm)(?![\p{L}])[^.;\d]{0,60}$/u;

/** `72 giờ trong một tuần` is no value against `12 giờ trong 01 ngày`, nor a day before against a day after. */
function withOwnCases(about: SlotContext, before: string, after: string): SlotContext {
  const own: string[] = [];
  const per = PER.exec(after)?.[1] ?? PER_BEFORE.exec(before)?.[1];
  if (per) own.push(`kỳ:${per}`);
  if (/^,?\s(?:trước)\s/u.test(after) || /(?<![\p{L}])trước (?:khi|ngày|thời điểm)[^,;.]{0,30}$/u.test(before))
    own.push("hướng:trước");
  else if (/^,?\s(?:kể từ|tính từ|sau|từ)\s/u.test(after)) own.push("hướng:sau");
  return own.length === 0 ? about : { ...about, cases: new Set([...about.cases, ...own]) };
}

/** `… kể từ ngày nhận đủ hồ sơ`: from when a term runs; null where the text beside it does not say. */
function eventAfter(after: string): string | null {
  const m = /^[^.;:]{0,70}?(?<![\p{L}])(?:kể từ|tính từ|từ|sau)(?: ngày| khi| thời điểm)?\s([^,.;:]{4,70})/u.exec(
    after,
  );
  const event = m?.[1]?.trim() ?? "";
  return legalWords(event).length >= 2 ? event : null;
}

interface ReadNumber {
  readonly number: number;
  readonly unit: string;
  readonly value: string;
}

function readNumber([, digits, words, size, unitAsWritten]: RegExpExecArray): ReadNumber | null {
  const written = (unitAsWritten as string).toLowerCase();
  const spelled = words?.toLowerCase().trim().split(/\s+/u);
  // "năm" alone is a year, not a five; "đ" after a small number is a point of a list
  if (spelled?.length === 1 && spelled[0] === "năm" && written === "tháng") return null;
  const base = digits ? writtenNumber(digits) : spelledNumber(spelled ?? []);
  if (base === null || (written === "đ" && base < 100)) return null;
  const number = base * (size ? (spelledNumber(["một", size.trim().toLowerCase()]) ?? 1) : 1);
  const unit = UNIT_NAMES[written] ?? written;
  return { number, unit, value: `${number} ${unit}` };
}

/** `ngày 10`, `tháng 4 năm`: a day of the calendar; but `hằng tháng 250.000 đồng` is a sum. */
const isDate = (text: string, at: number, { number, unit }: ReadNumber): boolean =>
  number <= 31 &&
  unit !== "đồng" &&
  unit !== "%" &&
  /(?<![\p{L}])(?:ngày|tháng)\s$/iu.test(text.slice(Math.max(0, at - 7), at));

const UNIT_NAMES: Readonly<Record<string, string>> = {
  "phần trăm": "%",
  đ: "đồng",
  mét: "m",
  hecta: "ha",
  trẻ: "người",
};

/** `20% (hai mươi phần trăm)`: said twice, counted once. */
function repeatedInBrackets(text: string, last: Slot, at: number, value: string): boolean {
  const between = text.slice(last.start + last.quote.length, at);
  return last.value.endsWith(value) && /^\s?\(\s?$/u.test(between);
}

/** `từ ba mươi phần trăm (30%) đến 50%`: both ends with their unit. */
const isRange = (text: string, last: Slot, at: number): boolean =>
  /^[^\p{L}]{0,6}(?:\([^()]{1,60}\)\s?)?(?:đến|tới|-)\s(?:dưới\s)?$/u.test(
    text.slice(last.start + last.quote.length, at),
  ) && /(?<![\p{L}])từ\s(?:đủ\s|trên\s)?$/iu.test(text.slice(Math.max(0, last.start - 10), last.start));

function joined(last: Slot, { number, value }: ReadNumber, quote: string): Slot {
  return { ...last, upTo: number, value: `${last.number}–${value}`, quote };
}

/** `từ 2 đến 5 triệu đồng`: the size at the end holds for both. */
function rangeStart([, digits, size]: RegExpExecArray, { number }: ReadNumber): number | null {
  const from = writtenNumber(digits as string) * (size ? (spelledNumber(["một", size.toLowerCase()]) ?? 1) : 1);
  if (from <= number && !(number >= 1000 && from < 1000)) return from;
  for (const factor of [1e3, 1e6, 1e9])
    if (from * factor <= number && number <= from * factor * 100) return from * factor;
  return null;
}

/** The lower end with its own unit ("từ 5.000 đồng đến 9.000 đồng") was read as a value of its own. */
const withoutRangeStarts = (slots: readonly Slot[]): Slot[] =>
  slots.filter((s, i) => {
    const next = slots[i + 1];
    return !(next && next.upTo !== null && next.start <= s.start && s.start < next.start + next.quote.length);
  });

/** What a bracket opens: the value that holds for it follows. */
const THEN = /(?<![\p{L}])(?:được|mức|bằng|là|hỗ trợ|nộp|phải)(?![\p{L}])[^.;\n]{0,80}$/u;
/** `trên 70% diện tích`: how a bracket is said. */
const BRACKET = /(?<![\p{L}])(?:trên|dưới|từ(?: đủ| trên)?|đến dưới)\s$/iu;

/**
 * `Diện tích thiệt hại trên 70% được hỗ trợ 20.000.000 đồng`: the first figure says for which case the second holds. It
 * becomes a case of the others in its sentence, so that two steps of one scale are not held against each other.
 */
function withBrackets(text: string, slots: readonly Slot[]): Slot[] {
  return slots.map((slot, i) => {
    const before = slots[i - 1];
    if (!before || before.kind === slot.kind || !isBracket(text, before)) return slot;
    const between = text.slice(before.start + before.quote.length, slot.start);
    if (between.length > 160 || /[.;\n]/u.test(between.replace(/(?<=\d)\.(?=\d)/gu, "")) || !THEN.test(between))
      return slot;
    const unit = before.value.slice(before.value.indexOf(" ") + 1);
    return { ...slot, cases: new Set([...slot.cases, `bậc ${unit}:${before.value} ${before.bound ?? ""}`]) };
  });
}

const isBracket = (text: string, { start, upTo, bound }: Slot): boolean =>
  upTo !== null || (bound !== null && BRACKET.test(text.slice(Math.max(0, start - 12), start)));

function kindOf(unit: string, after: string): SlotKind {
  if (unit === "đồng") return "amount";
  if (unit === "%") return "rate";
  if (unit === "bộ" && /^\s(?:hồ sơ|tài liệu|văn bản)/u.test(after)) return "procedure";
  return /^(?:ngày|giờ$|phút)/u.test(unit) ? "deadline" : "quantity";
}

function boundOf(before: string, after: string): Slot["bound"] {
  if (/(?:không (?:vượt )?quá|tối đa|nhiều nhất|không lớn hơn|dưới|đến)\s?(?:là\s|bằng\s)?$/u.test(before))
    return "ceiling";
  if (
    /(?<!không )(?:ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn|trên)\s?(?:là\s|bằng\s)?$/u.test(before) ||
    /^(?:\s|\/\p{L}{1,9})?\s?trở lên/u.test(after)
  )
    return "floor";
  return null;
}
