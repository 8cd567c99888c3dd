import { clauseOf, spokenOf } from "../../src/engine/evidence.ts";
import { changesOf, isAmendingAct } from "../../src/engine/changed-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** A document of a handful of articles is soon more than half. */
const LEAST_ARTICLES = 6;

export default defineRule({
  meta: {
    id: "amends-more-than-half",
    code: "L02",
    group: "draft",
    severity: "medium",
    maturity: "stable",
    title: "Sửa đổi quá nửa số điều nhưng không ban hành văn bản thay thế",
    titleEn: "Amends more than half of the articles instead of replacing the document",
    basis: [{ symbol: "64/2025/QH15", eId: "art_8__cl_4__point_b", from: "2025-04-01" }],
  },
  given: "document",
  when: (subject, day) => isAmendingAct(subject) && (subject.work.issuedOn ?? day) >= "2025-04-01",
  *check({ work, draft }, context) {
    const { corpus } = context;
    if (!isAlive(context)) return;
    for (const [target, effects] of changesOf(corpus, work.id)) {
      const articles = articlesOf(corpus.units(target) ?? new Set());
      // an inserted article is new; what is amended or repealed was there before
      const touched = articlesOf(
        new Set(effects.flatMap((e) => (e.targetEId && e.action !== "insert" ? [e.targetEId] : []))),
      );
      const known = [...touched].filter((a) => articles.has(a));
      if (articles.size < LEAST_ARTICLES || known.length * 2 <= articles.size) continue;
      const [first] = effects;
      yield {
        message: `Sửa đổi, bãi bỏ ${known.length} trong ${articles.size} điều của ${corpus.nameOf(target)}.`,
        why: "Văn bản được sửa đổi, bổ sung quá một nửa số điều thì phải ban hành văn bản thay thế.",
        recommendation: draft
          ? "Xây dựng lại dự thảo thành văn bản thay thế."
          : "Khi sửa đổi tiếp theo, ban hành văn bản thay thế; trong khi chờ, lập văn bản hợp nhất để áp dụng.",
        evidence: first ? [clauseOf(corpus, first, "subject"), spokenOf(corpus, target)] : [],
        eId: null,
        identity: target,
        confidence: 0.9,
      };
    }
  },
});

/** Articles, those of an attached regulation included: `art_5`, `att_1__art_5`. */
function articlesOf(units: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const eId of units) {
    const article = /^(?:att_[^_]+__)?art_[^_]+/u.exec(eId)?.[0];
    if (article) found.add(article);
  }
  return found;
}
