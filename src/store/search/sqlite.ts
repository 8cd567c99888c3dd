import type Database from "better-sqlite3";
import type { Clause, Passage, PassageIndex } from "./passage-index.ts";

/**
 * FTS5 over the folded words of `provision` (external content). FTS5 cannot fold đ, so the words come folded; a row is taken
 * out with exactly the words it was put in with, which the table still holds.
 */
export function sqlitePassages(current: () => Database.Database): PassageIndex {
  const cache = new WeakMap<Database.Database, Map<string, Database.Statement>>();
  const prepare = (sql: string): Database.Statement => {
    const db = current();
    const known = cache.get(db) ?? new Map<string, Database.Statement>();
    cache.set(db, known);
    const statement = known.get(sql) ?? db.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
  return {
    async add(rows) {
      // Row by row: a statement that inserts many makes FTS5 flush its pending words each time, at half the speed.
      const insert = prepare("INSERT INTO provision_fts (rowid, folded) VALUES (?, ?)");
      for (const row of rows) insert.run(row.id, row.folded);
    },
    async remove(work) {
      prepare(
        "INSERT INTO provision_fts (provision_fts, rowid, folded) SELECT 'delete', id, folded FROM provision WHERE work = ?",
      ).run(work);
    },
    async frequency(word) {
      return (prepare("SELECT doc FROM provision_terms WHERE term = ?").pluck().get(word) as number | undefined) ?? 0;
    },
    async match(clauses, limit) {
      // The bound sits on the match itself: `rowid IN (SELECT … LIMIT)` would score and sort everything first.
      return prepare("SELECT rowid FROM provision_fts WHERE provision_fts MATCH ? LIMIT ?")
        .pluck()
        .all(matchQuery(clauses), limit) as number[];
    },
    async fetch(ids) {
      return prepare(
        `SELECT id, work, expression, e_id AS eId, kind, ord, heading, text_start AS textStart, text_end AS textEnd, folded
         FROM provision WHERE id IN (SELECT value FROM json_each(?))`,
      ).all(JSON.stringify(ids)) as Passage[];
    },
  };
}

/** Words are letters and digits only, so quoting them needs no escape. */
const matchQuery = (clauses: readonly Clause[]): string => clauses.map((words) => `"${words.join(" ")}"`).join(" AND ");
