import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Inspection } from "../domain/petition.ts";
import type { WorkId } from "../domain/work.ts";
import { chunks } from "./chunks.ts";
import type { Engine } from "./engine.ts";
import type { PetitionStore } from "./petitions.ts";

export function petitionStore(engine: Engine): PetitionStore {
  const { petition, inspection } = engine.schema;
  return {
    add: (entry) =>
      engine.withTransaction(async () => {
        await engine.insert("petition", { rows: [entry] });
      }),
    async find(id) {
      const [row] = await engine.db().select().from(petition).where(eq(petition.id, id)).limit(1);
      return row ?? null;
    },
    all: async () => engine.db().select().from(petition).orderBy(desc(petition.receivedOn), asc(petition.id)),
    change: ({ id, ...next }) =>
      engine.withTransaction(async () => {
        const changed = await engine
          .db()
          .update(petition)
          .set(next)
          .where(and(eq(petition.id, id), eq(petition.version, next.version - 1)))
          .returning({ id: petition.id });
        return changed.length > 0;
      }),
    addInspection: (entry) =>
      engine.withTransaction(async () => {
        await engine.insert("inspection", { rows: [entry] });
      }),
    async inspection(id) {
      const [row] = await engine.db().select().from(inspection).where(eq(inspection.id, id)).limit(1);
      return row ?? null;
    },
    inspections: async () => engine.db().select().from(inspection).orderBy(desc(inspection.at), asc(inspection.id)),
    async inspectionsOf(works) {
      const found: Inspection[] = [];
      for (const some of chunks([...new Set(works)]))
        found.push(
          ...(await engine
            .db()
            .select()
            .from(inspection)
            .where(inArray(inspection.work, some))
            .orderBy(desc(inspection.at), asc(inspection.id))),
        );
      return found;
    },
    changeInspection: ({ id, ...next }) =>
      engine.withTransaction(async () => {
        const changed = await engine
          .db()
          .update(inspection)
          .set(next)
          .where(and(eq(inspection.id, id), eq(inspection.version, next.version - 1)))
          .returning({ id: inspection.id });
        return changed.length > 0;
      }),
  };
}

/** They go with a document whose number was mended. Inside the transaction that moves it. */
export async function movePetitions(engine: Engine, from: WorkId, to: WorkId): Promise<void> {
  const { petition, inspection } = engine.schema;
  const db = engine.db();
  await db.update(inspection).set({ work: to }).where(eq(inspection.work, from));
  for (const { id, body } of await db.select({ id: petition.id, body: petition.body }).from(petition)) {
    if (!body.works.includes(from)) continue;
    const works = body.works.map((work) => (work === from ? to : work));
    await db
      .update(petition)
      .set({ body: { ...body, works } })
      .where(eq(petition.id, id));
  }
}
