import { spokenOf } from "../../src/engine/evidence.ts";
import { daysBetween, formatDate } from "../../src/domain/legal-date.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { firstDay } from "../../src/engine/first-day.ts";
import { mainParents } from "../../src/engine/parent-end.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** A document made years after is a new rule of its own time, not the late detail of a new law. */
const MONTHS_STILL_LATE = 24;

export default defineRule({
  meta: {
    id: "detailing-later-than-parent",
    code: "I04",
    group: "effect-date",
    severity: "info",
    maturity: "trial",
    title: "Văn bản quy định chi tiết có hiệu lực sau văn bản giao quy định",
    titleEn: "A detailing document takes effect after the one that calls for it",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_11__cl_2", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_53__cl_2", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes" && (work.issuedOn ?? "") >= "2016-07-01",
  *check({ work, facts }, context) {
    const { corpus } = context;
    const begins = facts.commencement.effectiveOn ?? work.effectiveOn;
    if (begins === null || !isAlive(context)) return;
    for (const relation of mainParents(corpus, work.id)) {
      const parent = firstDay(corpus, relation.parent);
      // only named units call for their details; what guides a whole law may come at any time
      if (parent === null || parent >= begins || relation.parentEIds.length === 0) continue;
      const days = daysBetween(parent, begins);
      if (days > MONTHS_STILL_LATE * 30) continue;
      yield {
        message: `Quy định chi tiết ${corpus.nameOf(relation.parent)} nhưng có hiệu lực ngày ${formatDate(begins)}, chậm ${days} ngày so với văn bản được quy định chi tiết.`,
        why: "Văn bản quy định chi tiết phải có hiệu lực cùng thời điểm với văn bản hoặc điều, khoản, điểm được quy định chi tiết.",
        recommendation:
          "Ghi nhận vào báo cáo về tình hình ban hành văn bản quy định chi tiết; không phải xử lý văn bản.",
        evidence: [
          { ...relation.evidence, role: "subject" },
          spokenOf(corpus, relation.parent, relation.parentEIds[0] ?? null, "basis"),
        ],
        eId: null,
        identity: relation.parent,
        confidence: 0.7,
      };
    }
  },
});
