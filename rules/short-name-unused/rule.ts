import { plain } from "../../src/domain/fold.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";
import { shortNames } from "../../src/engine/short-names.ts";

export default defineRule({
  meta: {
    id: "short-name-unused",
    code: "K04",
    group: "terminology",
    severity: "info",
    maturity: "trial",
    title: "Tên gọi tắt được đặt ra nhưng không dùng",
    titleEn: "A short name is given and never used",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_7__cl_1", from: "2025-04-01" },
      { symbol: "80/2015/QH13", eId: "art_8__cl_1", from: "2016-07-01", to: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const given = shortNames(subject);
    const text = given.length > 0 ? ` ${plain(subject.document.text)} ` : "";
    for (const { name, start, end } of given) {
      const word = plain(name);
      const first = text.indexOf(` ${word} `);
      if (word === "" || first < 0 || /\d\//u.test(name)) continue;
      if (text.indexOf(` ${word} `, first + word.length) >= 0) continue;
      yield {
        message: `Tên gọi tắt “${name}” được đặt ra nhưng không dùng ở chỗ nào khác trong văn bản.`,
        why: "Tên gọi tắt không dùng làm văn bản rườm rà; có khi nơi cần dùng lại viết tên khác.",
        recommendation: "Bỏ tên gọi tắt, hoặc dùng thống nhất tên đã đặt.",
        evidence: [context.quote({ start, end })],
        identity: name,
        confidence: 0.7,
      };
    }
  },
});
