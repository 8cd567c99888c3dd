import { spokenOf } from "../../src/engine/evidence.ts";
import { daysBetween, formatDate } from "../../src/domain/legal-date.ts";
import { isWholeEnd } from "../../src/engine/changed-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { firstDay } from "../../src/engine/first-day.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "gap-between-old-and-new",
    code: "I05",
    group: "effect-date",
    severity: "medium",
    maturity: "stable",
    title: "Ngày văn bản cũ hết hiệu lực không khớp ngày văn bản mới có hiệu lực",
    titleEn: "The old document ends on another day than the new one begins",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_12", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_67", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes",
  *check({ work, facts }, context) {
    const { corpus } = context;
    const begins = facts.commencement.effectiveOn ?? firstDay(corpus, work.id);
    if (begins === null || !isAlive(context)) return;
    for (const e of corpus.effectsBy(work.id)) {
      // an abolition leaves a gap by its nature; only a replacement is meant to leave none
      if (!e.applied || e.action !== "replace-document" || !isWholeEnd(e) || e.from === null || e.from === begins)
        continue;
      const gap = e.from < begins;
      const days = Math.abs(daysBetween(e.from, begins));
      const { eId, quote, span } = e.evidence;
      yield {
        message: gap
          ? `${corpus.nameOf(e.target)} hết hiệu lực từ ngày ${formatDate(e.from)}, trước khi văn bản này có hiệu lực (${formatDate(begins)}) ${days} ngày.`
          : `${corpus.nameOf(e.target)} còn hiệu lực đến trước ngày ${formatDate(e.from)}, trùng ${days} ngày với văn bản này (có hiệu lực từ ${formatDate(begins)}).`,
        why: gap
          ? "Trong khoảng giữa hai ngày không có quy định nào được áp dụng."
          : "Trong khoảng giữa hai ngày cả hai văn bản cùng có hiệu lực về một nội dung.",
        recommendation: subjectText(gap),
        evidence: [
          { work: work.id, symbol: work.symbol, eId, quote, span, role: "subject" },
          spokenOf(corpus, e.target),
        ],
        identity: `${e.target} ${e.from}`,
        confidence: 0.85,
      };
    }
  },
});

const subjectText = (gap: boolean): string =>
  gap
    ? "Kiểm tra có điều khoản chuyển tiếp không; nếu không, xác định quy định áp dụng trong khoảng trống và sửa đổi ngày."
    : "Kiểm tra có chủ ý kéo dài không (hết năm ngân sách, năm học); nếu không, sửa đổi ngày hết hiệu lực của văn bản cũ.";
