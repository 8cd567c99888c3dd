import { canonicalSymbol, symbolKey } from "../../src/domain/symbol.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { isDraft } from "../../src/engine/issue-day.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Right under the title of what is attached. */
const WITH =
  /\(?\s?(?:Ban hành )?[Kk]èm theo (?:Quyết định|Nghị quyết|Thông tư|Nghị định) số:? ?(\d{1,4}[a-zđ]?\/\d{4}\/[\p{L}-]{2,20})/u;
const HEAD = 800;

export default defineRule({
  meta: {
    id: "attachment-symbol-differs",
    code: "H12",
    group: "technique",
    severity: "medium",
    maturity: "stable",
    title: "Số, ký hiệu ghi ở phần kèm theo khác số, ký hiệu của văn bản",
    titleEn: "The attachment names another number than the document has",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_55", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_71", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.symbol !== null,
  *check(subject, context) {
    if (!isAlive(context) || isDraft(subject, context.day)) return;
    const { document, work } = subject;
    for (const { span, eId } of document.attachments) {
      const found = WITH.exec(document.text.slice(span.start, Math.min(span.end, span.start + HEAD)));
      // a symbol broken by the end of a line is part of the right one
      if (!found || symbolKey(work.symbol as string).startsWith(symbolKey(found[1] as string))) continue;
      const start = span.start + found.index;
      yield {
        message: `Phần kèm theo ghi ban hành theo số ${canonicalSymbol(found[1] as string)}, khác số của văn bản là ${work.symbol}.`,
        why: "Số, ký hiệu ở phần kèm theo phải là số, ký hiệu của chính văn bản; ghi khác thì viện dẫn sai.",
        recommendation: "Đối chiếu bản chính và đính chính số, ký hiệu ở phần kèm theo.",
        evidence: [{ ...context.quote({ start, end: start + found[0].length }), eId }],
        eId,
        identity: `${eId} ${found[1]}`,
        confidence: 0.85,
      };
      return;
    }
  },
});
