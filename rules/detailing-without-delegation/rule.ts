import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

const DETAILS = /quy định chi tiết/iu;
/** A clause of a higher text, wherever it is named. */
const CLAUSE = /(?:Điều|khoản|điểm) \d{0,3}\p{L}?/u;

export default defineRule({
  meta: {
    id: "detailing-without-delegation",
    code: "D03",
    group: "competence",
    severity: "high",
    maturity: "trial",
    title: "Văn bản quy định chi tiết không nêu điều, khoản, điểm giao quy định",
    titleEn: "A detailing document names no clause that hands it the matter",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_11__cl_1", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_62", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) =>
    work.normative === "yes" && work.issuedOn !== null && work.issuedOn >= "2016-07-01" && work.type !== "nghi-dinh",
  *check(subject, context) {
    const title = subject.document.meta.title;
    if (!isAlive(context) || !title?.span || !DETAILS.test(title.value) || CLAUSE.test(title.value)) return;
    // "quy định chi tiết một số điều của Luật …": the clauses stand in the article on scope
    const named = subject.citations.some(
      (c) =>
        c.role !== "title" &&
        c.targets.some((t) => !t.self && t.eIds.length > 0) &&
        (c.within === null || /art_[12](?:__|$)/u.test(c.within)),
    );
    if (named) return;
    yield {
      message:
        "Tên văn bản là quy định chi tiết nhưng căn cứ và phạm vi điều chỉnh không nêu điều, khoản, điểm nào giao quy định.",
      why: "Chỉ điều, khoản, điểm có giao mới được quy định chi tiết; không nêu thì không kiểm tra được thẩm quyền nội dung và hiệu lực theo văn bản gốc.",
      recommendation:
        "Bổ sung điều, khoản, điểm được giao vào căn cứ hoặc phạm vi điều chỉnh; phần không được giao thì bỏ.",
      evidence: [{ ...context.quote(title.span), eId: null }],
      eId: null,
      identity: "no-clause",
      confidence: 0.7,
    };
  },
});
