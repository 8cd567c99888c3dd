import { basisLines, isCompetenceLine } from "../../src/engine/basis-lines.ts";
import { isAbolishingAct, isAmendingAct } from "../../src/engine/changed-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "content-basis-missing",
    code: "B05",
    group: "basis",
    severity: "medium",
    maturity: "trial",
    title: "Thiếu căn cứ quy định nội dung",
    titleEn: "The preamble names no document on the matter itself",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_61", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_62", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: (subject) =>
    subject.work.normative === "yes" &&
    (subject.work.issuedOn ?? "") >= "2016-07-01" &&
    !isAbolishingAct(subject) &&
    !isAmendingAct(subject),
  *check(subject, context) {
    const lines = basisLines(subject);
    const [first] = lines;
    if (!first || !isAlive(context) || lines.some((line) => !isCompetenceLine(line))) return;
    yield {
      message: "Phần căn cứ chỉ có luật về tổ chức và ban hành văn bản, không có văn bản quy định nội dung.",
      why: "Căn cứ ban hành gồm cả văn bản có hiệu lực pháp lý cao hơn quy định nội dung, giao quy định chi tiết hoặc quy định biện pháp thi hành.",
      recommendation:
        "Xác định luật, nghị định, thông tư, nghị quyết làm cơ sở của nội dung: có thì đính chính căn cứ; không có thì kiểm tra thẩm quyền ban hành nội dung đó.",
      evidence: lines.map((line) => context.quote(line.span)),
      eId: null,
      identity: "content",
      confidence: 0.6,
    };
  },
});
