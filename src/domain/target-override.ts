import { plain } from "./fold.ts";
import type { NamedWork } from "./citation.ts";
import { symbolKey } from "./symbol.ts";
import type { WorkId } from "./work.ts";

/** What a person has said a citation means. It wins over every look-up of the machine, now and later. */
export interface TargetOverride {
  /** The document that cites. */
  readonly work: WorkId;
  /** What is cited, as `citedKey` writes it: one decision for every mention of it in that document. */
  readonly key: string;
  /** As the text writes it. */
  readonly text: string;
  /** Null: it names no document at all. */
  readonly target: WorkId | null;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A cited document by its number, or by its name; null where the text gives neither. */
export const citedKey = (named: Pick<NamedWork, "symbol" | "name">): string | null =>
  named.symbol ? symbolKey(named.symbol) : named.name ? `name:${plain(named.name)}` : null;
