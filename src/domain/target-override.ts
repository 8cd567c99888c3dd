import { plain } from "./fold.ts";
import type { Citation, CitedTarget, NamedWork } from "./citation.ts";
import { symbolKey } from "./symbol.ts";
import type { WorkId } from "./work.ts";

/** What a person has said a citation means. It wins over every look-up of the machine, now and later. */
export interface TargetOverride {
  /** The document that cites. */
  readonly work: WorkId;
  /** What is cited, as `mentionKey` writes it: one decision for every mention of it in that document. */
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

/** Words longer than this say nothing more of themselves. */
const LONGEST_WORDS = 120;

/**
 * What a person's decision about a mention is kept under. Words with neither number nor name ("văn bản nêu trên") mean
 * something else in every unit, so the unit belongs to the key; a bare number ("Thông tư liên tịch số 01") does not change its
 * meaning within a document. Null for what means the document itself.
 */
export function mentionKey({ text, within }: Pick<Citation, "text" | "within">, target: CitedTarget): string | null {
  const key = citedKey(target);
  if (key !== null || target.self) return key;
  const words = plain(text).slice(0, LONGEST_WORDS);
  return target.eIds.length === 0 && /\d/u.test(words) ? `words:${words}` : `words:${within ?? "head"}|${words}`;
}
