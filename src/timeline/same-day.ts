import type { Effect } from "../domain/effect.ts";
import { type EId, isUnder, parentEId } from "../domain/e-id.ts";
import type { Scope } from "./instruction-scope.ts";
import { type Refusal, refusal } from "./refusals.ts";
import { compareUnits, GROUPED, type WorkingText } from "./working-text.ts";
import { levelOf } from "./split-units.ts";

/** A change of one day with what it touches. */
export interface DatedChange {
  readonly effect: Effect;
  readonly scope: Scope;
}

/** Changes of one day that cannot all be done. Null marks one that another change of the same text already contains. */
export function clashesOf(text: WorkingText, today: readonly DatedChange[]): ReadonlyMap<string, Refusal | null> {
  const clashes = new Map<string, Refusal | null>();
  for (let i = 0; i < today.length; i++) {
    for (let k = i + 1; k < today.length; k++) {
      const [a, b] = [today[i] as DatedChange, today[k] as DatedChange];
      const [outer, inner] = holds(text, a, b) ? [a, b] : holds(text, b, a) ? [b, a] : [null, null];
      if (!outer || !inner || areApart(outer, inner)) continue;
      if (isContained(inner, outer)) {
        if (!clashes.has(inner.effect.id)) clashes.set(inner.effect.id, null);
        continue;
      }
      clashes.set(a.effect.id, clashWith(b.effect));
      clashes.set(b.effect.id, clashWith(a.effect));
    }
  }
  return clashes;
}

const clashWith = (other: Effect): Refusal =>
  refusal(
    `hai thay đổi cùng ngày đối với một đơn vị (thay đổi kia theo ${other.evidence.symbol ?? "văn bản khác"}), không rõ thay đổi nào áp dụng`,
    "Đọc cả hai chỉ dẫn và xác định lời văn cuối cùng; nếu trái nhau thì kiến nghị cơ quan ban hành xử lý",
  );

function holds(text: WorkingText, outer: DatedChange, inner: DatedChange): boolean {
  const [o, i] = [outer.effect.targetEId, inner.effect.targetEId];
  if (o === null || i === null) return false;
  if (isUnder(i, o)) return true;
  if (!GROUPED.has(levelOf(o))) return false;
  const unit = text.find(i);
  return unit !== null && text.isBelow(unit, o);
}

const isPhrase = (scope: Scope): boolean => scope === "phrase" || scope === "phrase-in-heading";
const isOwn = (scope: Scope): boolean => scope === "heading" || scope === "lead";

/** They touch different words, whichever is done first. Changes of phrases see to their own clashes (phrase-changes.ts). */
function areApart(outer: DatedChange, inner: DatedChange): boolean {
  if (isPhrase(outer.scope) && isPhrase(inner.scope)) return true;
  const same = outer.effect.targetEId === inner.effect.targetEId;
  const oneSource = outer.effect.source === inner.effect.source;
  // a phrase changed in a unit of which one part is reworded, added or repealed: the rest is still there for it
  if (isPhrase(outer.scope) && !same) return oneSource || inner.scope === "new";
  if (isPhrase(outer.scope) || isPhrase(inner.scope)) return false;
  if (!same && isOwn(outer.scope)) return true;
  if (same && isOwn(outer.scope) && isOwn(inner.scope)) return outer.scope !== inner.scope;
  return !same && oneSource && outer.scope === "new" && inner.scope === "new";
}

/** Said twice: the wording of the inner change stands word for word in the outer one, or both end the same words. */
function isContained(inner: DatedChange, outer: DatedChange): boolean {
  const [i, o] = [inner.effect, outer.effect];
  if (i.source !== o.source) return false;
  if (inner.scope === "end") return outer.scope === "end" && i.targetEId !== o.targetEId;
  return (
    i.targetEId !== o.targetEId &&
    i.content !== null &&
    o.content !== null &&
    letters(o.content).includes(letters(i.content))
  );
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** Larger units first, then by number, so that 5a stands before 5b is put behind it. Nothing else hangs on the order. */
export function inOrder(a: DatedChange, b: DatedChange): number {
  const rank = ({ scope }: DatedChange): number => (scope === "end" ? 2 : scope === "new" ? 1 : 0);
  const [x, y] = [a.effect.targetEId ?? "", b.effect.targetEId ?? ""];
  return (
    rank(a) - rank(b) ||
    x.split("__").length - y.split("__").length ||
    (parentEId(x) ?? "").localeCompare(parentEId(y) ?? "") ||
    levelOf(x).localeCompare(levelOf(y)) ||
    compareUnits(x, y) ||
    a.effect.id.localeCompare(b.effect.id)
  );
}

/** Units that other changes of the same instruction set with the same quoted wording. */
export function sharedWith(effect: Effect, all: readonly Effect[]): readonly EId[] {
  return all
    .filter((e) => e.source === effect.source && e.content === effect.content && e.targetEId !== null)
    .map((e) => e.targetEId as EId);
}
