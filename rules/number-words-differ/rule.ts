import { isAlive } from "../../src/engine/ended-works.ts";
import { spelledFigures } from "../../src/engine/number-words.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "number-words-differ",
    code: "H16",
    group: "technique",
    severity: "medium",
    maturity: "stable",
    title: "Số viết bằng chữ khác số viết bằng chữ số",
    titleEn: "A number in words differs from its figure",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_61", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_9", from: "2025-04-01" },
    ],
  },
  given: "provision",
  *check(unit, context) {
    const { subject } = context;
    if (!isAlive(context)) return;
    for (const found of spelledFigures(subject.document.text.slice(unit.own.start, unit.own.end))) {
      if (found.figure === found.words) continue;
      yield {
        message: `${opening(placeName(subject, unit.eId))} ghi “${found.text}”: chữ số là ${found.figure}, chữ viết là ${found.words}.`,
        why: "Hai cách viết cho hai kết quả khác nhau; người áp dụng không biết theo số nào.",
        recommendation: "Đối chiếu bản chính và đính chính.",
        evidence: [context.quote({ start: unit.own.start + found.start, end: unit.own.start + found.end })],
        eId: unit.eId,
        identity: `${unit.eId} ${found.text}`,
      };
    }
  },
});
