import { clauseOf, spokenOf } from "../../src/engine/evidence.ts";
import type { Effect } from "../../src/domain/effect.ts";
import { formatDate, type LegalDate } from "../../src/domain/legal-date.ts";
import { isWholeEnd } from "../../src/engine/changed-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule, type RuleContext } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "replaced-twice",
    code: "A16",
    group: "validity",
    severity: "medium",
    maturity: "stable",
    title: "Thay thế, bãi bỏ văn bản đã bị thay thế, bãi bỏ trước đó",
    titleEn: "Replaces or abolishes a document that had been ended before",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_12", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_8__cl_3", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check({ work }, context) {
    if (!isAlive(context)) return;
    const { corpus } = context;
    const issued = work.issuedOn;
    if (issued === null) return;
    for (const own of corpus.effectsBy(work.id)) {
      if (!own.applied || own.target === work.id || !isWholeEnd(own)) continue;
      const first = endedBefore(own, issued, context);
      if (!first) continue;
      const { eId, quote, span } = own.evidence;
      yield {
        message: `Thay thế, bãi bỏ ${corpus.nameOf(own.target)}, nhưng văn bản này đã bị ${corpus.nameOf(first.source)} thay thế, bãi bỏ từ ngày ${formatDate(first.from)}.`,
        why: "Văn bản đã hết hiệu lực thì không còn gì để thay thế, bãi bỏ; có thể số, ký hiệu ghi nhầm, hoặc văn bản cần thay thế bị bỏ sót.",
        recommendation:
          "Đối chiếu số, ký hiệu, ngày của văn bản bị thay thế. Nhầm số: đính chính và bãi bỏ đúng văn bản còn hiệu lực; thừa: bỏ khi sửa đổi.",
        evidence: [
          { work: work.id, symbol: work.symbol, eId, quote, span, role: "subject" },
          spokenOf(corpus, own.target),
          clauseOf(corpus, first),
        ],
        identity: `${own.target} ${first.source}`,
        confidence: first.origin === "text" ? 0.92 : 0.7,
      };
    }
  },
});

/** Replaced, abolished, or declared ended by a normative document; a published list only tells of ends. */
const endsWholly = (e: Effect, corpus: RuleContext["corpus"]): boolean =>
  isWholeEnd(e) ||
  (e.action === "expire" &&
    e.targetEId === null &&
    e.exception === null &&
    e.origin === "text" &&
    corpus.work(e.source)?.normative === "yes");

/**
 * Another document's clause that had ended the target before this one was issued. Not so where the target was kept or
 * revived since, where the clause stands in a published list, or where two documents share one succession.
 */
function endedBefore(
  own: Effect,
  issued: LegalDate,
  { corpus }: RuleContext,
): (Effect & { readonly from: LegalDate }) | null {
  const all = corpus.effectsOn(own.target);
  const first = all.find(
    (e): e is Effect & { readonly from: LegalDate } =>
      e.applied && e.source !== own.source && endsWholly(e, corpus) && e.from !== null && e.from < issued,
  );
  if (!first) return null;
  const revived = all.some(
    (e) => (e.action === "extend" || e.action === "resume") && e.from !== null && e.from >= first.from,
  );
  const undone = corpus
    .effectsOn(first.source)
    .some(
      (e) =>
        e.applied &&
        e.targetEId === null &&
        (e.action === "suspend" || (isWholeEnd(e) && (e.from ?? "") <= first.from)),
    );
  return revived || undone ? null : first;
}
