import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "old-province-text-unhandled",
    code: "G08",
    group: "apparatus",
    severity: "info",
    maturity: "trial",
    title: "Văn bản của tỉnh cũ chưa được xử lý sau sắp xếp",
    titleEn: "A text of an old province that the new one has not dealt with",
    basis: [{ symbol: "64/2025/QH15", eId: "art_54__cl_2", from: "2025-07-01" }],
  },
  given: "document",
  when: ({ work }, day) => day >= "2025-07-01" && work.normative === "yes",
  *check(subject, context) {
    const { corpus } = context;
    const id = subject.work.id;
    if (!isAlive(context) || !corpus.isOfOldProvince(id)) return;
    const territory = corpus.territoryOf(id);
    // the new province has named it: in a list, as a basis, to go on applying it
    const named = [...corpus.citing(id), ...corpus.effectsOn(id).map((e) => e.source)].some((other) => {
      const work = corpus.work(other);
      return (
        other !== id &&
        work?.issuedOn != null &&
        work.issuedOn >= "2025-07-01" &&
        corpus.territoryOf(other) === territory
      );
    });
    if (named) return;
    yield {
      message: `${corpus.nameOf(id)} là văn bản của tỉnh trước sắp xếp; chưa có văn bản nào của ${territory ?? "tỉnh mới"} nhắc tới.`,
      why: "Văn bản của các tỉnh cũ tiếp tục áp dụng trên địa bàn cũ cho đến khi tỉnh mới thay thế hoặc bãi bỏ; phải có tên trong kế hoạch xử lý.",
      recommendation: "Đưa vào danh mục rà soát: áp dụng chung cho tỉnh mới, thay thế hoặc bãi bỏ.",
      evidence: [],
      eId: null,
      identity: "unhandled",
      confidence: 0.6,
    };
  },
});
