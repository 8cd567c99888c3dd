import { addDays, formatDate } from "../../src/domain/legal-date.ts";
import { citedWorks, successorName } from "../../src/engine/cited-works.ts";
import { endedOn, proofOf, reasonOf } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** What ends later than this after the check does not concern a draft of today. */
const AHEAD_DAYS = 365;

export default defineRule({
  meta: {
    id: "basis-ending-soon",
    code: "L05",
    group: "draft",
    severity: "medium",
    maturity: "stable",
    title: "Căn cứ của dự thảo sắp hết hiệu lực",
    titleEn: "A legal basis of the draft is about to end",
    basis: [{ symbol: "78/2025/NĐ-CP", eId: "art_62" }],
  },
  given: "document",
  when: ({ draft }) => draft === true,
  *check(subject, { corpus, day, quote }) {
    for (const { id, citations } of citedWorks(subject, ["basis"])) {
      if (endedOn(corpus, id, day)) continue;
      const end = corpus.periods(id).find((p) => p.status === "ceased" && p.from !== null && p.from > day);
      if (!end?.from || end.from > addDays(day, AHEAD_DAYS)) continue;
      const next = successorName(corpus, id);
      yield {
        message: `Căn cứ ${corpus.nameOf(id)} sẽ hết hiệu lực từ ngày ${formatDate(end.from)}.`,
        why: `Văn bản ban hành sát ngày căn cứ hết hiệu lực sẽ phải rà soát lại ngay. ${reasonOf(end)}`,
        recommendation: next
          ? `Đối chiếu dự thảo với ${next}; cân nhắc ban hành sau ngày ${formatDate(end.from)} theo văn bản mới.`
          : `Cân nhắc thời điểm ban hành; chuẩn bị căn cứ thay thế sau ngày ${formatDate(end.from)}.`,
        evidence: [...citations.map((c) => quote(c.span)), ...proofOf(corpus, id, end)],
        eId: null,
        identity: id,
        confidence: 0.92,
      };
    }
  },
});
