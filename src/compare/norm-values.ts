import type { NormValue, NormValueKind } from "../domain/norm.ts";
import type { Span } from "../domain/span.ts";
import type { Slot } from "./norm-slots.ts";

const AREA = /^(?:m2|ha|km2)$/u;
const TIME = /^(?:năm|tháng|tuần|quý|giờ|ngày|ngày làm việc|phút)$/u;
/** "Trong thời hạn 10 ngày", "không quá 06 tháng": a term that something must be done in. */
const TERM =
  /(?:[Tt]rong (?:thời hạn|vòng|thời gian|khoảng thời gian)|[Cc]hậm nhất|[Mm]uộn nhất|[Tt]hời hạn [^,;.]{0,50}|[Tt]rước|[Ss]au)\s?(?:là |tối đa |không quá |tối thiểu |ít nhất |sau )?$/u;
const AT_MOST = /(?:[Tt]rong (?:thời hạn|vòng)|[Cc]hậm nhất|[Mm]uộn nhất)\s(?:là |sau )?$/u;

const NOT_DECIDING = /(?<!thẩm quyền )(?:của|thuộc|tại|trình|báo cáo|gửi|đề nghị|cho|với|và của)(?: các)?\s$/u;

/** The slots that are compared, as values of a norm. Modal words and exceptions have places of their own. */
export function valuesOf(text: string, slots: readonly Slot[]): NormValue[] {
  return slots.flatMap((s) => {
    if (s.kind === "modality" || s.kind === "condition") return [];
    const before = text.slice(Math.max(0, s.start - 70), s.start);
    // "Nghị định số … của Chính phủ quy định", "đơn vị thuộc Sở Y tế thực hiện": named, but not as who decides
    if (s.kind === "competence" && NOT_DECIDING.test(before)) return [];
    const unit = s.number === null ? null : s.value.slice(s.value.indexOf(" ") + 1);
    return [
      {
        text: s.quote,
        span: { start: s.start, end: s.start + s.quote.length },
        kind: kindOf(s, unit, before),
        value: s.value,
        number: s.number,
        upTo: s.upTo,
        unit,
        bound: s.bound ?? (s.number !== null && s.upTo === null && AT_MOST.test(before) ? "ceiling" : null),
        // "sau đây gọi là …" behind a rate is no event
        event: unit !== null && TIME.test(unit) && !/^đây(?!\p{L})/u.test(s.event ?? "") ? s.event : null,
      },
    ];
  });
}

function kindOf(s: Slot, unit: string | null, before: string): NormValueKind {
  if ((s.kind !== "quantity" && s.kind !== "deadline") || unit === null) return s.kind as NormValueKind;
  if (AREA.test(unit)) return "area";
  if (/tuổi$/u.test(unit)) return "age";
  if (!TIME.test(unit)) return "quantity";
  if (/(?:ngày|giờ|phút)/u.test(unit))
    return unit === "giờ" && !TERM.test(before) && s.event === null ? "period" : "deadline";
  return TERM.test(before) || s.event !== null ? "deadline" : "period";
}

const CALENDAR =
  /(?<![\p{L}])((?:[Tt]rước|[Cc]hậm nhất(?: là)?|[Mm]uộn nhất(?: là)?|[Kk]hông muộn hơn)(?: vào)?)\s(?:ngày\s)?(\d{1,2})(?:\/|\stháng\s)(\d{1,2})(?:(?:\/|\snăm\s)(\d{4}))?(\s(?:hằng|hàng) năm)?(?![\p{L}\d/])/gu;

/** `trước ngày 31 tháng 3 hằng năm`: a term that is a day of the calendar. */
export function calendarTerms(text: string, { start, end }: Span): NormValue[] {
  return [...text.slice(start, end).matchAll(CALENDAR)].map((m) => ({
    text: m[0],
    span: { start: start + m.index, end: start + m.index + m[0].length },
    kind: "deadline",
    value: `${Number(m[2])}/${Number(m[3])}${m[4] ? `/${m[4]}` : ""}${m[5] ? " hằng năm" : ""}`,
    number: null,
    upTo: null,
    unit: null,
    bound: "ceiling",
    event: null,
  }));
}
