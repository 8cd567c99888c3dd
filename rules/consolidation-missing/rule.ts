import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

const CONSOLIDATED = new Set(["luat", "bo-luat", "phap-lenh", "nghi-dinh", "thong-tu", "nghi-quyet", "quyet-dinh"]);
const CHANGING = new Set(["amend", "insert", "repeal", "replace-phrase", "delete-phrase"]);

export default defineRule({
  meta: {
    id: "consolidation-missing",
    code: "F04",
    group: "overlap",
    severity: "info",
    maturity: "trial",
    title: "Văn bản trung ương đã được sửa đổi nhưng chưa thấy văn bản hợp nhất",
    titleEn: "An amended central document has no consolidated text in the index",
    basis: [
      { symbol: "01/2012/UBTVQH13", eId: null, from: "2012-07-01" },
      { symbol: "64/2025/QH15", eId: "art_65", from: "2025-04-01" },
    ],
  },
  given: "document",
  // the duty to consolidate is that of central bodies
  when: ({ work, issuer }) => issuer.level === "central" && CONSOLIDATED.has(work.type) && work.normative === "yes",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { corpus, day } = context;
    const { id } = subject.work;
    const changes = corpus
      .effectsOn(id)
      .filter((e) => e.applied && CHANGING.has(e.action) && e.source !== id && e.from !== null && e.from <= day);
    const consolidated = corpus.citing(id).some((other) => corpus.work(other)?.type === "van-ban-hop-nhat");
    const [first] = changes;
    if (!first || consolidated) return;
    const sources = [...new Set(changes.map((e) => e.source))].sort();
    yield {
      message: `${corpus.nameOf(id)} đã được ${sources.length} văn bản sửa đổi, bổ sung; trong kho chưa có văn bản hợp nhất.`,
      why: "Văn bản trung ương được sửa đổi, bổ sung phải được hợp nhất; thiếu bản hợp nhất thì dễ áp dụng lời văn cũ.",
      recommendation: "Nhập văn bản hợp nhất nếu đã có; nếu chưa có thì kiến nghị cơ quan ban hành hợp nhất.",
      evidence: [{ ...first.evidence, role: "basis" }],
      eId: null,
      identity: sources.join(" "),
      confidence: 0.5,
    };
  },
});
