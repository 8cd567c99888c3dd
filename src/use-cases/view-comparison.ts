import { alignUnits, type AlignedPair } from "../compare/align-units.ts";
import { shareSame, wordDifferences, type WordDifference } from "../compare/word-differences.ts";
import { type EId, isUnder } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work, WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import type { ConsolidatedProvision } from "../timeline/timeline.ts";
import { type TextOnDay, textOnDay } from "./text-on-day.ts";
import type { TextUnit } from "./text-units.ts";
import { type UnitNames, unitNames } from "./view-unit-names.ts";

/** What is laid side by side: a work on a day, or as issued (`on` null). */
export interface SideChoice {
  readonly work: Work;
  readonly on: LegalDate | null;
}

export interface ComparedSide extends SideChoice {
  readonly refused: number;
  readonly days: readonly LegalDate[];
}

export type RowState = "changed" | "added" | "removed" | "moved" | "renumbered" | "same";

/** One unit of both sides. A whole that was added or removed is one row with all that stands below it. */
export interface ComparedRow {
  readonly state: RowState;
  /** Moved or renumbered, and other words too. */
  readonly reworded: boolean;
  readonly left: ComparedUnit | null;
  readonly right: ComparedUnit | null;
  /** Null: one side only, equal words, or too unlike to be marked word by word. */
  readonly parts: readonly WordDifference[] | null;
  /** Of what the right no longer has: the clause that repealed it. */
  readonly repealedBy: ConsolidatedProvision["by"];
}

export interface ComparedUnit {
  readonly eId: EId;
  readonly key: string;
  /** Its name in the text it stands in. */
  readonly name: string;
  /** The attached text it stands in by its name; null in the body. */
  readonly frame: string | null;
  readonly number: string;
  /** The first line is a heading. */
  readonly heading: boolean;
  readonly words: string;
  /** Units below it that stand in the same row. */
  readonly below: readonly BelowUnit[];
}

export type BelowUnit = Pick<ComparedUnit, "number" | "heading" | "words">;

export interface ComparisonView {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  /** In the order of the right text; equal rows too. */
  readonly rows: readonly ComparedRow[];
  /** Units, not rows, by what became of them. */
  readonly counts: Readonly<Record<RowState, number>>;
  /** What was left undone so that the page comes in time; each null or 0 when nothing was. */
  readonly bounded: {
    /** Units of each side compared, where there are more. */
    readonly units: number | null;
    /** Pairs too long, or too late on a long page, to be marked word by word. */
    readonly unmarked: number;
    /** Rows that differ, where only the first of them are given. */
    readonly rows: number | null;
  };
  readonly names: UnitNames;
}

/** Units of one side that are compared; a code of law has about 2,000 with its points. */
export const MOST_UNITS = 6_000;
/** Rows that differ on one page. */
export const MOST_ROWS = 600;
/** Words of both sides that are marked one by one on one page. */
const MOST_MARKED = 400_000;
/** Less in common than this, and marks would only be in the way. */
const LEAST_COMMON = 0.12;

/** Two texts side by side; a side whose text is not in the collection is named. */
export async function viewComparison(
  store: Store,
  left: SideChoice,
  right: SideChoice,
): Promise<ComparisonView | { readonly missing: Work }> {
  const [a, b] = [await textOnDay(store, left.work, left.on), await textOnDay(store, right.work, right.on)];
  if (a === null) return { missing: left.work };
  if (b === null) return { missing: right.work };
  const same = left.work.id === right.work.id;
  const pairs = alignUnits(a.units.slice(0, MOST_UNITS), b.units.slice(0, MOST_UNITS), { sameNumbering: same });
  const names = await unitNames(store, [left.work.id, right.work.id]);
  const marker = new Marker();
  const rows = rowsOf(pairs, { left: left.work.id, right: right.work.id, names, repealed: b.repealed, same, marker });
  const different = rows.filter((r) => r.state !== "same").length;
  return {
    left: { ...left, refused: a.refused, days: a.days },
    right: { ...right, refused: b.refused, days: b.days },
    rows: different > MOST_ROWS ? firstRows(rows) : rows,
    counts: countsOf(pairs),
    bounded: {
      units: Math.max(a.units.length, b.units.length) > MOST_UNITS ? MOST_UNITS : null,
      unmarked: marker.unmarked,
      rows: different > MOST_ROWS ? different : null,
    },
    names,
  };
}

function firstRows(rows: readonly ComparedRow[]): readonly ComparedRow[] {
  let shown = 0;
  const end = rows.findIndex((r) => r.state !== "same" && ++shown > MOST_ROWS);
  return rows.slice(0, end);
}

const stateOf = ({ left, right, place, changed }: AlignedPair): RowState =>
  left === null ? "added" : right === null ? "removed" : place !== "here" ? place : changed ? "changed" : "same";

function countsOf(pairs: readonly AlignedPair[]): ComparisonView["counts"] {
  const counts: Record<RowState, number> = { changed: 0, added: 0, removed: 0, moved: 0, renumbered: 0, same: 0 };
  for (const pair of pairs) counts[stateOf(pair)]++;
  return counts;
}

/** Marks words until the page has enough of them. */
class Marker {
  unmarked = 0;
  private left = MOST_MARKED;

  parts(a: string, b: string): readonly WordDifference[] | null {
    this.left -= (a.length + b.length) / 4;
    const parts = this.left < 0 ? null : wordDifferences(a, b);
    if (parts === null) this.unmarked++;
    return parts !== null && shareSame(parts) >= LEAST_COMMON ? parts : null;
  }
}

interface RowSources {
  readonly left: WorkId;
  readonly right: WorkId;
  readonly names: UnitNames;
  readonly repealed: TextOnDay["repealed"];
  readonly same: boolean;
  readonly marker: Marker;
}

/** Pairs as rows; what stands below a unit that was added or removed goes into its row. */
function rowsOf(pairs: readonly AlignedPair<TextUnit>[], sources: RowSources): readonly ComparedRow[] {
  const rows: ComparedRow[] = [];
  let whole: { row: ComparedRow; below: BelowUnit[]; keys: Set<string> } | null = null;
  for (const pair of pairs) {
    const state = stateOf(pair);
    const unit = (pair.right ?? pair.left) as TextUnit;
    if (whole !== null && state === whole.row.state && unit.parent !== null && whole.keys.has(unit.parent)) {
      whole.below.push({ number: unit.number, heading: unit.heading !== null, words: unit.words });
      whole.keys.add(unit.key);
      continue;
    }
    const below: BelowUnit[] = [];
    const row = rowOf(pair, state, below, sources);
    rows.push(row);
    whole = state === "added" || state === "removed" ? { row, below, keys: new Set([unit.key]) } : null;
  }
  return rows;
}

const IN_ATTACHMENT = /^att_[^_]+__/u;

function rowOf(
  { left, right, changed }: AlignedPair<TextUnit>,
  state: RowState,
  below: ComparedUnit["below"],
  { names, repealed, same, marker, ...works }: RowSources,
): ComparedRow {
  const view = (unit: TextUnit | null, work: WorkId): ComparedUnit | null =>
    unit === null
      ? null
      : {
          eId: unit.eId,
          key: unit.key,
          name: names.of(work, unit.eId.replace(IN_ATTACHMENT, "")),
          frame: unit.eId.startsWith("att_") ? names.of(work, unit.eId.split("__")[0] ?? "") : null,
          number: unit.number,
          heading: unit.heading !== null,
          words: unit.words,
          below,
        };
  return {
    state,
    reworded: changed && state !== "changed",
    left: view(left, works.left),
    right: view(right, works.right),
    parts: left !== null && right !== null && changed ? marker.parts(left.words, right.words) : null,
    repealedBy: state === "removed" && same && left !== null ? repealerOf(left.eId, repealed) : null,
  };
}

function repealerOf(eId: EId, repealed: TextOnDay["repealed"]): ConsolidatedProvision["by"] {
  for (const [other, by] of repealed) if (isUnder(eId, other)) return by;
  return null;
}
