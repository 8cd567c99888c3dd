import { clauseOf } from "../../src/engine/evidence.ts";
import { formatDate } from "../../src/domain/legal-date.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "suspension-without-end",
    code: "A12",
    group: "validity",
    severity: "medium",
    maturity: "stable",
    title: "Tạm ngưng hiệu lực không ghi ngày tiếp tục có hiệu lực",
    titleEn: "Suspended without a day on which it resumes",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_153__cl_2", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_56__cl_2", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check({ work }, { corpus, subject, day }) {
    const period = corpus.status(work.id, day);
    if (period?.status !== "suspended" && period?.status !== "partly-suspended") return;
    for (const e of corpus.effectsOn(work.id)) {
      if (!e.applied || e.action !== "suspend" || e.until !== null || e.from === null || e.from > day) continue;
      const resumed = corpus
        .effectsOn(work.id)
        .some(
          (r) =>
            r.applied && (r.action === "resume" || r.action === "extend") && r.from !== null && r.from > (e.from ?? ""),
        );
      if (resumed) continue;
      const what = e.targetEId ? `${placeName(subject, e.targetEId)} của ` : "";
      const event = /cho đến khi/iu.test(e.evidence.quote);
      yield {
        message: `${opening(what)}${corpus.nameOf(work.id)} bị tạm ngưng hiệu lực từ ngày ${formatDate(e.from)}, không ghi ngày tiếp tục có hiệu lực.`,
        why: event
          ? "Việc tạm ngưng phụ thuộc một sự kiện; thời điểm tiếp tục có hiệu lực phải do người xác định."
          : "Thời điểm tạm ngưng và thời điểm tiếp tục có hiệu lực phải được quy định rõ trong văn bản.",
        recommendation:
          "Xác định việc tạm ngưng còn cần không: nếu không, ban hành văn bản cho tiếp tục có hiệu lực; nếu văn bản không còn phù hợp, bãi bỏ hoặc thay thế. Đưa vào danh mục tạm ngưng hiệu lực hằng năm.",
        evidence: [clauseOf(corpus, e)],
        eId: e.targetEId,
        identity: `${e.source} ${e.targetEId ?? ""} ${e.from}`,
        confidence: event ? 0.85 : 0.93,
      };
    }
  },
});
