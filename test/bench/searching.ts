import { join } from "node:path";
import Database from "better-sqlite3";
import { createApp } from "../../src/server/app.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { viewSearch } from "../../src/use-cases/view-search.ts";
import { viewSuggestions } from "../../src/use-cases/view-suggestions.ts";
import { fillIndex } from "./filed-index.ts";
import { RARE } from "./legal-text.ts";
import { type BenchRow, costOnce, percentile } from "./measure.ts";

interface Kind {
  readonly name: string;
  readonly queries: readonly string[];
  /** Milliseconds at the 95th percentile. */
  readonly target: number;
  /** Filters, as the address says them. */
  readonly filter?: Parameters<typeof viewSearch>[1]["filter"];
}

const COMMON = ["quản lý", "trách nhiệm kiểm tra", "hồ sơ đề nghị", "ủy ban nhân dân", "kinh phí"];
/** What people type: one rare name, common words, without accents, a phrase, a symbol in any writing, a unit, filters. */
const KINDS: readonly Kind[] = [
  { name: "rare words", queries: RARE, target: 100 },
  { name: "common words", queries: COMMON, target: 400 },
  {
    name: "common words without accents",
    queries: ["quan ly", "trach nhiem kiem tra", "ho so de nghi", "uy ban nhan dan", "quan"],
    target: 400,
  },
  {
    name: "phrases",
    queries: ['"hành lang an toàn"', '"ngân sách địa phương"', '"công bố công khai"'],
    target: 400,
  },
  {
    name: "symbols, sloppy too",
    queries: ["15/2025/QĐ-UBND", "15 2025 qd ubnd", "nđ15", "QĐ 15/2025", "khoản 1 Điều 2 15/2025/QĐ-UBND"],
    target: 100,
  },
  { name: "common words, applied only", queries: COMMON, target: 400, filter: { applied: true } },
  { name: "common words of one field in some years", queries: COMMON, target: 400, filter: { field: "3", from: 2018 } },
  { name: "nothing found, near spellings", queries: ["thuyenf bens", "giog cay", "nghia tramg"], target: 400 },
];
const SUGGESTED = ["15/20", "nd 15", "quan ly b", "bến th", "lđđ", "Điều 2 15/2025/QĐ-UBND"];
const ROUNDS = 8;
/** Milliseconds: what counts faster than this has nothing to compare with. */
const LEAST_CEILING = 5;
const ON = "2026-06-30";

/** Documents of the ordinary run, about 60,000 provisions; and as many as make a million. */
const ORDINARY = 600;
const MILLION = 10_300;

export const searching = (folder: string): Promise<BenchRow[]> => searchingIn(folder, ORDINARY, "searching");
/** Only when named: the index alone takes a minute to make and a gigabyte to hold. */
export const searchingMillion = (folder: string): Promise<BenchRow[]> =>
  searchingIn(folder, MILLION, "searching-million");

/**
 * What a search costs, through the whole use case and through the page. The ceiling of a row is what FTS5 alone needs to
 * count the rows with these words in the same run: a search that reads, ranks and shows can be quicker, since it need not count.
 */
async function searchingIn(folder: string, documents: number, part: string): Promise<BenchRow[]> {
  const file = join(folder, `${part}.sqlite`);
  const index = await openStore(file);
  const provisions = await fillIndex(index, documents);
  const raw = new Database(file, { readonly: true });
  const count = raw.prepare("SELECT count(*) FROM provision_fts WHERE provision_fts MATCH ?").pluck();
  const app = createApp({ store: index, rules: [], today: () => ON, version: "bench" });
  const rows: BenchRow[] = [];
  for (const { name, queries, target, filter = {} } of KINDS) {
    const words = (q: string): string => q.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/giu, "d");
    const counting = await timesOf(queries, async (q) => count.get(matchOf(words(q))));
    const searched = await timesOf(queries, (q) => viewSearch(index, { q, filter }, ON));
    const served = await timesOf(queries, async (q) => {
      const address = new URLSearchParams({ q, ...asWords(filter) });
      await (await app.request(`http://localhost/search?${address}`)).text();
    });
    const label = `${name}, ${provisions} provisions`;
    rows.push(...quantiles(part, `${label}: count alone`, counting));
    const ceiling = percentile(counting, 0.95);
    const beside = ceiling >= LEAST_CEILING ? ceiling : undefined;
    rows.push(...quantiles(part, label, searched, target, beside));
    rows.push(...quantiles(part, `${label}: page`, served, target, beside));
  }
  rows.push(...(await suggestions(part, index, documents)));
  raw.close();
  await index.close();
  return rows;
}

async function suggestions(part: string, index: Store, documents: number): Promise<BenchRow[]> {
  const times = await timesOf(SUGGESTED, (q) => viewSuggestions(index, q, ON));
  return quantiles(part, `suggestions, ${documents} documents`, times, 50);
}

/** Milliseconds of this process's CPU each call costs, without the first round: what it takes where nobody else computes. */
async function timesOf(queries: readonly string[], run: (q: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const query of queries) {
      const { cpu } = await costOnce(() => run(query));
      if (round > 0) times.push(cpu * 1_000);
    }
  }
  return times;
}

function quantiles(part: string, name: string, times: number[], target?: number, ceiling?: number): BenchRow[] {
  const p95 = percentile(times, 0.95);
  return [
    { part, name: `${name}, p50`, value: percentile(times, 0.5), unit: "ms" },
    {
      part,
      name: `${name}, p95`,
      value: p95,
      unit: "ms",
      ...(ceiling === undefined ? {} : { ofCeiling: p95 / ceiling }),
      ...(target === undefined ? {} : { target: `≤ ${target}`, met: p95 <= target }),
    },
  ];
}

const matchOf = (words: string): string =>
  words.includes('"')
    ? words.toLowerCase()
    : (words.toLowerCase().match(/[a-z0-9]+/gu) ?? []).map((word) => `"${word}"`).join(" AND ");

const asWords = (filter: NonNullable<Kind["filter"]>): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value === true ? "1" : String(value)]));
