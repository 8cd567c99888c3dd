import { groupBy } from "../../src/domain/group-by.ts";
import { plain } from "../../src/domain/fold.ts";
import { definitions } from "../../src/engine/definitions.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "defined-twice",
    code: "K07",
    group: "terminology",
    severity: "medium",
    maturity: "stable",
    title: "Một thuật ngữ được giải thích hai lần khác nhau trong một văn bản",
    titleEn: "One term is defined twice in one document, differently",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_7__cl_1", from: "2025-04-01" },
      { symbol: "80/2015/QH13", eId: "art_8__cl_1", from: "2016-07-01", to: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    for (const same of groupBy(definitions(subject), (d) => plain(d.term)).values()) {
      if (same.length < 2 || new Set(same.map((d) => d.meaning)).size < 2) continue;
      const where = placeNames(
        subject,
        same.map((d) => d.eId),
      );
      yield {
        message: `${opening(where)} giải thích “${same[0]?.term ?? ""}” hai lần, khác nhau.`,
        why: "Một từ ngữ chỉ được có một nghĩa trong một văn bản.",
        recommendation: "Giữ một cách giải thích, bỏ cách còn lại.",
        evidence: same
          .slice(0, 3)
          .map((d) => context.quote({ start: d.span.start, end: Math.min(d.span.end, d.span.start + 300) })),
        eId: same[0]?.eId ?? null,
        identity: same[0]?.term ?? "",
      };
    }
  },
});
