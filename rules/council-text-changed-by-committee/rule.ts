import { spokenOf } from "../../src/engine/evidence.ts";
import { parseIssuer } from "../../src/domain/issuer.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** "Công bố nghị quyết … hết hiệu lực" tells what has happened, it abolishes nothing. */
const PUBLISHES = /công bố|danh mục/iu;

const CHANGES = new Set([
  "amend",
  "insert",
  "repeal",
  "replace-phrase",
  "delete-phrase",
  "replace-document",
  "repeal-document",
  "suspend",
]);

export default defineRule({
  meta: {
    id: "council-text-changed-by-committee",
    code: "D10",
    group: "competence",
    severity: "critical",
    maturity: "stable",
    title: "Ủy ban nhân dân sửa đổi, bãi bỏ nghị quyết của Hội đồng nhân dân",
    titleEn: "A people's committee changes or abolishes a council's resolution",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_12", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_8__cl_2", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ issuer }) => issuer.organ === "ubnd" || issuer.organ === "chu-tich-ubnd",
  *check(subject, context) {
    if (!isAlive(context) || PUBLISHES.test(subject.document.meta.title?.value ?? "")) return;
    const seen = new Set<string>();
    for (const { resolution, action, source, span } of subject.amendments) {
      if (resolution.kind !== "work" || !CHANGES.has(action) || seen.has(resolution.work)) continue;
      const target = context.corpus.work(resolution.work);
      if (target?.type !== "nghi-quyet" || parseIssuer(target.issuer ?? "").organ !== "hdnd") continue;
      seen.add(target.id);
      const name = context.corpus.nameOf(target.id);
      yield {
        message: `${opening(placeName(subject, source))} sửa đổi hoặc bãi bỏ ${name} bằng văn bản của Ủy ban nhân dân.`,
        why: "Nghị quyết của Hội đồng nhân dân chỉ do Hội đồng nhân dân hoặc cơ quan cấp trên có thẩm quyền sửa đổi, bãi bỏ.",
        recommendation:
          "Trình Hội đồng nhân dân ban hành nghị quyết; Ủy ban nhân dân chỉ công bố văn bản hết hiệu lực.",
        evidence: [{ ...context.quote(span), eId: source }, spokenOf(context.corpus, target.id)],
        eId: source,
        identity: target.id,
      };
    }
  },
});
