import { canonicalSymbol } from "../domain/symbol.ts";
import type { WorkId } from "../domain/work.ts";
import type { Store } from "../store/store.ts";

/** Numbers a person types at once; more belong into the words. */
const MOST_TYPED = 40;

/**
 * Documents by their numbers as typed, parted by semicolons or lines. A number that no document bears, or that several bear, is
 * handed back: a symbol is no identity, and nothing is chosen in silence.
 */
export async function groundsTyped(
  store: Store,
  typed: string,
): Promise<{ readonly works: readonly WorkId[]; readonly unknown: readonly string[] }> {
  const symbols = [...new Set(typed.split(/[;\n]/u).map((one) => one.trim()))].filter(Boolean).slice(0, MOST_TYPED);
  const works: WorkId[] = [];
  const unknown: string[] = [];
  for (const symbol of symbols) {
    const [only, ...others] = await store.works.bySymbol(canonicalSymbol(symbol));
    if (only !== undefined && others.length === 0) works.push(only.id);
    else unknown.push(symbol);
  }
  return { works, unknown };
}
