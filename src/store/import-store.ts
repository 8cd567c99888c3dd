import { desc, max } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { ImportStore } from "./store.ts";

export function importStore(engine: Engine): ImportStore {
  const { importEntry } = engine.schema;
  return {
    record: (entries) =>
      engine.withTransaction(async () => {
        const [top] = await engine
          .db()
          .select({ id: max(importEntry.id) })
          .from(importEntry);
        const first = (top?.id ?? 0) + 1;
        await engine.insert("importEntry", { rows: entries.map((entry, i) => ({ ...entry, id: first + i })) });
      }),
    async latest(limit) {
      const rows = await engine.db().select().from(importEntry).orderBy(desc(importEntry.id)).limit(limit);
      return rows.map(({ id: _, ...entry }) => entry);
    },
  };
}
