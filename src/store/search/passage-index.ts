import type { EId } from "../../domain/e-id.ts";
import type { WorkId } from "../../domain/work.ts";

/** A sequence of folded words that must stand next to each other; one word is a sequence of one. */
export type Clause = readonly string[];

/** Sets of works, the foremost first; null = all works. */
export type Tiers = readonly (ReadonlySet<WorkId> | null)[];

/** A row of `provision` as ranking needs it, and no more: thousands are read for one search. */
export interface Passage {
  readonly id: number;
  readonly work: WorkId;
  readonly eId: EId;
  readonly kind: string;
  readonly ord: number;
  readonly heading: string | null;
  /** Folded words, one space between. */
  readonly folded: string;
}

/** What a dialect's full-text index does. Ranking is not its business: it is the same TypeScript on both engines. */
export interface PassageIndex {
  /** Puts rows into the index, after they are inserted into their table. */
  add(rows: readonly { readonly id: number; readonly folded: string }[]): Promise<void>;
  /** Takes the rows of a work out, before they are deleted. */
  remove(work: WorkId): Promise<void>;
  /** Number of rows that contain a word; may stop counting at a bound. */
  frequency(word: string): Promise<number>;
  /** Those of the words that any row contains. */
  known(words: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Up to `limit` rows that contain all clauses, in no promised order. With `tiers`: only rows of these works, those of the
   * first set before those of the second.
   */
  match(clauses: readonly Clause[], limit: number, tiers?: Tiers): Promise<readonly number[]>;
  fetch(ids: readonly number[]): Promise<readonly Passage[]>;
  /** The stretch of text each row was made of, counted in characters: see `wordsOf` before trusting it. */
  stretches(ids: readonly number[]): Promise<readonly { readonly id: number; readonly text: string }[]>;
}
