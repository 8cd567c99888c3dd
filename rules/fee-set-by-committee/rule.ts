import { isLivingLocalText, sentenceAt } from "../../src/engine/local-power.ts";
import { presentMentions } from "../../src/engine/mentions.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** A fee with its sum; "phí" also ends other words (chi phí, kinh phí, học phí), which are none. */
const FEE =
  /(?<![\p{L}\p{N}])(?:mức thu )?(?<!chi |kinh |học |viện |cước |lãng |án |Chi |Kinh |Học )(?:phí|lệ phí) (?!bảo trì|vận chuyển|dịch vụ|quản lý dự án|tư vấn|hợp lý|tổn)[^.;\n]{2,80}?\d[\d.]{2,14}\s?đồng/giu;

/** A sum that a higher text has set. */
const BY_REFERENCE = /theo (?:quy định|Nghị quyết|Thông tư|mức thu)|Nghị quyết số/iu;

export default defineRule({
  meta: {
    id: "fee-set-by-committee",
    code: "D02",
    group: "competence",
    severity: "critical",
    maturity: "trial",
    title: "Ủy ban nhân dân quy định mức phí, lệ phí thuộc thẩm quyền của Hội đồng nhân dân",
    titleEn: "A people's committee sets a fee that only the council may set",
    basis: [{ symbol: "97/2015/QH13", eId: "art_21" }],
  },
  given: "document",
  when: ({ issuer, work }) =>
    issuer.organ === "ubnd" && issuer.level === "province" && (work.issuedOn === null || work.issuedOn >= "2017-01-01"),
  *check(subject, context) {
    if (!isLivingLocalText(context)) return;
    for (const mention of presentMentions(subject, FEE)) {
      if (BY_REFERENCE.test(`${mention.before}${mention.text}${mention.after}`)) continue;
      const where = placeName(subject, mention.eId);
      yield {
        message: `${opening(where)} quy định mức thu: “${mention.text}”.`,
        why: "Mức thu phí, lệ phí thuộc thẩm quyền của địa phương do Hội đồng nhân dân cấp tỉnh quyết định.",
        recommendation: `Bãi bỏ mức thu tại ${where}; viện dẫn nghị quyết của Hội đồng nhân dân hoặc trình Hội đồng nhân dân ban hành.`,
        evidence: [{ ...context.quote(sentenceAt(subject, mention.span.start)), eId: mention.eId }],
        eId: mention.eId,
        identity: `${mention.eId} ${mention.text}`,
        confidence: 0.75,
      };
    }
  },
});
