import { clauseOf, spokenOf } from "../../src/engine/evidence.ts";
import { isUnder } from "../../src/domain/e-id.ts";
import { formatDate } from "../../src/domain/legal-date.ts";
import { isChange } from "../../src/engine/changed-works.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { isDecidedOtherwise, mainParents } from "../../src/engine/parent-end.ts";
import { placeNames } from "../../src/engine/places.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** From this day an amended parent needs an announcement that its detailing documents go on (QĐ 333/QĐ-BTC of 2026). */
const SINCE = "2025-07-01";

export default defineRule({
  meta: {
    id: "detailing-parent-amended",
    code: "A21",
    group: "validity",
    severity: "medium",
    maturity: "trial",
    title: "Điều, khoản được quy định chi tiết đã được sửa đổi, bãi bỏ từ 01/7/2025",
    titleEn: "The unit that is detailed has been amended or repealed since 1 July 2025",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_57__cl_2", from: "2025-07-01" },
      { symbol: "79/2025/NĐ-CP", eId: "art_39__cl_2" },
    ],
  },
  given: "document",
  *check({ work }, context) {
    const { corpus, subject, day } = context;
    if (!isAlive(context) || work.issuedOn === null) return;
    for (const relation of mainParents(corpus, work.id)) {
      const touched = corpus.effectsOn(relation.parent).filter((e) => {
        const { targetEId } = e;
        if (!e.applied || !isChange(e) || e.action === "insert" || e.from === null || targetEId === null) return false;
        if (e.from < SINCE || e.from > day || e.from <= (work.issuedOn ?? "") || e.source === work.id) return false;
        return relation.parentEIds.some((eId) => isUnder(eId, targetEId) || isUnder(targetEId, eId));
      });
      const [first] = touched;
      if (!first?.from || isDecidedOtherwise(context, first.from)) continue;
      const units = [...new Set(touched.map((e) => e.targetEId))];
      yield {
        message: `Văn bản quy định chi tiết ${corpus.nameOf(relation.parent)}; ${placeNames({ ...subject, document: { ...subject.document, attachments: [] } }, units)} của văn bản đó đã được ${corpus.nameOf(first.source)} sửa đổi, bãi bỏ từ ngày ${formatDate(first.from)}.`,
        why: "Từ ngày 01/7/2025, khi văn bản được quy định chi tiết được sửa đổi thì phần quy định chi tiết tương ứng hết hiệu lực theo, trừ trường hợp được công bố tiếp tục có hiệu lực.",
        recommendation:
          "Đối chiếu phần tương ứng: còn phù hợp thì đề nghị công bố tiếp tục có hiệu lực; không còn phù hợp thì công bố hết hiệu lực phần đó, sửa đổi hoặc thay thế văn bản.",
        evidence: [
          { ...relation.evidence, role: "subject" },
          ...touched.map((e) => spokenOf(corpus, relation.parent, e.targetEId)),
          clauseOf(corpus, first),
        ],
        eId: null,
        identity: `${relation.parent} ${units.join(" ")}`,
        confidence: 0.75,
      };
    }
  },
});
