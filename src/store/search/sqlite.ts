import type Database from "better-sqlite3";
import type { EId } from "../../domain/e-id.ts";
import type { WorkId } from "../../domain/work.ts";
import type { Clause, Passage, PassageIndex } from "./passage-index.ts";
import { rangeKeeper, type Run, runKeeper } from "./work-ranges.ts";

/** Rows counted for the frequency of a word: above this a word is simply common. */
const MAX_FREQUENCY = 20_000;
/** So many stretches of rows are asked for one by one; more are picked from a walk over all rows with the words. */
const MAX_RUNS = 300;
/** Rows of one step of that walk. */
const STEP = 20_000;

/**
 * FTS5 over the folded words of `provision` (external content). FTS5 cannot fold đ, so the words come folded; a row is taken
 * out with exactly the words it was put in with, which the table still holds.
 */
export function sqlitePassages(current: () => Database.Database): PassageIndex {
  const cache = new WeakMap<Database.Database, Map<string, Database.Statement>>();
  const ranges = rangeKeeper();
  const runsOf = runKeeper();
  const prepare = (sql: string): Database.Statement => {
    const db = current();
    const known = cache.get(db) ?? new Map<string, Database.Statement>();
    cache.set(db, known);
    const statement = known.get(sql) ?? db.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
  // JavaScript's numbers arrive as REAL, which FTS5 would not use as bounds: it would walk all rows from the first
  const within = (query: string, from: number, to: number, limit: number): number[] =>
    prepare(
      `SELECT rowid FROM provision_fts
       WHERE provision_fts MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER) LIMIT ?`,
    )
      .pluck()
      .all(query, from, to, limit) as number[];
  return {
    async add(rows) {
      ranges.touched();
      // Row by row: a statement that inserts many makes FTS5 flush its pending words each time, at half the speed.
      const insert = prepare("INSERT INTO provision_fts (rowid, folded) VALUES (?, ?)");
      for (const row of rows) insert.run(row.id, row.folded);
    },
    async remove(work) {
      ranges.touched();
      prepare(
        "INSERT INTO provision_fts (provision_fts, rowid, folded) SELECT 'delete', id, folded FROM provision WHERE work = ?",
      ).run(work);
    },
    async frequency(word) {
      // `provision_terms` has the figure too, but reads the whole list of rows for it: 13 ms for a word of half a million.
      return prepare("SELECT count(*) FROM (SELECT 1 FROM provision_fts WHERE provision_fts MATCH ? LIMIT ?)")
        .pluck()
        .get(matchQuery([[word]]), MAX_FREQUENCY) as number;
    },
    async known(words) {
      const one = prepare("SELECT 1 FROM provision_fts WHERE provision_fts MATCH ? LIMIT 1");
      return new Set(words.filter((word) => one.get(matchQuery([[word]])) !== undefined));
    },
    async match(clauses, limit, tiers) {
      const query = matchQuery(clauses);
      // The bound sits on the match itself: `rowid IN (SELECT … LIMIT)` would score and sort everything first.
      if (tiers === undefined) return within(query, 0, Number.MAX_SAFE_INTEGER, limit);
      const runs = runsOf(ranges.of(current()), tiers);
      return runs.length <= MAX_RUNS ? eachRun(runs, query, limit, within) : walk(runs, query, limit, within);
    },
    async fetch(ids) {
      // rows come as plain lists: half the time of rows with names
      const rows = prepare(
        `SELECT id, work, e_id, kind, ord, heading, folded FROM provision WHERE id IN (SELECT value FROM json_each(?))`,
      )
        .raw()
        .all(JSON.stringify(ids)) as [number, WorkId, EId, string, number, string | null, string][];
      return rows.map(([id, work, eId, kind, ord, heading, folded]): Passage => {
        return { id, work, eId, kind, ord, heading, folded };
      });
    },
    async stretches(ids) {
      return prepare(
        `SELECT p.id, substr(e.text, p.text_start + 1, p.text_end - p.text_start) AS text
         FROM provision p JOIN expression e ON e.id = p.expression WHERE p.id IN (SELECT value FROM json_each(?))`,
      ).all(JSON.stringify(ids)) as { id: number; text: string }[];
    },
  };
}

type Within = (query: string, from: number, to: number, limit: number) => number[];

function eachRun(runs: readonly Run[], query: string, limit: number, within: Within): number[] {
  const ids: number[] = [];
  for (const { from, to } of [...runs].sort((a, b) => a.tier - b.tier)) {
    if (ids.length >= limit) break;
    ids.push(...within(query, from, to, limit - ids.length));
  }
  return ids;
}

/** Rows come in the order of their ids, as the runs do: one pass over both, until the foremost tier is full. */
function walk(runs: readonly Run[], query: string, limit: number, within: Within): number[] {
  const found: number[][] = [];
  let next = 0;
  let at = 0;
  for (let step: number[] = []; ; next = (step.at(-1) as number) + 1) {
    step = within(query, next, Number.MAX_SAFE_INTEGER, STEP);
    for (const id of step) {
      while (at < runs.length && (runs[at] as Run).to < id) at++;
      const run = runs[at];
      if (run === undefined) break;
      if (id >= run.from) (found[run.tier] ??= []).push(id);
    }
    if (step.length < STEP || at >= runs.length || (found[0]?.length ?? 0) >= limit) break;
  }
  return found.flat().slice(0, limit);
}

/** Words are letters and digits only, so quoting them needs no escape. */
const matchQuery = (clauses: readonly Clause[]): string => clauses.map((words) => `"${words.join(" ")}"`).join(" AND ");
