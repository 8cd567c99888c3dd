import { isDelegatedByLaw, isLivingLocalText, sentenceAt } from "../../src/engine/local-power.ts";
import { presentMentions } from "../../src/engine/mentions.ts";
import { citedBy } from "../../src/engine/neighbours.ts";
import { opening, placeName } from "../../src/engine/places.ts";
import { type CorpusView, defineRule, type Subject } from "../../src/engine/rule.ts";
import type { Evidence } from "../../src/domain/finding.ts";
import type { WorkId } from "../../src/domain/work.ts";

const SANCTION =
  /(?<!\p{L})(?:phạt tiền (?:từ |bằng |gấp |mức )?[^.;\n]{0,40}?\d|(?:bị |mức )?(?:xử )?phạt:? [^.;\n]{0,60}?\d[\d.,]{0,14}\s?(?:đồng|triệu)|tước quyền sử dụng (?:giấy phép|chứng chỉ)|tịch thu (?:tang vật|phương tiện)|đình chỉ hoạt động [^.;\n]{0,30}\d)/giu;

/** Contracts have penalties of their own, and old fines may be counted. */
const NOT_A_SANCTION =
  /phạt (?:vi phạm )?hợp đồng|tiền phạt chậm|phạt chậm|lãi|thu (?:được )?từ|nguồn thu|số tiền (?:phạt|xử phạt)|đã (?:bị )?(?:xử )?phạt|bị phạt tù/iu;
const BY_REFERENCE = /theo (?:quy định (?:tại|của)|Nghị định|Luật)/iu;

/** Where higher texts say who lays down sanctions. */
const WHO =
  /(?:Chính phủ|Luật|Quốc hội)[^.;\n]{0,60}(?:quy định|xử phạt)|xử phạt vi phạm hành chính|mức xử phạt|phạt tiền/u;

export default defineRule({
  meta: {
    id: "local-sanction",
    code: "D07",
    group: "competence",
    severity: "critical",
    maturity: "stable",
    title: "Đặt hành vi vi phạm, hình thức, mức xử phạt trong văn bản của địa phương",
    titleEn: "A local document lays down offences or sanctions",
    basis: [{ symbol: "15/2012/QH13", eId: "art_4" }],
  },
  given: "document",
  near: higherTexts,
  *check(subject, context) {
    if (!isLivingLocalText(context) || isDelegatedByLaw(subject)) return;
    for (const mention of presentMentions(subject, SANCTION)) {
      const around = `${mention.before}${mention.text}${mention.after}`;
      if (NOT_A_SANCTION.test(around) || BY_REFERENCE.test(around)) continue;
      const where = placeName(subject, mention.eId);
      yield {
        message: `${opening(where)} tự đặt chế tài xử phạt: “${mention.text}”.`,
        why: "Hành vi vi phạm hành chính, hình thức và mức xử phạt do Chính phủ quy định; địa phương chỉ được quy định khi luật giao.",
        recommendation: `Bãi bỏ ${where}; viện dẫn nghị định xử phạt vi phạm hành chính trong lĩnh vực.`,
        evidence: [
          { ...context.quote(sentenceAt(subject, mention.span.start)), eId: mention.eId },
          ...whoMay(subject, context.corpus),
        ],
        eId: mention.eId,
        identity: `${mention.eId} ${mention.text}`,
        confidence: 0.92,
      };
    }
  },
});

/** Texts in which the power to lay down sanctions may be told: the basis, and what that details. */
function higherTexts(subject: Subject, corpus: CorpusView): readonly WorkId[] {
  const cited = citedBy(subject).filter((id) =>
    ["luat", "bo-luat", "phap-lenh", "nghi-dinh"].includes(corpus.work(id)?.type ?? ""),
  );
  const parents = cited.flatMap((id) => corpus.parentsOf(id).map((d) => d.parent));
  return [...new Set([...cited, ...parents])].filter(corpus.hasText).slice(0, 12);
}

/** The article of a higher text of the matter that says who lays down sanctions; none where no text says so. */
function whoMay(subject: Subject, corpus: CorpusView): readonly Evidence[] {
  for (const id of higherTexts(subject, corpus)) {
    const text = corpus.subject(id);
    if (!text || corpus.work(id)?.type !== "luat") continue;
    for (const unit of text.document.provisions) {
      if (unit.kind !== "article" && unit.kind !== "clause") continue;
      const words = text.document.text.slice(unit.own.start, Math.min(unit.own.end, unit.own.start + 1_500));
      const found = WHO.exec(words);
      if (!found || !/phạt/u.test(words)) continue;
      const span = { start: unit.own.start, end: Math.min(unit.own.end, unit.own.start + 400) };
      const quote = text.document.text.slice(span.start, span.end).trimEnd();
      return [
        {
          work: id,
          symbol: text.work.symbol,
          eId: unit.eId,
          quote,
          span: { ...span, end: span.start + quote.length },
          role: "conflicts-with",
        },
      ];
    }
  }
  return [];
}
