import { and, asc, count, desc, eq, inArray, isNotNull, lt, max, sum } from "drizzle-orm";
import type { Handling } from "../domain/handling.ts";
import type { WorkId } from "../domain/work.ts";
import { chunks } from "./chunks.ts";
import { pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";
import type { HandlingStore } from "./handlings.ts";

type Imports = Pick<
  HandlingStore,
  "addImport" | "findImport" | "imports" | "changeImport" | "addRows" | "row" | "rows" | "changeRow"
>;

export function handlingStore(engine: Engine): HandlingStore {
  const { handling } = engine.schema;
  const among = async (column: typeof handling.work | typeof handling.result, ids: Iterable<string>) => {
    const found: Handling[] = [];
    for (const some of chunks([...new Set(ids)]))
      found.push(
        ...(await engine
          .db()
          .select()
          .from(handling)
          .where(inArray(column, some))
          .orderBy(asc(handling.at), asc(handling.id))),
      );
    return found;
  };
  return {
    ...trackerImports(engine),
    add: (handlings) =>
      engine.withTransaction(async () => {
        await engine.insert("handling", { rows: handlings });
      }),
    async find(id) {
      const [row] = await engine.db().select().from(handling).where(eq(handling.id, id)).limit(1);
      return row ?? null;
    },
    all: async () => engine.db().select().from(handling).orderBy(asc(handling.at), asc(handling.id)),
    async pulse() {
      const [row] = await engine
        .db()
        .select({ n: count(), versions: sum(handling.version), last: max(handling.updatedAt) })
        .from(handling);
      return `${row?.n ?? 0} ${row?.versions ?? 0} ${row?.last ?? 0}`;
    },
    ofWorks: (works) => among(handling.work, works),
    ofResults: (results) => among(handling.result, results),
    ofImport: async (importId) =>
      engine
        .db()
        .select()
        .from(handling)
        .where(eq(handling.importId, importId))
        .orderBy(asc(handling.row), asc(handling.at), asc(handling.id)),
    overdue: async (day, limit) =>
      engine
        .db()
        .select()
        .from(handling)
        .where(and(eq(handling.state, "open"), isNotNull(handling.due), lt(handling.due, day)))
        .orderBy(asc(handling.due), asc(handling.id))
        .limit(pageSize(limit)),
    change: ({ id, ...next }) =>
      engine.withTransaction(async () => {
        const changed = await engine
          .db()
          .update(handling)
          .set(next)
          .where(and(eq(handling.id, id), eq(handling.version, next.version - 1)))
          .returning({ id: handling.id });
        return changed.length > 0;
      }),
  };
}

function trackerImports(engine: Engine): Imports {
  const { trackerImport, trackerRow } = engine.schema;
  return {
    addImport: (entry, rows) =>
      engine.withTransaction(async () => {
        await engine.insert("trackerImport", { rows: [entry] });
        await engine.insert("trackerRow", { rows });
      }),
    async findImport(id) {
      const [row] = await engine.db().select().from(trackerImport).where(eq(trackerImport.id, id)).limit(1);
      return row ?? null;
    },
    imports: async () =>
      engine.db().select().from(trackerImport).orderBy(desc(trackerImport.at), asc(trackerImport.id)),
    changeImport: ({ id, ...next }) =>
      engine.withTransaction(async () => {
        await engine.db().update(trackerImport).set(next).where(eq(trackerImport.id, id));
      }),
    addRows: (rows) =>
      engine.withTransaction(async () => {
        await engine.insert("trackerRow", { rows });
      }),
    async row(importId, row) {
      const [found] = await engine
        .db()
        .select()
        .from(trackerRow)
        .where(and(eq(trackerRow.importId, importId), eq(trackerRow.row, row)))
        .limit(1);
      return found ?? null;
    },
    rows: async (importId, state) =>
      engine
        .db()
        .select()
        .from(trackerRow)
        .where(and(eq(trackerRow.importId, importId), state ? eq(trackerRow.state, state) : undefined))
        .orderBy(asc(trackerRow.row)),
    changeRow: ({ importId, row, ...next }) =>
      engine.withTransaction(async () => {
        const changed = await engine
          .db()
          .update(trackerRow)
          .set(next)
          .where(
            and(eq(trackerRow.importId, importId), eq(trackerRow.row, row), eq(trackerRow.version, next.version - 1)),
          )
          .returning({ row: trackerRow.row });
        return changed.length > 0;
      }),
  };
}

/** What is followed goes with a document whose number, kind, issuer or day was mended. Inside the transaction that moves it. */
export async function moveHandlings(engine: Engine, from: WorkId, to: WorkId): Promise<void> {
  const { handling, trackerRow } = engine.schema;
  const db = engine.db();
  const moved = await db.update(handling).set({ work: to }).where(eq(handling.work, from)).returning();
  await db.update(handling).set({ result: to }).where(eq(handling.result, from));
  for (const { importId, row } of moved) {
    if (importId === null || row === null) continue;
    const place = and(eq(trackerRow.importId, importId), eq(trackerRow.row, row));
    const [cited] = await db.select().from(trackerRow).where(place).limit(1);
    if (cited === undefined) continue;
    const renamed = cited.body.cited.map((one) => (one.work === from ? { ...one, work: to } : one));
    await db
      .update(trackerRow)
      .set({ body: { ...cited.body, cited: renamed } })
      .where(place);
  }
}
