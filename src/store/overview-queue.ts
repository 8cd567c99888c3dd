import { and, asc, count, desc, eq, gte, isNotNull, isNull, lte, min, type SQL, sql } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { OverviewStore, QueueFlow } from "./overview.ts";

type QueueStore = Pick<OverviewStore, "returning" | "newFindings" | "arrived" | "goneFlow">;

/** What came into the queue of findings, what left it, and when. */
export function queueStore(engine: Engine): QueueStore {
  const { finding, decision } = engine.schema;
  const live = eq(finding.gone, false);
  return {
    async returning(until, limit) {
      const rows = await engine
        .db()
        .select({ finding: decision.finding, until: decision.until })
        .from(decision)
        // from decisions to their findings: joined otherwise, the engine may read all findings for a few decisions
        .crossJoin(finding)
        .where(
          and(
            eq(finding.key, decision.finding),
            eq(decision.verdict, "later"),
            isNull(decision.undoneAt),
            isNotNull(decision.until),
            lte(decision.until, until),
            eq(finding.verdict, "later"),
            live,
          ),
        )
        .orderBy(asc(decision.until), asc(decision.finding))
        .limit(limit);
      return rows.map((row) => ({ finding: row.finding, until: row.until ?? until }));
    },
    async newFindings(since) {
      const { rule, code, group, severity, rank, reopens } = finding;
      const rows = await engine
        .db()
        .select({ rule, code, group, severity, n: count(), reopened: count(reopens) })
        .from(finding)
        .where(and(live, gte(finding.firstSeen, since)))
        .groupBy(rule, code, group, severity, rank)
        .orderBy(asc(rank), desc(count()), asc(rule));
      return rows;
    },
    async arrived(since, reopened, limit) {
      const rows = await engine
        .db()
        .select({ key: finding.key })
        .from(finding)
        .where(and(live, gte(finding.firstSeen, since), reopened ? isNotNull(finding.reopens) : undefined))
        .orderBy(asc(finding.rank), desc(finding.confidence), asc(finding.key))
        .limit(limit);
      return rows.map((row) => row.key);
    },
    goneFlow: (bounds) => goneFlow(engine, bounds),
  };
}

/** One that is no longer raised left when it was last seen, unless a person had decided or a suppression had held it back before. */
async function goneFlow(engine: Engine, bounds: readonly number[]): Promise<readonly QueueFlow[]> {
  const { finding, decision, suppression } = engine.schema;
  const db = engine.db();
  const decided = db
    .select({ finding: decision.finding, at: min(decision.at).as("decided_at") })
    .from(decision)
    .where(isNull(decision.undoneAt))
    .groupBy(decision.finding)
    .as("decided");
  const left = sql`case when ${finding.verdict} is not null then coalesce(${decided.at}, ${finding.lastSeen}) when ${finding.suppressedBy} is not null then case when ${suppression.at} > ${finding.firstSeen} then ${suppression.at} else ${finding.firstSeen} end else ${finding.lastSeen} end`;
  const how = sql<
    QueueFlow["how"]
  >`case when ${finding.verdict} is not null or ${finding.suppressedBy} is not null then 'decided' else 'gone' end`;
  const flows = db
    .select({
      came: stretch(sql`${finding.firstSeen}`, bounds).as("came"),
      left: stretch(left, bounds).as("left_in"),
      how: how.as("how"),
    })
    .from(finding)
    .leftJoin(decided, eq(decided.finding, finding.key))
    .leftJoin(suppression, eq(suppression.id, finding.suppressedBy))
    .where(eq(finding.gone, true))
    .as("flows");
  const rows = await db
    .select({ came: flows.came, left: flows.left, how: flows.how, n: count() })
    .from(flows)
    .groupBy(sql`${flows.came}`, sql`${flows.left}`, sql`${flows.how}`);
  return rows.map((row) => ({ ...row, came: Number(row.came), left: row.left === null ? null : Number(row.left) }));
}

/** Which stretch a moment lies in: 0 before the first bound, 1 from it on … ; null for no moment. */
function stretch(moment: SQL, bounds: readonly number[]): SQL<number | null> {
  const cases = bounds.map(
    (bound, i) => sql`when ${moment} < ${sql.raw(String(Math.trunc(bound)))} then ${sql.raw(String(i))}`,
  );
  return sql`case when ${moment} is null then null ${sql.join(cases, sql` `)} else ${sql.raw(String(bounds.length))} end`;
}
