import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { FindingState } from "../domain/decision.ts";
import { type Finding, SEVERITY_ORDER } from "../domain/finding.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { chunks } from "./chunks.ts";
import { decodeCursor, encodeCursor, pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";
import { decidedSince, findingFaces, nextFindingsRevision } from "./finding-faces.ts";
import type { Schema } from "./schema.ts";
import type { FindingQuery, FindingStore, Page, StoredFinding } from "./store.ts";

type FindingRow = Schema["finding"]["$inferSelect"];

export function findingStore(engine: Engine): FindingStore {
  const { finding } = engine.schema;
  return {
    record: (day, findings, now, within = () => true) =>
      engine.withTransaction(() => recordRun(engine, day, findings, now, within)),
    saveReviews: (reviews) =>
      engine.withTransaction(async () => {
        await engine.insert("review", {
          rows: [...reviews],
          onConflict: { key: ["work"], set: ["day", "rules", "reads"] },
        });
      }),
    reviews: async () => engine.db().select().from(engine.schema.review),
    async find(key) {
      const [row] = await engine.db().select().from(finding).where(eq(finding.key, key)).limit(1);
      return row ? findingOf(row) : null;
    },
    async findAll(keys) {
      const found = new Map<string, StoredFinding>();
      for (const some of chunks([...keys]))
        for (const row of await engine.db().select().from(finding).where(inArray(finding.key, some)))
          found.set(row.key, findingOf(row));
      return keys.flatMap((key) => found.get(key) ?? []);
    },
    ...findingFaces(engine),
    decidedSince: decidedSince(engine),
    list: (query) => listFindings(engine, query),
    counts: (state = "open") =>
      engine
        .db()
        .select({ group: finding.group, severity: finding.severity, n: count() })
        .from(finding)
        .where(inState(engine, state))
        .groupBy(finding.group, finding.severity, finding.rank)
        .orderBy(asc(finding.group), asc(finding.rank)),
    async countsByRule(state = "open") {
      const rows = await engine
        .db()
        .select({ rule: finding.rule, n: count() })
        .from(finding)
        .where(inState(engine, state))
        .groupBy(finding.rule)
        .orderBy(asc(finding.rule));
      return Object.fromEntries(rows.map((row) => [row.rule, row.n]));
    },
    async countsByState() {
      const suppressed = sql<number>`case when ${finding.suppressedBy} is null then 0 else 1 end`.mapWith(Number);
      const rows = await engine
        .db()
        .select({ verdict: finding.verdict, suppressed: suppressed.as("suppressed"), n: count() })
        .from(finding)
        .where(eq(finding.gone, false))
        .groupBy(finding.verdict, sql`suppressed`);
      const counts: Partial<Record<FindingState, number>> = {};
      for (const { verdict, suppressed, n } of rows) {
        const state = verdict ?? (suppressed === 1 ? "suppressed" : "open");
        counts[state] = (counts[state] ?? 0) + n;
      }
      return counts;
    },
    async undecidedOf(rule) {
      const rows = await engine
        .db()
        .select()
        .from(finding)
        .where(and(eq(finding.rule, rule), eq(finding.gone, false), isNull(finding.verdict)))
        .orderBy(asc(finding.key));
      return rows.map(findingOf);
    },
    setSuppressed: (keys, by) =>
      engine.withTransaction(async () => {
        for (const some of chunks([...keys]))
          await engine.db().update(finding).set({ suppressedBy: by }).where(inArray(finding.key, some));
        await nextFindingsRevision(engine);
      }),
  };
}

/** Live findings in one state. What a person decided wins over a suppression. */
function inState(engine: Engine, state: FindingState): SQL | undefined {
  const { finding } = engine.schema;
  const live = eq(finding.gone, false);
  if (state === "open") return and(live, isNull(finding.verdict), isNull(finding.suppressedBy));
  if (state === "suppressed") return and(live, isNull(finding.verdict), isNotNull(finding.suppressedBy));
  return and(live, eq(finding.verdict, state));
}

/** `added` counts what was not live before (new, or raised again after it had gone), `gone` what was live and is not raised. */
async function recordRun(
  engine: Engine,
  day: LegalDate,
  findings: readonly Finding[],
  now: number,
  within: (finding: Pick<Finding, "rule" | "work">) => boolean,
) {
  const { finding } = engine.schema;
  const known = new Map<string, Known>();
  const { key, firstSeen, gone: isGone, rule, work, eId, verdict, suppressedBy, reopens } = finding;
  for (const row of await engine
    .db()
    .select({ key, firstSeen, gone: isGone, rule, work, eId, verdict, suppressedBy, reopens })
    .from(finding)) {
    known.set(row.key, row);
  }
  const decided = decidedPlaces([...known.values()].filter(within), new Set(findings.map((f) => f.key)));
  const rows = new Map<string, FindingRow>();
  for (const each of findings) {
    const old = known.get(each.key);
    rows.set(each.key, {
      ...each,
      rank: rankOf(each),
      day,
      firstSeen: old?.firstSeen ?? now,
      lastSeen: now,
      gone: false,
      verdict: old?.verdict ?? null,
      suppressedBy: old?.suppressedBy ?? null,
      reopens: old ? old.reopens : (decided.get(placeOf(each)) ?? null),
    });
  }
  await engine.insert("finding", { rows: [...rows.values()], onConflict: { key: ["key"], set: RAISED_AGAIN } });
  const gone = [...known].filter(([key, row]) => !row.gone && !rows.has(key) && within(row)).map(([key]) => key);
  for (const some of chunks(gone))
    await engine.db().update(finding).set({ gone: true }).where(inArray(finding.key, some));
  await nextFindingsRevision(engine);
  const added = [...rows.keys()].filter((key) => known.get(key)?.gone !== false).length;
  return { added, gone: gone.length };
}

type Known = Pick<
  FindingRow,
  "key" | "firstSeen" | "gone" | "rule" | "work" | "eId" | "verdict" | "suppressedBy" | "reopens"
>;

const placeOf = (f: Pick<FindingRow, "rule" | "work" | "eId">): string => `${f.rule} ${f.work} ${f.eId ?? ""}`;

/** Where a decided finding stood that this run does not raise again: what is raised there now has other words. */
function decidedPlaces(known: Iterable<Known>, raised: ReadonlySet<string>): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const row of known) if (row.verdict !== null && !raised.has(row.key)) places.set(placeOf(row), row.key);
  return places;
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
    inState(engine, query.state ?? "open"),
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
    // of one document: not the bare column, whose index leads through the findings of all documents
    .orderBy(query.work ? asc(sql`${finding.rank} + 0`) : asc(finding.rank), desc(finding.confidence), asc(finding.key))
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
