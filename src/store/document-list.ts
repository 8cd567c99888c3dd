import { and, asc, count, desc, eq, gt, gte, inArray, isNull, like, lt, lte, or, type SQL } from "drizzle-orm";
import { issuerKey } from "../domain/issuer.ts";
import { decodeCursor, encodeCursor, pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";
import { searchWords } from "./search/words.ts";
import type { DocumentQuery, DocumentRow, Page } from "./store.ts";
import { workOf } from "./work-store.ts";

/** Words of the text filter that are looked at. */
const MAX_FILTER_WORDS = 12;

/** Indexed documents with their status on a day and the number of live findings, a page at a time. */
export async function listDocuments(engine: Engine, query: DocumentQuery): Promise<Page<DocumentRow>> {
  const { work, expression, statusPeriod } = engine.schema;
  const limit = pageSize(query.limit);
  const onDay = and(eq(statusPeriod.work, work.id), lte(statusPeriod.from, query.on), gt(statusPeriod.to, query.on));
  const current = and(eq(expression.work, work.id), eq(expression.current, true));
  const filter = and(...filters(engine, query));
  const order = ordering(engine, query);
  const rows = await engine
    .db()
    .select({
      work,
      quality: expression.quality,
      status: statusPeriod.status,
      since: statusPeriod.since,
      reason: statusPeriod.reason,
    })
    .from(work)
    .innerJoin(expression, current)
    .leftJoin(statusPeriod, onDay)
    .where(and(filter, order.after))
    .orderBy(...order.by)
    .limit(limit + 1);
  const [all] = await engine
    .db()
    .select({ n: count() })
    .from(work)
    .innerJoin(expression, current)
    .leftJoin(statusPeriod, onDay)
    .where(filter);
  const page = rows.slice(0, limit);
  const findings = await findingCounts(
    engine,
    page.map((row) => row.work.id),
  );
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      work: workOf(row.work),
      status: row.status ?? "unknown",
      since: row.since,
      reason: row.reason ?? "Chưa tính được tình trạng hiệu lực của văn bản này.",
      findings: findings.get(row.work.id) ?? 0,
      quality: row.quality,
    })),
    total: all?.n ?? 0,
    next: rows.length > limit && last ? encodeCursor([last.work[order.key], last.work.id]) : null,
  };
}

function filters(engine: Engine, query: DocumentQuery): (SQL | undefined)[] {
  const { work, statusPeriod } = engine.schema;
  const words = searchWords(query.text ?? "")
    .split(" ")
    .filter(Boolean)
    .slice(0, MAX_FILTER_WORDS);
  return [
    query.type ? eq(work.type, query.type) : undefined,
    query.issuer ? eq(work.issuerKey, issuerKey(query.issuer)) : undefined,
    query.year ? eq(work.year, query.year) : undefined,
    query.status === "unknown"
      ? or(isNull(statusPeriod.status), eq(statusPeriod.status, "unknown"))
      : query.status
        ? eq(statusPeriod.status, query.status)
        : undefined,
    // Letters and digits only: nothing in them means something to LIKE.
    ...words.map((word) => like(work.folded, `% ${word}%`)),
  ];
}

/** Newest first by day; rising by symbol and by title. The id makes every order total, so that pages never overlap. */
function ordering(engine: Engine, query: DocumentQuery) {
  const { work } = engine.schema;
  const key = query.sort === "symbol" ? "bySymbol" : query.sort === "title" ? "byTitle" : "byIssued";
  const column = work[key];
  const falling = key === "byIssued";
  const cursor = decodeCursor(query.after, ["string", "string"]) as [string, string] | null;
  const beyond = falling ? lt : gt;
  const within = falling ? lte : gte;
  return {
    key,
    by: falling ? [desc(column), desc(work.id)] : [asc(column), asc(work.id)],
    after: cursor
      ? and(
          within(column, cursor[0]),
          or(beyond(column, cursor[0]), and(eq(column, cursor[0]), beyond(work.id, cursor[1]))),
        )
      : undefined,
  } as const;
}

async function findingCounts(engine: Engine, works: readonly string[]): Promise<Map<string, number>> {
  if (works.length === 0) return new Map();
  const { finding } = engine.schema;
  const rows = await engine
    .db()
    .select({ work: finding.work, n: count() })
    .from(finding)
    .where(and(inArray(finding.work, [...works]), eq(finding.gone, false)))
    .groupBy(finding.work);
  return new Map(rows.map((row) => [row.work, row.n]));
}
