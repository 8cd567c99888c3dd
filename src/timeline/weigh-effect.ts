import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import { whyActDoubtful } from "./abolishing-acts.ts";
import { isHeirOfDistrict, whyMayNotChange } from "./may-change.ts";
import { ENDING } from "./timeline.ts";

export interface EffectsView {
  readonly work: (id: WorkId) => Work | null;
  readonly effectsOn: (id: WorkId) => readonly Effect[];
}

export type Dated = Effect & { readonly from: LegalDate };

export const isDated = (e: Effect): e is Dated => e.applied && e.from !== null;

/** `counts`; `void` = it did nothing, and why; `doubt` = whether it did anything, a person must say. */
export type Weight = { readonly kind: "counts" } | { readonly kind: "void" | "doubt"; readonly why: string };

const COUNTS: Weight = { kind: "counts" };

/**
 * Whether an effect that is applied works on its target at all: its document may touch the target, stood on that day, and was
 * of the form the law of that day wanted. What a person has dated or added counts as it is.
 */
export function weighEffect(effect: Dated, target: Work, view: EffectsView): Weight {
  if (effect.byHand || effect.source === target.id) return COUNTS;
  const source = view.work(effect.source);
  if (source) {
    const forbidden = whyMayNotChange(source, target);
    if (forbidden !== null) return { kind: "void", why: forbidden };
  }
  if (!stood(effect, view))
    return { kind: "void", why: "văn bản chứa chỉ dẫn đã hết hoặc tạm ngưng hiệu lực trước ngày áp dụng" };
  if (!source) return COUNTS;
  if (isHeirOfDistrict(source, target) && ENDING.has(effect.action))
    return { kind: "doubt", why: "văn bản cấp huyện chỉ hết hiệu lực trên địa bàn xã, phường đã bãi bỏ" };
  const doubtful = whyActDoubtful(effect, source, target);
  return doubtful === null ? COUNTS : { kind: "doubt", why: doubtful };
}

/** False where the acting document was itself ended or suspended before its clause came to work. */
function stood(effect: Dated, view: EventsOf): boolean {
  return !view
    .effectsOn(effect.source)
    .filter(isDated)
    .some(
      (e) =>
        (e.source !== effect.source || e.origin === "hand") &&
        e.targetEId === null &&
        e.exception === null &&
        e.reach === undefined &&
        e.territory === undefined &&
        ((ENDING.has(e.action) && e.from <= effect.from && !isRevived(e, effect, view)) ||
          (e.action === "suspend" && e.from <= effect.from && (e.until === null || effect.from < e.until))),
    );
}

type EventsOf = Pick<EffectsView, "effectsOn">;

const isRevived = (end: Dated, effect: Dated, view: EventsOf): boolean =>
  view
    .effectsOn(effect.source)
    .some((e) => e.applied && e.action === "extend" && e.from !== null && e.from >= end.from && e.from <= effect.from);
