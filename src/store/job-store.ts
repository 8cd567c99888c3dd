import { desc, eq, inArray } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { JobStore } from "./store.ts";

export function jobStore(engine: Engine): JobStore {
  const { job } = engine.schema;
  return {
    add: (entry) => engine.withTransaction(() => engine.insert("job", { rows: [entry] })),
    update: (id, changes) =>
      engine.withTransaction(async () => {
        await engine.db().update(job).set(changes).where(eq(job.id, id));
      }),
    async find(id) {
      const [row] = await engine.db().select().from(job).where(eq(job.id, id)).limit(1);
      return row ?? null;
    },
    latest: (limit) =>
      Promise.resolve(engine.db().select().from(job).orderBy(desc(job.createdAt), desc(job.id)).limit(limit)),
    interruptAll: (now) =>
      engine.withTransaction(async () => {
        const open = inArray(job.state, ["queued", "running"]);
        const rows = await engine.db().select({ id: job.id }).from(job).where(open);
        await engine.db().update(job).set({ state: "interrupted", current: null, finishedAt: now }).where(open);
        return rows.length;
      }),
  };
}
