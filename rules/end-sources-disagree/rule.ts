import { clauseOf } from "../../src/engine/evidence.ts";
import type { Effect } from "../../src/domain/effect.ts";
import { formatDate, type LegalDate } from "../../src/domain/legal-date.ts";
import { isWholeEnd } from "../../src/engine/changed-works.ts";
import { defineRule, type RuleContext } from "../../src/engine/rule.ts";

type Dated = Effect & { readonly from: LegalDate };

export default defineRule({
  meta: {
    id: "end-sources-disagree",
    code: "A15",
    group: "validity",
    severity: "high",
    maturity: "trial",
    title: "Danh mục công bố và văn bản gốc ghi ngày hết hiệu lực khác nhau",
    titleEn: "A published list and the ending clause give different days",
    basis: [{ symbol: "79/2025/NĐ-CP", eId: "art_43" }],
  },
  given: "document",
  *check({ work }, context) {
    const { corpus } = context;
    const ends = corpus
      .effectsOn(work.id)
      .filter((e): e is Dated => e.applied && e.from !== null && e.source !== work.id && e.targetEId === null)
      .filter((e) => isWholeEnd(e) || e.action === "expire");
    const listed = ends.filter((e) => isList(e, context));
    const clause = ends.find((e) => !isList(e, context));
    for (const list of listed) {
      if (!clause || list.from === clause.from) continue;
      yield {
        message: `${corpus.nameOf(work.id)}: danh mục ghi hết hiệu lực từ ngày ${formatDate(list.from)}, còn ${corpus.nameOf(clause.source)} làm hết hiệu lực từ ngày ${formatDate(clause.from)}.`,
        why: "Danh mục công bố không tự làm văn bản hết hiệu lực; ngày đúng là ngày theo văn bản thay thế, bãi bỏ.",
        recommendation: "Đối chiếu hai văn bản; đính chính danh mục công bố, hoặc sửa dữ liệu nếu đọc sai.",
        evidence: [list, clause].map((e) => clauseOf(corpus, e)),
        eId: null,
        identity: `${list.source} ${clause.source}`,
        confidence: 0.75,
      };
    }
  },
});

/** "Công bố Danh mục văn bản … hết hiệu lực": it tells of ends, it does not make them. */
const isList = (e: Effect, { corpus }: RuleContext): boolean =>
  /công bố[^.;]{0,40}danh mục|danh mục văn bản[^.;]{0,80}hết hiệu lực/iu.test(corpus.work(e.source)?.title ?? "");
