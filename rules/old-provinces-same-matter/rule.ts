import { endedOn, isAlive } from "../../src/engine/ended-works.ts";
import { placeName } from "../../src/engine/places.ts";
import { repeats } from "../../src/engine/restating.ts";
import { defineRule, type RuleContext } from "../../src/engine/rule.ts";
import type { Evidence } from "../../src/domain/finding.ts";
import { parseIssuer } from "../../src/domain/issuer.ts";
import type { Work } from "../../src/domain/work.ts";

export default defineRule({
  meta: {
    id: "old-provinces-same-matter",
    code: "E08",
    group: "conflict",
    severity: "high",
    maturity: "stable",
    title: "Hai tỉnh cũ cùng quy định một nội dung, đang áp dụng song song trong tỉnh mới",
    titleEn: "Two merged provinces each have a rule on one matter, both in force",
    basis: [{ symbol: "64/2025/QH15", eId: "art_54__cl_2", from: "2025-07-01" }],
  },
  given: "document",
  when: ({ work, issuer }, day) => day >= "2025-07-01" && issuer.level === "province" && work.normative !== "no",
  *check(subject, context) {
    const { corpus } = context;
    if (!isAlive(context) || !corpus.isOfOldProvince(subject.work.id)) return;
    for (const twin of corpus.titleTwins(subject.work.id)) {
      const other = corpus.work(twin.other);
      if (!other || !isPartner(other, context)) continue;
      const same = corpus.overlaps(subject.work.id).filter((o) => o.other === other.id && repeats(o));
      const territory = corpus.territoryOf(subject.work.id) ?? "";
      yield {
        message: `${corpus.nameOf(subject.work.id)} và ${corpus.nameOf(other.id)} cùng quy định một nội dung và đang áp dụng song song tại ${territory}.`,
        why: `Sau sắp xếp, người dân trong cùng ${territory} chịu hai quy định khác nhau tùy địa bàn cũ${same.length > 0 ? `; ${same.length} quy định của hai văn bản trùng lời văn` : ""}.`,
        recommendation: `Ban hành một văn bản áp dụng thống nhất cho ${territory}, thay thế cả hai; nếu cố ý giữ chính sách theo địa bàn thì ghi rõ lý do.`,
        evidence: sides(other, same, context),
        eId: null,
        identity: other.id,
        confidence: Math.round((0.6 + 0.35 * twin.similarity) * 100) / 100,
      };
    }
  },
});

/** Of another old province of the same new one, by a body of the same kind, alive; each pair is told under the earlier. */
function isPartner(other: Work, { subject, corpus, day }: RuleContext): boolean {
  if (!corpus.isOfOldProvince(other.id) || endedOn(corpus, other.id, day) || isBefore(other, subject.work))
    return false;
  if (corpus.territoryOf(other.id) !== corpus.territoryOf(subject.work.id)) return false;
  const issuer = parseIssuer(other.issuer ?? "");
  return issuer.organ === subject.issuer.organ && issuer.place !== subject.issuer.place;
}

const isBefore = (a: Work, b: Work): boolean =>
  (a.issuedOn ?? "") < (b.issuedOn ?? "") || (a.issuedOn === b.issuedOn && a.id < b.id);

function sides(
  other: Work,
  same: ReturnType<RuleContext["corpus"]["overlaps"]>,
  { subject, quote }: RuleContext,
): readonly Evidence[] {
  const title = subject.document.meta.title?.span;
  return [
    ...(title ? [{ ...quote(title), eId: null }] : []),
    { work: other.id, symbol: other.symbol, eId: null, quote: other.title ?? "", span: null, role: "conflicts-with" },
    ...same.slice(0, 5).flatMap((o): Evidence[] => [
      { ...quote({ start: o.span.start, end: Math.min(o.span.end, o.span.start + 300) }), eId: o.eId },
      {
        work: other.id,
        symbol: other.symbol ?? placeName(subject, o.otherEId),
        eId: o.otherEId,
        quote: o.otherQuote.slice(0, 300),
        span: { start: o.otherSpan.start, end: o.otherSpan.start + Math.min(300, o.otherQuote.length) },
        role: "conflicts-with",
      },
    ]),
  ];
}
