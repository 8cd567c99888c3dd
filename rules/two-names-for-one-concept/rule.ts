import { isAlive } from "../../src/engine/ended-works.ts";
import { presentMentions } from "../../src/engine/mentions.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule, type ReferenceRow } from "../../src/engine/rule.ts";
import { termPattern } from "../../src/engine/term-pattern.ts";

interface Synonym extends ReferenceRow {
  readonly term: string;
  readonly other: string;
}

export default defineRule({
  meta: {
    id: "two-names-for-one-concept",
    code: "K01",
    group: "terminology",
    severity: "low",
    maturity: "trial",
    title: "Một khái niệm được gọi bằng hai thuật ngữ",
    titleEn: "One concept bears two names in one document",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_7__cl_1", from: "2025-04-01" },
      { symbol: "80/2015/QH13", eId: "art_8__cl_1", from: "2016-07-01", to: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    for (const { term, other, source } of context.table<Synonym>("synonyms", context.day)) {
      if (!subject.document.text.includes(other.split(" ").at(-1) ?? other)) continue;
      const [right, wrong] = [
        presentMentions(subject, termPattern([term])),
        presentMentions(subject, termPattern([other])),
      ];
      if (right.length === 0 || wrong.length === 0) continue;
      const where = placeNames(
        subject,
        wrong.map((m) => m.eId),
      );
      yield {
        message: `${opening(where)} dùng “${other}”, nơi khác trong văn bản dùng “${term}” cho cùng khái niệm.`,
        why: `Thuật ngữ phải dùng thống nhất trong một văn bản (${source}).`,
        recommendation: `Thống nhất dùng “${term}”.`,
        evidence: [...wrong.slice(0, 3), ...right.slice(0, 1)].map((m) => context.quote(m.span)),
        eId: wrong[0]?.eId ?? null,
        identity: `${term} ${other}`,
        confidence: 0.7,
      };
    }
  },
});
