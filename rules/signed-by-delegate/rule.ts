import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** By order, by authorisation: allowed for administrative documents only. */
const DELEGATE = /(?<!\p{L})(?:TL|TUQ)\./u;

export default defineRule({
  meta: {
    id: "signed-by-delegate",
    code: "H10",
    group: "technique",
    severity: "high",
    maturity: "stable",
    title: "Văn bản quy phạm pháp luật do người không được ký ký thay",
    titleEn: "A normative document signed by order or by authorisation",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_59", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_71", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes" && work.issuedOn !== null && work.issuedOn >= "2016-07-01",
  *check(subject, context) {
    const office = subject.document.meta.signerOffice;
    if (!office || !DELEGATE.test(office.value) || !isAlive(context)) return;
    yield {
      message: `Văn bản quy phạm pháp luật được ký “${office.value}”.`,
      why: "Văn bản quy phạm pháp luật do người đứng đầu hoặc cấp phó ký thay ký; không ký thừa lệnh, thừa ủy quyền.",
      recommendation: "Đối chiếu bản chính; nếu đúng như vậy thì văn bản sai thẩm quyền ký, phải được xử lý.",
      evidence: office.span ? [{ ...context.quote(office.span), eId: null }] : [],
      eId: null,
      identity: office.value,
    };
  },
});
