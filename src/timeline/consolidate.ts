import type { Effect } from "../domain/effect.ts";
import { isUnder } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import type { Work } from "../domain/work.ts";
import { applyEffect } from "./apply-effect.ts";
import { WorkingText } from "./working-text.ts";
import { CHANGING, type Consolidation, type RefusedEffect } from "./timeline.ts";

/** Actions that change words. Ends of the whole work do not: the text stays readable after its end. */
const changesText = (e: Effect): boolean =>
  CHANGING.has(e.action) ||
  e.action === "insert" ||
  e.action === "correct" ||
  e.action === "unknown" ||
  (e.targetEId !== null && ENDS_UNIT.has(e.action));
const ENDS_UNIT = new Set(["repeal", "expire", "repeal-document", "replace-document"]);

/**
 * The text of a work on a day: its own units with every change applied exactly, or refused and listed with its reason.
 * A change is refused when its unit, phrase or new wording is not there, or when two documents touch one unit on one day.
 */
export function consolidate(input: {
  readonly work: Pick<Work, "id">;
  readonly document: LegalDocument;
  readonly effects: readonly Effect[];
  readonly on: LegalDate;
}): Consolidation {
  const { work, document, on } = input;
  const text = new WorkingText(document);
  const refused: RefusedEffect[] = [];
  const concerned = input.effects.filter((e) => e.target === work.id && e.source !== work.id && changesText(e));
  const pending = concerned.filter((e) => e.from === null || !e.applied);
  for (const effect of pending) {
    if (effect.from === null || effect.from <= on)
      refused.push({ effect, why: effect.whyNot ?? "chưa xác định được ngày áp dụng" });
  }
  const due = concerned
    .filter((e): e is Effect & { from: LegalDate } => e.applied && e.from !== null && e.from <= on)
    .sort(inOrder);
  const days = [...new Set(due.map((e) => e.from))];
  for (const day of days) {
    const today = due.filter((e) => e.from === day);
    const clashes = findClashes(today);
    for (const effect of today) {
      const why = clashes.get(effect.id) ?? applyEffect(text, effect);
      if (why !== null && why !== "") refused.push({ effect, why });
    }
  }
  return { work: work.id, on, complete: refused.length === 0, provisions: text.provisions(), refused };
}

/** By day; on one day rewritings before phrases; inside one document by place in its text. */
function inOrder(a: Effect & { from: LegalDate }, b: Effect & { from: LegalDate }): number {
  return (
    a.from.localeCompare(b.from) ||
    Number(isPhrase(a)) - Number(isPhrase(b)) ||
    a.source.localeCompare(b.source) ||
    (a.evidence.span?.start ?? 0) - (b.evidence.span?.start ?? 0) ||
    a.id.localeCompare(b.id)
  );
}

const isPhrase = (e: Effect): boolean =>
  e.action === "replace-phrase" || e.action === "delete-phrase" || e.action === "correct";

/** Changes of one day that cannot all be done. The empty reason marks a change that another one of the same text contains. */
function findClashes(today: readonly Effect[]): ReadonlyMap<string, string> {
  const clashes = new Map<string, string>();
  for (const a of today) {
    for (const b of today) {
      if (a.id >= b.id || a.targetEId === null || b.targetEId === null) continue;
      const [outer, inner] = isUnder(b.targetEId, a.targetEId)
        ? [a, b]
        : isUnder(a.targetEId, b.targetEId)
          ? [b, a]
          : [null, null];
      if (!outer || !inner) continue;
      if (isPhrase(a) && isPhrase(b) && (a.source === b.source || a.phraseFrom !== b.phraseFrom)) continue;
      if (a.source === b.source && (isPhrase(a) || isPhrase(b))) continue;
      if (a.source === b.source && outer !== inner && outer.targetEId !== inner.targetEId && isInsideOf(inner, outer)) {
        clashes.set(inner.id, "");
        continue;
      }
      if (
        a.source === b.source &&
        outer.targetEId !== inner.targetEId &&
        inner.action === "insert" &&
        outer.action === "insert"
      )
        continue;
      const why = "hai thay đổi cùng ngày đối với một đơn vị, không rõ thay đổi nào áp dụng";
      clashes.set(a.id, clashes.get(a.id) || why);
      clashes.set(b.id, clashes.get(b.id) || why);
    }
  }
  return clashes;
}

/** The wording of the inner change stands, word for word, in the wording of the outer one. */
const isInsideOf = (inner: Effect, outer: Effect): boolean =>
  inner.content !== null && outer.content !== null && letters(outer.content).includes(letters(inner.content));

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");
