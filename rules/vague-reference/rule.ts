import { overlaps, span } from "../../src/domain/span.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** A rule that must be sought by whoever is to follow it. */
const VAGUE =
  /(?<!\p{L})(?:theo|tại|với|đúng) (?:các |những )?(?:quy định|chế độ|chính sách)(?: (?:của )?(?:pháp luật|nhà nước))? hiện hành(?: khác)?(?!\p{L})|(?<!\p{L})theo (?:các )?quy định (?:trước đây|khác có liên quan)(?!\p{L})/giu;

export default defineRule({
  meta: {
    id: "vague-reference",
    code: "C05",
    group: "reference",
    severity: "info",
    maturity: "trial",
    title: "Viện dẫn chung chung “quy định hiện hành”",
    titleEn: "A reference to whatever rules are in force",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_8__cl_2", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_68", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { document } = subject;
    const places = [];
    for (const provision of document.provisions) {
      const words = document.text.slice(provision.own.start, provision.own.end);
      for (const m of words.matchAll(VAGUE)) {
        const place = span(provision.own.start + m.index, provision.own.start + m.index + m[0].length);
        if (!document.quotes.some((q) => overlaps(q, place))) places.push(context.quote(place));
      }
    }
    if (places.length === 0) return;
    yield {
      message: `${opening(
        placeNames(
          subject,
          places.map((p) => p.eId),
        ),
      )} viện dẫn chung “quy định hiện hành”${places.length > 1 ? ` (${places.length} chỗ)` : ""}.`,
      why: "Người thực hiện phải tự tìm quy định nào được áp dụng; quy định cần cụ thể, không chung chung.",
      recommendation: subject.draft
        ? "Viện dẫn rõ văn bản, điều, khoản áp dụng; chỉ giữ cách viết chung khi không liệt kê được."
        : "Ghi nhận để làm rõ khi sửa đổi, bổ sung văn bản.",
      evidence: places.slice(0, 10),
      identity: places.map((p) => p.eId ?? "").join(" "),
      confidence: 0.7,
    };
  },
});
