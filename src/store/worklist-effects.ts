import { and, asc, count, desc, eq, gt, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Effect } from "../domain/effect.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { decodeCursor, encodeCursor, pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";
import type { Page } from "./store.ts";
import type { ListedBeside, OpenEffectKind, WorklistQuery } from "./worklists.ts";
import { narrowed } from "./worklist-filter.ts";

// `body` is JSON made by JSON.stringify and kept as text on both engines: a name with its quotation marks stands only where
// it is a member, because a quotation mark inside a string is escaped.
const holds = (engine: Engine, member: string): SQL => sql`${engine.schema.effect.body} like ${`%${member}%`}`;

const kindOf = (engine: Engine): SQL<OpenEffectKind> =>
  sql<OpenEffectKind>`case when ${holds(engine, '"action":"unknown"')} then 'unknown-instruction' when ${holds(engine, '"from":null')} then 'undated' else 'not-applied' end`;

/** Not counted, and nobody has decided: an effect whose id has changed since a decision is listed once more. */
function waiting(engine: Engine): SQL | undefined {
  const { effect, handEffect } = engine.schema;
  const decided = sql`select 1 from ${handEffect} where ${handEffect.source} = ${effect.source}
    and ${effect.body} like '%"id":"' || ${handEffect.key} || '"%' and ${handEffect.kind} <> 'undo'
    and ${handEffect.seq} = (select max(later.seq) from ${handEffect} as later where later.effect_key = ${handEffect.key})`;
  return and(eq(effect.applied, false), sql`not exists (${decided})`);
}

export async function openEffectCounts(engine: Engine): Promise<Record<OpenEffectKind, number>> {
  const { effect } = engine.schema;
  const kind = kindOf(engine);
  const kinds = engine
    .db()
    .select({ kind: kind.as("kind") })
    .from(effect)
    .where(waiting(engine))
    .as("open_effect");
  const rows = await engine.db().select({ kind: kinds.kind, n: count() }).from(kinds).groupBy(sql`${kinds.kind}`);
  const of = (name: OpenEffectKind): number => rows.find((row) => row.kind === name)?.n ?? 0;
  return {
    "unknown-instruction": of("unknown-instruction"),
    undated: of("undated"),
    "not-applied": of("not-applied"),
  };
}

/** What documents say before what the shipped register leaves open; then by how often the target is cited. */
export async function openEffects(engine: Engine, kind: OpenEffectKind, query: WorklistQuery): Promise<Page<Effect>> {
  const { effect, link } = engine.schema;
  const limit = pageSize(query.limit);
  const shipped = sql<number>`case when ${holds(engine, '"origin":"register"')} then 1 else 0 end`;
  // named in full: drizzle leaves tables out where it sees one only
  const cited = sql<number>`(select count(*) from ${link} as citing where citing.to_work = ${effect}.target)`.mapWith(
    Number,
  );
  const filter = and(waiting(engine), sql`${kindOf(engine)} = ${kind}`, narrowed(engine, effect.source, query));
  const list = engine
    .db()
    .select({ source: effect.source, ord: effect.ord, shipped: shipped.as("shipped"), cited: cited.as("cited") })
    .from(effect)
    .where(filter)
    .as("list");
  const cursor = decodeCursor(query.after, ["number", "number", "string", "number"]) as
    | [number, number, string, number]
    | null;
  const rows = await engine
    .db()
    .select({ shipped: list.shipped, cited: list.cited, source: list.source, ord: list.ord, body: effect.body })
    .from(list)
    .innerJoin(effect, and(eq(effect.source, list.source), eq(effect.ord, list.ord)))
    .where(
      cursor === null
        ? undefined
        : or(
            gt(list.shipped, cursor[0]),
            and(eq(list.shipped, cursor[0]), lt(list.cited, cursor[1])),
            and(eq(list.shipped, cursor[0]), eq(list.cited, cursor[1]), gt(list.source, cursor[2])),
            and(
              eq(list.shipped, cursor[0]),
              eq(list.cited, cursor[1]),
              eq(list.source, cursor[2]),
              gt(list.ord, cursor[3]),
            ),
          ),
    )
    .orderBy(asc(list.shipped), desc(list.cited), asc(list.source), asc(list.ord))
    .limit(limit + 1);
  const [all] = await engine.db().select({ n: count() }).from(effect).where(filter);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => row.body),
    total: all?.n ?? 0,
    next: rows.length > limit && last ? encodeCursor([last.shipped, last.cited, last.source, last.ord]) : null,
  };
}

export async function listedBeside(engine: Engine, on: LegalDate): Promise<readonly ListedBeside[]> {
  const { listedEffect, statusPeriod } = engine.schema;
  const rows = await engine
    .db()
    .select({
      work: listedEffect.work,
      body: listedEffect.body,
      at: listedEffect.at,
      status: statusPeriod.status,
      reason: statusPeriod.reason,
    })
    .from(listedEffect)
    .innerJoin(
      statusPeriod,
      and(eq(statusPeriod.work, listedEffect.work), lte(statusPeriod.from, on), gt(statusPeriod.to, on)),
    )
    .where(sql`${listedEffect.body} not like '%"status":"' || ${statusPeriod.status} || '"%'`)
    .orderBy(asc(listedEffect.work), asc(listedEffect.id));
  return rows.map(({ work, body, at, status, reason }) => ({
    statement: { ...body, source: work, target: work, recordedAt: at },
    status,
    reason,
  }));
}
