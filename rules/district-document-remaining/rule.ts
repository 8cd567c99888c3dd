import { formatDate } from "../../src/domain/legal-date.ts";
import { isWholeEnd } from "../../src/engine/changed-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { levelOf } from "../../src/engine/issuer-level.ts";
import { defineRule, type ReferenceRow } from "../../src/engine/rule.ts";

interface Deadline extends ReferenceRow {
  readonly what: string;
  readonly day: string;
}

export default defineRule({
  meta: {
    id: "district-document-remaining",
    code: "A13",
    group: "validity",
    severity: "medium",
    maturity: "stable",
    title: "Văn bản của cấp huyện còn hiệu lực, phải xử lý trước ngày 01/3/2027",
    titleEn: "A district document is still in force and must be handled before 1 March 2027",
    basis: [{ symbol: "87/2025/QH15", eId: null, from: "2025-07-01" }],
  },
  given: "document",
  when: ({ work }, day) => day >= "2025-07-01" && work.normative === "yes" && work.issuedOn !== null,
  *check({ work }, context) {
    const { corpus, day, table } = context;
    const deadline = table<Deadline>("review-deadlines", day).find((row) => row.what === "district-documents");
    if (!deadline || levelOf(context, work.issuedOn ?? day) !== "district" || !isAlive(context)) return;
    // somebody has acted on it, even where the clause waits for a person
    if (corpus.effectsOn(work.id).some((e) => e.source !== work.id && isWholeEnd(e))) return;
    const late = day >= deadline.day;
    yield {
      message: late
        ? `${corpus.nameOf(work.id)} là văn bản của cấp huyện, chưa được xử lý sau ngày ${formatDate(deadline.day)}.`
        : `${corpus.nameOf(work.id)} là văn bản của cấp huyện, phải được xử lý trước ngày ${formatDate(deadline.day)}.`,
      why: `Đơn vị hành chính cấp huyện kết thúc hoạt động từ ngày 01/7/2025; văn bản của cấp huyện còn áp dụng trong địa giới cũ cho đến khi được xử lý, chậm nhất đến mốc trên${deadline.verified ? "" : " (mốc cần đối chiếu với văn bản đã ký)"}.`,
      recommendation:
        "Hội đồng nhân dân, Ủy ban nhân dân cấp xã nơi tiếp nhận địa bàn bãi bỏ, thay thế, hoặc Ủy ban nhân dân tỉnh ban hành quy định chung; đưa vào kế hoạch xử lý.",
      evidence: [],
      eId: null,
      identity: deadline.what,
      severity: late ? "critical" : undefined,
      confidence: deadline.verified ? 0.95 : 0.88,
    };
  },
});
