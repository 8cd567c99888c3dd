import { formatDate } from "../../src/domain/legal-date.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { issueDay } from "../../src/engine/issue-day.ts";
import { defineRule, type ReferenceRow } from "../../src/engine/rule.ts";

interface GapRow extends ReferenceRow {
  readonly level: string;
  readonly why: string;
}

export default defineRule({
  meta: {
    id: "issuer-without-power",
    code: "D11",
    group: "competence",
    severity: "critical",
    maturity: "stable",
    title: "Cấp ban hành không có thẩm quyền ban hành văn bản quy phạm pháp luật vào ngày ký",
    titleEn: "On its day of issue this level had no power to make normative documents",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_4", from: "2025-04-01" },
      { symbol: "87/2025/QH15", eId: "art_1__cl_1", from: "2025-07-01" },
    ],
  },
  given: "document",
  when: ({ issuer, work }) => (issuer.level === "commune" || issuer.level === "district") && work.normative === "yes",
  *check(subject, context) {
    const issued = issueDay(subject, context.day);
    if (issued === null || !isAlive(context)) return;
    const row = context.table<GapRow>("levels-without-power", issued).find((r) => r.level === subject.issuer.level);
    if (!row) return;
    const title = subject.document.meta.issuedOn?.span;
    yield {
      message: `Văn bản do ${subject.work.issuer ?? "cơ quan cấp dưới"} ban hành ngày ${formatDate(issued)}, khi cấp này không có thẩm quyền ban hành văn bản quy phạm pháp luật.`,
      why: row.why,
      recommendation: "Bãi bỏ văn bản; nội dung cần thiết do cơ quan có thẩm quyền ban hành lại.",
      evidence: title ? [{ ...context.quote(title), eId: null }] : [],
      eId: null,
      identity: issued,
    };
  },
});
