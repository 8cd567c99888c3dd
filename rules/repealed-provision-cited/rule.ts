import { spokenOf } from "../../src/engine/evidence.ts";
import { eIdName, type EId, isUnder } from "../../src/domain/e-id.ts";
import { formatDate, type LegalDate } from "../../src/domain/legal-date.ts";
import type { UnitStatus } from "../../src/domain/status.ts";
import type { WorkId } from "../../src/domain/work.ts";
import { endedOn, isAlive } from "../../src/engine/ended-works.ts";
import { opening, placeName, placeNames } from "../../src/engine/places.ts";
import { followsAmendments, prescribesNow } from "../../src/engine/reference-context.ts";
import { defineRule, type RuleContext } from "../../src/engine/rule.ts";
import type { ResolvedCitation } from "../../src/resolve/resolved.ts";

export default defineRule({
  meta: {
    id: "repealed-provision-cited",
    code: "C03",
    group: "reference",
    severity: "high",
    maturity: "stable",
    title: "Viện dẫn điều, khoản, điểm đã bị bãi bỏ",
    titleEn: "A cited unit has been repealed",
    basis: [
      { symbol: "79/2025/NĐ-CP", eId: "art_39__cl_3" },
      { symbol: "78/2025/NĐ-CP", eId: "art_68" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { corpus, quote } = context;
    const own = ownChanges(context);
    const told = new Set<string>();
    for (const citation of subject.citations) {
      if (citation.role !== "reference" || citation.quoted || citation.within === null) continue;
      // a unit that has itself been changed since reads otherwise today
      if (own.some((eId) => isUnder(citation.within as EId, eId)) || !prescribesNow(subject, citation)) continue;
      for (const { work, eId, unit } of repealedIn(citation, context)) {
        const key = `${work} ${eId} ${citation.within}`;
        if (told.has(key)) continue;
        told.add(key);
        const by = unit.because.at(-1) ?? null;
        const before = subject.work.issuedOn !== null && unit.since <= subject.work.issuedOn;
        if (!before && subject.work.normative === "no") continue;
        const self = work === subject.work.id;
        const name = self
          ? `${placeName(subject, eId)} của chính văn bản này`
          : `${eIdName(eId)} của ${corpus.nameOf(work)}`;
        const place = quote(citation.span);
        const moves = followsAmendments(subject);
        yield {
          message: `${opening(placeNames(subject, [place.eId]))} viện dẫn ${name}, đã bị bãi bỏ từ ngày ${formatDate(unit.since)}.`,
          why: `${before ? "Khi ban hành, quy định được viện dẫn đã bị bãi bỏ" : "Quy định được viện dẫn bị bãi bỏ sau ngày ban hành"} nên không còn nội dung để thực hiện.${by ? ` ${by.says}.` : ""}`,
          recommendation: moves
            ? "Văn bản có điều khoản áp dụng theo văn bản sửa đổi, thay thế; thay viện dẫn khi sửa đổi, bổ sung văn bản."
            : `${subject.draft ? "Sửa dự thảo" : "Sửa đổi, bổ sung"}: viện dẫn quy định đang có hiệu lực về nội dung đó, hoặc bỏ viện dẫn.`,
          evidence: [
            place,
            spokenOf(corpus, work, eId),
            ...(by
              ? [
                  {
                    work: by.work,
                    symbol: by.symbol,
                    eId: by.eId,
                    quote: by.quote,
                    span: by.span,
                    role: "basis" as const,
                  },
                ]
              : []),
          ],
          identity: `${work} ${eId}`,
          severity: moves ? "low" : before ? undefined : "medium",
          confidence: by?.quote ? 0.92 : 0.8,
        };
      }
    }
  },
});

/** Cited units that a counted clause has repealed by the day, in documents that live on. */
function* repealedIn(
  { targets }: ResolvedCitation,
  { corpus, subject, day }: RuleContext,
): Generator<{ readonly work: WorkId; readonly eId: EId; readonly unit: UnitStatus }> {
  for (const { resolution, eIds } of targets) {
    if (resolution.kind !== "work" || eIds.length === 0) continue;
    const { work } = resolution;
    if (endedOn(corpus, work, day)) continue;
    const gone = repealedUnits(corpus.status(work, day)?.units ?? [], day);
    for (const eId of eIds) {
      const unit = gone.find((u) => isUnder(eId, u.eId));
      // what this very document has repealed it may still name
      if (unit && !unit.because.some((b) => b.work === subject.work.id && work !== subject.work.id))
        yield { work, eId, unit };
    }
  }
}

const repealedUnits = (units: readonly UnitStatus[], day: LegalDate): readonly UnitStatus[] =>
  // an annex replaced by another of the same number is there as before
  units.filter((u) => u.status === "repealed" && u.since <= day && u.because.at(-1)?.rule !== "replaced");

/** Units of the document itself that have been changed by the day. */
const ownChanges = ({ corpus, subject, day }: RuleContext): readonly EId[] =>
  (corpus.status(subject.work.id, day)?.units ?? []).filter((u) => u.status !== "suspended").map((u) => u.eId);
