import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { Schema } from "./schema.ts";
import type { PassageIndex } from "./search/passage-index.ts";

/** Drizzle over either engine, seen through the SQLite types; stores only `await` it, which both engines allow. */
export type Db = BetterSQLite3Database<Schema>;

/** Rows of a table, and what happens to one whose key is there already: by default that is an error. */
export interface BulkInsert<Row> {
  readonly rows: readonly Row[];
  /** Columns of the key, and the columns a known row takes from the new one. */
  readonly onConflict?: {
    readonly key: readonly (keyof Row & string)[];
    readonly set: readonly (keyof Row & string)[];
  };
}

/** What a dialect gives the stores. */
export interface Engine {
  readonly dialect: "sqlite" | "postgres";
  readonly schema: Schema;
  /** Inside a transaction its connection, outside one a connection that sees only what is committed. */
  db(): Db;
  withTransaction<T>(run: () => Promise<T>): Promise<T>;
  /** The hot path: prepared on SQLite, many rows a statement on PostgreSQL. Only inside a transaction. */
  insert<Name extends keyof Schema>(table: Name, insert: BulkInsert<Schema[Name]["$inferInsert"]>): Promise<void>;
  readonly passages: PassageIndex;
  /** Looks anew at how rows are spread, by which queries choose their ways; PostgreSQL does so by itself. */
  analyse(): Promise<void>;
  /** Bytes it takes, and the file it lies in where it is one. */
  extent(): Promise<{ readonly bytes: number | null; readonly file: string | null }>;
  close(): Promise<void>;
}
