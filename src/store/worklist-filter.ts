import { and, type Column, eq, type SQL, sql } from "drizzle-orm";
import type { Engine } from "./engine.ts";
import type { WorklistQuery } from "./worklists.ts";

/** Documents of one body or field; undefined where neither is asked for. */
export function narrowed(engine: Engine, work: Column, query: WorklistQuery): SQL | undefined {
  if (query.body === undefined && query.field === undefined) return undefined;
  const { workFacet } = engine.schema;
  const chosen = engine
    .db()
    .select({ work: workFacet.work })
    .from(workFacet)
    .where(
      and(
        query.body === undefined ? undefined : eq(workFacet.body, query.body),
        query.field === undefined ? undefined : eq(workFacet.field, query.field),
      ),
    );
  return sql`${work} in ${chosen}`;
}
