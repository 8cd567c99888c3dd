import { formatDate, legalDate, type LegalDate } from "../../src/domain/legal-date.ts";
import { overlaps, span } from "../../src/domain/span.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule, type RuleContext, type RuleFinding, type Subject } from "../../src/engine/rule.ts";

const WRITTEN = /(?<![\p{L}\p{N}])ngày\s(\d{1,2})(?:\stháng\s(\d{1,2})\snăm\s(\d{4})|\/(\d{1,2})\/(\d{4}))(?!\d)/giu;

export default defineRule({
  meta: {
    id: "impossible-date",
    code: "I06",
    group: "effect-date",
    severity: "medium",
    maturity: "stable",
    title: "Ngày không có trong lịch, hoặc ngày và tháng đảo chỗ",
    titleEn: "A day the calendar does not have, or day and month swapped",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_38__cl_1", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_67__cl_2", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    yield* notInTheCalendar(subject, context);
    yield* swappedEffect(subject, context);
  },
});

function* notInTheCalendar({ document }: Subject, { quote }: RuleContext): Generator<RuleFinding> {
  for (const m of document.text.matchAll(WRITTEN)) {
    const [day, month, year] = [m[1], m[2] ?? m[4], m[3] ?? m[5]].map(Number) as [number, number, number];
    const place = span(m.index, m.index + m[0].length);
    // outside the years of law it is a misread number rather than a slip of the pen
    if (year < 1945 || year > 2100 || legalDate(year, month, day) !== null) continue;
    if (document.quotes.some((q) => overlaps(q, place))) continue;
    yield {
      message: `“${m[0]}” không có trong lịch.`,
      why: "Ngày ghi sai làm cho không xác định được thời điểm hoặc văn bản được nói tới.",
      recommendation: "Đối chiếu bản gốc: bản gốc sai thì đính chính; bản trong kho sai thì nhập lại.",
      evidence: [quote(place)],
      identity: m[0],
      confidence: 0.85,
    };
  }
}

/** Effect before issue, unless day and month change places: 10/02/2026 for 02/10/2026. */
function* swappedEffect({ work, facts, draft }: Subject, { quote }: RuleContext): Generator<RuleFinding> {
  const { effectiveOn, span: clause, how } = facts.commencement;
  if (draft || how !== "fixed" || !effectiveOn || !clause || !work.issuedOn || effectiveOn >= work.issuedOn) return;
  const meant = slipOf(effectiveOn, work.issuedOn);
  if (!meant) return;
  yield {
    message: `Ngày có hiệu lực ${formatDate(effectiveOn)} trước ngày ban hành ${formatDate(work.issuedOn)}; có thể định ghi ${formatDate(meant)}.`,
    why: "Ngày và tháng đảo chỗ, hoặc ghi nhầm năm khi ban hành cuối năm, là lỗi thường gặp; nếu không phải lỗi thì là quy định hiệu lực trở về trước.",
    recommendation: "Đối chiếu bản gốc và đính chính ngày có hiệu lực.",
    evidence: [quote(clause)],
    identity: effectiveOn,
    severity: "high",
    confidence: 0.8,
  };
}

function slipOf(day: LegalDate, issued: LegalDate): LegalDate | null {
  const [y, m, d] = day.split("-").map(Number) as [number, number, number];
  const swapped = legalDate(y, d, m);
  if (swapped && swapped >= issued) return swapped;
  const nextYear = legalDate(y + 1, m, d);
  return nextYear && issued.slice(5, 7) >= "11" && m <= 2 && nextYear >= issued ? nextYear : null;
}
