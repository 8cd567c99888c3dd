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
    async match(clauses, limit) {
      const rows = await rowsOf<{ id: number }>(
        current(),
        sql`select id from provision where search @@ ${queryOf(clauses)}::tsquery limit ${limit}`,
      );
      return rows.map((row) => row.id);
    },
    async fetch(ids) {
      if (ids.length === 0) return [];
      return rowsOf<Passage>(
        current(),
        sql`select id, work, expression, e_id as "eId", kind, ord, heading, text_start as "textStart", text_end as "textEnd", folded
            from provision where id = any(string_to_array(${ids.join(",")}, ',')::int[])`,
      );
    },
  };
}

/** Words are letters and digits only, so quoting them needs no escape. */
const queryOf = (clauses: readonly Clause[]): string =>
  clauses.map((words) => `(${words.map((word) => `'${word}'`).join(" <-> ")})`).join(" & ");
