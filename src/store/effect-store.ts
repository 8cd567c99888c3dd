import { asc, count, eq } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { EffectStore } from "./store.ts";

export function effectStore(engine: Engine): EffectStore {
  const { effect } = engine.schema;
  const select = () => engine.db().select({ body: effect.body }).from(effect);
  const inOrder = [asc(effect.source), asc(effect.ord)];
  return {
    replaceFrom: (source, effects) =>
      engine.withTransaction(async () => {
        await engine.db().delete(effect).where(eq(effect.source, source));
        const rows = effects.map((body, ord) => ({ source, ord, target: body.target, applied: body.applied, body }));
        await engine.insert("effect", { rows });
      }),
    from: async (source) =>
      (
        await select()
          .where(eq(effect.source, source))
          .orderBy(...inOrder)
      ).map((row) => row.body),
    on: async (target) =>
      (
        await select()
          .where(eq(effect.target, target))
          .orderBy(...inOrder)
      ).map((row) => row.body),
    all: async () => (await select().orderBy(...inOrder)).map((row) => row.body),
    async counts() {
      const rows = await engine
        .db()
        .select({ applied: effect.applied, n: count() })
        .from(effect)
        .groupBy(effect.applied);
      const of = (applied: boolean): number => rows.find((row) => row.applied === applied)?.n ?? 0;
      return { applied: of(true), notApplied: of(false) };
    },
  };
}
