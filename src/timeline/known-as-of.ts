import type { Effect } from "../domain/effect.ts";
import { type HandEffect, withHandEffects } from "../domain/hand-effect.ts";

/**
 * The effects as they were known at a moment: what had been recorded by then, with the decisions people had taken by then. What
 * the shipped register says has no such moment and counts as always known. Last year's list comes out the same again.
 */
export function effectsKnownAt(
  effects: readonly Effect[],
  decisions: readonly HandEffect[],
  moment: number,
): readonly Effect[] {
  return withHandEffects(
    effects.filter((e) => e.origin !== "hand" && (e.recordedAt === undefined || e.recordedAt <= moment)),
    decisions.filter((d) => d.at <= moment),
  );
}
