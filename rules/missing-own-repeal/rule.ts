import { sliceOf } from "../../src/domain/span.ts";
import { isAbolishingAct, isAmendingAct } from "../../src/engine/changed-works.ts";
import { differingUnits } from "../../src/engine/differing-units.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { ownEarlier } from "../../src/engine/own-earlier.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** One document may differ in many places; a jurist needs the first few. */
const SHOWN = 5;

export default defineRule({
  meta: {
    id: "missing-own-repeal",
    code: "L01",
    group: "draft",
    severity: "high",
    maturity: "stable",
    title: "Quy định khác văn bản của chính cơ quan mình mà không sửa đổi, bãi bỏ",
    titleEn: "Differs from the issuer's own earlier rule and does not end it",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_12__cl_2", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_8__cl_5", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: (subject) =>
    (subject.work.normative === "yes" || (subject.draft === true && subject.work.normative === "unsure")) &&
    !isAmendingAct(subject) &&
    !isAbolishingAct(subject),
  near: ownEarlier,
  *check(subject, context) {
    const { corpus, day, quote } = context;
    if (!isAlive(context)) return;
    for (const id of ownEarlier(subject, corpus, day)) {
      const earlier = corpus.subject(id);
      if (!earlier) continue;
      const changed = new Set((corpus.status(id, day)?.units ?? []).map((u) => u.eId));
      const pairs = differingUnits(subject, earlier).filter((p) => !changed.has(p.other.eId));
      for (const { own, other, why, score } of pairs.slice(0, SHOWN)) {
        const name = corpus.nameOf(id);
        yield {
          message: `${opening(placeName(subject, own.eId))} quy định khác ${placeName(earlier, other.eId)} ${name} đang có hiệu lực, mà không sửa đổi, bãi bỏ quy định đó.`,
          why: `Khi ban hành văn bản, cơ quan ban hành phải sửa đổi, bãi bỏ quy định khác của chính mình, hoặc nêu rõ quy định nào tiếp tục áp dụng. ${why}`,
          recommendation: subject.draft
            ? `Bổ sung vào điều khoản thi hành: “Bãi bỏ ${placeName(earlier, other.eId)} ${name}.”; hoặc thay thế cả văn bản nếu không còn nội dung khác.`
            : `Bãi bỏ hoặc sửa đổi ${placeName(earlier, other.eId)} ${name}. Trong khi chờ xử lý, áp dụng văn bản ban hành sau của cùng cơ quan.`,
          evidence: [
            quote(own.own),
            {
              work: id,
              symbol: earlier.work.symbol,
              eId: other.eId,
              quote: sliceOf(earlier.document.text, other.own),
              span: other.own,
              role: "conflicts-with",
            },
          ],
          eId: own.eId,
          identity: `${id} ${other.eId}`,
          confidence: Math.min(0.92, 0.5 + score / 2),
        };
      }
    }
  },
});
