import { and, type Column, eq, like, type SQL, sql } from "drizzle-orm";
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
        // a list of codes between quotes, kept as text by both databases
        query.field === undefined ? undefined : like(workFacet.fields, `%"${query.field}"%`),
      ),
    );
  return sql`${work} in ${chosen}`;
}
