import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** People who have begun something under the old rule. */
const POLICY = /chính sách|hỗ trợ|trợ cấp|chế độ|cấp phép|cho thuê/iu;
const RIGHTS =
  /(?:được|mức) (?:hưởng|hỗ trợ|trợ cấp|bồi thường)|thời hạn (?:hợp đồng|cho thuê|giấy phép)|giấy phép|giấy chứng nhận/iu;
const TRANSITION = /chuyển tiếp|tiếp tục (?:được )?(?:hưởng|thực hiện|áp dụng)|trước ngày [^.;\n]{3,60} có hiệu lực/iu;

export default defineRule({
  meta: {
    id: "transition-missing",
    code: "H07",
    group: "technique",
    severity: "info",
    maturity: "trial",
    title: "Thay thế chính sách nhưng không có quy định chuyển tiếp",
    titleEn: "Replaces a policy without a transitional provision",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_66", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_67", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes",
  *check(subject, context) {
    const replaced = subject.amendments.find((a) => a.action === "replace-document" && a.resolution.kind === "work");
    const { text } = subject.document;
    if (!POLICY.test(subject.document.meta.title?.value ?? "")) return;
    if (!replaced || !isAlive(context) || !RIGHTS.test(text) || TRANSITION.test(text)) return;
    yield {
      message:
        "Văn bản thay thế văn bản trước có chính sách, giấy phép hoặc hợp đồng đang thực hiện nhưng không có quy định chuyển tiếp.",
      why: "Không có quy định chuyển tiếp thì trường hợp đang thực hiện theo văn bản cũ không biết theo quy định nào.",
      recommendation: "Xem xét bổ sung điều khoản chuyển tiếp.",
      evidence: [context.quote(replaced.span)],
      eId: replaced.source,
      identity: "transition",
      confidence: 0.5,
    };
  },
});
