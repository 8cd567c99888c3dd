import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "dash-in-point",
    code: "H05",
    group: "technique",
    severity: "info",
    maturity: "trial",
    title: "Điểm chứa gạch đầu dòng",
    titleEn: "A point holds dashes of its own",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_62", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_63__cl_2", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.issuedOn !== null && work.issuedOn >= "2016-07-01" && work.normative === "yes",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const dashes = subject.document.provisions.filter(
      (p) => p.kind === "indent" && /(?:^|__)art_[^_]+__.*__?point_[^_]+$/u.test(p.parent ?? ""),
    );
    const points = [...new Set(dashes.map((p) => p.parent as string))];
    if (points.length === 0) return;
    const where = placeNames(subject, points);
    yield {
      message: `${opening(where)} chia tiếp bằng gạch đầu dòng (${points.length} điểm).`,
      why: "Điểm là đơn vị nhỏ nhất của bố cục; ý chia bằng gạch đầu dòng không viện dẫn chính xác được.",
      recommendation: "Khi sửa đổi, tách thành điểm hoặc khoản riêng.",
      evidence: dashes
        .slice(0, 5)
        .map((p) => context.quote({ start: p.own.start, end: Math.min(p.own.end, p.own.start + 200) })),
      eId: points[0] ?? null,
      identity: points.join(" "),
      confidence: 0.8,
    };
  },
});
