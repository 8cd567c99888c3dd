import { spokenOf } from "../../src/engine/evidence.ts";
import { parseIssuer } from "../../src/domain/issuer.ts";
import { fold } from "../../src/domain/fold.ts";
import { citedWorks } from "../../src/engine/cited-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "basis-of-another-province",
    code: "B10",
    group: "basis",
    severity: "medium",
    maturity: "stable",
    title: "Căn cứ là văn bản của tỉnh khác hoặc tỉnh cũ",
    titleEn: "A legal basis comes from another or a former province",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_155", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_54__cl_2", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work, issuer }) => work.normative === "yes" && issuer.level === "province" && issuer.place !== null,
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { corpus, quote } = context;
    const own = nameOf(subject.issuer.place ?? "");
    const touched = new Set(corpus.effectsBy(subject.work.id).map((e) => e.target));
    for (const { id, citations } of citedWorks(subject, ["basis"])) {
      const basis = corpus.work(id);
      const { level, place } = parseIssuer(basis?.issuer ?? "");
      if (!basis || level !== "province" || place === null || nameOf(place) === own || touched.has(id)) continue;
      yield {
        message: `Căn cứ ${corpus.nameOf(id)} do cơ quan của ${place} ban hành, chỉ áp dụng trong địa giới của tỉnh đó.`,
        why: "Văn bản của tỉnh trước khi sắp xếp chỉ tiếp tục áp dụng trong địa giới cũ; nó không là căn cứ để quy định cho toàn tỉnh mới.",
        recommendation:
          "Đính chính căn cứ; nếu nội dung chỉ dựa vào văn bản đó, rà soát thẩm quyền và phạm vi áp dụng, ban hành quy định chung cho toàn tỉnh.",
        evidence: [...citations.map((c) => quote(c.span)), spokenOf(corpus, id)],
        eId: null,
        identity: id,
        confidence: 0.88,
      };
    }
  },
});

/** "tỉnh Đồng Nai" and "thành phố Đồng Nai" are one line of succession. */
const nameOf = (place: string): string =>
  fold(place)
    .replace(/^(?:tinh|thanh pho|tp\.?)\s+/u, "")
    .trim();
