import { eIdName, type EId, isUnder } from "../../src/domain/e-id.ts";
import { sliceOf } from "../../src/domain/span.ts";
import type { WorkId } from "../../src/domain/work.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { missingSurely } from "../../src/engine/missing-units.ts";
import { opening, placeName, placeNames } from "../../src/engine/places.ts";
import { defineRule, type RuleContext, type RuleFinding, type Subject } from "../../src/engine/rule.ts";
import type { ResolvedCitation } from "../../src/resolve/resolved.ts";

/** A document in which this many units of one text are missed tells of a bad copy of that text, not of its own faults. */
const TELLS_OF_A_BAD_COPY = 3;
const SHOWN_PLACES = 10;

export default defineRule({
  meta: {
    id: "missing-provision-cited",
    code: "C02",
    group: "reference",
    severity: "high",
    maturity: "stable",
    title: "Điều, khoản, điểm được viện dẫn phải tồn tại",
    titleEn: "A cited unit does not exist",
    basis: [{ symbol: "78/2025/NĐ-CP", eId: "art_68" }],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const byWork = new Map<WorkId, Missed[]>();
    for (const missed of missedUnits(subject, context))
      byWork.set(missed.work, [...(byWork.get(missed.work) ?? []), missed]);
    for (const [work, list] of byWork) {
      const units = new Set(list.map(({ eId }) => eId));
      if (units.size >= TELLS_OF_A_BAD_COPY) yield badCopy(work, list, context);
      else for (const missed of list) yield oneMissed(missed, context);
    }
  },
});

interface Missed {
  readonly work: WorkId;
  readonly symbol: string | null;
  readonly eId: EId;
  readonly citation: ResolvedCitation;
  readonly confidence: number;
}

function* missedUnits(subject: Subject, { corpus }: RuleContext): Generator<Missed> {
  for (const citation of subject.citations) {
    // inside new wording the frame is the amended document as it will be: nothing can be missed there
    if (citation.quoted) continue;
    for (const { resolution, missing, symbol } of citation.targets) {
      if (resolution.kind !== "work") continue;
      const { work } = resolution;
      if (work === subject.work.id && !meansItself(subject, citation)) continue;
      for (const eId of missing) {
        // what this document itself inserts is not there yet; chapters are seldom cited and often misread
        if (!/(?:^|__)(?:art|cl|point)_[^_]+$/u.test(eId) || isInserted(subject, eId)) continue;
        const confidence = missingSurely(corpus, work, eId);
        // an article of its own without clauses was perhaps not read as the author meant it
        if (confidence > (work === subject.work.id ? 0.7 : 0))
          yield { work, symbol: corpus.work(work)?.symbol ?? symbol, eId, citation, confidence };
      }
    }
  }
}

const isInserted = ({ amendments }: Subject, eId: EId): boolean =>
  amendments.some((a) => a.action === "insert" && a.target.eId !== null && isUnder(eId, a.target.eId));

/**
 * "Điều 14 Quyết định này", "khoản 5 Điều này": only such words surely mean the document itself. Its own units are in doubt
 * where its numbering is, and in forms and lists.
 */
function meansItself({ document, work }: Subject, { span, within }: ResolvedCitation): boolean {
  const words = sliceOf(document.text, { start: span.start, end: span.end + 40 });
  const form = document.attachments.find((a) => within !== null && isUnder(within, a.eId));
  const isRegulation = form === undefined || form.kind === "quy-dinh" || form.kind === "quy-che";
  // an amending text speaks of the amended document, with or without quotation marks
  return (
    isRegulation &&
    document.quotes.length === 0 &&
    !/sửa đổi|bổ sung/iu.test(work.title ?? "") &&
    /^[^.;\n]*?(?<!\p{L})này(?!\p{L})/u.test(words) &&
    !document.problems.some((p) => p.code.startsWith("numbering-"))
  );
}

function oneMissed(
  { work, symbol, eId, citation, confidence }: Missed,
  { subject, corpus, quote }: RuleContext,
): RuleFinding {
  const place = quote(citation.span);
  const own = work === subject.work.id;
  return {
    message: `${opening(placeNames(subject, [place.eId]) || "văn bản")} viện dẫn ${own ? `${placeName(subject, eId)} của chính văn bản này` : `${eIdName(eId)} của ${corpus.nameOf(work)}`}, nhưng không thấy quy định đó.`,
    why: "Viện dẫn tới quy định không tồn tại làm cho quy định viện dẫn không thực hiện được.",
    recommendation: own
      ? "Sửa số điều, khoản, điểm được viện dẫn, hoặc bỏ viện dẫn: sửa đổi, bổ sung văn bản."
      : "Đối chiếu với bản gốc của văn bản được viện dẫn; sửa số điều, khoản, điểm hoặc bỏ viện dẫn: sửa đổi, bổ sung văn bản.",
    evidence: [place, { work, symbol, eId, quote: "", span: null, role: "conflicts-with" }],
    identity: `${work} ${eId}`,
    confidence,
  };
}

function badCopy(work: WorkId, list: readonly Missed[], { subject, corpus, quote }: RuleContext): RuleFinding {
  const places = list.slice(0, SHOWN_PLACES).map((m) => quote(m.citation.span));
  return {
    message: `Bản trong kho của ${corpus.nameOf(work)} không có ${list.length} điều, khoản, điểm được viện dẫn.`,
    why: "Nhiều chỗ như vậy thường do bản trong kho bị thiếu, không phải viện dẫn sai.",
    recommendation: "Nhập lại toàn văn của văn bản được viện dẫn, rồi chạy lại rà soát.",
    evidence: [
      ...places,
      { work, symbol: list[0]?.symbol ?? null, eId: null, quote: "", span: null, role: "conflicts-with" },
    ],
    eId: null,
    identity: `${subject.work.id} bad copy ${work}`,
    severity: "info",
    confidence: 0.5,
  };
}
