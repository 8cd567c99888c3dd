import { addDays, formatDate } from "../../src/domain/legal-date.ts";
import { effectClause } from "../../src/engine/effect-clause.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { issueDay } from "../../src/engine/issue-day.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "effect-not-concrete",
    code: "I02",
    group: "effect-date",
    severity: "medium",
    maturity: "stable",
    title: "Không ghi ngày, tháng, năm cụ thể có hiệu lực",
    titleEn: "The effect clause names no calendar day",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_38__cl_1", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_67__cl_2", from: "2025-04-01" },
    ],
  },
  given: "document",
  // the duty to name the day came with the Law of 2015; "kể từ ngày ký" is looked at by effect-too-early
  when: (subject, day) =>
    subject.work.normative === "yes" &&
    (issueDay(subject, day) ?? "") >= "2016-07-01" &&
    subject.facts.commencement.how === "days-after",
  *check({ work, facts }, context) {
    const clause = effectClause(context);
    if (!clause || !isAlive(context)) return;
    const { days } = facts.commencement;
    const counted = work.issuedOn !== null && days !== null ? addDays(work.issuedOn, days) : null;
    yield {
      message: `Điều khoản thi hành chỉ ghi “sau ${days ?? "…"} ngày”, không xác định ngày, tháng, năm có hiệu lực.`,
      why: `Văn bản phải xác định cụ thể ngày, tháng, năm có hiệu lực thi hành.${counted ? ` Tính từ ngày ban hành thì là ngày ${formatDate(counted)}.` : ""}`,
      recommendation: counted
        ? `Đính chính, ghi rõ ngày có hiệu lực (${formatDate(counted)}), sau khi đối chiếu bản gốc và Công báo.`
        : "Ghi rõ ngày, tháng, năm có hiệu lực.",
      evidence: [clause],
      identity: "days-after",
    };
  },
});
