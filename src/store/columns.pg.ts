import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  uniqueIndex,
} from "drizzle-orm/pg-core";

/** PostgreSQL refuses U+0000 in text; broken files contain it. The replacement character keeps every offset. */
const withoutNul = (value: string): string => (value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value);

const plainText = customType<{ data: string; driverData: string }>({ dataType: () => "text", toDriver: withoutNul });

const collated = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
  toDriver: withoutNul,
});

const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (value) => value,
  fromDriver: (value) => Buffer.from(value),
});

/**
 * JSON is kept as text: it is read whole and never queried, and `jsonb` refuses U+0000 and lone surrogates, which broken
 * files do contain.
 */
const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
});

/** The PostgreSQL half of the two column files; `columns.sqlite.ts` has the same names and says what each is for. */
export const table = pgTable;
export const str = (name: string) => plainText(name);
export const key = (name: string) => collated(name);
export const int = (name: string) => integer(name);
export const ms = (name: string) => bigint(name, { mode: "number" });
export const num = (name: string) => doublePrecision(name);
export const bool = (name: string) => boolean(name);
export const json = <T>(name: string) => jsonText(name).$type<T>();
export const bytes = (name: string) => bytea(name);
export { index, primaryKey, uniqueIndex };
