import type { WorkId } from "../../src/domain/work.ts";
import { type BasisLineView, basisLines } from "../../src/engine/basis-lines.ts";
import { isAmender } from "../../src/engine/cited-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "duplicate-basis",
    code: "B08",
    group: "basis",
    severity: "low",
    maturity: "stable",
    title: "Một văn bản được nêu làm căn cứ hai lần",
    titleEn: "One document is named twice as a legal basis",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_61", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_62", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const lines = new Map<WorkId, BasisLineView[]>();
    for (const line of basisLines(subject)) {
      for (const citation of line.citations) {
        if (isAmender(subject, citation) || /sửa đổi, bổ sung/iu.test(line.text)) continue;
        for (const { resolution, eIds, self } of citation.targets) {
          // units of one law may each be named where they give the power
          if (self || resolution.kind !== "work" || eIds.length > 0) continue;
          const known = lines.get(resolution.work) ?? [];
          if (!known.includes(line)) lines.set(resolution.work, [...known, line]);
        }
      }
    }
    for (const [id, places] of lines) {
      if (places.length < 2) continue;
      yield {
        message: `${context.corpus.nameOf(id)} được nêu làm căn cứ ${places.length} lần.`,
        why: "Mỗi căn cứ chỉ nêu một lần.",
        recommendation: subject.draft
          ? "Bỏ dòng trùng."
          : "Đính chính: bỏ dòng trùng; kiểm tra dòng thứ hai có định nêu văn bản khác không.",
        evidence: places.map((line) => context.quote(line.span)),
        eId: null,
        identity: id,
        confidence: 0.92,
      };
    }
  },
});
