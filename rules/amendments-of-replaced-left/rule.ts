import { spokenOf } from "../../src/engine/evidence.ts";
import type { Effect } from "../../src/domain/effect.ts";
import type { WorkId } from "../../src/domain/work.ts";
import { isAmendingAct, isWholeEnd, livingAmenders } from "../../src/engine/changed-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule, type RuleContext, type RuleFinding } from "../../src/engine/rule.ts";

/** "và các văn bản sửa đổi, bổ sung": the clause takes them along without naming them. */
const TAKES_ALL = /(?:các )?(?:văn bản|nghị định|quyết định|nghị quyết|thông tư)[^.;]{0,40} sửa đổi, bổ sung/iu;

export default defineRule({
  meta: {
    id: "amendments-of-replaced-left",
    code: "A09",
    group: "validity",
    severity: "medium",
    maturity: "stable",
    title: "Thay thế văn bản nhưng không nêu các văn bản đã sửa đổi, bổ sung văn bản đó",
    titleEn: "A document is replaced, its amending documents are not named",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_12__cl_2", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_8__cl_5", from: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_67", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check({ work }, context) {
    if (!isAlive(context)) return;
    for (const effect of context.corpus.effectsBy(work.id)) {
      if (!effect.applied || effect.target === work.id || !isWholeEnd(effect)) continue;
      const left = leftBy(effect, context);
      if (left.length > 0) yield say(effect, left, context);
    }
  },
});

/** Amending documents of the ended one that live on and that this document does not name at all. */
function leftBy(effect: Effect, { corpus, subject, day }: RuleContext): readonly WorkId[] {
  if (TAKES_ALL.test(effect.evidence.quote)) return [];
  const named = new Set(corpus.effectsBy(subject.work.id).map((e) => e.target));
  const when = effect.from !== null && effect.from > day ? effect.from : day;
  return livingAmenders(corpus, effect.target, when).filter((id) => {
    const work = corpus.work(id);
    if (id === subject.work.id || named.has(id) || work?.known !== "text" || !isAmendingAct({ work })) return false;
    // "Luật A đã được sửa đổi, bổ sung theo Luật số …" names it all the same
    return work.symbol === null || !effect.evidence.quote.includes(work.symbol);
  });
}

function say(effect: Effect, left: readonly WorkId[], { corpus, subject }: RuleContext): RuleFinding {
  const { eId, quote, span } = effect.evidence;
  const names = left.map((id) => corpus.nameOf(id)).join("; ");
  return {
    message: `Thay thế, bãi bỏ ${corpus.nameOf(effect.target)} nhưng không nêu văn bản sửa đổi, bổ sung văn bản đó: ${names}.`,
    why: "Văn bản bị thay thế, bãi bỏ phải được liệt kê cụ thể; văn bản sửa đổi, bổ sung không được nêu thì vẫn còn trong danh mục văn bản có hiệu lực dù không còn gì để áp dụng.",
    recommendation: subject.draft
      ? `Bổ sung vào điều khoản thi hành của dự thảo: ${names}.`
      : `Bãi bỏ hoặc công bố hết hiệu lực: ${names}.`,
    evidence: [
      { work: subject.work.id, symbol: subject.work.symbol, eId, quote, span, role: "subject" },
      ...left.map((id) => spokenOf(corpus, id)),
    ],
    identity: `${effect.target} ${left.join(" ")}`,
    confidence: 0.88,
  };
}
