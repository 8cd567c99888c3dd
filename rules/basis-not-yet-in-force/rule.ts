import { spokenOf } from "../../src/engine/evidence.ts";
import { formatDate } from "../../src/domain/legal-date.ts";
import { citedWorks } from "../../src/engine/cited-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "basis-not-yet-in-force",
    code: "B02",
    group: "basis",
    severity: "high",
    maturity: "stable",
    title: "Căn cứ ban hành chưa có hiệu lực khi văn bản có hiệu lực",
    titleEn: "A legal basis is not yet in force when the document takes effect",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_61", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_62", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative !== "no",
  *check({ work, facts }, context) {
    if (!isAlive(context)) return;
    const { corpus, quote, subject } = context;
    const begins = facts.commencement.effectiveOn ?? work.effectiveOn;
    if (begins === null) return;
    for (const { id, citations } of citedWorks(subject, ["basis"])) {
      const period = corpus.status(id, begins);
      const basis = corpus.work(id);
      if (period?.status !== "not-yet-in-force" || period.since === null || period.since <= begins || !basis) continue;
      yield {
        message: `Căn cứ ${corpus.nameOf(id)} có hiệu lực từ ngày ${formatDate(period.since)}, sau ngày ${formatDate(begins)} là ngày văn bản có hiệu lực.`,
        why: "Căn cứ ban hành phải là văn bản đang có hiệu lực, hoặc đã công bố, ký ban hành và có hiệu lực trước hoặc cùng ngày với văn bản.",
        recommendation: subject.draft
          ? `Lùi ngày có hiệu lực của dự thảo đến ${formatDate(period.since)} hoặc sau đó, hoặc dùng căn cứ đang có hiệu lực.`
          : "Kiểm tra điều, khoản giao quy định có hiệu lực sớm hơn không; nếu không, chuyển kiểm tra văn bản và sửa đổi, bổ sung.",
        evidence: [...citations.map((c) => quote(c.span)), spokenOf(corpus, id)],
        eId: null,
        identity: id,
        confidence: basis.known === "text" ? 0.9 : 0.7,
      };
    }
  },
});
