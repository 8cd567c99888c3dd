import { and, asc, eq } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { OverrideStore } from "./store.ts";

type TargetStore = Pick<OverrideStore, "targets" | "setTarget" | "dropTarget">;

/** Targets of citations that a person has set. */
export function targetOverrideStore(engine: Engine): TargetStore {
  const { targetOverride } = engine.schema;
  const of = (work: string, key: string) => and(eq(targetOverride.work, work), eq(targetOverride.key, key));
  return {
    targets: () =>
      Promise.resolve(
        engine.db().select().from(targetOverride).orderBy(asc(targetOverride.work), asc(targetOverride.key)),
      ),
    setTarget: (override) =>
      engine.withTransaction(async () => {
        await engine.db().delete(targetOverride).where(of(override.work, override.key));
        await engine.insert("targetOverride", { rows: [override] });
      }),
    dropTarget: (work, key) =>
      engine.withTransaction(async () => {
        await engine.db().delete(targetOverride).where(of(work, key));
      }),
  };
}
