import { isAlive } from "../../src/engine/ended-works.ts";
import { provisionAt } from "../../src/domain/legal-document.ts";
import { placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "unclosed-quotation",
    code: "H15",
    group: "technique",
    severity: "low",
    maturity: "trial",
    title: "Dấu ngoặc kép mở mà không đóng trong nội dung sửa đổi",
    titleEn: "A quotation of new wording is never closed",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_75", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_66", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const open = subject.document.problems.find((p) => p.code === "unclosed-quotation" && p.span !== null);
    if (!open?.span) return;
    const unit = provisionAt(subject.document, open.span.start)?.eId ?? null;
    yield {
      message: `Nội dung sửa đổi${unit ? ` tại ${placeName(subject, unit)}` : ""} có dấu ngoặc kép mở nhưng không có dấu đóng.`,
      why: "Lời văn mới phải nằm trọn trong ngoặc kép; thiếu dấu đóng thì không rõ quy định mới kết thúc ở đâu.",
      recommendation: "Đối chiếu bản chính và bổ sung dấu đóng ngoặc kép.",
      evidence: [context.quote({ start: open.span.start, end: Math.min(open.span.end, open.span.start + 200) })],
      eId: unit,
      identity: unit ?? "quotation",
      confidence: 0.7,
    };
  },
});
