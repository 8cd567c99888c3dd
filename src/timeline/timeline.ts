import type { Amendment } from "../domain/amendment.ts";
import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { ProvisionKind } from "../domain/provision.ts";
import type { TextTable } from "../domain/text-table.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Detailing } from "../resolve/resolved.ts";
import type { ExpiryRegime } from "./expiry-regimes.ts";
import type { AttachmentName } from "./say-because.ts";

/** What statuses are computed from: works, what was done to them, and who details whom. */
export interface TimelineGraph {
  readonly works: readonly Work[];
  readonly effects: readonly Effect[];
  readonly detailing: readonly Detailing[];
  /** Only these works' periods are wanted; the graph must hold their effects and their parents. Default: all. */
  readonly only?: ReadonlySet<WorkId>;
  /** What the laws of each time say of detailing documents. Default: the shipped table. */
  readonly regimes?: readonly ExpiryRegime[];
  /** What attachments are called in sentences. Default: by their place. */
  readonly attachmentName?: AttachmentName;
}

/** What one change did to one unit. */
export interface ConsolidatedNote {
  readonly effect: Effect;
  /**
   * `heading` and `lead` = only the name, only the opening words of the unit; `suspended` = the words stay, but do not apply;
   * `kept` = of title and căn cứ: a phrase changed in the whole document stays as it is here.
   */
  readonly change: "amended" | "inserted" | "repealed" | "phrase" | "heading" | "lead" | "suspended" | "kept";
  /** The words this change found, with everything below the unit where it changed the whole; null where it took none away. */
  readonly before: string | null;
}

/**
 * One unit of a consolidated text. `text` is the unit's own words down to the first unit below it. An article's text begins
 * with its heading: the words "Điều 5." are said by the eId. Clauses and points keep their printed number.
 */
export interface ConsolidatedProvision {
  readonly eId: EId;
  readonly kind: ProvisionKind;
  readonly text: string;
  /** Tables in `text`. */
  readonly tables?: readonly TextTable[];
  /** A table was here, and after a change its cells cannot be told apart with certainty: its words stand as lines. */
  readonly tableLost?: true;
  /** What `text` begins with and is the unit's name: the heading of an article, of a chapter. */
  readonly heading: string | null;
  readonly state: "original" | "amended" | "inserted" | "repealed";
  /** The clause that made it so last; null for original text. */
  readonly by: { readonly work: WorkId; readonly symbol: string | null; readonly eId: EId | null } | null;
  /** Every change of this unit in the order of their days. What came with the new wording of a larger unit has none. */
  readonly notes: readonly ConsolidatedNote[];
}

/** A change that could not be applied exactly. */
export interface RefusedEffect {
  readonly effect: Effect;
  /** Vietnamese: what does not fit. */
  readonly why: string;
  /** Vietnamese: what a person can do about it. */
  readonly todo?: string;
  /** The unit of this text beside which it belongs: the target, or the smallest unit round it; null = the whole text. */
  readonly place?: EId | null;
}

/** The text of a work on a day. `complete` is false as soon as one change was refused. */
export interface Consolidation {
  readonly work: WorkId;
  readonly on: LegalDate;
  readonly complete: boolean;
  /** The title as changed. Null where the document states none. */
  readonly title: { readonly text: string; readonly notes: readonly ConsolidatedNote[] } | null;
  /** What is to be said of the căn cứ, which no change touches. */
  readonly preamble: readonly ConsolidatedNote[];
  readonly provisions: readonly ConsolidatedProvision[];
  readonly refused: readonly RefusedEffect[];
  /** Changes that never acted, because their own clause had ended before its day. They take nothing from `complete`. */
  readonly idle: readonly RefusedEffect[];
}

/** Notes that tell of changed words, not of words that stayed. */
export const changesWords = ({ change }: ConsolidatedNote): boolean => change !== "suspended" && change !== "kept";

/** Actions that end a work when they have no target unit. */
export const ENDING: ReadonlySet<string> = new Set<Amendment["action"]>([
  "replace-document",
  "repeal-document",
  "expire",
  "repeal",
]);

/** Actions that change words of a work without ending it. Insertions and corrections take nothing away. */
export const CHANGING: ReadonlySet<string> = new Set<Amendment["action"]>(["amend", "replace-phrase", "delete-phrase"]);
