import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import type { BatchItem } from "../domain/batch.ts";
import type { BatchStore } from "./batches.ts";
import { chunks } from "./chunks.ts";
import type { Engine } from "./engine.ts";

export function batchStore(engine: Engine): BatchStore {
  const { batch } = engine.schema;
  return {
    ...items(engine),
    add: (entry, rows) =>
      engine.withTransaction(async () => {
        await engine.insert("batch", { rows: [entry] });
        await engine.insert("batchItem", { rows: [...rows] });
      }),
    async find(id) {
      const [row] = await engine.db().select().from(batch).where(eq(batch.id, id)).limit(1);
      return row ?? null;
    },
    // "open" stands behind "closed" in the alphabet
    all: async () => engine.db().select().from(batch).orderBy(desc(batch.state), desc(batch.at), desc(batch.id)),
    change: ({ id, ...rest }, seen) =>
      engine.withTransaction(async () => {
        const changed = await engine
          .db()
          .update(batch)
          .set({ ...rest, version: seen + 1 })
          .where(and(eq(batch.id, id), eq(batch.version, seen)))
          .returning({ id: batch.id });
        return changed.length > 0;
      }),
  };
}

type Items = Pick<
  BatchStore,
  "changeItems" | "addItems" | "itemsOf" | "item" | "changeItem" | "openItemsOf" | "tallies"
>;

function items(engine: Engine): Items {
  const { batch, batchItem } = engine.schema;
  const itemsOf = async (id: string): Promise<readonly BatchItem[]> =>
    engine.db().select().from(batchItem).where(eq(batchItem.batch, id)).orderBy(asc(batchItem.work));
  return {
    itemsOf,
    addItems: (rows) =>
      engine.withTransaction(async () => {
        let added = 0;
        for (const some of chunks([...rows])) {
          const works = some.map((row) => row.work);
          const own = some[0] as BatchItem;
          const known = await engine
            .db()
            .select({ work: batchItem.work })
            .from(batchItem)
            .where(and(eq(batchItem.batch, own.batch), inArray(batchItem.work, works)));
          const fresh = some.filter((row) => !known.some(({ work }) => work === row.work));
          await engine.insert("batchItem", { rows: fresh });
          added += fresh.length;
        }
        return added;
      }),
    async item(id, work) {
      const [row] = await engine
        .db()
        .select()
        .from(batchItem)
        .where(and(eq(batchItem.batch, id), eq(batchItem.work, work)))
        .limit(1);
      return row ?? null;
    },
    changeItem: ({ batch: id, work, ...rest }, seen) =>
      engine.withTransaction(async () => {
        const changed = await engine
          .db()
          .update(batchItem)
          .set({ ...rest, version: seen + 1 })
          .where(and(eq(batchItem.batch, id), eq(batchItem.work, work), eq(batchItem.version, seen)))
          .returning({ work: batchItem.work });
        return changed.length > 0;
      }),
    changeItems: (id, rows) =>
      engine.withTransaction(async () => {
        const standing = await engine
          .db()
          .select({ work: batchItem.work, version: batchItem.version })
          .from(batchItem)
          .where(eq(batchItem.batch, id));
        const versions = new Map(standing.map(({ work, version }) => [work, version]));
        const next = rows
          .filter((row) => versions.get(row.work) === row.version)
          .map((row) => ({ ...row, batch: id, version: row.version + 1 }));
        // writers queue: nobody changes an item between the look and the write
        await engine.insert("batchItem", {
          rows: next,
          onConflict: { key: ["batch", "work"], set: ["unit", "state", "due", "doneAt", "version", "body"] },
        });
        return next;
      }),
    async openItemsOf(work) {
      const rows = await engine
        .db()
        .select({ item: batchItem })
        .from(batchItem)
        .innerJoin(batch, eq(batch.id, batchItem.batch))
        .where(and(eq(batchItem.work, work), eq(batch.state, "open")))
        .orderBy(asc(batchItem.batch));
      return rows.map((row) => row.item);
    },
    async tallies(on, id) {
      const due = sql`coalesce(${batchItem.due}, ${batch.due})`;
      const waiting = sql`${batchItem.state} not in ('done', 'left-out')`;
      const rows = await engine
        .db()
        .select({
          batch: batchItem.batch,
          unit: batchItem.unit,
          state: batchItem.state,
          n: count(),
          overdue: sql<number>`sum(case when ${due} < ${on} and ${waiting} then 1 else 0 end)`,
          first: sql<string | null>`min(case when ${waiting} then ${due} end)`,
        })
        .from(batchItem)
        .innerJoin(batch, eq(batch.id, batchItem.batch))
        .where(id === undefined ? eq(batch.state, "open") : eq(batch.id, id))
        .groupBy(batchItem.batch, batchItem.unit, batchItem.state)
        .orderBy(asc(batchItem.batch), asc(batchItem.unit), asc(batchItem.state));
      return rows.map((row) => ({ ...row, overdue: Number(row.overdue) }));
    },
  };
}
