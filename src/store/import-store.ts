import { and, asc, count, desc, eq, inArray, max, sql } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { Schema } from "./schema.ts";
import type { ImportEntry, ImportStore } from "./store.ts";

export function importStore(engine: Engine): ImportStore {
  const { importEntry } = engine.schema;
  return {
    record: (entries, job) =>
      engine.withTransaction(async () => {
        const [top] = await engine
          .db()
          .select({ id: max(importEntry.id) })
          .from(importEntry);
        const first = (top?.id ?? 0) + 1;
        const rows = entries.map((entry, i) => ({ ...entry, id: first + i, job: job ?? null }));
        await engine.insert("importEntry", { rows });
      }),
    async latest(limit) {
      const rows = await engine.db().select().from(importEntry).orderBy(desc(importEntry.id)).limit(limit);
      return rows.map(entryOf);
    },
    async ofJob(job, { outcomes, offset, limit }) {
      const rows = await engine
        .db()
        .select()
        .from(importEntry)
        .where(and(eq(importEntry.job, job), outcomes && inArray(importEntry.outcome, [...outcomes])))
        .orderBy(
          sql`case ${importEntry.outcome} when 'refused' then 0 when 'needs-look' then 1 else 2 end`,
          asc(importEntry.id),
        )
        .limit(limit)
        .offset(offset);
      return rows.map(entryOf);
    },
    async countsOfJob(job) {
      const rows = await engine
        .db()
        .select({ outcome: importEntry.outcome, n: count() })
        .from(importEntry)
        .where(eq(importEntry.job, job))
        .groupBy(importEntry.outcome);
      return Object.fromEntries(rows.map((row) => [row.outcome, row.n]));
    },
  };
}

const entryOf = ({ id: _, job: __, ...entry }: Schema["importEntry"]["$inferSelect"]): ImportEntry => entry;
