import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lte,
  max,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Engine } from "./engine.ts";
import type { Narrowing, OverviewStore } from "./overview.ts";
import { queueStore } from "./overview-queue.ts";
import { workOf } from "./work-store.ts";

/** Outcomes of an import after which a text is here that was not, or was another. */
const BROUGHT = ["imported", "new-version", "needs-look"] as const;

export function overviewStore(engine: Engine): OverviewStore {
  return { ...filing(engine), ...changing(engine), ...listing(engine), ...importing(engine), ...queueStore(engine) };
}

/** The period that holds on a day. An indexed document without one is unknown, not absent: join it from the left. */
function holding(engine: Engine, on: LegalDate) {
  const { statusPeriod, expression, finding } = engine.schema;
  const day = and(lte(statusPeriod.from, on), gt(statusPeriod.to, on));
  return {
    ofText: and(eq(statusPeriod.work, expression.work), day),
    ofFinding: and(eq(statusPeriod.work, finding.work), day),
    day,
  };
}

function filing(engine: Engine): Pick<OverviewStore, "filings" | "confirmed"> {
  const { work, expression, statusPeriod, workFacet, finding, decision } = engine.schema;
  return {
    async filings(on) {
      const by = {
        status: statusPeriod.status,
        type: work.type,
        normative: work.normative,
        level: workFacet.level,
        body: workFacet.body,
        bodyName: workFacet.bodyName,
        fields: workFacet.fields,
      };
      const rows = await engine
        .db()
        .select({ ...by, n: count() })
        .from(expression)
        .innerJoin(work, eq(work.id, expression.work))
        .leftJoin(workFacet, eq(workFacet.work, expression.work))
        .leftJoin(statusPeriod, holding(engine, on).ofText)
        .where(eq(expression.current, true))
        .groupBy(...Object.values(by));
      return rows.map((row) => ({
        ...row,
        status: row.status ?? "unknown",
        level: row.level ?? "unknown",
        fields: row.fields ?? [],
      }));
    },
    async confirmed(on) {
      const by = {
        status: statusPeriod.status,
        normative: work.normative,
        level: workFacet.level,
        body: workFacet.body,
      };
      const rows = await engine
        .db()
        .select({ ...by, n: countDistinct(finding.work) })
        .from(finding)
        .innerJoin(work, eq(work.id, finding.work))
        .innerJoin(workFacet, eq(workFacet.work, finding.work))
        .leftJoin(statusPeriod, holding(engine, on).ofFinding)
        .where(
          and(
            // said for the engine, which knows decisions by nothing but their findings: it need not read all findings
            inArray(finding.key, engine.db().select({ key: decision.finding }).from(decision)),
            eq(finding.verdict, "confirmed"),
            eq(finding.gone, false),
          ),
        )
        .groupBy(...Object.values(by));
      return rows.map((row) => ({ ...row, status: row.status ?? "unknown" }));
    },
  };
}

function changing(engine: Engine): Pick<OverviewStore, "changes" | "changing"> {
  const { work, expression, statusPeriod } = engine.schema;
  const db = () => engine.db();
  /** The period before the one that begins. */
  const before = () => {
    const { work: of, to, status } = statusPeriod;
    return db().select({ of, to, was: status }).from(statusPeriod).as("before_it");
  };
  return {
    async changes(after, to) {
      const old = before();
      const rows = await db()
        .select({ day: statusPeriod.from, was: old.was, is: statusPeriod.status, n: count() })
        .from(statusPeriod)
        .innerJoin(old, and(eq(old.of, statusPeriod.work), eq(old.to, statusPeriod.from)))
        .innerJoin(expression, and(eq(expression.work, statusPeriod.work), eq(expression.current, true)))
        .where(and(gt(statusPeriod.from, after), lte(statusPeriod.from, to), ne(old.was, statusPeriod.status)))
        .groupBy(statusPeriod.from, old.was, statusPeriod.status)
        .orderBy(asc(statusPeriod.from));
      return rows;
    },
    async changing(after, to, only, limit) {
      const old = before();
      const rows = await db()
        .select({ day: statusPeriod.from, was: old.was, is: statusPeriod.status, work })
        .from(statusPeriod)
        .innerJoin(old, and(eq(old.of, statusPeriod.work), eq(old.to, statusPeriod.from)))
        .innerJoin(expression, and(eq(expression.work, statusPeriod.work), eq(expression.current, true)))
        .innerJoin(work, eq(work.id, statusPeriod.work))
        .where(
          and(
            gt(statusPeriod.from, after),
            lte(statusPeriod.from, to),
            ne(old.was, statusPeriod.status),
            only.was && inArray(old.was, [...only.was]),
            only.is && inArray(statusPeriod.status, [...only.is]),
          ),
        )
        .orderBy(asc(statusPeriod.from), asc(work.bySymbol), asc(work.id))
        .limit(limit);
      return rows.map((row) => ({ ...row, work: workOf(row.work) }));
    },
  };
}

function listing(engine: Engine): Pick<OverviewStore, "listedCounts"> {
  const { work, expression, statusPeriod, workFacet } = engine.schema;
  const current = and(eq(expression.work, statusPeriod.work), eq(expression.current, true));
  const normative = ne(work.normative, "no");
  const within = ({ since, local }: Narrowing): SQL | undefined =>
    and(
      local ? or(isNull(workFacet.level), ne(workFacet.level, "central")) : undefined,
      // no stretch of a status begins before the status does: said for the index, which knows only the stretches
      since &&
        and(gte(statusPeriod.from, since.from), gte(statusPeriod.since, since.from), lte(statusPeriod.since, since.to)),
    );
  return {
    async listedCounts(on, only) {
      const rows = await engine
        .db()
        .select({ status: statusPeriod.status, n: count() })
        .from(statusPeriod)
        .innerJoin(work, eq(work.id, statusPeriod.work))
        .innerJoin(expression, current)
        .leftJoin(workFacet, eq(workFacet.work, statusPeriod.work))
        .where(and(holding(engine, on).day, within(only), normative))
        .groupBy(statusPeriod.status);
      return Object.fromEntries(rows.map((row) => [row.status, row.n]));
    },
  };
}

function importing(engine: Engine): Pick<OverviewStore, "imports" | "acts"> {
  const { importEntry, effect } = engine.schema;
  return {
    async imports(since, limit) {
      const rows = await engine
        .db()
        .select({ job: importEntry.job, outcome: importEntry.outcome, at: max(importEntry.at), n: count() })
        .from(importEntry)
        .where(gte(importEntry.at, since))
        .groupBy(importEntry.job, importEntry.outcome);
      const batches = new Map<string | null, { at: number; outcomes: Record<string, number> }>();
      for (const { job, outcome, at, n } of rows) {
        const batch = batches.get(job) ?? { at: 0, outcomes: {} };
        batch.at = Math.max(batch.at, at ?? 0);
        batch.outcomes[outcome] = n;
        batches.set(job, batch);
      }
      return [...batches]
        .map(([job, batch]) => ({ job, ...batch }))
        .sort((a, b) => b.at - a.at)
        .slice(0, limit);
    },
    async acts(since, limit) {
      const db = engine.db();
      const brought = db
        .select({ work: importEntry.work })
        .from(importEntry)
        .where(and(gte(importEntry.at, since), inArray(importEntry.outcome, [...BROUGHT])));
      const acting = and(inArray(effect.source, brought), sql`${effect.target} <> ${effect.source}`);
      const targets = countDistinct(effect.target);
      const acts = await db
        .select({ work: effect.source, targets })
        .from(effect)
        .where(acting)
        .groupBy(effect.source)
        .orderBy(desc(targets), asc(effect.source))
        .limit(limit);
      const [all] = await db
        .select({ all: countDistinct(effect.source), targets })
        .from(effect)
        .where(acting);
      return { acts, all: all?.all ?? 0, targets: all?.targets ?? 0 };
    },
  };
}
