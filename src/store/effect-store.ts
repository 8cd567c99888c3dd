import { asc, count, desc, eq, inArray, max, or } from "drizzle-orm";
import type { Effect } from "../domain/effect.ts";
import { type HandEffect, standingDecisions, withHandEffects } from "../domain/hand-effect.ts";
import type { WorkId } from "../domain/work.ts";
import { chunks } from "./chunks.ts";
import type { Engine } from "./engine.ts";
import type { EffectStore } from "./store.ts";

/** Computed effects are replaced by every run; what people decided and what lists say lie beside them and over them. */
export function effectStore(engine: Engine): EffectStore {
  const { effect, handEffect, listedEffect } = engine.schema;
  const select = () => engine.db().select({ body: effect.body }).from(effect);
  const inOrder = [asc(effect.source), asc(effect.ord)];
  const decisions = () => engine.db().select().from(handEffect);
  const listed = () =>
    engine.db().select({ work: listedEffect.work, body: listedEffect.body, at: listedEffect.at }).from(listedEffect);
  const bodies = (rows: readonly { readonly body: Effect }[]): readonly Effect[] => rows.map((row) => row.body);

  const from = async (source: WorkId): Promise<readonly Effect[]> => {
    const computed = await select()
      .where(eq(effect.source, source))
      .orderBy(...inOrder);
    const decided = await decisions().where(eq(handEffect.source, source)).orderBy(asc(handEffect.seq));
    const said = await listed().where(eq(listedEffect.work, source)).orderBy(asc(listedEffect.id));
    return [...withHandEffects(bodies(computed), decided), ...statements(said)];
  };
  return {
    replaceFrom: (source, effects, recordedAt) =>
      engine.withTransaction(async () => {
        const known = new Map(bodies(await select().where(eq(effect.source, source))).map((e) => [e.id, e.recordedAt]));
        await engine.db().delete(effect).where(eq(effect.source, source));
        const rows = effects.map((given, ord) => {
          const body = recorded(given, known.get(given.id) ?? given.recordedAt ?? recordedAt);
          return { source, ord, target: body.target, applied: body.applied, body };
        });
        await engine.insert("effect", { rows });
      }),
    from,
    on: async (target) => {
      const computed = await select()
        .where(eq(effect.target, target))
        .orderBy(...inOrder);
      const decided = await decisions().where(eq(handEffect.target, target)).orderBy(asc(handEffect.seq));
      const said = await listed().where(eq(listedEffect.work, target)).orderBy(asc(listedEffect.id));
      return [...withHandEffects(bodies(computed), decided), ...statements(said)];
    },
    async all() {
      const computed = await select().orderBy(...inOrder);
      const said = await listed().orderBy(asc(listedEffect.id));
      const decided = await decisions().orderBy(asc(handEffect.seq));
      return [...withHandEffects(bodies(computed), decided), ...statements(said)];
    },
    async applied() {
      const decided = await decisions().orderBy(asc(handEffect.seq));
      const found = await select()
        .where(
          or(
            eq(effect.applied, true),
            inArray(effect.source, engine.db().select({ source: handEffect.source }).from(handEffect)),
          ),
        )
        .orderBy(...inOrder);
      return withHandEffects(bodies(found), decided);
    },
    async counts() {
      const rows = await engine
        .db()
        .select({ applied: effect.applied, n: count() })
        .from(effect)
        .groupBy(effect.applied);
      const of = (applied: boolean): number => rows.find((row) => row.applied === applied)?.n ?? 0;
      return withDecisions({ applied: of(true), notApplied: of(false) }, await decisions());
    },
    byHand: async () => decisions().orderBy(asc(handEffect.seq)),
    decide: (decision) =>
      engine.withTransaction(async () => {
        const [top] = await engine
          .db()
          .select({ seq: max(handEffect.seq) })
          .from(handEffect);
        const stored = { ...decision, seq: (top?.seq ?? 0) + 1 };
        await engine.insert("handEffect", { rows: [stored] });
        return stored;
      }),
    saveListed: (statements, at) =>
      engine.withTransaction(async () => {
        const rows = statements.map((body) => ({ id: body.id, work: body.target, body, at }));
        await engine.insert("listedEffect", { rows, onConflict: { key: ["id"], set: ["work", "body", "at"] } });
      }),
    listed: async (works) => {
      const newest = [desc(listedEffect.at), asc(listedEffect.id)];
      if (works === undefined) return statements(await listed().orderBy(...newest));
      const found: Effect[] = [];
      for (const some of chunks([...works]))
        found.push(
          ...statements(
            await listed()
              .where(inArray(listedEffect.work, some))
              .orderBy(...newest),
          ),
        );
      return found;
    },
    history: async (key) => decisions().where(eq(handEffect.key, key)).orderBy(asc(handEffect.seq)),
  };
}

/** A statement follows its work when that gets another identity. */
const statements = (
  rows: readonly { readonly work: WorkId; readonly body: Effect; readonly at: number }[],
): readonly Effect[] => rows.map(({ work, body, at }) => ({ ...body, source: work, target: work, recordedAt: at }));

const recorded = (effect: Effect, at: number | undefined): Effect =>
  at === undefined ? effect : { ...effect, recordedAt: at };

/** The machine's counts as the standing decisions change them. */
function withDecisions(counts: { applied: number; notApplied: number }, decisions: readonly HandEffect[]) {
  let { applied, notApplied } = counts;
  for (const d of standingDecisions(decisions).values()) {
    if (d.kind === "add") applied += d.from === null ? 0 : 1;
    else if (d.kind === "date" && !d.effect.applied) [applied, notApplied] = [applied + 1, notApplied - 1];
    else if (d.kind === "reject" && d.effect.applied) [applied, notApplied] = [applied - 1, notApplied + 1];
  }
  return { applied, notApplied: Math.max(0, notApplied) };
}
