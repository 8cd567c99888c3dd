import type { Amendment } from "../domain/amendment.ts";
import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Detailing } from "../resolve/resolved.ts";

/** What statuses are computed from: works, what was done to them, and who details whom. */
export interface TimelineGraph {
  readonly works: readonly Work[];
  readonly effects: readonly Effect[];
  readonly detailing: readonly Detailing[];
  /** Only these works' periods are wanted; the graph must hold their effects and their parents. Default: all. */
  readonly only?: ReadonlySet<WorkId>;
}

/**
 * One unit of a consolidated text. `text` is the unit's own words down to the first unit below it. An article's text begins
 * with its heading: the words "Điều 5." are said by the eId. Clauses and points keep their printed number.
 */
export interface ConsolidatedProvision {
  readonly eId: EId;
  readonly text: string;
  readonly state: "original" | "amended" | "inserted" | "repealed";
  /** The clause that made it so; null for original text. */
  readonly by: { readonly work: WorkId; readonly symbol: string | null; readonly eId: EId | null } | null;
}

/** A change that could not be applied exactly, with the reason in Vietnamese. */
export interface RefusedEffect {
  readonly effect: Effect;
  readonly why: string;
}

/** The text of a work on a day. `complete` is false as soon as one change was refused. */
export interface Consolidation {
  readonly work: WorkId;
  readonly on: LegalDate;
  readonly complete: boolean;
  readonly provisions: readonly ConsolidatedProvision[];
  readonly refused: readonly RefusedEffect[];
}

/** Actions that end a work when they have no target unit. */
export const ENDING: ReadonlySet<string> = new Set<Amendment["action"]>([
  "replace-document",
  "repeal-document",
  "expire",
  "repeal",
]);

/** Actions that change words of a work without ending it. Insertions and corrections take nothing away. */
export const CHANGING: ReadonlySet<string> = new Set<Amendment["action"]>(["amend", "replace-phrase", "delete-phrase"]);
