import * as columns from "./columns.sqlite.ts";
import { makeSchema } from "./schema.ts";

/** The tables on SQLite, and what drizzle-kit reads. */
export const schema = makeSchema(columns);
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
