import { and, asc, count, eq, gt, gte, inArray, lte } from "drizzle-orm";
import type { LegalDate } from "../domain/legal-date.ts";
import type { StatusName, StatusPeriod } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import { chunks } from "./chunks.ts";
import { statusesInBrief } from "./document-shelf.ts";
import type { Engine } from "./engine.ts";
import type { Schema } from "./schema.ts";
import type { StatusStore } from "./store.ts";

type PeriodRow = Schema["statusPeriod"]["$inferSelect"];

/** "Always before" and "open" as days: a day is then found by two text comparisons on either engine. */
const ALWAYS = "0000-00-00";
const OPEN = "9999-99-99";

export function statusStore(engine: Engine): StatusStore {
  const { statusPeriod, expression } = engine.schema;
  const holds = (day: LegalDate) => and(lte(statusPeriod.from, day), gt(statusPeriod.to, day));
  const select = () => engine.db().select().from(statusPeriod);
  const inOrder = [asc(statusPeriod.work), asc(statusPeriod.from), asc(statusPeriod.ord)];
  return {
    ...statusesInBrief(engine),
    replace: (works, periods) =>
      engine.withTransaction(async () => {
        const touched = [...new Set([...works, ...periods.map((period) => period.work)])];
        for (const some of chunks(touched))
          await engine.db().delete(statusPeriod).where(inArray(statusPeriod.work, some));
        await engine.insert("statusPeriod", { rows: numbered(periods) });
      }),
    async on(work, day) {
      const [row] = await select()
        .where(and(eq(statusPeriod.work, work), holds(day)))
        .orderBy(...inOrder)
        .limit(1);
      return row ? periodOf(row) : null;
    },
    async periodsOn(works, day) {
      const periods = new Map<WorkId, StatusPeriod>();
      for (const some of chunks([...new Set(works)])) {
        const rows = await select()
          .where(and(inArray(statusPeriod.work, some), holds(day)))
          .orderBy(...inOrder);
        for (const row of rows) if (!periods.has(row.work)) periods.set(row.work, periodOf(row));
      }
      return periods;
    },
    async namesOn(works, day) {
      const names = new Map<WorkId, StatusName>();
      for (const some of chunks([...new Set(works)])) {
        const rows = await engine
          .db()
          .select({ work: statusPeriod.work, status: statusPeriod.status })
          .from(statusPeriod)
          .where(and(inArray(statusPeriod.work, some), holds(day)))
          .orderBy(...inOrder);
        for (const { work, status } of rows) if (!names.has(work)) names.set(work, status);
      }
      return names;
    },
    periods: async (work) =>
      (
        await select()
          .where(eq(statusPeriod.work, work))
          .orderBy(...inOrder)
      ).map(periodOf),
    async onMany(works, day) {
      const found = new Map<WorkId, StatusPeriod>();
      for (const some of chunks([...new Set(works)]))
        for (const row of await select()
          .where(and(inArray(statusPeriod.work, some), holds(day)))
          .orderBy(...inOrder))
          if (!found.has(row.work)) found.set(row.work, periodOf(row));
      return found;
    },
    begun: async (statuses, from, to) =>
      (
        await select()
          .where(
            and(
              inArray(statusPeriod.status, [...statuses]),
              gte(statusPeriod.from, from),
              lte(statusPeriod.from, to),
              eq(statusPeriod.since, statusPeriod.from),
            ),
          )
          .orderBy(...inOrder)
      ).map(periodOf),
    allOn: async (day) =>
      (
        await select()
          .where(holds(day))
          .orderBy(...inOrder)
      ).map(periodOf),
    all: async () => (await select().orderBy(...inOrder)).map(periodOf),
    async counts(day) {
      const indexed = and(eq(expression.work, statusPeriod.work), eq(expression.current, true));
      const rows = await engine
        .db()
        .select({ status: statusPeriod.status, n: count() })
        .from(statusPeriod)
        .innerJoin(expression, indexed)
        .where(holds(day))
        .groupBy(statusPeriod.status);
      const counts: Partial<Record<StatusName, number>> = Object.fromEntries(rows.map((row) => [row.status, row.n]));
      const [all] = await engine.db().select({ n: count() }).from(expression).where(eq(expression.current, true));
      // An indexed document without a period on the day is unknown, not absent.
      const rest = (all?.n ?? 0) - rows.reduce((sum, row) => sum + row.n, 0);
      if (rest > 0) counts.unknown = (counts.unknown ?? 0) + rest;
      return counts;
    },
  };
}

function numbered(periods: readonly StatusPeriod[]): PeriodRow[] {
  const next = new Map<string, number>();
  return periods.map((period) => {
    const ord = next.get(period.work) ?? 0;
    next.set(period.work, ord + 1);
    return { ...period, ord, from: period.from ?? ALWAYS, to: period.to ?? OPEN };
  });
}

export const periodOf = ({ ord: _, ...row }: PeriodRow): StatusPeriod => ({
  ...row,
  from: row.from === ALWAYS ? null : row.from,
  to: row.to === OPEN ? null : row.to,
});
