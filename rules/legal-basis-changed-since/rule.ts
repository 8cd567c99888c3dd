import { isCompetenceLaw } from "../../src/engine/basis-lines.ts";
import { citedWorks, successorName } from "../../src/engine/cited-works.ts";
import { endedOn, isAlive, proofOf, reasonOf, since } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "legal-basis-changed-since",
    code: "A07",
    group: "validity",
    severity: "medium",
    maturity: "stable",
    title: "Căn cứ ban hành đã hết hiệu lực sau ngày ban hành, văn bản phải được rà soát",
    titleEn: "A legal basis has expired since the document was issued: review is due",
    basis: [{ symbol: "79/2025/NĐ-CP", eId: "art_39__cl_2" }],
  },
  given: "document",
  // an administrative decision has done its work when it is carried out; review is for what lays down norms
  when: ({ work }) => work.normative !== "no" && work.issuedOn !== null,
  *check({ work }, context) {
    if (!isAlive(context) || work.issuedOn === null) return;
    const { corpus, day, quote } = context;
    for (const { id, citations } of citedWorks(context.subject, ["basis"])) {
      const period = endedOn(corpus, id, day);
      const ended = period?.since ?? period?.from ?? null;
      if (!period || ended === null || ended < work.issuedOn) continue;
      // what ended it is this document: an abolition names its object among its grounds
      if (period.because.some((b) => b.work === work.id)) continue;
      const next = successorName(corpus, id);
      yield {
        message: `Căn cứ ${corpus.nameOf(id)} đã hết hiệu lực${since(ended)}, sau ngày ban hành văn bản.`,
        why: `Văn bản có căn cứ ban hành đã bị thay thế, bãi bỏ hoặc hết hiệu lực phải được rà soát. ${reasonOf(period)}`,
        recommendation: `Rà soát nội dung${next ? ` theo ${next}` : " theo quy định mới"}, rồi chọn hình thức xử lý tại Điều 38 Nghị định số 79/2025/NĐ-CP: sửa đổi, bổ sung, thay thế, bãi bỏ; nếu không phải xử lý thì ghi rõ lý do.`,
        evidence: [...citations.map((c) => quote(c.span)), ...proofOf(corpus, id, period)],
        eId: null,
        identity: id,
        severity: isCompetenceLaw(corpus.work(id)?.title ?? "") ? "low" : undefined,
      };
    }
  },
});
