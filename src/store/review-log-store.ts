import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { decodeCursor, encodeCursor, pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";
import type { LoggedDecision, LogQuery, ReviewLogStore, Workload } from "./review-log.ts";
import type { Page } from "./stored-findings.ts";

export function reviewLogStore(engine: Engine): ReviewLogStore {
  const { decision, suppression, finding } = engine.schema;
  return {
    log: (query) => log(engine, query),
    async choices() {
      const db = engine.db();
      const people = await db.selectDistinct({ by: decision.by }).from(decision).orderBy(asc(decision.by));
      const rules = await db
        .selectDistinct({ rule: finding.rule })
        .from(finding)
        .where(isNotNull(finding.verdict))
        .orderBy(asc(finding.rule));
      return { people: people.map((row) => row.by), rules: rules.map((row) => row.rule) };
    },
    workloads: (today, since) => workloads(engine, today, since),
    async waiting(verdict, limit) {
      const filter = and(eq(decision.verdict, verdict), counts(engine), eq(finding.verdict, verdict));
      const rows = await logged(engine)
        .where(filter)
        .orderBy(asc(verdict === "later" ? decision.until : decision.at), asc(decision.id))
        .limit(pageSize(limit));
      const total = await countLogged(engine, filter);
      return { rows: rows.map(flat), total };
    },
    async suppressions() {
      const db = engine.db();
      const held = await db
        .select()
        .from(suppression)
        .where(isNull(suppression.liftedAt))
        .orderBy(desc(suppression.at), asc(suppression.id));
      const under = await db
        .select({ id: finding.suppressedBy, n: count() })
        .from(finding)
        .where(and(eq(finding.gone, false), isNull(finding.verdict), isNotNull(finding.suppressedBy)))
        .groupBy(finding.suppressedBy);
      const n = new Map(under.map((row) => [row.id, row.n]));
      return held.map((one) => ({ ...one, findings: n.get(one.id) ?? 0 }));
    },
    documents: (query) => documents(engine, query),
    async progress() {
      const left = openOf(engine);
      const works = engine
        .db()
        .select({ left: left.as("left_open") })
        .from(finding)
        .where(eq(finding.gone, false))
        .groupBy(finding.work)
        .as("reviewed");
      const [row] = await engine
        .db()
        .select({
          documents: count(),
          done: sql<number>`coalesce(sum(case when ${works.left} = 0 then 1 else 0 end), 0)`.mapWith(Number),
        })
        .from(works);
      return { documents: row?.documents ?? 0, done: row?.done ?? 0 };
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

const openOf = (engine: Engine): SQL<number> => {
  const { finding } = engine.schema;
  return sql<number>`sum(case when ${finding.verdict} is null and ${finding.suppressedBy} is null then 1 else 0 end)`.mapWith(
    Number,
  );
};

function logged(engine: Engine) {
  const { decision, finding } = engine.schema;
  return engine
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
    .innerJoin(finding, eq(finding.key, decision.finding))
    .$dynamic();
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
    query.rule === undefined ? undefined : eq(finding.rule, query.rule),
    query.since === undefined ? undefined : gte(decision.at, query.since),
    query.before === undefined ? undefined : lt(decision.at, query.before),
  );
  const cursor = decodeCursor(query.after, ["number", "string"]) as [number, string] | null;
  const rows = await logged(engine)
    .where(
      and(
        filter,
        cursor === null
          ? undefined
          : and(
              lte(decision.at, cursor[0]),
              or(lt(decision.at, cursor[0]), and(eq(decision.at, cursor[0]), lt(decision.id, cursor[1]))),
            ),
      ),
    )
    .orderBy(desc(decision.at), desc(decision.id))
    .limit(limit + 1);
  const total = await countLogged(engine, filter);
  const page = rows.slice(0, limit).map(flat);
  const last = page.at(-1);
  return {
    rows: page,
    total,
    next: rows.length > limit && last ? encodeCursor([last.at, last.id]) : null,
  };
}

async function countLogged(engine: Engine, filter: SQL | undefined): Promise<number> {
  const { decision, finding } = engine.schema;
  const [all] = await engine
    .db()
    .select({ n: count() })
    .from(decision)
    .innerJoin(finding, eq(finding.key, decision.finding))
    .where(filter);
  return all?.n ?? 0;
}

async function workloads(engine: Engine, today: string, since: number): Promise<readonly Workload[]> {
  const { assignment, decision, finding } = engine.schema;
  const db = engine.db();
  const late = sql<number>`sum(case when ${assignment.due} is not null and ${assignment.due} < ${today} then 1 else 0 end)`;
  const waiting = await db
    .select({ name: assignment.to, open: count(), overdue: late.mapWith(Number) })
    .from(assignment)
    .innerJoin(finding, eq(finding.key, assignment.finding))
    .where(and(isNull(assignment.endedAt), eq(finding.gone, false), isNull(finding.verdict)))
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

async function documents(
  engine: Engine,
  query: { readonly after?: string; readonly limit: number },
): ReturnType<ReviewLogStore["documents"]> {
  const { finding } = engine.schema;
  const limit = pageSize(query.limit);
  const left = openOf(engine);
  const cursor = decodeCursor(query.after, ["number", "string"]) as [number, string] | null;
  const rows = await engine
    .db()
    .select({ work: finding.work, findings: count(), open: left })
    .from(finding)
    .where(eq(finding.gone, false))
    .groupBy(finding.work)
    .having(
      cursor === null ? undefined : or(lt(left, cursor[0]), and(eq(left, cursor[0]), gt(finding.work, cursor[1]))),
    )
    .orderBy(desc(left), asc(finding.work))
    .limit(limit + 1);
  const [all] = await engine
    .db()
    .select({ n: countDistinct(finding.work) })
    .from(finding)
    .where(eq(finding.gone, false));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page,
    total: all?.n ?? 0,
    next: rows.length > limit && last ? encodeCursor([last.open, last.work]) : null,
  };
}
