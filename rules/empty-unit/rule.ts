import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** More than this in one document is a bad copy, which other rules tell. */
const SURELY_THE_AUTHORS = 3;

export default defineRule({
  meta: {
    id: "empty-unit",
    code: "H11",
    group: "technique",
    severity: "low",
    maturity: "stable",
    title: "Điều, khoản có số mà không có nội dung",
    titleEn: "A numbered unit has no words",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_62", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_63", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.type !== "van-ban-hop-nhat",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { provisions, text } = subject.document;
    const parents = new Set(provisions.map((p) => p.parent));
    const empty = provisions.filter((p) => {
      if (!["article", "clause", "point"].includes(p.kind) || parents.has(p.eId)) return false;
      const words = text.slice(p.own.start, p.own.end).replace(/^(?:Điều )?[\p{L}\d]{1,5}[.):]?/u, "");
      return !/[\p{L}\p{N}]/u.test(words);
    });
    if (empty.length === 0 || empty.length > SURELY_THE_AUTHORS) return;
    for (const unit of empty)
      yield {
        message: `${opening(placeName(subject, unit.eId))} không có nội dung.`,
        why: "Đơn vị có số mà không có lời văn thường là chỗ sót khi soạn thảo hoặc khi chuyển đổi tệp.",
        recommendation: "Đối chiếu bản chính; bản chính cũng trống thì đính chính.",
        evidence: [context.quote(unit.own)],
        eId: unit.eId,
        identity: unit.eId,
        confidence: 0.7,
      };
  },
});
