import type { WorkId } from "../../domain/work.ts";
import { chunks } from "../chunks.ts";
import type { Engine } from "../engine.ts";
import type { RankedHit, SearchHit, SearchStore } from "../store.ts";
import { accentAgreement } from "./accents.ts";
import { type Candidates, candidates, MAX_CANDIDATES, type Narrowing } from "./candidates.ts";
import type { Clause, Passage } from "./passage-index.ts";
import { wordsOf } from "./passage-words.ts";
import { byScore, type Ranked, rankPassages } from "./rank.ts";
import { type Snippet, snippetOf } from "./snippet.ts";
import { inTheirSpelling } from "./spelled.ts";
import { nearSpellings } from "./spellings.ts";
import { worksBySymbol } from "./symbol-lookup.ts";
import { searchWorks, worksCitedByName } from "./titles.ts";
import { parseQuery, type SearchQuery } from "./words.ts";

/** Best rows whose accents are compared with those typed, at most; reading accented texts is what costs. */
const MAX_ACCENT_CHECKED = 600;
/** Rows with every accent typed that are enough for the first pages. */
const ENOUGH_ACCENTED = 200;
const ACCENT_PORTION = 100;
/** What an unread row is taken to be worth beside those that were read. */
const WITHOUT_ACCENTS = 0.3;
const MAX_HITS = 200;

const bounded = (limit: number): number => Math.max(0, Math.min(MAX_HITS, Math.trunc(limit)));

export function searchStore(engine: Engine): SearchStore {
  return {
    async provisions(text, options) {
      const limit = bounded(options.limit);
      const query = parseQuery(text);
      const symbols = await symbolHits(engine, text);
      const { ranked, found } = await rank(engine, query, {});
      const hits = [...symbols, ...(await hitsOf(engine, ranked.slice(0, limit), query))].slice(0, limit);
      return {
        hits,
        total: symbols.length + found.total,
        capped: found.capped,
        ignored: found.ignored,
      };
    },
    async ranked(text, narrowing) {
      const { ranked, found } = await rank(engine, parseQuery(text), narrowing);
      return { hits: ranked.map(hitOf), total: found.total, capped: found.capped, ignored: found.ignored };
    },
    async excerpts(text, ids) {
      const query = parseQuery(text);
      const passages = await engine.passages.fetch(ids.slice(0, MAX_CANDIDATES));
      const words = await wordsOf(engine, passages);
      return new Map(passages.map((passage): [number, Snippet] => [passage.id, snippetOf(words(passage), query)]));
    },
    works: (text, options) => searchWorks(engine, text, bounded(options.limit), options.within),
    bySymbol: (text) => worksBySymbol(engine, text),
    citedByName: () => worksCitedByName(engine),
    async spellings(text) {
      const near = await nearSpellings(engine, text);
      return Promise.all(near.map((words) => inTheirSpelling(engine, words)));
    },
  };
}

/** Rows of works that stand first, then by words, then, where accents were typed, by them. The same list every time. */
async function rank(
  engine: Engine,
  query: SearchQuery,
  narrowing: Narrowing,
): Promise<{ ranked: readonly Ranked[]; found: Candidates }> {
  const found = await candidates(engine, query, narrowing);
  const { first } = narrowing;
  const scored = rankPassages(found.passages, query, await rarity(engine, found.clauses));
  const ranked = first === undefined ? scored : firstOnes(scored, first);
  return { ranked: query.accented ? await byAccents(engine, ranked, query, first) : ranked, found };
}

function firstOnes(ranked: readonly Ranked[], first: ReadonlySet<WorkId>): Ranked[] {
  const foremost: Ranked[] = [];
  const others: Ranked[] = [];
  for (const each of ranked) (first.has(each.passage.work) ? foremost : others).push(each);
  return foremost.concat(others);
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

/** Looks at the best rows a portion at a time until enough carry every accent typed; the rest counts as if it had none. */
async function byAccents(
  engine: Engine,
  ranked: readonly Ranked[],
  query: SearchQuery,
  first: ReadonlySet<WorkId> | undefined,
): Promise<Ranked[]> {
  const weighed: Ranked[] = [];
  let whole = 0;
  for (const some of chunks(ranked.slice(0, MAX_ACCENT_CHECKED), ACCENT_PORTION)) {
    const words = await wordsOf(
      engine,
      some.map((each) => each.passage),
    );
    for (const { passage, score } of some) {
      const agreement = accentAgreement(words(passage), query);
      if (agreement === 1) whole++;
      weighed.push({ passage, score: score * (WITHOUT_ACCENTS + (1 - WITHOUT_ACCENTS) * agreement) });
    }
    if (whole >= ENOUGH_ACCENTED) break;
  }
  for (const { passage, score } of ranked.slice(weighed.length))
    weighed.push({ passage, score: score * WITHOUT_ACCENTS });
  weighed.sort(byScore);
  return first === undefined ? weighed : firstOnes(weighed, first);
}

const hitOf = ({ passage, score }: Ranked): RankedHit => ({
  id: passage.id,
  work: passage.work,
  eId: passage.eId === "" ? null : passage.eId,
  ord: passage.ord,
  score,
});

async function hitsOf(engine: Engine, ranked: readonly Ranked[], query: SearchQuery): Promise<SearchHit[]> {
  const passages = ranked.map((each): Passage => each.passage);
  const words = await wordsOf(engine, passages);
  return ranked.map((each) => {
    const { work, eId, score } = hitOf(each);
    return { work, eId, ...snippetOf(words(each.passage), query), score };
  });
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
