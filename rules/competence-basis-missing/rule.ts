import { plain } from "../../src/domain/fold.ts";
import type { Severity } from "../../src/domain/finding.ts";
import { basisLines } from "../../src/engine/basis-lines.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { issueDay } from "../../src/engine/issue-day.ts";
import { defineRule, type ReferenceRow } from "../../src/engine/rule.ts";

interface CompetenceBasis extends ReferenceRow {
  readonly organ: string;
  readonly which: string;
  /** Names by which the law may be called, parted by `|`. */
  readonly words: string;
  readonly severity: string;
}

export default defineRule({
  meta: {
    id: "competence-basis-missing",
    code: "B04",
    group: "basis",
    severity: "medium",
    maturity: "stable",
    title: "Thiếu căn cứ quy định thẩm quyền ban hành",
    titleEn: "The preamble lacks the law that gives power to issue",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_61", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_62", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes",
  *check(subject, context) {
    const lines = basisLines(subject);
    const issued = issueDay(subject, context.day);
    const [first] = lines;
    if (!first || issued === null || !isAlive(context)) return;
    const preamble = ` ${plain(lines.map((l) => l.text).join(" "))} `.replaceAll(" uỷ ", " ủy ");
    const needed = context.table<CompetenceBasis>("competence-bases", issued);
    for (const row of needed.filter((r) => r.organ === subject.issuer.organ)) {
      const names = row.words.split("|");
      if (names.some((name) => preamble.includes(` ${plain(name)} `))) continue;
      const law = `Luật ${names[0] ?? ""}`;
      yield {
        message: `Phần căn cứ không có ${law}.`,
        why: `Căn cứ ban hành gồm văn bản quy định thẩm quyền, chức năng của cơ quan ban hành và văn bản quy định nội dung (${row.source}).`,
        recommendation: subject.draft
          ? `Bổ sung ${law} đang có hiệu lực vào phần căn cứ.`
          : `Đính chính: bổ sung ${law} có hiệu lực tại ngày ban hành vào phần căn cứ.`,
        evidence: [context.quote(first.span)],
        eId: null,
        identity: row.which,
        severity: row.severity as Severity,
        confidence: 0.9,
      };
    }
  },
});
