import { and, asc, count, desc, eq, gte, inArray, isNull, lt, lte } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { DecisionStore } from "./store.ts";

/** Decisions are rows of their own; the one that counts is also noted in the finding, so that a queue is one query. */
export function decisionStore(engine: Engine): DecisionStore {
  const { decision, suppression, finding, opinion } = engine.schema;
  const standing = (key: string) => and(eq(decision.finding, key), isNull(decision.undoneAt));
  const last = async (key: string) => {
    const [row] = await engine
      .db()
      .select()
      .from(decision)
      .where(standing(key))
      .orderBy(desc(decision.at), desc(decision.id))
      .limit(1);
    return row ?? null;
  };
  const note = async (key: string): Promise<void> => {
    const verdict = (await last(key))?.verdict ?? null;
    await engine.db().update(finding).set({ verdict }).where(eq(finding.key, key));
  };
  return {
    add: (entry, after) =>
      engine.withTransaction(async () => {
        if (((await last(entry.finding))?.id ?? null) !== after) return false;
        await engine.insert("decision", { rows: [entry] });
        await note(entry.finding);
        return true;
      }),
    addAll: (entries, after) =>
      engine.withTransaction(async () => {
        const taken: string[] = [];
        for (const entry of entries) {
          if (((await last(entry.finding))?.id ?? null) !== (after.get(entry.finding) ?? null)) {
            taken.push(entry.finding);
            continue;
          }
          await engine.insert("decision", { rows: [entry] });
          await note(entry.finding);
        }
        return taken;
      }),
    batch: async (prefix) =>
      engine
        .db()
        .select()
        .from(decision)
        .where(and(gte(decision.id, prefix), lt(decision.id, `${prefix}~`)))
        .orderBy(asc(decision.id)),
    of: async (key) =>
      engine.db().select().from(decision).where(eq(decision.finding, key)).orderBy(asc(decision.at), asc(decision.id)),
    undo: (id, at) =>
      engine.withTransaction(async () => {
        const [row] = await engine.db().select().from(decision).where(eq(decision.id, id)).limit(1);
        if (!row || row.undoneAt !== null || (await last(row.finding))?.id !== id) return false;
        await engine.db().update(decision).set({ undoneAt: at }).where(eq(decision.id, id));
        await note(row.finding);
        return true;
      }),
    wake: (day, at) =>
      engine.withTransaction(async () => {
        const due = await engine
          .db()
          .select()
          .from(decision)
          .where(and(eq(decision.verdict, "later"), isNull(decision.undoneAt), lte(decision.until, day)));
        for (const { id, finding: key } of due) {
          await engine.db().update(decision).set({ undoneAt: at }).where(eq(decision.id, id));
          await note(key);
        }
        return due.length;
      }),
    async byRule() {
      const rows = await engine
        .db()
        .select({ rule: finding.rule, verdict: finding.verdict, n: count() })
        .from(finding)
        .where(
          and(
            // said for the engine: it then need not read all findings for those that are decided
            inArray(finding.key, engine.db().select({ key: decision.finding }).from(decision)),
            inArray(finding.verdict, ["confirmed", "dismissed"]),
          ),
        )
        .groupBy(finding.rule, finding.verdict);
      const counts = new Map<string, { confirmed: number; dismissed: number }>();
      for (const { rule, verdict, n } of rows) {
        if (verdict !== "confirmed" && verdict !== "dismissed") continue;
        const own = counts.get(rule) ?? { confirmed: 0, dismissed: 0 };
        own[verdict] += n;
        counts.set(rule, own);
      }
      return counts;
    },
    suppressions: async (all = false) =>
      engine
        .db()
        .select()
        .from(suppression)
        .where(all ? undefined : isNull(suppression.liftedAt))
        .orderBy(asc(suppression.at), asc(suppression.id)),
    suppress: (entry) =>
      engine.withTransaction(async () => {
        await engine.insert("suppression", { rows: [entry] });
      }),
    lift: (id, at) =>
      engine.withTransaction(async () => {
        await engine
          .db()
          .update(suppression)
          .set({ liftedAt: at })
          .where(and(eq(suppression.id, id), isNull(suppression.liftedAt)));
      }),
    addOpinion: (entry) =>
      engine.withTransaction(async () => {
        await engine.insert("opinion", { rows: [entry] });
      }),
    opinionsOf: async (key) =>
      engine.db().select().from(opinion).where(eq(opinion.finding, key)).orderBy(desc(opinion.at), desc(opinion.id)),
  };
}
