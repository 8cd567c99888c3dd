import { and, asc, count, desc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { type ReviewSheet, STANDING_STATES } from "../domain/review-sheet.ts";
import type { WorkId } from "../domain/work.ts";
import { chunks } from "./chunks.ts";
import { decodeCursor, encodeCursor, pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";
import type { SheetQuery, SheetStore } from "./sheets.ts";

export function sheetStore(engine: Engine): SheetStore {
  const { sheet } = engine.schema;
  const standing = inArray(sheet.state, [...STANDING_STATES]);
  const ofWork = async (work: WorkId, only?: typeof standing) =>
    engine
      .db()
      .select()
      .from(sheet)
      .where(and(eq(sheet.work, work), only))
      .orderBy(desc(sheet.at), desc(sheet.id));
  return {
    ...consultations(engine),
    open: (entry) =>
      engine.withTransaction(async () => {
        if ((await ofWork(entry.work, standing)).length > 0) return false;
        await engine.insert("sheet", { rows: [entry] });
        return true;
      }),
    async find(id) {
      const [row] = await engine.db().select().from(sheet).where(eq(sheet.id, id)).limit(1);
      return row ?? null;
    },
    change: ({ id, ...rest }, seen) =>
      engine.withTransaction(async () => {
        const changed = await engine
          .db()
          .update(sheet)
          .set({ ...rest, version: seen + 1 })
          .where(and(eq(sheet.id, id), eq(sheet.version, seen)))
          .returning({ id: sheet.id });
        return changed.length > 0;
      }),
    ofWork: (work) => ofWork(work),
    standing: async (work) => (await ofWork(work, standing))[0] ?? null,
    async standingOf(works) {
      const found = new Map<WorkId, ReviewSheet>();
      for (const some of chunks([...new Set(works)]))
        for (const row of await engine
          .db()
          .select()
          .from(sheet)
          .where(and(inArray(sheet.work, some), standing)))
          found.set(row.work, row);
      return found;
    },
    list: (query) => list(engine, query),
    async counts() {
      const rows = await engine.db().select({ state: sheet.state, n: count() }).from(sheet).groupBy(sheet.state);
      return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
    },
  };
}

async function list(engine: Engine, query: SheetQuery): ReturnType<SheetStore["list"]> {
  const { sheet } = engine.schema;
  const matching = and(
    query.states && query.states.length > 0 ? inArray(sheet.state, [...query.states]) : undefined,
    query.unit === undefined ? undefined : query.unit === "" ? isNull(sheet.unit) : eq(sheet.unit, query.unit),
    query.batch === undefined ? undefined : eq(sheet.batch, query.batch),
  );
  const cursor = decodeCursor(query.after, ["number", "string"]) as [number, string] | null;
  const limit = pageSize(query.limit);
  const behind =
    cursor === null
      ? undefined
      : or(lt(sheet.updatedAt, cursor[0]), and(eq(sheet.updatedAt, cursor[0]), lt(sheet.id, cursor[1])));
  const [rows, [all]] = await Promise.all([
    engine
      .db()
      .select()
      .from(sheet)
      .where(and(matching, behind))
      .orderBy(desc(sheet.updatedAt), desc(sheet.id))
      .limit(limit + 1),
    engine.db().select({ n: count() }).from(sheet).where(matching),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown,
    total: all?.n ?? 0,
    next: rows.length > limit && last ? encodeCursor([last.updatedAt, last.id]) : null,
  };
}

type Consultations = Pick<SheetStore, "ask" | "consultation" | "changeConsultation" | "consultationsOf" | "waiting">;

function consultations(engine: Engine): Consultations {
  const { consultation, sheet } = engine.schema;
  return {
    ask: (entry) =>
      engine.withTransaction(async () => {
        await engine.insert("consultation", { rows: [entry] });
      }),
    async consultation(id) {
      const [row] = await engine.db().select().from(consultation).where(eq(consultation.id, id)).limit(1);
      return row ?? null;
    },
    changeConsultation: ({ id, ...rest }, seen) =>
      engine.withTransaction(async () => {
        const changed = await engine
          .db()
          .update(consultation)
          .set({ ...rest, version: seen + 1 })
          .where(and(eq(consultation.id, id), eq(consultation.version, seen)))
          .returning({ id: consultation.id });
        return changed.length > 0;
      }),
    consultationsOf: async (of) =>
      engine
        .db()
        .select()
        .from(consultation)
        .where(eq(consultation.sheet, of))
        .orderBy(asc(consultation.askedAt), asc(consultation.id)),
    async waiting(limit, unit) {
      const rows = await engine
        .db()
        .select({ consultation })
        .from(consultation)
        .innerJoin(sheet, eq(sheet.id, consultation.sheet))
        .where(
          and(
            isNull(consultation.answeredAt),
            inArray(sheet.state, [...STANDING_STATES]),
            unit === undefined ? undefined : eq(consultation.unit, unit),
          ),
        )
        // those without a day come last on either engine
        .orderBy(sql`coalesce(${consultation.due}, '9999')`, asc(consultation.askedAt), asc(consultation.id))
        .limit(pageSize(limit));
      return rows.map((row) => row.consultation);
    },
  };
}
