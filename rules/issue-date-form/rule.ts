import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Days under 10 and the months 1 and 2 take a 0 before them. */
const WITHOUT_ZERO = /ngày \d(?!\d)|tháng [12](?!\d)/iu;

export default defineRule({
  meta: {
    id: "issue-date-form",
    code: "H18",
    group: "technique",
    severity: "info",
    maturity: "trial",
    title: "Ngày, tháng ban hành viết không đúng thể thức",
    titleEn: "Day and month of issue are not written in the prescribed form",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_55", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_71", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes" && work.issuedOn !== null && work.issuedOn >= "2016-07-01",
  *check(subject, context) {
    const span = subject.document.meta.issuedOn?.span;
    if (!span || !isAlive(context)) return;
    const words = subject.document.text.slice(span.start, span.end);
    if (!WITHOUT_ZERO.test(words)) return;
    yield {
      message: `Ngày ban hành viết “${words}”, thiếu số 0.`,
      why: "Ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 ở trước, tránh thêm chữ số vào ngày ban hành.",
      recommendation: "Lưu ý khi ban hành văn bản sau; không cần xử lý riêng.",
      evidence: [{ ...context.quote(span), eId: null }],
      eId: null,
      identity: words,
      confidence: 0.8,
    };
  },
});
