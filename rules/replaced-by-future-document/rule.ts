import { formatDate } from "../../src/domain/legal-date.ts";
import { endingOf, proofOf, reasonOf } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

const ENDS = ["replaced", "repealed", "expired"];

export default defineRule({
  meta: {
    id: "replaced-by-future-document",
    code: "A10",
    group: "validity",
    severity: "info",
    maturity: "stable",
    title: "Văn bản sắp hết hiệu lực theo một văn bản đã ban hành",
    titleEn: "A document already issued will end this one on a day to come",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_154", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_57__cl_1", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative !== "no",
  *check({ work }, { corpus, day }) {
    if (corpus.status(work.id, day)?.status === "ceased") return;
    const end = corpus.periods(work.id).find((p) => p.status === "ceased" && p.from !== null && p.from > day);
    const ending = end ? endingOf(end) : null;
    if (!end?.from || !ending || !ENDS.includes(ending.rule) || ending.work === work.id) return;
    yield {
      message: `${corpus.nameOf(work.id)} còn hiệu lực, nhưng sẽ hết hiệu lực từ ngày ${formatDate(end.from)}.`,
      why: `Văn bản làm hết hiệu lực đã ban hành, chưa đến ngày tính. ${reasonOf(end)}`,
      recommendation: `Ghi vào lịch theo dõi; từ ngày ${formatDate(end.from)} không áp dụng, không viện dẫn văn bản này. Trước ngày đó rà soát các văn bản lấy văn bản này làm căn cứ hoặc viện dẫn tới.`,
      evidence: proofOf(corpus, work.id, end).filter((e) => e.role === "basis"),
      eId: null,
      identity: `${ending.work ?? ""} ${end.from}`,
      confidence: 0.95,
    };
  },
});
