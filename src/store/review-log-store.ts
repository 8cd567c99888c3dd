import { and, asc, count, countDistinct, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor, pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";
import type { LoggedDecision, LogQuery, ReviewLogStore, Workload } from "./review-log.ts";
import type { Page } from "./stored-findings.ts";

export function reviewLogStore(engine: Engine): ReviewLogStore {
  const { decision, finding } = engine.schema;
  return {
    log: (query) => log(engine, query),
    async choices() {
      const db = engine.db();
      const people = await db.selectDistinct({ by: decision.by }).from(decision).orderBy(asc(decision.by));
      const rules = await db
        .selectDistinct({ rule: finding.rule })
        .from(finding)
        .where(
          inArray(finding.key, db.select({ key: decision.finding }).from(decision).where(isNull(decision.undoneAt))),
        )
        .orderBy(asc(finding.rule));
      return { people: people.map((row) => row.by), rules: rules.map((row) => row.rule) };
    },
    workloads: (today, since) => workloads(engine, today, since),
    async waiting(verdict, limit) {
      const filter = and(eq(decision.verdict, verdict), counts(engine));
      const rows = await logged(engine, filter)
        .orderBy(asc(verdict === "later" ? decision.until : decision.at), asc(decision.id))
        .limit(pageSize(limit));
      const total = await countOf(engine, filter);
      return { rows: rows.map(flat), total };
    },
  };
}

/** A later decision that is not undone counts instead. */
function counts(engine: Engine): SQL | undefined {
  const { decision } = engine.schema;
  return and(
    isNull(decision.undoneAt),
    sql`not exists (select 1 from ${decision} as later where later.finding = ${decision}.finding and later.undone_at is null
      and (later.at > ${decision}.at or (later.at = ${decision}.at and later.id > ${decision}.id)))`,
  );
}

function logged(engine: Engine, filter: SQL | undefined) {
  const { decision, finding } = engine.schema;
  return (
    engine
      .db()
      .select({
        decision,
        on: {
          rule: finding.rule,
          code: finding.code,
          severity: finding.severity,
          message: finding.message,
          work: finding.work,
        },
      })
      .from(decision)
      // from decisions to their findings: joined otherwise, the engine may read all findings for a few decisions
      .crossJoin(finding)
      .where(and(eq(finding.key, decision.finding), filter))
      .$dynamic()
  );
}

const flat = ({
  decision,
  on,
}: {
  readonly decision: Omit<LoggedDecision, "rule" | "code" | "severity" | "message" | "work">;
  readonly on: Pick<LoggedDecision, "rule" | "code" | "severity" | "message" | "work">;
}): LoggedDecision => ({ ...decision, ...on });

async function log(engine: Engine, query: LogQuery): Promise<Page<LoggedDecision>> {
  const { decision, finding } = engine.schema;
  const limit = pageSize(query.limit);
  const filter = and(
    query.by === undefined ? undefined : eq(decision.by, query.by),
    query.verdict === undefined ? undefined : eq(decision.verdict, query.verdict),
    query.rule === undefined
      ? undefined
      : inArray(
          decision.finding,
          engine.db().select({ key: finding.key }).from(finding).where(eq(finding.rule, query.rule)),
        ),
    query.since === undefined ? undefined : gte(decision.at, query.since),
    query.before === undefined ? undefined : lt(decision.at, query.before),
  );
  const cursor = decodeCursor(query.after, ["number", "string"]) as [number, string] | null;
  const { id, at } = decision;
  const before = cursor === null ? undefined : or(lt(at, cursor[0]), and(eq(at, cursor[0]), lt(id, cursor[1])));
  const newestFirst = [desc(at), desc(id)];
  const ids = await engine
    .db()
    .select({ id })
    .from(decision)
    .where(and(filter, before))
    .orderBy(...newestFirst)
    .limit(limit + 1);
  const some = ids.slice(0, limit).map((row) => row.id);
  const rows = some.length === 0 ? [] : await logged(engine, inArray(id, some)).orderBy(...newestFirst);
  const total = await countOf(engine, filter);
  const page = rows.map(flat);
  const last = page.at(-1);
  return {
    rows: page,
    total,
    next: ids.length > limit && last ? encodeCursor([last.at, last.id]) : null,
  };
}

async function countOf(engine: Engine, filter: SQL | undefined): Promise<number> {
  const [all] = await engine.db().select({ n: count() }).from(engine.schema.decision).where(filter);
  return all?.n ?? 0;
}

async function workloads(engine: Engine, today: string, since: number): Promise<readonly Workload[]> {
  const { assignment, decision, finding } = engine.schema;
  const db = engine.db();
  const late = sql<number>`sum(case when ${assignment.due} is not null and ${assignment.due} < ${today} then 1 else 0 end)`;
  const waiting = await db
    .select({ name: assignment.to, open: count(), overdue: late.mapWith(Number) })
    .from(assignment)
    .crossJoin(finding)
    .where(
      and(
        eq(finding.key, assignment.finding),
        isNull(assignment.endedAt),
        eq(finding.gone, false),
        isNull(finding.verdict),
      ),
    )
    .groupBy(assignment.to);
  const done = await db
    .select({ name: decision.by, n: countDistinct(decision.finding) })
    .from(decision)
    .where(and(isNull(decision.undoneAt), gte(decision.at, since)))
    .groupBy(decision.by);
  const people = new Map<string, Workload>();
  for (const { name, open, overdue } of waiting) people.set(name, { name, open, overdue, decided: 0 });
  for (const { name, n } of done)
    people.set(name, { ...(people.get(name) ?? { name, open: 0, overdue: 0 }), decided: n });
  return [...people.values()];
}
