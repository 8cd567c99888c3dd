import { and, asc, count, desc, eq, gt, gte, inArray, lt, or, type SQL } from "drizzle-orm";
import { type Finding, SEVERITY_ORDER } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { chunks } from "./chunks.ts";
import { decodeCursor, encodeCursor, pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";
import type { Schema } from "./schema.ts";
import type { FindingQuery, FindingStore, Page, StoredFinding } from "./store.ts";

type FindingRow = Schema["finding"]["$inferSelect"];

export function findingStore(engine: Engine): FindingStore {
  const { finding } = engine.schema;
  const live = eq(finding.gone, false);
  return {
    record: (day, findings, now) => engine.withTransaction(() => recordRun(engine, day, findings, now)),
    async find(key) {
      const [row] = await engine.db().select().from(finding).where(eq(finding.key, key)).limit(1);
      return row ? findingOf(row) : null;
    },
    list: (query) => listFindings(engine, query),
    counts: () =>
      engine
        .db()
        .select({ group: finding.group, severity: finding.severity, n: count() })
        .from(finding)
        .where(live)
        .groupBy(finding.group, finding.severity, finding.rank)
        .orderBy(asc(finding.group), asc(finding.rank)),
    async countsByRule() {
      const rows = await engine
        .db()
        .select({ rule: finding.rule, n: count() })
        .from(finding)
        .where(live)
        .groupBy(finding.rule)
        .orderBy(asc(finding.rule));
      return Object.fromEntries(rows.map((row) => [row.rule, row.n]));
    },
  };
}

/** `added` counts what was not live before (new, or raised again after it had gone), `gone` what was live and is not raised. */
async function recordRun(engine: Engine, day: LegalDate, findings: readonly Finding[], now: number) {
  const { finding } = engine.schema;
  const known = new Map<string, { readonly firstSeen: number; readonly gone: boolean }>();
  for (const row of await engine
    .db()
    .select({ key: finding.key, firstSeen: finding.firstSeen, gone: finding.gone })
    .from(finding)) {
    known.set(row.key, row);
  }
  const rows = new Map<string, FindingRow>();
  for (const each of findings) {
    const firstSeen = known.get(each.key)?.firstSeen ?? now;
    rows.set(each.key, { ...each, rank: rankOf(each), day, firstSeen, lastSeen: now, gone: false });
  }
  await engine.insert("finding", { rows: [...rows.values()], onConflict: { key: ["key"], set: RAISED_AGAIN } });
  const gone = [...known].filter(([key, row]) => !row.gone && !rows.has(key)).map(([key]) => key);
  for (const some of chunks(gone))
    await engine.db().update(finding).set({ gone: true }).where(inArray(finding.key, some));
  const added = [...rows.keys()].filter((key) => known.get(key)?.gone !== false).length;
  return { added, gone: gone.length };
}

/** All but the key and the first day: words and grading follow the rule of today. */
const RAISED_AGAIN: readonly (keyof FindingRow)[] = [
  "rule",
  "code",
  "group",
  "severity",
  "rank",
  "maturity",
  "confidence",
  "work",
  "eId",
  "message",
  "why",
  "recommendation",
  "evidence",
  "day",
  "lastSeen",
  "gone",
];

async function listFindings(engine: Engine, query: FindingQuery): Promise<Page<StoredFinding>> {
  const { finding } = engine.schema;
  const limit = pageSize(query.limit);
  const filter = and(
    eq(finding.gone, false),
    query.rule ? eq(finding.rule, query.rule) : undefined,
    query.group ? eq(finding.group, query.group) : undefined,
    query.severity ? eq(finding.severity, query.severity) : undefined,
    query.work ? eq(finding.work, query.work) : undefined,
    query.maturity ? eq(finding.maturity, query.maturity) : undefined,
  );
  const rows = await engine
    .db()
    .select()
    .from(finding)
    .where(and(filter, after(engine, query.after)))
    .orderBy(asc(finding.rank), desc(finding.confidence), asc(finding.key))
    .limit(limit + 1);
  const [all] = await engine.db().select({ n: count() }).from(finding).where(filter);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(findingOf),
    total: all?.n ?? 0,
    next: rows.length > limit && last ? encodeCursor([last.rank, last.confidence, last.key]) : null,
  };
}

function after(engine: Engine, cursor: string | undefined): SQL | undefined {
  const keys = decodeCursor(cursor, ["number", "number", "string"]) as [number, number, string] | null;
  if (!keys) return undefined;
  const { finding } = engine.schema;
  const [rank, confidence, key] = keys;
  return and(
    gte(finding.rank, rank),
    or(
      gt(finding.rank, rank),
      lt(finding.confidence, confidence),
      and(eq(finding.confidence, confidence), gt(finding.key, key)),
    ),
  );
}

const rankOf = (finding: Finding): number => SEVERITY_ORDER.indexOf(finding.severity);

const findingOf = ({ rank: _, ...row }: FindingRow): StoredFinding => row;
