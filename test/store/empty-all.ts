import { getTableName } from "drizzle-orm";
import { schema } from "../../src/store/schema.pg.ts";

/** Empties every table of an index on PostgreSQL. */
export const EMPTY_ALL = `truncate ${Object.values(schema)
  .map((table) => `"${getTableName(table)}"`)
  .join(", ")} cascade`;
