import { formatDate } from "../../src/domain/legal-date.ts";
import { citedWorks, successorName } from "../../src/engine/cited-works.ts";
import { endedOn, isAlive, proofOf, reasonOf, since } from "../../src/engine/ended-works.ts";
import { isDraft, issueDay } from "../../src/engine/issue-day.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "expired-legal-basis",
    code: "B01",
    group: "basis",
    severity: "high",
    maturity: "stable",
    title: "Căn cứ ban hành đã hết hiệu lực tại thời điểm ban hành",
    titleEn: "A legal basis had already expired when the document was issued",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_61", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_62", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    const { corpus, day, quote } = context;
    const issued = issueDay(subject, day);
    if (issued === null || !isAlive(context)) return;
    for (const { id, citations } of citedWorks(subject, ["basis"])) {
      const period = endedOn(corpus, id, issued);
      const ended = period?.since ?? period?.from ?? null;
      if (!period || ended === null || ended >= issued) continue;
      yield {
        message: `Căn cứ ${corpus.nameOf(id)} đã hết hiệu lực${since(ended)}, trước ngày ${isDraft(subject, day) ? "kiểm tra dự thảo" : "ban hành"} ${formatDate(issued)}.`,
        why: `Căn cứ ban hành phải là văn bản có hiệu lực pháp lý cao hơn đang có hiệu lực, hoặc đã công bố và có hiệu lực không muộn hơn văn bản. ${reasonOf(period)}`,
        recommendation: subject.draft
          ? `Thay căn cứ trong dự thảo bằng ${successorName(corpus, id) ?? "văn bản đang có hiệu lực"} và đối chiếu nội dung theo văn bản đó.`
          : `Nếu nội dung vẫn phù hợp với ${successorName(corpus, id) ?? "văn bản mới"}: đính chính căn cứ ban hành. Nếu nội dung dựa vào quy định đã hết hiệu lực: sửa đổi, bổ sung hoặc thay thế văn bản.`,
        evidence: [...citations.map((c) => quote(c.span)), ...proofOf(corpus, id, period)],
        eId: null,
        identity: id,
        confidence: corpus.work(id)?.known === "register" ? 0.9 : 0.95,
      };
    }
  },
});
