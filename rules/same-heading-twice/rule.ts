import { groupBy } from "../../src/domain/group-by.ts";
import { plain } from "../../src/domain/fold.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "same-heading-twice",
    code: "H17",
    group: "technique",
    severity: "low",
    maturity: "trial",
    title: "Hai điều trùng tên trong cùng một chương",
    titleEn: "Two articles of one chapter bear the same heading",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_62", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_63", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const headed = subject.document.provisions.filter(
      (p) => p.kind === "article" && (p.heading ?? "").split(" ").length >= 3,
    );
    for (const same of groupBy(headed, (p) => `${p.parent ?? ""} ${plain(p.heading ?? "")}`).values()) {
      if (same.length < 2) continue;
      const where = placeNames(
        subject,
        same.map((p) => p.eId),
      );
      yield {
        message: `${opening(where)} cùng mang tên “${same[0]?.heading ?? ""}”.`,
        why: "Hai điều trùng tên trong một chương thường là quy định lặp hoặc đặt tên nhầm.",
        recommendation: "Xem xét gộp hai điều hoặc đặt lại tên cho đúng nội dung.",
        evidence: same
          .slice(0, 3)
          .map((p) => context.quote({ start: p.own.start, end: Math.min(p.own.end, p.own.start + 160) })),
        eId: same[0]?.eId ?? null,
        identity: same.map((p) => p.eId).join(" "),
        confidence: 0.7,
      };
    }
  },
});
