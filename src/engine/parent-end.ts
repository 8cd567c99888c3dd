import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { StatusPeriod } from "../domain/status.ts";
import type { Detailing } from "../resolve/resolved.ts";
import { endedOn, endingOf, proofOf, reasonOf } from "./ended-works.ts";
import type { CorpusView, RuleContext, RuleFinding } from "./rule.ts";

/** A document that this one details and that has wholly ceased. */
export interface EndedParent {
  readonly relation: Detailing;
  readonly period: StatusPeriod;
  readonly ended: LegalDate;
}

/** What a document details: those that have ended since it was issued, and how many live on. */
export function endedParents({ corpus, subject, day }: RuleContext): {
  readonly ended: readonly EndedParent[];
  readonly living: number;
} {
  const issued = subject.work.issuedOn;
  const ended: EndedParent[] = [];
  let living = 0;
  for (const relation of mainParents(corpus, subject.work.id)) {
    const period = endedOn(corpus, relation.parent, day);
    const since = period?.since ?? period?.from ?? null;
    if (!period || since === null || issued === null || since <= issued) living += period ? 0 : 1;
    else ended.push({ relation, period, ended: since });
  }
  return { ended: ended.sort((a, b) => a.ended.localeCompare(b.ended)), living };
}

/** A law that only amends another parent is not a second parent. */
export function mainParents(corpus: CorpusView, child: string): readonly Detailing[] {
  const relations = corpus.parentsOf(child);
  const main = relations.filter((r) => !/^(?:\p{L}+ )?sửa đổi/iu.test(corpus.work(r.parent)?.title ?? ""));
  return main.length > 0 ? main : relations;
}

/** Another clause has ended the document, or an announcement keeps it alive: its parent no longer decides. */
export function isDecidedOtherwise({ corpus, subject, day }: RuleContext, since: LegalDate): boolean {
  const own = corpus.status(subject.work.id, day);
  if (own?.status === "ceased" && !/^parent/u.test(endingOf(own)?.rule ?? "")) return true;
  return corpus
    .effectsOn(subject.work.id)
    .some((e) => e.applied && e.action === "extend" && e.from !== null && e.from >= since && e.from <= day);
}

/**
 * A check kind: what a document details has ended in a stretch of days `[from, to)`. The regime of that day says what it
 * means: Luật 80/2015 Điều 154(4), Luật 64/2025 Điều 57(2) as enacted or as amended.
 */
export function* parentEnd(
  context: RuleContext,
  window: { readonly from?: LegalDate; readonly to?: LegalDate },
  words: {
    readonly message: (own: string, parent: string, day: string) => string;
    readonly why: string;
    readonly recommendation: string;
  },
): Generator<RuleFinding> {
  const { corpus, subject } = context;
  const { ended, living } = endedParents(context);
  for (const { relation, period, ended: since } of ended) {
    if ((window.from && since < window.from) || (window.to && since >= window.to)) continue;
    if (isDecidedOtherwise(context, since)) return;
    const only = living === 0;
    yield {
      message: words.message(
        corpus.nameOf(subject.work.id),
        corpus.nameOf(relation.parent),
        `từ ngày ${formatDate(since)}`,
      ),
      why: `${words.why} ${reasonOf(period)}${only ? "" : " Văn bản còn quy định chi tiết văn bản khác đang có hiệu lực, nên chỉ phần tương ứng bị ảnh hưởng."}`,
      recommendation: only
        ? words.recommendation
        : "Xác định phần quy định chi tiết văn bản đã hết hiệu lực; phần đó xử lý theo chế độ của văn bản quy định chi tiết, phần còn lại vẫn áp dụng.",
      evidence: [{ ...relation.evidence, role: "subject" }, ...proofOf(corpus, relation.parent, period)],
      eId: null,
      identity: `${relation.parent} ${since}`,
      // a parent whose own end is inferred from its parent is one step further from any clause
      confidence: !only ? 0.6 : /^parent/u.test(endingOf(period)?.rule ?? "") ? 0.7 : 0.9,
      severity: only ? undefined : "medium",
    };
  }
}
