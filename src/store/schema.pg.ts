import * as columns from "./columns.pg.ts";
import { type Columns, makeSchema } from "./schema.ts";

/** The tables on PostgreSQL, and what drizzle-kit reads. Cast to the SQLite types: names and value types are the same. */
export const schema = makeSchema(columns as unknown as Columns);
export const {
  work,
  original,
  expression,
  provision,
  link,
  effect,
  relation,
  statusPeriod,
  finding,
  importEntry,
  review,
  setting,
  manifestation,
  metadataOverride,
  targetOverride,
  decision,
  opinion,
  suppression,
  workFacet,
  savedView,
  assignment,
  note,
  apiToken,
  audit,
  handEffect,
  listedEffect,
  job,
} = schema;
