import { and, asc, gte, isNotNull, lt } from "drizzle-orm";
import type { Work } from "../../domain/work.ts";
import type { Engine } from "../engine.ts";
import { workOf } from "../work-store.ts";
import { typedSymbol } from "./typed-symbol.ts";
import { searchWords } from "./words.ts";

/** Works that share a number; beyond this many the symbol must be typed more fully. */
const MAX_SAME_NUMBER = 2_000;

export interface SymbolMatches {
  /** The query holds the whole symbol (the year may be left out). */
  readonly exact: readonly Work[];
  /** The query is the beginning of the symbol. */
  readonly begun: readonly Work[];
}

/**
 * Finds works by a symbol written any way: `97/2025/QĐ-UBND`, `97 2025 qd ubnd`, `QĐ 97/2025/QDUBND`, `97/QĐ-UBND`,
 * `nđ78`. Separators, accents, case, leading zeros do not count. Documents whose text is here first, then the newest.
 */
export async function worksBySymbol(engine: Engine, query: string): Promise<SymbolMatches> {
  const symbol = typedSymbol(query);
  if (symbol === null) return { exact: [], begun: [] };
  const typed = beginnings(symbol.words);
  const whole = joined(symbol.words);
  const exact: Work[] = [];
  const begun: Work[] = [];
  // `Quyết định 17/2025 về bến khách`: number and year are enough where the kind is said
  const short = symbol.types.length > 0 ? joined(symbol.words.slice(0, yearFollows(symbol.words) ? 2 : 1)) : whole;
  for (const candidate of await sameNumber(engine, symbol.words[0] as string)) {
    const parts = searchWords(candidate.symbol ?? "").split(" ");
    const withoutYear = parts.filter((part, i) => i === 0 || !/^\d{4}$/u.test(part));
    const begins = beginnings(parts, 1);
    // the last word may not be typed to its end: `17/20`, `17/2025/QĐ-U`
    const opens = [parts, withoutYear].some((each) => joined(each).startsWith(whole));
    if (typed.has(joined(parts)) || (withoutYear.length > 1 && typed.has(joined(withoutYear)))) exact.push(candidate);
    else if (opens || (begins.has(short) && symbol.types.includes(candidate.type))) begun.push(candidate);
  }
  const meant = begun.filter((each) => symbol.types.includes(each.type));
  return { exact: exact.sort(byNearness), begun: (meant.length > 0 ? meant : begun).sort(byNearness) };
}

const yearFollows = (words: readonly string[]): boolean => /^\d{4}$/u.test(words[1] ?? "");

const byNearness = (a: Work, b: Work): number =>
  Number(b.known === "text") - Number(a.known === "text") ||
  (b.issuedOn ?? "").localeCompare(a.issuedOn ?? "") ||
  (a.id < b.id ? -1 : 1);

/** The number without its leading zeros, a bar, then everything else without separators. */
const joined = (parts: readonly string[]): string =>
  `${parts[0]?.replace(/^0+(?=\d)/u, "")}/${parts.slice(1).join("")}`;

const beginnings = (parts: readonly string[], least = 2): Set<string> =>
  new Set(parts.slice(least - 1).map((_, i) => joined(parts.slice(0, i + least))));

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
