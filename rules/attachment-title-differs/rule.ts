import { plain } from "../../src/domain/fold.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Less in common than this is another matter, not another wording. */
const ALIKE = 0.55;
const ISSUES = /^(?:Về việc )?[Bb]an hành (?:Quy định|Quy chế)(?! phối hợp giữa)/u;

export default defineRule({
  meta: {
    id: "attachment-title-differs",
    code: "H14",
    group: "technique",
    severity: "low",
    maturity: "trial",
    title: "Tên phần kèm theo khác tên nêu trong văn bản ban hành",
    titleEn: "The attachment bears another title than the document announces",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_55", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_71", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    const { document } = subject;
    const title = document.meta.title;
    const [attached, more] = document.attachments.filter((a) => a.kind === "quy-dinh" || a.kind === "quy-che");
    if (!isAlive(context) || !title?.span || !attached?.title || more || !ISSUES.test(title.value)) return;
    const words = (text: string): ReadonlySet<string> =>
      new Set(
        plain(text)
          .split(" ")
          .filter((w) => !COMMON.has(w)),
      );
    const [a, b] = [words(title.value), words(attached.title)];
    const shared = [...a].filter((w) => b.has(w)).length;
    if (b.size < 3 || shared / Math.min(a.size, b.size) >= ALIKE) return;
    yield {
      message: `Văn bản “${title.value}” nhưng phần kèm theo mang tên “${attached.title}”.`,
      why: "Tên phần kèm theo phải khớp với tên nêu trong văn bản ban hành; khác nhau thì không rõ điều chỉnh nội dung nào.",
      recommendation: "Đối chiếu bản chính và đính chính tên cho thống nhất.",
      evidence: [{ ...context.quote(title.span), eId: null }],
      eId: attached.eId,
      identity: "title",
      confidence: 0.6,
    };
  },
});

const COMMON = new Set("ban hành quy định chế về việc trên địa bàn tỉnh thành phố và của các một số".split(" "));
