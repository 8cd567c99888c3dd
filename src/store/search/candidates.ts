import type { WorkId } from "../../domain/work.ts";
import type { Engine } from "../engine.ts";
import type { Clause, Passage, Tiers } from "./passage-index.ts";
import type { SearchQuery } from "./words.ts";

/** Rows that are scored; the cost of a search does not grow with the corpus beyond this. */
export const MAX_CANDIDATES = 5_000;
/** Rows that are counted: a page says "10.000+" above it. */
export const MAX_COUNTED = 10_000;

export interface Candidates {
  readonly passages: readonly Passage[];
  /** Rows that match, counted up to a bound. */
  readonly total: number;
  readonly capped: boolean;
  readonly clauses: readonly Clause[];
  readonly ignored: readonly string[];
}

/** What a search is narrowed to, and what stands first in it. */
export interface Narrowing {
  readonly within?: ReadonlySet<WorkId>;
  readonly first?: ReadonlySet<WorkId>;
}

/**
 * Rows with all clauses. Where there are more than can be scored, those of the works that stand first are taken first, and
 * among them those with the words side by side. Where no row has all words, the commonest words are given up one by one, and
 * the answer says which.
 */
export async function candidates(engine: Engine, query: SearchQuery, narrowing: Narrowing): Promise<Candidates> {
  const { clauses, ignored } = await satisfiable(engine, query);
  if (clauses.length === 0) return { passages: [], total: 0, capped: false, clauses, ignored };
  const ids = await chosen(engine, clauses, narrowing);
  return {
    passages: await engine.passages.fetch(ids.slice(0, MAX_CANDIDATES)),
    total: Math.min(ids.length, MAX_COUNTED),
    capped: ids.length > MAX_COUNTED,
    clauses,
    ignored,
  };
}

async function chosen(engine: Engine, clauses: readonly Clause[], { within, first }: Narrowing): Promise<number[]> {
  const all = within ?? null;
  const tiers: Tiers = first === undefined ? [all] : [within === undefined ? first : common(first, within), all];
  // who comes first matters only where not everybody can come
  const few = within === undefined ? await engine.passages.match(clauses, MAX_CANDIDATES + 1) : [];
  if (within === undefined && few.length <= MAX_CANDIDATES) return [...few];
  const ids = await engine.passages.match(clauses, MAX_COUNTED + 1, tiers);
  if (ids.length <= MAX_CANDIDATES || clauses.length === 1) return [...ids];
  return [...new Set([...(await engine.passages.match([clauses.flat()], MAX_CANDIDATES, tiers)), ...ids])];
}

const common = (a: ReadonlySet<WorkId>, b: ReadonlySet<WorkId>): ReadonlySet<WorkId> =>
  new Set([...b].filter((work) => a.has(work)));

/** Quoted phrases and words with a digit are never given up, and at least half of the words stay. */
async function satisfiable(
  engine: Engine,
  query: SearchQuery,
): Promise<{ clauses: readonly Clause[]; ignored: string[] }> {
  if (query.clauses.length === 0) return { clauses: [], ignored: [] };
  if ((await engine.passages.match(query.clauses, 1)).length > 0) return { clauses: query.clauses, ignored: [] };
  const loose = query.clauses.filter((clause) => clause.length === 1 && !/\d/u.test(clause[0] as string));
  if (query.clauses.length < 3 || loose.length === 0) return { clauses: [], ignored: [] };
  const counted = await Promise.all(
    loose.map(async (clause) => ({ clause, n: await engine.passages.frequency(clause[0] as string) })),
  );
  // A word nobody uses goes first, then the commonest.
  const order = counted.sort((a, b) => Number(a.n > 0) - Number(b.n > 0) || b.n - a.n).map((each) => each.clause);
  const given = new Set<Clause>();
  for (const clause of order) {
    given.add(clause);
    const kept = query.clauses.filter((each) => !given.has(each));
    if (kept.length < 2 || kept.length * 2 < query.clauses.length) break;
    if ((await engine.passages.match(kept, 1)).length > 0) return { clauses: kept, ignored: [...given].flat() };
  }
  return { clauses: [], ignored: [] };
}
