import type { Effect } from "../domain/effect.ts";
import { isUnder } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { dayOf, nameOf, READ_BY_HAND, type Refusal, refusal } from "./refusals.ts";
import { ENDING } from "./timeline.ts";

/** What has become of a clause that changes others: it acts as written, it never acted, or nobody can say exactly. */
export type ActingClause =
  | { readonly kind: "acts" }
  | { readonly kind: "idle"; readonly why: Refusal }
  | { readonly kind: "unclear"; readonly why: Refusal };

/**
 * An amending clause may itself be amended, repealed or suspended. One that ended before its day never acted; one that
 * ended later has acted, and its end revives nothing (Luật 64/2025/QH15 Điều 57; Luật 80/2015/QH13 Điều 154); one that was
 * reworded or is suspended says something else than its first text, which is not computed here.
 */
export function clauseOn(effect: Effect, onSources: readonly Effect[], day: LegalDate): ActingClause {
  for (const x of onSources) {
    if (x.target !== effect.source || x.source === effect.source || !x.applied || x.from === null || x.from > day)
      continue;
    const whole = x.targetEId === null;
    const meets = whole || (effect.sourceEId !== null && meet(x.targetEId as string, effect.sourceEId));
    if (!meets) continue;
    if (ENDING.has(x.action)) {
      if (x.exception !== null && effect.from !== null && x.from <= effect.from) return unclear(effect, x);
      if (effect.from !== null && x.from >= effect.from) {
        if (x.from > effect.from) continue;
        return unclear(effect, x);
      }
      return {
        kind: "idle",
        why: refusal(
          `chỉ dẫn của ${nameOf(effect)} đã hết hiệu lực từ ngày ${dayOf(x)} theo ${nameOf(x)}, trước ngày áp dụng, nên không làm thay đổi lời văn`,
          "Không cần làm gì; đối chiếu nếu thấy khác",
        ),
      };
    }
    if (x.action === "suspend" ? x.until === null || x.until > day : rewords(x, effect)) return unclear(effect, x);
  }
  return { kind: "acts" };
}

const meet = (a: string, b: string): boolean => isUnder(a, b) || isUnder(b, a);

/** A phrase changed in the whole amending document concerns this clause only where its new wording holds the phrase. */
function rewords(x: Effect, effect: Effect): boolean {
  if (x.action === "replace-phrase" || x.action === "delete-phrase")
    return (
      x.phraseFrom === null ||
      [effect.content, effect.phraseFrom, effect.phraseTo].some((t) => t?.includes(x.phraseFrom as string))
    );
  if (x.action === "insert")
    return x.targetEId !== null && effect.sourceEId !== null && isUnder(x.targetEId, effect.sourceEId);
  return x.action === "amend" || x.action === "correct" || x.action === "unknown";
}

const unclear = (effect: Effect, x: Effect): ActingClause => ({
  kind: "unclear",
  why: refusal(
    x.action === "suspend"
      ? `chỉ dẫn của ${nameOf(effect)} đang bị tạm ngưng hiệu lực theo ${nameOf(x)}`
      : `chính chỉ dẫn của ${nameOf(effect)} đã bị ${nameOf(x)} sửa đổi hoặc chấm dứt từ ngày ${dayOf(x)}`,
    `Đọc chỉ dẫn theo lời văn mới nhất của ${nameOf(effect)}. ${READ_BY_HAND}`,
  ),
});
