import { isAlive } from "../../src/engine/ended-works.ts";
import { endedOn } from "../../src/engine/ended-works.ts";
import { placeName } from "../../src/engine/places.ts";
import { changes, repeats } from "../../src/engine/restating.ts";
import { defineRule, type RuleContext } from "../../src/engine/rule.ts";
import type { Overlap } from "../../src/domain/overlap.ts";
import { issuerKey } from "../../src/domain/issuer.ts";
import type { Work } from "../../src/domain/work.ts";

export default defineRule({
  meta: {
    id: "overlap-same-issuer",
    code: "F02",
    group: "overlap",
    severity: "medium",
    maturity: "trial",
    title: "Hai văn bản của cùng cơ quan quy định cùng nội dung",
    titleEn: "Two documents of one body regulate the same matter",
    basis: [{ symbol: "79/2025/NĐ-CP", eId: "art_38" }],
  },
  given: "document",
  when: ({ work }) => work.normative !== "no" && work.type !== "van-ban-hop-nhat",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { corpus } = context;
    for (const twin of corpus.titleTwins(subject.work.id)) {
      const other = corpus.work(twin.other);
      if (!other || !isEarlierTwin(other, context)) continue;
      const shared = corpus.overlaps(subject.work.id).filter((o) => o.other === other.id && repeats(o));
      if (shared.length === 0) continue;
      const name = corpus.nameOf(other.id);
      yield {
        message: `${corpus.nameOf(subject.work.id)} và ${name} cùng còn hiệu lực và cùng quy định một nội dung (${shared.length} quy định trùng lời văn).`,
        why: "Hai văn bản của một cơ quan cùng điều chỉnh một nội dung mà không văn bản nào thay thế hay sửa đổi văn bản kia: người áp dụng không biết theo văn bản nào.",
        recommendation: `Rà soát để hợp nhất thành một văn bản, hoặc bãi bỏ phần trùng trong ${name}.`,
        evidence: shared.slice(0, 4).flatMap((o) => bothSides(o, context)),
        eId: null,
        identity: other.id,
        confidence: Math.min(0.9, 0.5 + 0.4 * twin.similarity),
      };
    }
  },
});

/** Issued before by the same body, still alive, and neither changes or details the other. */
function isEarlierTwin(other: Work, { subject, corpus, day }: RuleContext): boolean {
  const own = subject.work;
  if (!own.issuer || !other.issuer || issuerKey(own.issuer) !== issuerKey(other.issuer)) return false;
  if ((other.issuedOn ?? "") > (own.issuedOn ?? "") || other.id === own.id || other.normative === "no") return false;
  if (other.issuedOn === own.issuedOn && other.id > own.id) return false;
  if (endedOn(corpus, other.id, day) || changes(corpus, own.id, other.id)) return false;
  return ![...corpus.parentsOf(own.id), ...corpus.childrenOf(own.id)].some(
    (d) => d.parent === other.id || d.child === other.id,
  );
}

function bothSides(o: Overlap, { quote, corpus, subject }: RuleContext) {
  const shown = Math.min(o.span.end, o.span.start + 300);
  return [
    { ...quote({ start: o.span.start, end: shown }), eId: o.eId },
    {
      work: o.other,
      symbol: corpus.work(o.other)?.symbol ?? placeName(subject, o.otherEId),
      eId: o.otherEId,
      quote: o.otherQuote.slice(0, 300),
      span: { start: o.otherSpan.start, end: o.otherSpan.start + Math.min(300, o.otherQuote.length) },
      role: "conflicts-with" as const,
    },
  ];
}
