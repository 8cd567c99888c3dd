import { spokenOf } from "../../src/engine/evidence.ts";
import { issuerKey, parseIssuer } from "../../src/domain/issuer.ts";
import type { Work } from "../../src/domain/work.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule, type RuleContext } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "amends-other-issuer",
    code: "D09",
    group: "competence",
    severity: "critical",
    maturity: "stable",
    title: "Sửa đổi, bãi bỏ văn bản của cơ quan khác",
    titleEn: "Changes or abolishes a document of another body",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_12__cl_1", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_8__cl_1", from: "2025-04-01" },
    ],
  },
  given: "document",
  // the National Assembly and the Government end what bodies below them have issued
  when: ({ issuer }) =>
    issuer.organ === "ubnd" || issuer.organ === "hdnd" || issuer.organ === "chu-tich-ubnd" || issuer.organ === "bo",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const seen = new Set<string>();
    for (const amendment of subject.amendments) {
      if (amendment.resolution.kind !== "work" || amendment.action === "unknown") continue;
      const target = context.corpus.work(amendment.resolution.work);
      if (!target || seen.has(target.id) || !isForeign(target, context)) continue;
      seen.add(target.id);
      const name = context.corpus.nameOf(target.id);
      yield {
        message: `${opening(placeName(subject, amendment.source))} sửa đổi hoặc bãi bỏ ${name}, là văn bản của cơ quan khác.`,
        why: "Văn bản quy phạm pháp luật chỉ được sửa đổi, bổ sung, thay thế, bãi bỏ bằng văn bản của chính cơ quan đã ban hành hoặc của cơ quan cấp trên có thẩm quyền.",
        recommendation: `Bỏ nội dung này; kiến nghị ${target.issuer ?? "cơ quan đã ban hành"} tự xử lý.`,
        evidence: [{ ...context.quote(amendment.span), eId: amendment.source }, spokenOf(context.corpus, target.id)],
        eId: amendment.source,
        identity: target.id,
        confidence: 0.9,
      };
    }
  },
});

/**
 * The target is of a body that has nothing over which the issuer stands: a province of another, a ministry of another
 * matter, a central text ended by a province. Successors are allowed (Luật 64/2025/QH15 Điều 54 khoản 2): a province
 * formed in 2025 and whatever was issued before; ministries that were merged.
 */
function isForeign(target: Work, { subject, corpus }: RuleContext): boolean {
  const own = subject.work;
  if (!own.issuer || !target.issuer || issuerKey(own.issuer) === issuerKey(target.issuer)) return false;
  const [a, b] = [subject.issuer, parseIssuer(target.issuer)];
  if (b.level === "unknown" || b.organ === "khac") return false;
  if (a.level === "central") {
    // merged ministries act for each other, and old texts were often issued by several
    return STANDS_ABOVE_MINISTERS.has(b.organ) && !/^thong-tu|lien-tich$/u.test(target.type);
  }
  if (b.level === "central") return true;
  if (a.level !== "province" || b.level !== "province") return false;
  // told by its own rule: the committee and the council of one province
  if (corpus.territoryOf(own.id) === corpus.territoryOf(target.id)) return false;
  const merged = (own.issuedOn ?? "9999") >= "2025-07-01" && (target.issuedOn ?? "") < "2025-07-01";
  return !merged;
}

const STANDS_ABOVE_MINISTERS = new Set(["quoc-hoi", "ubtvqh", "chu-tich-nuoc", "chinh-phu", "thu-tuong"]);
