import { isDelegatedByLaw, isLivingLocalText, sentenceAt } from "../../src/engine/local-power.ts";
import { presentMentions } from "../../src/engine/mentions.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Bans on people at large; what an office or a member of a board must not do is its own matter. */
const BAN =
  /(?<!\p{L})(?:nghiêm cấm|cấm) (?:mọi )?(?:tổ chức|cá nhân|người dân|công dân|hộ gia đình|các hộ|doanh nghiệp|người (?:nhập cư|ngoại tỉnh|tạm trú|nước ngoài))[^.;\n]{3,160}|(?:công dân|người dân|hộ gia đình|cá nhân) (?:tạm trú |ngoài tỉnh |ngoại tỉnh )?không được (?:đăng ký|cư trú|mua|sở hữu|chuyển nhượng|kinh doanh|tham gia|tổ chức)[^.;\n]{3,160}/giu;

const BY_LAW =
  /theo quy định (?:của pháp luật|tại|của (?:Luật|Chính phủ))|pháp luật (?:cấm|nghiêm cấm)|trái (?:phép|pháp luật|quy định)/iu;

export default defineRule({
  meta: {
    id: "local-ban",
    code: "D08",
    group: "competence",
    severity: "critical",
    maturity: "trial",
    title: "Hạn chế quyền của tổ chức, công dân trong văn bản của địa phương",
    titleEn: "A local document restricts rights that only a law may restrict",
    basis: [{ symbol: "Hiến pháp 2013", eId: "art_14__cl_2" }],
  },
  given: "document",
  *check(subject, context) {
    if (!isLivingLocalText(context) || isDelegatedByLaw(subject)) return;
    for (const mention of presentMentions(subject, BAN)) {
      if (BY_LAW.test(`${mention.before}${mention.text}${mention.after}`)) continue;
      const where = placeName(subject, mention.eId);
      yield {
        message: `${opening(where)} có quy định cấm đoán cần đối chiếu với luật: “${mention.text}”.`,
        why: "Quyền con người, quyền công dân chỉ bị hạn chế theo quy định của luật.",
        recommendation: `Tìm điều luật cho phép hạn chế và viện dẫn; nếu không có thì bãi bỏ quy định tại ${where}.`,
        evidence: [{ ...context.quote(sentenceAt(subject, mention.span.start)), eId: mention.eId }],
        eId: mention.eId,
        identity: `${mention.eId} ${mention.text}`,
        confidence: 0.6,
      };
    }
  },
});
