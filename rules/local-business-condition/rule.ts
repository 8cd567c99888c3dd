import { isDelegatedByLaw, isLivingLocalText, sentenceAt } from "../../src/engine/local-power.ts";
import { presentMentions } from "../../src/engine/mentions.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

const CONDITION =
  /(?<!\p{L})(?:chỉ được (?:phép )?(?:kinh doanh|hoạt động kinh doanh|hành nghề|mở cửa hàng)[^.;\n]{0,60}(?:khi|nếu|sau khi)|điều kiện (?:đầu tư )?kinh doanh(?! (?:theo|thuận lợi|bình đẳng|của doanh nghiệp))|muốn kinh doanh[^.;\n]{0,60}phải|phải (?:có|xin|được cấp) (?:giấy phép|giấy chứng nhận|giấy xác nhận) (?:kinh doanh|hành nghề|hoạt động|đủ điều kiện)[^.;\n]{0,40})/giu;

/** What a law asks may be said again. */
const BY_LAW =
  /theo quy định (?:của pháp luật|tại|của (?:Luật|Chính phủ))|theo (?:Luật|Nghị định)|pháp luật (?:về|có)/iu;

export default defineRule({
  meta: {
    id: "local-business-condition",
    code: "D06",
    group: "competence",
    severity: "critical",
    maturity: "trial",
    title: "Đặt điều kiện đầu tư kinh doanh, giấy phép trong văn bản của địa phương",
    titleEn: "A local document lays down a business condition or licence",
    basis: [
      { symbol: "61/2020/QH14", eId: "art_7", from: "2021-01-01", to: "2026-07-01" },
      { symbol: "143/2025/QH15", eId: null, from: "2026-07-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isLivingLocalText(context) || isDelegatedByLaw(subject)) return;
    for (const mention of presentMentions(subject, CONDITION)) {
      if (BY_LAW.test(`${mention.before}${mention.text}${mention.after}`)) continue;
      const where = placeName(subject, mention.eId);
      yield {
        message: `${opening(where)} có thể đã đặt điều kiện đầu tư kinh doanh: “${mention.text}”.`,
        why: "Điều kiện đầu tư kinh doanh chỉ do luật, pháp lệnh, nghị định và điều ước quốc tế quy định; bộ, hội đồng nhân dân, ủy ban nhân dân không được ban hành.",
        recommendation: `Đối chiếu với luật chuyên ngành: điều kiện không có trong luật, nghị định thì bãi bỏ tại ${where}.`,
        evidence: [{ ...context.quote(sentenceAt(subject, mention.span.start)), eId: mention.eId }],
        eId: mention.eId,
        identity: `${mention.eId} ${mention.text}`,
        confidence: 0.7,
      };
    }
  },
});
