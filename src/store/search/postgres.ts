import { sql } from "drizzle-orm";
import { type Pg, rowsOf } from "../migrate.pg.ts";
import type { Clause, Passage, PassageIndex } from "./passage-index.ts";

/** Rows counted for the frequency of a word: above this a word is simply common. */
const MAX_FREQUENCY = 20_000;

/**
 * A `simple` tsvector over the same folded words, kept by the database itself (a generated column), so adding and removing
 * need nothing here.
 */
export function postgresPassages(current: () => Pg): PassageIndex {
  return {
    async add() {},
    async remove() {},
    async frequency(word) {
      const [row] = await rowsOf<{ n: number }>(
        current(),
        sql`select count(*)::int as n from (select 1 from provision where search @@ ${queryOf([[word]])}::tsquery limit ${MAX_FREQUENCY}) as counted`,
      );
      return row?.n ?? 0;
    },
    async known(words) {
      if (words.length === 0) return new Set();
      const rows = await rowsOf<{ word: string }>(
        current(),
        sql`select word from unnest(string_to_array(${words.join(",")}, ',')) as word
            where exists (select 1 from provision where search @@ quote_literal(word)::tsquery)`,
      );
      return new Set(rows.map((row) => row.word));
    },
    async match(clauses, limit, tiers = [null]) {
      const ids = new Set<number>();
      for (const tier of tiers) {
        const works = tier === null ? sql`` : sql` and work = any(string_to_array(${[...tier].join(",")}, ','))`;
        const rows = await rowsOf<{ id: number }>(
          current(),
          sql`select id from provision where search @@ ${queryOf(clauses)}::tsquery${works} limit ${limit}`,
        );
        for (const row of rows) ids.add(row.id);
        if (ids.size >= limit) break;
      }
      return [...ids].slice(0, limit);
    },
    async fetch(ids) {
      if (ids.length === 0) return [];
      return rowsOf<Passage>(
        current(),
        sql`select id, work, e_id as "eId", kind, ord, heading, folded
            from provision where id = any(string_to_array(${ids.join(",")}, ',')::int[])`,
      );
    },
    async stretches(ids) {
      if (ids.length === 0) return [];
      return rowsOf<{ id: number; text: string }>(
        current(),
        sql`select p.id, substr(e.text, p.text_start + 1, p.text_end - p.text_start) as text
            from provision p join expression e on e.id = p.expression
            where p.id = any(string_to_array(${ids.join(",")}, ',')::int[])`,
      );
    },
  };
}

/** Words are letters and digits only, so quoting them needs no escape. */
const queryOf = (clauses: readonly Clause[]): string =>
  clauses.map((words) => `(${words.map((word) => `'${word}'`).join(" <-> ")})`).join(" & ");
