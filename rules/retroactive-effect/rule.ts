import { formatDate, type LegalDate, legalDate, parseDate } from "../../src/domain/legal-date.ts";
import { overlaps, type Span, span } from "../../src/domain/span.ts";
import type { Provision } from "../../src/domain/provision.ts";
import { isSwapped } from "../../src/engine/cited-dates.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule, type ReferenceRow, type RuleContext, type Subject } from "../../src/engine/rule.ts";

interface Retroactivity extends ReferenceRow {
  readonly level: string;
  readonly allowed: string;
  readonly text: string;
}

const DAY = String.raw`ngày\s(?:\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4}|\d{1,2}\/\d{1,2}\/\d{4})|tháng\s\d{1,2}(?:\snăm\s|\/)\d{4}`;
/** "được áp dụng từ ngày 01 tháng 01 năm 2025": what is laid down reaches back. */
const REACHES_BACK = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:áp dụng|thực hiện|tính|được hưởng|chi trả|thu|hiệu lực)(?![\p{L}\p{N}])([^.;\n\d]{0,60})[\s,:](?:kể\s)?từ\s(${DAY})`,
  "giu",
);
/** What happened from that day on ("hồ sơ nộp từ ngày …", "người được tuyển dụng từ ngày …"): a condition of cases. */
const CASES =
  /(?<!\p{L})(?:tiếp nhận|nộp|phát sinh|ký|ký kết|được cấp|cấp|phê duyệt|thành lập|tuyển dụng|nghỉ hưu|nghỉ việc|hoàn thành|khởi công|sinh|trúng tuyển|công nhận|ban hành|giao|đăng ký|bắt đầu|tham gia|có mặt)[^,]{0,20}$/iu;
/** Words that make the day a story, a condition or another document's affair. */
const OTHER_DAY =
  /(?<!\p{L})(?:đã|trước đó|trước đây|trước ngày|nếu|trường hợp|cho đến|đang|hết hiệu lực|bãi bỏ|thay thế|chuyển tiếp|hồ sơ|hằng năm|hàng năm|mỗi năm)(?!\p{L})/iu;
const OTHER_DOCUMENT = /\d\/\d{4}\/\p{Lu}|\d\/\p{Lu}{2}|(?:Luật|Pháp lệnh|Bộ luật) (?!này)\p{Lu}/u;
/** Outside the final articles only a sentence about the rule itself is one that reaches back. */
const OF_THE_RULE =
  /^(?:\d+[a-zđ]?\.\s|[a-zđ]\d?\)\s|[-+]\s)?(?:Các |Những )?(?:mức|quy định|thời điểm|thời gian áp dụng|chính sách|chế độ|phụ cấp|đơn giá|giá|phí|lệ phí|định mức|tỷ lệ|nội dung|khoản|hỗ trợ|Nghị quyết này|Quyết định này|Thông tư này|Nghị định này)(?!\p{L})/iu;

interface Back {
  readonly from: LegalDate;
  readonly place: Span;
  readonly confidence: number;
}

export default defineRule({
  meta: {
    id: "retroactive-effect",
    code: "I03",
    group: "effect-date",
    severity: "critical",
    maturity: "stable",
    title: "Quy định hiệu lực trở về trước",
    titleEn: "Lays down retroactive effect",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_152", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_55", from: "2025-04-01" },
    ],
  },
  given: "document",
  // a draft without its own day can only be measured against the day of the check, which says nothing here
  when: ({ work, draft }) => work.normative === "yes" && work.issuedOn !== null && !draft,
  *check(subject, context) {
    const issued = subject.work.issuedOn;
    if (issued === null || !isAlive(context)) return;
    const row = context.table<Retroactivity>("retroactivity", issued).find((r) => r.level === subject.issuer.level);
    const [counted = issued] = [issued, subject.document.meta.adoptedOn?.value ?? issued].sort();
    const back = reachesBack(subject, counted);
    if (!row || !back) return;
    yield say(back, issued, row, context);
  },
});

function say(
  { from, place, confidence }: Back,
  issued: LegalDate,
  row: Retroactivity,
  { subject, quote }: RuleContext,
) {
  const shown = quote(place);
  const never = row.allowed === "never";
  return {
    message: `${opening(placeNames(subject, [shown.eId]) || "văn bản")} quy định áp dụng từ ngày ${formatDate(from)}, trước ngày ban hành ${formatDate(issued)}.`,
    why: `${row.text} (${row.source}).`,
    recommendation: never
      ? "Chuyển kiểm tra văn bản: bãi bỏ phần quy định hiệu lực trở về trước, xử lý hậu quả của thời gian đã áp dụng."
      : "Kiểm tra hồ sơ về sự thật cần thiết; nếu quy định trách nhiệm, nghĩa vụ mới hoặc nặng hơn thì trái luật: bãi bỏ phần đó; nếu chỉ có lợi cho người dân, tổ chức thì ghi nhận.",
    evidence: [shown],
    identity: from,
    confidence: subject.issuer.level === "central" ? Math.min(confidence, 0.7) : confidence,
    severity: never
      ? ("critical" as const)
      : subject.issuer.level === "central"
        ? ("medium" as const)
        : ("high" as const),
  };
}

function reachesBack(subject: Subject, issued: LegalDate): Back | null {
  const { effectiveOn, span: clause, splits } = subject.facts.commencement;
  if (effectiveOn !== null && effectiveOn < issued && clause && !isSlip(effectiveOn, issued))
    return { from: effectiveOn, place: clause, confidence: 0.85 };
  const split = splits.find((s) => s.effectiveOn !== null && s.effectiveOn < issued);
  if (split?.effectiveOn) return { from: split.effectiveOn, place: split.span, confidence: 0.9 };
  return inText(subject, issued);
}

/** Day and month changed places, or the year of before in January: an error of writing, told by rule I06. */
const isSlip = (day: LegalDate, issued: LegalDate): boolean => {
  const swapped = `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`;
  const nextYear = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return (
    (isSwapped(day, swapped) && swapped >= issued && swapped.slice(5, 7) <= "12") ||
    (issued.slice(5, 7) >= "11" && day.slice(5, 7) <= "02" && nextYear >= issued)
  );
};

/** "áp dụng từ ngày …": in the final articles, elsewhere only where the sentence speaks of the rule itself. */
function inText({ document, facts }: Subject, issued: LegalDate): Back | null {
  const clause = facts.commencement.span;
  const isFinal = (unit: Provision): boolean => {
    const article = document.provisions.find((p) => p.kind === "article" && overlaps(p.span, unit.own));
    const holdsClause = clause !== null && article !== undefined && overlaps(article.span, clause);
    return holdsClause || /hiệu lực|điều khoản thi hành/iu.test(article?.heading ?? "");
  };
  for (const unit of document.provisions) {
    if (unit.kind === "attachment") continue;
    const words = document.text.slice(unit.own.start, unit.own.end);
    for (const m of words.matchAll(REACHES_BACK)) {
      const from = dayOf(m[2] as string, issued);
      const place = span(unit.own.start + m.index, unit.own.start + m.index + m[0].length);
      // the main day has been looked at, slips of the pen included
      if (from === null || from >= issued || from === facts.commencement.effectiveOn) continue;
      if (document.quotes.some((q) => overlaps(q, place))) continue;
      const sentence = sentenceAt(words, m.index);
      if (OTHER_DAY.test(sentence.text) || OTHER_DOCUMENT.test(sentence.text) || CASES.test(m[1] ?? "")) continue;
      const final = isFinal(unit);
      if (!final && !OF_THE_RULE.test(sentence.text)) continue;
      const start = unit.own.start + sentence.start;
      return { from, place: span(start, start + sentence.text.length), confidence: final ? 0.9 : 0.75 };
    }
  }
  return null;
}

/** A day, or the first day of a month; a month is in the past only when the whole of it is. */
function dayOf(words: string, issued: LegalDate): LegalDate | null {
  const month = /^tháng\s(\d{1,2})(?:\snăm\s|\/)(\d{4})$/u.exec(words);
  if (!month) return parseDate(words);
  const first = legalDate(Number(month[2]), Number(month[1]), 1);
  return first !== null && first.slice(0, 7) < issued.slice(0, 7) ? first : null;
}

function sentenceAt(words: string, at: number): { readonly start: number; readonly text: string } {
  const ends = [...words.matchAll(/[;\n]|\.(?=\s|$)/gu)].map((m) => m.index + 1);
  const start = Math.max(0, ...ends.filter((e) => e <= at));
  const end = ends.find((e) => e > at) ?? words.length;
  const text = words.slice(start, end);
  const lead = text.length - text.trimStart().length;
  return { start: start + lead, text: text.trim() };
}
