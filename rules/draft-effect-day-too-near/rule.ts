import { addDays, daysBetween, formatDate } from "../../src/domain/legal-date.ts";
import { effectClause, saysShortened } from "../../src/engine/effect-clause.ts";
import { defineRule, type ReferenceRow } from "../../src/engine/rule.ts";

interface MinimumDays extends ReferenceRow {
  readonly level: string;
  readonly days: string;
}

/** Signing, numbering and sending out take days; with fewer left the day in the draft will not hold. */
const DAYS_TO_SIGN = 15;

export default defineRule({
  meta: {
    id: "draft-effect-day-too-near",
    code: "L06",
    group: "draft",
    severity: "medium",
    maturity: "stable",
    title: "Ngày có hiệu lực ghi trong dự thảo quá gần",
    titleEn: "The day of effect in the draft is too near",
    basis: [{ symbol: "64/2025/QH15", eId: "art_53", from: "2025-04-01" }],
  },
  given: "document",
  when: ({ draft }) => draft === true,
  *check(subject, context) {
    const { day, table } = context;
    const { effectiveOn } = subject.facts.commencement;
    const clause = effectClause(context);
    // a draft that carries its own day is measured by rule I01
    if (!effectiveOn || !clause || subject.document.meta.issuedOn || saysShortened(subject)) return;
    const minimum = table<MinimumDays>("minimum-days", day).find((row) => row.level === subject.issuer.level);
    if (!minimum) return;
    const latest = addDays(effectiveOn, -Number(minimum.days));
    const left = daysBetween(day, latest);
    // already too late: rule I01 says so
    if (left < 0 || left > DAYS_TO_SIGN) return;
    yield {
      message: `Dự thảo ghi có hiệu lực từ ngày ${formatDate(effectiveOn)}: phải ban hành chậm nhất ngày ${formatDate(latest)}, chỉ còn ${left} ngày kể từ ngày kiểm tra.`,
      why: `Văn bản loại này có hiệu lực sớm nhất ${minimum.days} ngày kể từ ngày thông qua hoặc ký ban hành (${minimum.source}).`,
      recommendation: `Lùi ngày có hiệu lực, hoặc bảo đảm ký ban hành chậm nhất ngày ${formatDate(latest)}.`,
      evidence: [clause],
      identity: effectiveOn,
      confidence: 0.85,
    };
  },
});
