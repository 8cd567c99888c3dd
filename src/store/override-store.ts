import { asc, desc, eq } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { OverrideStore } from "./store.ts";
import { targetOverrideStore } from "./target-override-store.ts";

export function overrideStore(engine: Engine): OverrideStore {
  const { metadataOverride } = engine.schema;
  return {
    ...targetOverrideStore(engine),
    of: (work) =>
      Promise.resolve(
        engine
          .db()
          .select()
          .from(metadataOverride)
          .where(eq(metadataOverride.work, work))
          .orderBy(asc(metadataOverride.field)),
      ),
    async mendedFrom(readAs) {
      const [row] = await engine
        .db()
        .select({ work: metadataOverride.work })
        .from(metadataOverride)
        .where(eq(metadataOverride.readAs, readAs))
        .orderBy(desc(metadataOverride.at), asc(metadataOverride.work))
        .limit(1);
      return row?.work ?? null;
    },
    replace: (work, overrides) =>
      engine.withTransaction(async () => {
        await engine.db().delete(metadataOverride).where(eq(metadataOverride.work, work));
        await engine.insert("metadataOverride", { rows: overrides.map((o) => ({ ...o, work })) });
      }),
  };
}
