import { opening, placeName } from "../../src/engine/places.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { eIdName } from "../../src/domain/e-id.ts";
import { restatedUnits, sureness } from "../../src/engine/restating.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Words of the document shown for one unit. */
const SHOWN = 600;

const HINT = 0.75;

export default defineRule({
  meta: {
    id: "restates-higher",
    code: "F01",
    group: "overlap",
    severity: "medium",
    maturity: "stable",
    title: "Quy định lại nội dung của văn bản cấp trên",
    titleEn: "Restates what a higher document already provides",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_8__cl_2", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_7", from: "2025-04-01" },
    ],
  },
  given: "document",
  // what a body does is laid down for it by its ministry and said again when the province sets it up
  when: ({ work }) => work.type !== "van-ban-hop-nhat" && !/chức năng, nhiệm vụ/iu.test(work.title ?? ""),
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { corpus, quote } = context;
    for (const overlap of restatedUnits(context)) {
      const sure = sureness(subject, overlap);
      const share = Math.round(overlap.ofThis * 100);
      const where = `${eIdName(overlap.otherEId)} ${corpus.nameOf(overlap.other)}`;
      const end = Math.min(overlap.span.end, overlap.span.start + SHOWN);
      yield {
        message: `${opening(placeName(subject, overlap.eId))} quy định lại ${share >= 90 ? "nguyên văn" : `${share}% lời văn`} của ${where}.`,
        why: "Văn bản không được quy định lại nội dung đã có trong văn bản khác: khi văn bản cấp trên được sửa đổi, chỗ chép lại thành quy định trái hoặc lạc hậu.",
        recommendation: `Bỏ nội dung chép lại, viện dẫn ${where}; chỉ giữ phần quy định thêm theo thẩm quyền.`,
        evidence: [
          { ...quote({ start: overlap.span.start, end }), eId: overlap.eId },
          {
            work: overlap.other,
            symbol: corpus.work(overlap.other)?.symbol ?? null,
            eId: overlap.otherEId,
            quote: overlap.otherQuote,
            span: { start: overlap.otherSpan.start, end: overlap.otherSpan.start + overlap.otherQuote.length },
            role: "conflicts-with",
          },
        ],
        eId: overlap.eId,
        confidence: sure,
        // a loosely reworded text of a document that has nothing to do with this one is a hint, no more
        ...(sure < HINT ? { severity: "low" as const } : {}),
        identity: `${overlap.eId} ${overlap.other} ${overlap.otherEId}`,
      };
    }
  },
});
