import { formatDate } from "../../src/domain/legal-date.ts";
import type { StatusPeriod } from "../../src/domain/status.ts";
import { changesOf, isAmendingAct } from "../../src/engine/changed-works.ts";
import { endedOn, endingOf, isAlive, proofOf, reasonOf } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "amending-document-orphaned",
    code: "A08",
    group: "validity",
    severity: "medium",
    maturity: "stable",
    title: "Văn bản sửa đổi, bổ sung còn lại khi văn bản được sửa đổi đã hết hiệu lực",
    titleEn: "An amending document outlives the document it amends",
    basis: [
      { symbol: "79/2025/NĐ-CP", eId: "art_38__cl_1" },
      { symbol: "64/2025/QH15", eId: "art_8", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: (subject) => isAmendingAct(subject) && subject.work.normative !== "no",
  *check({ work }, context) {
    if (!isAlive(context)) return;
    const { corpus, day } = context;
    const changed = [...changesOf(corpus, work.id)];
    const ended = changed.map(([id, effects]) => ({ id, effects, period: endedOn(corpus, id, day) }));
    const dead = ended.flatMap((e) =>
      e.period && !tookAlong(work.symbol, e.period) ? [{ ...e, period: e.period }] : [],
    );
    // one living target keeps the amending document needed
    if (dead.length === 0 || dead.length < changed.length) return;
    const last = dead
      .map((d) => d.period.since ?? "")
      .sort()
      .at(-1);
    yield {
      message: `${corpus.nameOf(work.id)} sửa đổi, bổ sung ${dead.map((d) => corpus.nameOf(d.id)).join("; ")}, đã hết hiệu lực toàn bộ${last ? ` từ ngày ${formatDate(last)}` : ""}, nhưng chưa được xử lý.`,
      why: `Nội dung sửa đổi, bổ sung không còn văn bản để áp dụng vào. ${dead.map((d) => reasonOf(d.period)).join(" ")}`,
      recommendation:
        "Nếu văn bản không có quy định riêng: đưa vào danh mục hết hiệu lực cùng văn bản được sửa đổi, hoặc bãi bỏ. Nếu có quy định riêng (điều khoản chuyển tiếp, sửa đổi văn bản khác): xác định phần còn áp dụng.",
      evidence: dead.flatMap((d) => [
        ...d.effects.slice(0, 2).map(({ evidence: { eId, quote, span } }) => ({
          work: work.id,
          symbol: work.symbol,
          eId,
          quote,
          span,
          role: "subject" as const,
        })),
        ...proofOf(corpus, d.id, d.period),
      ]),
      eId: null,
      identity: dead.map((d) => d.id).join(" "),
      confidence: 0.88,
    };
  },
});

/**
 * True where the end is known from the register only, or its clause names the amended document "đã được sửa đổi, bổ sung
 * theo …": then the amending document went with it.
 */
function tookAlong(symbol: string | null, period: StatusPeriod): boolean {
  const quote = endingOf(period)?.quote ?? "";
  return quote === "" || (symbol !== null && quote.includes(symbol)) || /sửa đổi, bổ sung/iu.test(quote);
}
