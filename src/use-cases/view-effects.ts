import type { Effect } from "../domain/effect.ts";
import { type HandEffect, lostDecisions, standingDecisions } from "../domain/hand-effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { isStatement, type ListConflict, listConflicts } from "../domain/listed-status.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import { findOddities, type Oddity } from "../timeline/find-oddities.ts";
import { worksOf } from "./view-finding-row.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

/** Rows shown of each list; the counts are of all. */
const ROWS_SHOWN = 200;

/** Which effects are asked for: every one that is not counted, or only those whose day nobody knows yet. */
export type EffectsWanted = "undated" | "all";

interface Rows<Row> {
  readonly n: number;
  readonly rows: readonly Row[];
}

/** What waits for a person about effects, and what people have decided. */
export interface EffectsView {
  readonly open: Rows<Effect>;
  /** Decisions that hold now, newest first, with the effect as it stands; null = its text has changed since. */
  readonly decided: Rows<{ readonly decision: HandEffect; readonly effect: Effect | null }>;
  readonly oddities: Rows<Oddity>;
  readonly conflicts: Rows<ListConflict>;
  readonly works: ReadonlyMap<WorkId, Work>;
  readonly names: UnitNames;
}

export async function viewEffects(store: Store, on: LegalDate, wanted: EffectsWanted): Promise<EffectsView> {
  const [all, decisions, works] = await Promise.all([store.effects.all(), store.effects.byHand(), store.works.all()]);
  // what documents say comes before what the shipped register leaves open
  const open = all
    .filter((e) => !e.applied && !e.listed && !e.byHand && (wanted === "all" || isUndated(e)))
    .sort((a, b) => Number(a.origin === "register") - Number(b.origin === "register"));
  const byKey = new Map(all.map((e) => [e.id, e]));
  const lost = new Set(lostDecisions(all, decisions).map((d) => d.key));
  const decided = [...standingDecisions(decisions).values()]
    .sort((a, b) => b.seq - a.seq)
    .map((decision) => ({
      decision,
      effect: lost.has(decision.key) ? null : (byKey.get(decision.key) ?? decision.effect),
    }));
  const oddities = findOddities(works, all);
  const conflicts = await conflictsOf(store, all, on);
  const shown = {
    open: open.slice(0, ROWS_SHOWN),
    decided: decided.slice(0, ROWS_SHOWN),
    oddities: oddities.slice(0, ROWS_SHOWN),
  };
  const ids = [
    ...shown.open.flatMap((e) => [e.source, e.target]),
    ...shown.decided.flatMap(({ decision }) => [decision.source, decision.target]),
    ...shown.oddities.flatMap((o) => o.works),
    ...conflicts.slice(0, ROWS_SHOWN).map((c) => c.statement.target),
  ];
  return {
    open: { n: open.length, rows: shown.open },
    decided: { n: decided.length, rows: shown.decided },
    oddities: { n: oddities.length, rows: shown.oddities },
    conflicts: { n: conflicts.length, rows: conflicts.slice(0, ROWS_SHOWN) },
    works: await worksOf(store, ids),
    names: await unitNames(store, ids),
  };
}

/** Its target is clear and its words are understood; only the day is missing. */
export const isUndated = (e: Effect): boolean => !e.applied && e.from === null && e.action !== "unknown" && !e.listed;

async function conflictsOf(store: Store, effects: readonly Effect[], on: LegalDate): Promise<readonly ListConflict[]> {
  const statements = effects.filter(isStatement);
  const found: ListConflict[] = [];
  for (const id of [...new Set(statements.map((e) => e.target))]) {
    const own = statements.filter((e) => e.target === id);
    found.push(...listConflicts(own, await store.statuses.on(id, on)));
  }
  return found;
}

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
