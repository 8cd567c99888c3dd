import { overlaps } from "../../src/domain/span.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

const CATCH_ALL =
  /(?:[Cc]ác|[Nn]hững|[Mm]ọi) (?:văn bản|quy định|nội dung)(?! (?:quy định )?(?:tại|của|ban hành kèm))[^.;\n]{0,60}(?:trái với|không phù hợp với|trái) [^.;\n]{0,60}(?:bãi bỏ|hết hiệu lực|không còn hiệu lực|hủy bỏ)|[Bb]ãi bỏ (?:tất cả |các |mọi |những )(?:văn bản|quy định)[^.;\n]{0,40}(?:trái với|không phù hợp với|trái) [^.;\n]{0,40}này/u;

export default defineRule({
  meta: {
    id: "catch-all-repeal",
    code: "H06",
    group: "technique",
    severity: "high",
    maturity: "stable",
    title: "Bãi bỏ chung chung, không nêu rõ văn bản, điều khoản bị bãi bỏ",
    titleEn: "A catch-all repeal that names no document or clause",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_12__cl_2", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_66", from: "2025-04-01" },
    ],
  },
  given: "provision",
  // before the law of 2008 took effect it was the usual formula
  when: ({ work }) => work.issuedOn === null || work.issuedOn >= "2009-01-01",
  *check(unit, context) {
    const { document } = context.subject;
    const found = CATCH_ALL.exec(document.text.slice(unit.own.start, unit.own.end));
    if (!found || document.quotes.some((q) => overlaps(q, unit.own)) || !isAlive(context)) return;
    const start = unit.own.start + found.index;
    const where = placeName(context.subject, unit.eId);
    yield {
      message: `${opening(where)} bãi bỏ chung chung: “${found[0]}”.`,
      why: "Văn bản bãi bỏ phải liệt kê rõ văn bản, phần, điều, khoản bị bãi bỏ; bãi bỏ chung chung thì không ai biết quy định nào hết hiệu lực.",
      recommendation: `Sửa đổi ${where}: liệt kê từng văn bản, điều, khoản bị bãi bỏ.`,
      evidence: [context.quote({ start, end: start + found[0].length })],
      eId: unit.eId,
      identity: `${unit.eId} ${found[0]}`,
    };
  },
});
