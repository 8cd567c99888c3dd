export { conflictNear } from "./conflict-near.ts";
import { groupBy } from "../domain/group-by.ts";
import type { ConflictKind, Difference } from "../compare/differences.ts";
import type { Evidence } from "../domain/finding.ts";
import { eIdName } from "../domain/e-id.ts";
import { opening, placeName } from "./places.ts";
import { type ProvisionConflict, provisionConflicts } from "./provision-conflicts.ts";
import type { RuleContext, RuleFinding } from "./rule.ts";

/** Longer quotations are cut; the reader has the document beside the finding. */
const LONGEST_QUOTE = 300;

/**
 * The check kind of all rules `conflict-…`: one finding for each pair of units whose difference is foremost of this kind.
 * `what` names the kind in a sentence: `thời hạn`, `mức tiền`.
 */
export function* conflictFindings(kind: ConflictKind, what: string, context: RuleContext): Generator<RuleFinding> {
  for (const conflict of provisionConflicts(context)) {
    const own = groupBy(conflict.differences, (d) => d.kinds[0] as ConflictKind).get(kind);
    if (own) yield findingOf(conflict, own, what, context);
  }
}

function findingOf(
  conflict: ProvisionConflict,
  differences: readonly Difference[],
  what: string,
  { subject, corpus }: RuleContext,
): RuleFinding {
  const place = placeName(subject, conflict.subject.eId);
  const other = corpus.subject(conflict.work);
  const otherPlace = `${other ? placeName(other, conflict.other.eId) : eIdName(conflict.other.eId)} ${corpus.nameOf(conflict.work)}`;
  return {
    message: `${opening(place)} quy định ${what} khác ${otherPlace}: ${differences.map(say).join("; ")}.`,
    why: `Hai quy định điều chỉnh cùng một nội dung nhưng không thống nhất. ${conflict.prevails.why}`,
    recommendation: adviceFor(conflict, place, otherPlace),
    evidence: [
      ...differences.flatMap((d) => subjectEvidence(conflict, d, subject.work.id, subject.work.symbol)),
      ...differences.flatMap((d) => otherEvidence(conflict, d, corpus.work(conflict.work)?.symbol ?? null)),
    ],
    eId: conflict.subject.eId,
    identity: `${conflict.work} ${conflict.other.eId} ${differences.map((d) => `${d.subject?.text ?? ""}|${d.basis?.text ?? ""}`).join(";")}`,
    confidence: confidence(conflict, differences),
  };
}

const say = ({ subject, basis }: Difference): string => {
  if (subject === null) return `thiếu “${basis?.text ?? ""}”`;
  return basis === null ? `thêm “${subject.text}”` : `“${subject.text}” so với “${basis.text}”`;
};

function adviceFor({ prevails }: ProvisionConflict, place: string, otherPlace: string): string {
  if (prevails.ground === null)
    return `Kiến nghị hai cơ quan ban hành thống nhất nội dung của ${place} và ${otherPlace}.`;
  return prevails.ground === "higher-rank"
    ? `Sửa đổi, bổ sung hoặc bãi bỏ ${place} cho phù hợp với ${otherPlace}; nếu văn bản cấp trên giao địa phương quy định khác thì nêu rõ điều, khoản giao.`
    : `Sửa đổi hoặc bãi bỏ ${otherPlace} ngay trong văn bản mới, hoặc nêu rõ quy định nào tiếp tục được áp dụng.`;
}

function subjectEvidence(
  { subject }: ProvisionConflict,
  { subject: words }: Difference,
  work: string,
  symbol: string | null,
): Evidence[] {
  const quote = words?.text ?? cut(subject.text);
  const start = subject.start + (words?.start ?? 0);
  return [{ work, symbol, eId: subject.eId, quote, span: { start, end: start + quote.length }, role: "subject" }];
}

function otherEvidence(
  { other, work }: ProvisionConflict,
  { basis: words }: Difference,
  symbol: string | null,
): Evidence[] {
  const quote = words?.text ?? cut(other.text);
  const start = other.start + (words?.start ?? 0);
  return [{ work, symbol, eId: other.eId, quote, span: { start, end: start + quote.length }, role: "conflicts-with" }];
}

const cut = (text: string): string => (text.length <= LONGEST_QUOTE ? text : text.slice(0, LONGEST_QUOTE).trimEnd());

/** Texts that only share their matter are less sure than one that rests on the other. */
const TIES: Readonly<Record<ProvisionConflict["tie"], number>> = { basis: 1, cited: 0.97, "same-matter": 0.92 };

function confidence({ matter, tie }: ProvisionConflict, differences: readonly Difference[]): number {
  const sure = Math.max(...differences.map((d) => d.weight)) * Math.min(1, 0.4 + 0.6 * matter);
  return Math.round((0.5 + 0.45 * Math.min(1, sure)) * TIES[tie] * 100) / 100;
}
