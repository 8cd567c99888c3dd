import { addDays, formatDate, type LegalDate } from "../../src/domain/legal-date.ts";
import type { Severity } from "../../src/domain/finding.ts";
import { effectClause, saysShortened } from "../../src/engine/effect-clause.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { isDraft, issueDay } from "../../src/engine/issue-day.ts";
import { defineRule, type ReferenceRow, type Subject } from "../../src/engine/rule.ts";

interface MinimumDays extends ReferenceRow {
  readonly level: string;
  readonly days: string;
  readonly basis_symbol: string;
}

export default defineRule({
  meta: {
    id: "effect-too-early",
    code: "I01",
    group: "effect-date",
    severity: "critical",
    maturity: "stable",
    title: "Thời điểm có hiệu lực sớm hơn mức tối thiểu",
    titleEn: "Takes effect earlier than the law allows",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_151__cl_1", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_53", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: (subject, day) =>
    subject.work.normative === "yes" || (subject.work.normative === "unsure" && isDraft(subject, day)),
  *check(_, context) {
    const { subject, day, table } = context;
    if (!isAlive(context) || saysShortened(subject)) return;
    const issued = issueDay(subject, day);
    if (issued === null) return;
    const minimum = table<MinimumDays>("minimum-days", issued).find((row) => row.level === subject.issuer.level);
    const effective = effectiveDay(subject, issued);
    const clause = effectClause(context);
    if (!minimum || !effective || !clause) return;
    // the count may begin with adoption or with signing: only what is too early by both is said
    const counted = [issued, subject.document.meta.adoptedOn?.value]
      .filter((d) => d !== undefined)
      .sort()[0] as LegalDate;
    const earliest = addDays(counted, Number(minimum.days));
    // before 01/7/2016 the clause "sau 10 ngày kể từ ngày ký" was the custom, and the rows are not verified
    if (effective >= earliest || !minimum.verified) return;
    const draft = isDraft(subject, day);
    const atOnce = effective <= addDays(issued, 1);
    yield {
      message: `${draft ? "Dự thảo dự kiến có hiệu lực" : "Văn bản có hiệu lực"} từ ngày ${formatDate(effective)}, chưa đủ ${minimum.days} ngày kể từ ngày ${draft ? `${formatDate(counted)} (ngày kiểm tra; chưa có ngày ban hành)` : formatDate(counted)}.`,
      why: `Văn bản loại này không được có hiệu lực sớm hơn ${minimum.days} ngày kể từ ngày thông qua hoặc ký ban hành (${minimum.source}); trong văn bản không thấy nêu trình tự, thủ tục rút gọn hay trường hợp đặc biệt.`,
      recommendation: draft
        ? `Lùi ngày có hiệu lực đến ít nhất ${minimum.days} ngày sau ngày dự kiến ban hành.`
        : "Kiểm tra hồ sơ ban hành: nếu theo trình tự rút gọn thì ghi nhận căn cứ; nếu không, chuyển kiểm tra văn bản (điểm về thời điểm có hiệu lực trái luật) và xử lý hậu quả của thời gian áp dụng sớm.",
      evidence: [clause],
      identity: effective,
      ...weight(subject, draft, atOnce),
    };
  },
});

/**
 * The Government and the ministers often use the shortened procedure without saying so in the text, and local bodies say at
 * least "kể từ ngày ký" then; a day between signing and the minimum has no such explanation.
 */
function weight({ issuer }: Subject, draft: boolean, atOnce: boolean): { severity?: Severity; confidence: number } {
  if (draft) return { confidence: 0.7 };
  if (issuer.level === "central") return { severity: "info", confidence: 0.4 };
  return atOnce ? { severity: "high", confidence: 0.8 } : { confidence: 0.93 };
}

/** The main day as a day: written, or counted from the signature. */
function effectiveDay({ facts }: Subject, issued: LegalDate): LegalDate | null {
  const { effectiveOn, how, days } = facts.commencement;
  if (effectiveOn) return effectiveOn;
  if (how === "on-signing") return issued;
  return how === "days-after" && days !== null ? addDays(issued, days) : null;
}
