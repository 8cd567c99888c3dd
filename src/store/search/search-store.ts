import { and, desc, inArray, like } from "drizzle-orm";
import { plain } from "../../domain/fold.ts";
import type { Work } from "../../domain/work.ts";
import { chunks } from "../chunks.ts";
import type { Engine } from "../engine.ts";
import type { SearchHit, SearchStore } from "../store.ts";
import { workOf } from "../work-store.ts";
import { accentAgreement } from "./accents.ts";
import type { Clause, Passage } from "./passage-index.ts";
import { byScore, type Ranked, rankPassages } from "./rank.ts";
import { snippetOf } from "./snippet.ts";
import { worksBySymbol } from "./symbol-lookup.ts";
import { parseQuery, type SearchQuery, searchWords } from "./words.ts";

/** Rows that are scored; the cost of a search does not grow with the corpus beyond this. */
export const MAX_CANDIDATES = 5_000;
/** Rows that are counted: a page says "10.000+" above it. */
export const MAX_COUNTED = 10_000;
/** Best rows whose accents are compared with those typed. */
const MAX_ACCENT_CHECKED = 600;
const ACCENT_PORTION = 60;
const MAX_HITS = 200;
/** Works of which the title is looked at. */
const MAX_TITLES = 1_000;

export function searchStore(engine: Engine): SearchStore {
  return {
    async provisions(text, options) {
      const limit = Math.max(0, Math.min(MAX_HITS, Math.trunc(options.limit)));
      const query = parseQuery(text);
      const symbols = await symbolHits(engine, text);
      const { ids, clauses, ignored } = await candidates(engine, query);
      const scored = ids.slice(0, MAX_CANDIDATES);
      const ranked = rankPassages(await engine.passages.fetch(scored), query, await rarity(engine, clauses));
      const best = query.accented ? await byAccents(engine, ranked, query, limit) : ranked;
      const hits = [...symbols, ...(await hitsOf(engine, best.slice(0, limit), query))].slice(0, limit);
      return {
        hits,
        total: symbols.length + Math.min(ids.length, MAX_COUNTED),
        capped: ids.length > MAX_COUNTED,
        ignored,
      };
    },
    works: (text, options) => searchWorks(engine, text, Math.max(0, Math.min(MAX_HITS, Math.trunc(options.limit)))),
  };
}

/**
 * Rows with all clauses; those with the words side by side first, because the rest may be cut off. Where no row has all
 * words, the commonest words are given up one by one, and the answer says which.
 */
async function candidates(engine: Engine, query: SearchQuery) {
  const none = { ids: [] as number[], clauses: query.clauses, ignored: [] as string[] };
  if (query.clauses.length === 0) return none;
  const { clauses, ignored } = await satisfiable(engine, query);
  if (clauses.length === 0) return none;
  const ids = new Set<number>();
  if (clauses.length > 1) {
    for (const id of await engine.passages.match([clauses.flat()], MAX_CANDIDATES)) ids.add(id);
  }
  for (const id of await engine.passages.match(clauses, MAX_COUNTED + 1)) ids.add(id);
  return { ids: [...ids], clauses, ignored };
}

/** Quoted phrases and words with a digit are never given up, and at least half of the words stay. */
async function satisfiable(
  engine: Engine,
  query: SearchQuery,
): Promise<{ clauses: readonly Clause[]; ignored: string[] }> {
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

/** Weight of a word by how few rows have it. The scale is fixed: only the relation between words matters. */
async function rarity(engine: Engine, clauses: readonly Clause[]): Promise<Map<string, number>> {
  const words = [...new Set(clauses.flat())];
  if (words.length < 2) return new Map();
  const entries = await Promise.all(
    words.map(async (word) => [word, Math.log(1 + 1_000_000 / (1 + (await engine.passages.frequency(word))))] as const),
  );
  return new Map(entries);
}

/** Looks at the best rows a portion at a time until enough carry every accent typed: reading accented texts is what costs. */
async function byAccents(
  engine: Engine,
  ranked: readonly Ranked[],
  query: SearchQuery,
  enough: number,
): Promise<Ranked[]> {
  const checked: Ranked[] = [];
  let whole = 0;
  for (const some of chunks(ranked.slice(0, MAX_ACCENT_CHECKED), ACCENT_PORTION)) {
    const texts = await textsOf(
      engine,
      some.map((each) => each.passage),
    );
    for (const { passage, score } of some) {
      const agreement = accentAgreement(texts(passage), query);
      if (agreement === 1) whole++;
      checked.push({ passage, score: score * (0.3 + 0.7 * agreement) });
    }
    if (whole >= enough) break;
  }
  return [...checked.sort(byScore), ...ranked.slice(checked.length)];
}

async function hitsOf(engine: Engine, ranked: readonly Ranked[], query: SearchQuery): Promise<SearchHit[]> {
  const texts = await textsOf(
    engine,
    ranked.map((each) => each.passage),
  );
  return ranked.map(({ passage, score }) => ({
    work: passage.work,
    eId: passage.eId === "" ? null : passage.eId,
    ...snippetOf(texts(passage), query),
    score,
  }));
}

/** The accented words of passages, cut from the one place where a text is stored. */
async function textsOf(engine: Engine, passages: readonly Passage[]): Promise<(passage: Passage) => string> {
  const { expression } = engine.schema;
  const texts = new Map<string, string>();
  for (const some of chunks([...new Set(passages.map((passage) => passage.expression))])) {
    const rows = await engine
      .db()
      .select({ id: expression.id, text: expression.text })
      .from(expression)
      .where(inArray(expression.id, some));
    for (const row of rows) texts.set(row.id, row.text);
  }
  return (passage) => texts.get(passage.expression)?.slice(passage.textStart, passage.textEnd).trim() ?? "";
}

/** Documents named by number come before any passage that only mentions them. */
async function symbolHits(engine: Engine, text: string): Promise<SearchHit[]> {
  const { exact, begun } = await worksBySymbol(engine, text);
  return (exact.length > 0 ? exact : begun).map((work, i) => {
    const symbol = work.symbol ?? "";
    return {
      work: work.id,
      eId: null,
      snippet: work.title ? `${symbol} ${work.title}` : symbol,
      marks: [{ start: 0, end: symbol.length }],
      score: 1_000 - i / 1_000,
    };
  });
}

/** By symbol first, then by words of symbol and title; documents we have the text of before those only cited. */
async function searchWorks(engine: Engine, text: string, limit: number): Promise<Work[]> {
  const { work } = engine.schema;
  const { exact, begun } = await worksBySymbol(engine, text);
  const query = parseQuery(text);
  const words = query.words.map((word) => word.folded);
  const found = new Map([...exact, ...begun].map((each) => [each.id, each]));
  if (words.length > 0) {
    const rows = await engine
      .db()
      .select()
      .from(work)
      .where(and(...words.map((word) => like(work.folded, `% ${word}%`))))
      .orderBy(desc(work.byIssued), desc(work.id))
      .limit(MAX_TITLES);
    const scored = rows.map((row) => ({ work: workOf(row), score: titleScore(row.folded, workOf(row), query) }));
    scored.sort((a, b) => b.score - a.score);
    for (const each of scored) found.set(each.work.id, each.work);
  }
  return [...found.values()].slice(0, limit);
}

function titleScore(folded: string, work: Work, query: SearchQuery): number {
  const padded = `${folded} `;
  const words = query.words.map((word) => word.folded);
  const whole = words.filter((word) => padded.includes(` ${word} `)).length / words.length;
  const phrase = padded.includes(` ${words.join(" ")} `) ? 1 : 0;
  const title = ` ${plain(work.title ?? "")} `;
  const accents = query.words.filter((word) => title.includes(` ${plain(word.typed)} `)).length / words.length;
  const known = work.known === "text" ? 0.5 : work.known === "register" ? 0.25 : 0;
  const exactTitle = searchWords(work.title ?? "") === words.join(" ") ? 1 : 0;
  return 2 * whole + phrase + accents + known + exactTitle;
}
