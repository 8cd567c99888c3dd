import { isAlive } from "../../src/engine/ended-works.ts";
import { presentMentions } from "../../src/engine/mentions.ts";
import { defineRule, type Subject } from "../../src/engine/rule.ts";

/** What an office plans, organises or arranges for itself is no norm. */
const INDIVIDUAL =
  /kế hoạch|chương trình|đề án|dự án|phê duyệt|thành lập|kiện toàn|giao (?:chỉ tiêu|nhiệm vụ|biên chế|dự toán)|khen thưởng|công bố|công nhận|phân công|bổ nhiệm|quy hoạch|chức năng, nhiệm vụ|quy chế (?:làm việc|hoạt động|phối hợp|tổ chức)|nội bộ|thủ tục hành chính|bãi bỏ|đính chính|ủy quyền|quy trình/iu;

/** Rules for everybody. */
const RULE_FOR_ALL =
  /(?<!\p{L})(?:(?:mọi |các )?(?:tổ chức, cá nhân|hộ gia đình|người dân|chủ phương tiện|chủ cơ sở|doanh nghiệp)[^.;\n]{0,80}(?:phải|không được|có trách nhiệm|được hỗ trợ|được hưởng)|nghiêm cấm)(?!\p{L})/giu;
const ENOUGH = 3;

export default defineRule({
  meta: {
    id: "norms-in-individual-act",
    code: "D01",
    group: "competence",
    severity: "critical",
    maturity: "trial",
    title: "Quy phạm pháp luật trong văn bản hành chính, quyết định cá biệt",
    titleEn: "Norms in an administrative document",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_14", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "79/2025/NĐ-CP", eId: "art_4__cl_2", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work, issuer }) =>
    work.symbol !== null &&
    // before 2005 normative decisions bore no year
    (work.issuedOn === null || work.issuedOn >= "2005-04-01") &&
    !/\/\d{4}\//u.test(work.symbol) &&
    ["quyet-dinh", "cong-van", "ke-hoach"].includes(work.type) &&
    issuer.level !== "unknown",
  *check(subject, context) {
    if (!isAlive(context) || INDIVIDUAL.test(subject.document.meta.title?.value ?? "") || !hasScope(subject)) return;
    const rules = presentMentions(subject, RULE_FOR_ALL);
    if (rules.length < ENOUGH) return;
    yield {
      message: `Văn bản không mang hình thức văn bản quy phạm pháp luật nhưng có ${rules.length} quy định bắt buộc chung.`,
      why: "Quy tắc xử sự chung áp dụng nhiều lần chỉ được đặt trong văn bản quy phạm pháp luật, đúng hình thức và trình tự.",
      recommendation: "Bãi bỏ nội dung quy phạm; nếu cần thì ban hành bằng văn bản quy phạm pháp luật đúng thẩm quyền.",
      evidence: rules.slice(0, 5).map((m) => context.quote(m.span)),
      eId: null,
      identity: "norms",
      confidence: 0.6,
    };
  },
});

const hasScope = ({ document }: Subject): boolean =>
  document.provisions.some((p) => /đối tượng áp dụng/iu.test(p.heading ?? ""));
