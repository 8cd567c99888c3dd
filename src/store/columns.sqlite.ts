import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** The SQLite half of the two column files; `columns.pg.ts` has the same names. Moments are milliseconds, days are text. */
export const table = sqliteTable;
export const str = (name: string) => text(name);
/** Text that is sorted or compared byte by byte: pages must not change their order with the server's locale. */
export const key = (name: string) => text(name);
export const int = (name: string) => integer(name);
export const ms = (name: string) => integer(name);
export const num = (name: string) => real(name);
export const bool = (name: string) => integer(name, { mode: "boolean" });
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();
export const bytes = (name: string) => blob(name, { mode: "buffer" });
export { index, primaryKey, uniqueIndex };
