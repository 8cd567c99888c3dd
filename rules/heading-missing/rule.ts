import { groupBy } from "../../src/domain/group-by.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** So many of the articles of one part must have a heading before one without is a slip. */
const NEARLY_ALL = 0.75;
const MIN_ARTICLES = 4;

export default defineRule({
  meta: {
    id: "heading-missing",
    code: "H04",
    group: "technique",
    severity: "low",
    maturity: "trial",
    title: "Điều không có tên trong văn bản mà các điều khác có tên",
    titleEn: "An article without heading among articles that have one",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_8__cl_3", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_7__cl_2", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.issuedOn !== null && work.issuedOn >= "2016-07-01" && work.normative === "yes",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const articles = subject.document.provisions.filter((p) => p.kind === "article");
    for (const list of groupBy(articles, (p) => /^att_[^_]+/u.exec(p.eId)?.[0] ?? "").values()) {
      const bare = list.filter(
        (p) => p.heading === null && beginsAtOnce(subject.document.text.slice(p.own.start, p.own.end)),
      );
      if (list.length < MIN_ARTICLES || bare.length === 0 || (list.length - bare.length) / list.length < NEARLY_ALL)
        continue;
      const where = placeNames(
        subject,
        bare.map((p) => p.eId),
      );
      yield {
        message: `${opening(where)} không có tên điều, trong khi ${list.length - bare.length} điều khác đều có tên.`,
        why: "Mỗi điều trong văn bản có bố cục theo điều phải có tên; thiếu tên thường là sót khi soạn thảo hoặc khi sao chép.",
        recommendation: `Bổ sung tên cho ${where} (đính chính).`,
        evidence: bare
          .slice(0, 5)
          .map((p) => context.quote({ start: p.own.start, end: Math.min(p.own.end, p.own.start + 200) })),
        eId: bare[0]?.eId ?? null,
        identity: bare.map((p) => p.eId).join(" "),
        confidence: 0.8,
      };
    }
  },
});

/** The first line is a sentence; a line without a full stop may be a heading that broke over two lines. */
const beginsAtOnce = (words: string): boolean =>
  /[.;:]\s*$/u.test(words.trim().split("\n")[0] ?? "") && words.length > 30;
