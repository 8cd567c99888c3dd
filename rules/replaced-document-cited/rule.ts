import type { EId } from "../../src/domain/e-id.ts";
import type { WorkId } from "../../src/domain/work.ts";
import { citedWorks, successorName } from "../../src/engine/cited-works.ts";
import { endedOn, endingOf, isAlive, proofOf, reasonOf, since } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { followsAmendments, prescribesNow } from "../../src/engine/reference-context.ts";
import { defineRule, type Subject } from "../../src/engine/rule.ts";
import type { ResolvedCitation } from "../../src/resolve/resolved.ts";

export default defineRule({
  meta: {
    id: "replaced-document-cited",
    code: "C01",
    group: "reference",
    severity: "high",
    maturity: "stable",
    title: "Viện dẫn văn bản đã hết hiệu lực trong nội dung",
    titleEn: "The text refers to a document that is no longer in force",
    basis: [
      { symbol: "79/2025/NĐ-CP", eId: "art_39__cl_3" },
      { symbol: "78/2025/NĐ-CP", eId: "art_68" },
    ],
  },
  given: "document",
  *check({ work }, context) {
    if (!isAlive(context)) return;
    const { corpus, subject, day, quote } = context;
    for (const { id, citations } of citedWorks(subject, ["reference"])) {
      const period = endedOn(corpus, id, day);
      const ended = period?.since ?? period?.from ?? null;
      // what this document itself ended it may still name; what another had ended before it may not
      if (!period || endingOf(period)?.work === work.id) continue;
      const places = citations
        .filter((c) => c.within !== null && isFixed(c, id, subject) && prescribesNow(subject, c))
        .map((c) => quote(c.span));
      if (places.length === 0) continue;
      const wrongAtIssue = ended !== null && work.issuedOn !== null && ended < work.issuedOn;
      // an administrative decision was right on its day and has been carried out
      if (!wrongAtIssue && work.normative === "no") continue;
      const where = placeNames(
        subject,
        places.map((p) => p.eId),
      );
      const next = successorName(corpus, id);
      const moves = followsAmendments(subject);
      yield {
        message: `${where ? opening(where) : "Văn bản"} viện dẫn ${corpus.nameOf(id)}, đã hết hiệu lực${since(ended)}.`,
        why: moves
          ? "Văn bản có điều khoản áp dụng theo văn bản sửa đổi, thay thế, nên việc viện dẫn vẫn thực hiện được; chỉ cần lưu ý khi sửa đổi."
          : `${wrongAtIssue ? "Khi ban hành, văn bản được viện dẫn đã hết hiệu lực" : "Văn bản được viện dẫn hết hiệu lực sau ngày ban hành"} nên không còn cơ sở để thực hiện. ${reasonOf(period)}`,
        recommendation: moves
          ? "Không cần xử lý ngay; thay số, ký hiệu khi sửa đổi, bổ sung văn bản."
          : `${subject.draft ? "Sửa dự thảo" : "Sửa đổi, bổ sung"}${where ? ` ${where}` : ""}: viện dẫn ${next ?? "văn bản đang có hiệu lực"}, sau khi đối chiếu nội dung.`,
        evidence: [
          ...places,
          ...unitsOf(citations, id, corpus.work(id)?.symbol ?? null),
          ...proofOf(corpus, id, period),
        ],
        identity: `${id} ${places.map((p) => p.eId ?? "").join(" ")}`,
        severity: moves ? "info" : wrongAtIssue ? undefined : "medium",
      };
    }
  },
});

/**
 * A number, a date or a year means that very text; so does an article of a law that the document names so elsewhere, as a
 * rule among its căn cứ. A bare name ("Luật Đất đai") means the law in force.
 */
function isFixed({ text, targets }: ResolvedCitation, id: WorkId, subject: Subject): boolean {
  const own = targets.filter((t) => t.resolution.kind === "work" && t.resolution.work === id);
  if (isNumbered(text)) return own.length > 0;
  return own.some((t) => t.eIds.length > 0) && subject.citations.some((c) => isNumbered(c.text) && names(c, id));
}

/** Holds a symbol or a year: `34/2016/NĐ-CP`, `Luật Đất đai năm 2013`. */
const isNumbered = (text: string): boolean => /\d{4}|\d\/\p{L}/u.test(text);

const names = ({ targets }: ResolvedCitation, id: WorkId): boolean =>
  targets.some((t) => t.resolution.kind === "work" && t.resolution.work === id);

/** The units cited, so that the finding points at both places. */
function unitsOf(citations: readonly ResolvedCitation[], work: WorkId, symbol: string | null) {
  const targets = citations
    .flatMap((c) => c.targets)
    .filter((t) => t.resolution.kind === "work" && t.resolution.work === work);
  const eIds = new Set<EId>(targets.flatMap((t) => t.eIds));
  return [...eIds].map((eId) => ({ work, symbol, eId, quote: "", span: null, role: "conflicts-with" as const }));
}
