import { plain } from "../../src/domain/fold.ts";
import { definitions } from "../../src/engine/definitions.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Words of a term that is still looked for as it stands. */
const LONGEST = 5;

export default defineRule({
  meta: {
    id: "defined-term-unused",
    code: "K06",
    group: "terminology",
    severity: "info",
    maturity: "trial",
    title: "Thuật ngữ được giải thích nhưng không dùng",
    titleEn: "A term is defined and never used",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_7__cl_1", from: "2025-04-01" },
      { symbol: "80/2015/QH13", eId: "art_8__cl_1", from: "2016-07-01", to: "2025-04-01" },
    ],
  },
  given: "document",
  // a law may define for the texts that detail it
  when: ({ work }) =>
    work.normative === "yes" && work.type !== "luat" && work.type !== "bo-luat" && work.type !== "phap-lenh",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const defined = definitions(subject);
    const text = defined.length > 0 ? ` ${plain(subject.document.text)} ` : "";
    for (const { term, eId, span } of defined) {
      // a long phrase is used in parts, and a term with a short name under that name
      const words = subject.document.text.slice(span.start, span.end);
      if (term.split(" ").length > LONGEST || term.includes(",") || /sau đây (?:gọi|viết)/iu.test(words)) continue;
      const word = plain(term);
      const first = text.indexOf(` ${word} `);
      if (word === "" || first < 0 || text.indexOf(` ${word} `, first + word.length) >= 0) continue;
      yield {
        message: `${opening(placeName(subject, eId))} giải thích “${term}” nhưng văn bản không dùng từ này ở chỗ nào khác.`,
        why: "Từ ngữ được giải thích mà không dùng là thừa; có khi nơi cần dùng lại viết bằng từ khác.",
        recommendation: "Bỏ phần giải thích, hoặc dùng thống nhất từ đã giải thích.",
        evidence: [context.quote({ start: span.start, end: Math.min(span.end, span.start + 300) })],
        eId,
        identity: term,
        confidence: 0.65,
      };
    }
  },
});
