import type { Effect } from "../domain/effect.ts";
import type { HandEffect } from "../domain/hand-effect.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { worksOf } from "./view-finding-row.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

/** One effect with everything said and decided about it. */
export interface EffectView {
  readonly effect: Effect;
  readonly history: readonly HandEffect[];
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
}

export async function viewEffect(store: Store, source: WorkId, key: string): Promise<EffectView | null> {
  const history = await store.effects.history(key);
  const found = (await store.effects.from(source)).find((e) => e.id === key && !e.listed);
  const effect = found ?? history.at(-1)?.effect;
  if (!effect) return null;
  const ids = [effect.source, effect.target];
  return { effect, history, works: await worksOf(store, ids), names: await unitNames(store, ids) };
}
