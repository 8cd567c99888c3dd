import { and, asc, gte, isNotNull, lt } from "drizzle-orm";
import type { Work } from "../../domain/work.ts";
import type { Engine } from "../engine.ts";
import { workOf } from "../work-store.ts";
import { searchWords } from "./words.ts";

/** Works that share a number; beyond this many the symbol must be typed more fully. */
const MAX_SAME_NUMBER = 2_000;
/** Words of a symbol: `16/2013/TTLT-BVHTTDL-BTC-BNV` has six. */
const MAX_SYMBOL_WORDS = 10;

export interface SymbolMatches {
  /** The query holds the whole symbol (the year may be left out). */
  readonly exact: readonly Work[];
  /** The query is the beginning of the symbol. */
  readonly begun: readonly Work[];
}

/**
 * Finds works by a symbol written any way: `97/2025/QĐ-UBND`, `97 2025 qd ubnd`, `QĐ 97/2025/QDUBND`, `97/QĐ-UBND`. The
 * first word with a digit opens the symbol; separators, accents, case, leading zeros do not count.
 */
export async function worksBySymbol(engine: Engine, query: string): Promise<SymbolMatches> {
  const words = searchWords(query).split(" ");
  const opening = words.findIndex((word) => /^\d/u.test(word));
  const symbol = opening < 0 ? [] : words.slice(opening, opening + MAX_SYMBOL_WORDS);
  if (symbol.length < 2) return { exact: [], begun: [] };
  const typed = beginnings(symbol);
  const exact: Work[] = [];
  const begun: Work[] = [];
  for (const candidate of await sameNumber(engine, symbol[0] as string)) {
    const parts = searchWords(candidate.symbol ?? "").split(" ");
    const withoutYear = parts.filter((part, i) => i === 0 || !/^\d{4}$/u.test(part));
    if (typed.has(joined(parts)) || (withoutYear.length > 1 && typed.has(joined(withoutYear)))) exact.push(candidate);
    else if (beginnings(parts).has(joined(symbol))) begun.push(candidate);
  }
  return { exact, begun };
}

/** The number without its leading zeros, then everything else without separators. */
const joined = (parts: readonly string[]): string =>
  `${parts[0]?.replace(/^0+(?=\d)/u, "")}/${parts.slice(1).join("")}`;

const beginnings = (parts: readonly string[]): Set<string> =>
  new Set(parts.slice(1).map((_, i) => joined(parts.slice(0, i + 2))));

async function sameNumber(engine: Engine, number: string): Promise<Work[]> {
  const { work } = engine.schema;
  const bare = number.replace(/^0+(?=\d)/u, "").toUpperCase();
  const found: Work[] = [];
  for (const start of [bare, `0${bare}`, `00${bare}`]) {
    const rows = await engine
      .db()
      .select()
      .from(work)
      // "." follows "-": the range holds every key that begins with the number and a hyphen.
      .where(and(isNotNull(work.symbolKey), gte(work.symbolKey, `${start}-`), lt(work.symbolKey, `${start}.`)))
      .orderBy(asc(work.symbolKey), asc(work.id))
      .limit(MAX_SAME_NUMBER);
    found.push(...rows.map(workOf));
  }
  return found;
}
