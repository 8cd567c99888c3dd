import { conflictsWithin } from "../../src/engine/conflicts-within.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "conflict-within-document",
    code: "E09",
    group: "conflict",
    severity: "medium",
    maturity: "trial",
    title: "Hai phần của cùng một văn bản ghi con số khác nhau cho một nội dung",
    titleEn: "Two parts of one document give different figures for one matter",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_61", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_63", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    for (const conflict of conflictsWithin(subject)) {
      const [place, other] = [placeName(subject, conflict.subject.eId), placeName(subject, conflict.other.eId)];
      const pairs = conflict.differences.filter((d) => d.subject !== null && d.basis !== null);
      const said = pairs.map((d) => `“${d.subject?.text}” so với “${d.basis?.text}”`).join("; ");
      const at = (start: number, words: { readonly start: number; readonly text: string } | null) => ({
        start: start + (words?.start ?? 0),
        end: start + (words?.start ?? 0) + (words?.text.length ?? 0),
      });
      yield {
        message: `${opening(place)} và ${other} của cùng văn bản ghi khác nhau: ${said}.`,
        why: "Cùng một nội dung mà thân văn bản và phần kèm theo ghi hai con số thì không biết áp dụng con số nào.",
        recommendation: `Xác định con số đúng; đính chính nếu sai về kỹ thuật, sửa đổi ${place} hoặc ${other} nếu sai về nội dung.`,
        evidence: pairs.flatMap((d) => [
          { ...context.quote(at(conflict.subject.start, d.subject)), eId: conflict.subject.eId },
          { ...context.quote(at(conflict.other.start, d.basis), "conflicts-with"), eId: conflict.other.eId },
        ]),
        eId: conflict.subject.eId,
        confidence: Math.round((0.5 + 0.35 * conflict.score) * 100) / 100,
      };
    }
  },
});
