import { and, asc, count, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor, pageSize } from "./cursor.ts";
import type { Engine } from "./engine.ts";
import type { Page } from "./store.ts";
import { DOUBT_KINDS, type DoubtfulWork, type DoubtKind, type WorklistQuery } from "./worklists.ts";
import { workOf } from "./work-store.ts";
import { narrowed } from "./worklist-filter.ts";

/** What makes a document doubtful in one respect. */
function doubt(engine: Engine, kind: DoubtKind): SQL | undefined {
  const { work, expression, workFacet, importEntry, metadataOverride } = engine.schema;
  switch (kind) {
    case "number":
      return isNull(work.symbol);
    case "issuer":
      return isNull(work.issuer);
    case "day":
      return isNull(work.issuedOn);
    case "type":
      return eq(work.type, "khac");
    case "normative":
      return eq(work.normative, "unsure");
    case "field":
      return sql`${work.id} in (select ${workFacet.work} from ${workFacet} where ${workFacet.fields} = '[]')`;
    case "territory":
      return sql`${work.id} in (select ${workFacet.work} from ${workFacet} where ${workFacet.territory} = '[]')`;
    case "ocr":
      return sql`${work.id} in (select ${expression.work} from ${expression} where ${expression.quality} = 'ocr' and ${expression.current})`;
    // the words are those of use-cases/needs-look.ts; what a person has set is sure
    case "unsure":
      return sql`${work.id} in (select ${importEntry.work} from ${importEntry} where ${importEntry.outcome} = 'needs-look'
        and ${importEntry.reason} like '%chưa chắc%') and ${work.id} not in (select ${metadataOverride.work} from ${metadataOverride} where ${metadataOverride.field} <> 'fields')`;
  }
}

/** Documents whose text is here; what only stands with the text (its quality) is asked of its current version. */
function texts(engine: Engine, kind: DoubtKind, query?: WorklistQuery): SQL | undefined {
  const { work } = engine.schema;
  return and(eq(work.known, "text"), doubt(engine, kind), query && narrowed(engine, work.id, query));
}

export async function doubtCounts(engine: Engine): Promise<Record<DoubtKind, number>> {
  const { work } = engine.schema;
  const counts = {} as Record<DoubtKind, number>;
  for (const kind of DOUBT_KINDS) {
    const [row] = await engine.db().select({ n: count() }).from(work).where(texts(engine, kind));
    counts[kind] = row?.n ?? 0;
  }
  return counts;
}

/** Those that are cited most first. */
export async function doubtfulWorks(
  engine: Engine,
  kind: DoubtKind,
  query: WorklistQuery,
): Promise<Page<DoubtfulWork>> {
  const { work, expression, link } = engine.schema;
  const limit = pageSize(query.limit);
  const filter = texts(engine, kind, query);
  // named in full: drizzle leaves tables out where it sees one only
  const cited = sql<number>`(select count(*) from ${link} as citing where citing.to_work = ${work}.id)`.mapWith(Number);
  const list = engine
    .db()
    .select({ id: sql<string>`${work.id}`.as("listed_id"), cited: cited.as("cited") })
    .from(work)
    .where(filter)
    .as("list");
  const cursor = decodeCursor(query.after, ["number", "string"]) as [number, string] | null;
  const rows = await engine
    .db()
    .select({ work, cited: list.cited })
    .from(list)
    .innerJoin(work, eq(work.id, list.id))
    .where(
      cursor === null
        ? undefined
        : or(lt(list.cited, cursor[0]), and(eq(list.cited, cursor[0]), gt(work.id, cursor[1]))),
    )
    .orderBy(desc(list.cited), asc(work.id))
    .limit(limit + 1);
  const [all] = await engine.db().select({ n: count() }).from(work).where(filter);
  const page = rows.slice(0, limit);
  // asked apart: joined, SQLite would go through the texts first
  const qualities = new Map(
    (
      await engine
        .db()
        .select({ work: expression.work, quality: expression.quality })
        .from(expression)
        .where(
          and(
            inArray(
              expression.work,
              page.map((row) => row.work.id),
            ),
            eq(expression.current, true),
          ),
        )
    ).map((row) => [row.work, row.quality]),
  );
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({ ...row, work: workOf(row.work), quality: qualities.get(row.work.id) ?? "text" })),
    total: all?.n ?? 0,
    next: rows.length > limit && last ? encodeCursor([last.cited, last.work.id]) : null,
  };
}
