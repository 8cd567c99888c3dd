import { spokenOf } from "../../src/engine/evidence.ts";
import { parseIssuer } from "../../src/domain/issuer.ts";
import { citedWorks } from "../../src/engine/cited-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { prescribesNow } from "../../src/engine/reference-context.ts";
import { defineRule, type Subject } from "../../src/engine/rule.ts";
import type { Work } from "../../src/domain/work.ts";

/** Words that make what follows a rule to be kept. */
const FOLLOWS = /(?:theo|thực hiện|áp dụng|quy định tại|nêu tại|bảo đảm)[^.;\n]{0,60}$/iu;

export default defineRule({
  meta: {
    id: "lower-document-cited",
    code: "C08",
    group: "reference",
    severity: "medium",
    maturity: "trial",
    title: "Dẫn chiếu để thực hiện theo văn bản có hiệu lực pháp lý thấp hơn",
    titleEn: "Refers for its own execution to a document of lower force",
    basis: [{ symbol: "78/2025/NĐ-CP", eId: "art_68" }],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { corpus, quote } = context;
    const touched = new Set(corpus.effectsBy(subject.work.id).map((e) => e.target));
    for (const { id, citations } of citedWorks(subject, ["reference"])) {
      const cited = corpus.work(id);
      if (!cited || touched.has(id) || !isLower(cited, subject)) continue;
      const places = citations
        .filter((c) => c.within !== null && prescribesNow(subject, c))
        .filter((c) => FOLLOWS.test(subject.document.text.slice(Math.max(0, c.span.start - 120), c.span.start)))
        .map((c) => quote(c.span));
      if (places.length === 0) continue;
      yield {
        message: `${opening(
          placeNames(
            subject,
            places.map((p) => p.eId),
          ),
        )} dẫn chiếu thực hiện theo ${corpus.nameOf(id)}, là văn bản có hiệu lực pháp lý thấp hơn.`,
        why: "Văn bản cấp trên phụ thuộc văn bản cấp dưới thì thay đổi khi văn bản cấp dưới thay đổi; dễ thành viện dẫn vòng.",
        recommendation:
          "Rà soát: quy định thẳng nội dung, hoặc giao cơ quan cấp dưới quy định thay cho dẫn chiếu một văn bản cụ thể.",
        evidence: [...places, spokenOf(corpus, id)],
        identity: id,
        confidence: 0.65,
      };
    }
  },
});

const LEVELS = ["central", "province", "district", "commune"];

/** A lower level, or the executive's decision in a resolution of its own council. */
function isLower(cited: Work, { issuer }: Subject): boolean {
  const other = parseIssuer(cited.issuer ?? "");
  const [mine, theirs] = [LEVELS.indexOf(issuer.level), LEVELS.indexOf(other.level)];
  if (mine < 0 || theirs < 0) return false;
  if (mine !== theirs) return theirs > mine;
  const sameBody = issuer.place !== null && issuer.place === other.place;
  return sameBody && issuer.organ === "hdnd" && (other.organ === "ubnd" || other.organ === "chu-tich-ubnd");
}
