import { formatDate } from "../../src/domain/legal-date.ts";
import { endedOn, endingOf, reasonOf } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "replacer-suspended",
    code: "A19",
    group: "validity",
    severity: "high",
    maturity: "stable",
    title: "Văn bản thay thế đang tạm ngưng hiệu lực, văn bản cũ có thể được áp dụng lại",
    titleEn: "The replacing document is suspended: the old one may apply again",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_153", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_56", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check({ work }, { corpus, day }) {
    const period = endedOn(corpus, work.id, day);
    const ending = period ? endingOf(period) : null;
    if (!period || !ending?.work || ending.rule !== "replaced") return;
    const replacer = corpus.status(ending.work, day);
    if (replacer?.status !== "suspended") return;
    const suspension = replacer.because[0];
    yield {
      message: `${corpus.nameOf(work.id)} đã được thay thế bằng ${corpus.nameOf(ending.work)}, nhưng văn bản thay thế đang tạm ngưng hiệu lực${replacer.since ? ` từ ngày ${formatDate(replacer.since)}` : ""}.`,
      why: `Trong thời gian văn bản thay thế tạm ngưng hiệu lực, việc áp dụng lại văn bản cũ phải do cơ quan có thẩm quyền quyết định. ${reasonOf(replacer)}`,
      recommendation:
        "Tìm văn bản quyết định tạm ngưng có cho tiếp tục áp dụng văn bản cũ không; chưa có thì kiến nghị cơ quan ban hành quyết định, không tự áp dụng lại.",
      evidence: [ending, suspension].flatMap((b) =>
        b ? [{ work: b.work, symbol: b.symbol, eId: b.eId, quote: b.quote, span: b.span, role: "basis" as const }] : [],
      ),
      eId: null,
      identity: `${ending.work} ${suspension?.work ?? ""}`,
      confidence: 0.9,
    };
  },
});
