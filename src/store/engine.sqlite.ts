import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { Column, getTableColumns, getTableName } from "drizzle-orm";
import type { BulkInsert, Db, Engine } from "./engine.ts";
import { APPLICATION_ID, migrateSqlite, schemaVersion } from "./migrate.sqlite.ts";
import { migrationFiles, newerSchemaMessage, olderSchemaMessage } from "./migration-files.ts";
import type { Schema } from "./schema.ts";
import { schema } from "./schema.sqlite.ts";
import { sqlitePassages } from "./search/sqlite.ts";
import { StoreError } from "./store-error.ts";
import { TransactionDoor } from "./transaction.ts";

type Handle = Database.Database;

/** Milliseconds a statement waits for another process before it fails; the wait blocks this thread, so it is short. */
const BUSY_TIMEOUT = 1_000;
/** Milliseconds a writer keeps asking for the lock, between attempts without blocking the thread. */
const PATIENCE = 30_000;
const JOURNAL_SIZE_LIMIT = 64 * 1024 * 1024;
/** Texts and originals are long: fewer, larger pages made a bulk import about 10 % faster. */
const PAGE_SIZE = 8_192;
/** Pages the journal may hold before it is written back: a bulk import then rewrites the same pages less often. */
const CHECKPOINT_PAGES = 4_000;
/** In kB. The pages a bulk import touches again and again fit. */
const CACHE_KB = 64_000;

/**
 * One file, or `:memory:`. One connection writes, another reads what is committed; in memory there is only one, so a
 * reader there may see a transaction that is still open.
 */
export async function openSqlite(path: string, options: { readonly readonly?: boolean }): Promise<Engine> {
  const memory = path === ":memory:";
  const file = memory ? path : resolve(path);
  const readonly = options.readonly === true;
  if (!memory) prepareFile(file, readonly);
  const writer = connect(file, readonly);
  try {
    if (readonly) requireKnownSchema(writer);
    else migrateSqlite(writer, migrationFiles("sqlite"), Date.now());
  } catch (error) {
    writer.close();
    throw error;
  }
  const reader = memory || readonly ? writer : connect(file, true);
  return sqliteEngine(writer, reader, readonly);
}

function sqliteEngine(writer: Handle, reader: Handle, readonly: boolean): Engine {
  const writerDb = drizzle(writer, { schema }) as unknown as Db;
  const readerDb = reader === writer ? writerDb : (drizzle(reader, { schema }) as unknown as Db);
  const door = new TransactionDoor<Handle>(async (run) => {
    if (readonly) throw new StoreError("read-only", "Chỉ mục đang mở ở chế độ chỉ đọc nên không ghi được.");
    await beginImmediate(writer);
    try {
      const result = await run(writer);
      writer.exec("COMMIT");
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      throw isFull(error) ? new StoreError("disk-full", DISK_FULL, error) : error;
    }
  });
  const current = (): Handle => door.current() ?? reader;
  const statements = new Map<string, PreparedInsert>();
  return {
    dialect: "sqlite",
    schema,
    db: () => (door.current() ? writerDb : readerDb),
    withTransaction: (run) => door.run(run),
    async insert(table, insert) {
      if (insert.rows.length === 0) return;
      const handle = door.current();
      if (!handle) throw new Error("bulk insert outside a transaction");
      const id = `${table}|${insert.onConflict?.set.join(",") ?? ""}`;
      let prepared = statements.get(id);
      if (!prepared) statements.set(id, (prepared = prepareInsert(handle, table, insert)));
      for (const row of insert.rows as readonly Record<string, unknown>[]) {
        prepared.statement.run(prepared.values(row));
      }
    },
    passages: sqlitePassages(current),
    async analyse() {
      // all tables: the queries that matter run on the other connection, of which this one knows nothing
      if (!readonly) await door.run(async () => void writer.pragma("optimize = 0x10002"));
    },
    async extent() {
      const pages = current().pragma("page_count", { simple: true }) as number;
      const size = current().pragma("page_size", { simple: true }) as number;
      return { bytes: pages * size, file: writer.memory ? null : writer.name };
    },
    async close() {
      await door.idle();
      if (reader !== writer) reader.close();
      if (!readonly && !writer.memory) writer.pragma("optimize");
      writer.close();
    },
  };
}

interface PreparedInsert {
  readonly statement: Database.Statement;
  values(row: Record<string, unknown>): unknown[];
}

/** A prepared statement made from the columns of the schema: several times faster than a statement a row. */
function prepareInsert<Name extends keyof Schema>(
  db: Handle,
  name: Name,
  insert: BulkInsert<Schema[Name]["$inferInsert"]>,
): PreparedInsert {
  const table = schema[name];
  const columns = Object.entries(getTableColumns(table));
  const sqlName = new Map(columns.map(([property, column]) => [property, `"${column.name}"`]));
  const conflict = insert.onConflict
    ? ` ON CONFLICT (${insert.onConflict.key.map((k) => sqlName.get(k)).join(", ")}) DO UPDATE SET ${insert.onConflict.set
        .map((k) => `${sqlName.get(k)} = excluded.${sqlName.get(k)}`)
        .join(", ")}`
    : "";
  const statement = db.prepare(
    `INSERT INTO "${getTableName(table)}" (${[...sqlName.values()].join(", ")}) VALUES (${columns.map(() => "?").join(", ")})${conflict}`,
  );
  const properties = columns.map(([property]) => property);
  // Most columns take the value as it is; the base class says so.
  const mapped = columns.flatMap(([, column], i) =>
    column.mapToDriverValue === Column.prototype.mapToDriverValue ? [] : ([[i, column]] as const),
  );
  return {
    statement,
    values(row) {
      const values = properties.map((property) => row[property] ?? null);
      for (const [i, column] of mapped) if (values[i] !== null) values[i] = column.mapToDriverValue(values[i]);
      return values;
    },
  };
}

/** BEGIN IMMEDIATE takes the write lock at once: a deferred read-then-write fails with a stale snapshot whatever the timeout. */
async function beginImmediate(db: Handle): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    try {
      db.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) {
        throw isBusy(error)
          ? new StoreError(
              "busy",
              "Chỉ mục đang bị một tiến trình khác ghi quá lâu. Hãy đợi tiến trình đó xong rồi thử lại.",
              error,
            )
          : error;
      }
      await sleep(50);
    }
  }
}

const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? "";
const isFull = (error: unknown): boolean =>
  [error, (error as { cause?: unknown } | null)?.cause].some((e) => codeOf(e) === "SQLITE_FULL");
const DISK_FULL =
  "Ổ đĩa chứa chỉ mục đã đầy nên lần ghi này bị hủy toàn bộ; dữ liệu đã ghi trước đó còn nguyên và vẫn đọc được. Hãy giải phóng chỗ rồi chạy lại.";
const isBusy = (error: unknown): boolean => codeOf(error).startsWith("SQLITE_BUSY");

/** The index holds what an office has not published yet: its folder and its file are for their owner only. */
function prepareFile(file: string, readonly: boolean): void {
  if (existsSync(file)) return;
  if (readonly) {
    throw new StoreError(
      "missing-file",
      `Không tìm thấy tệp chỉ mục ${file}. Hãy kiểm tra đường dẫn hoặc tạo chỉ mục bằng lệnh index.`,
    );
  }
  const folder = dirname(file);
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  }
  closeSync(openSync(file, "a", 0o600));
}

/** A connection with every safety setting on, each read back: a setting SQLite silently ignored stops the start. */
function connect(file: string, readonly: boolean): Handle {
  const db = new Database(file, { readonly, fileMustExist: file !== ":memory:", timeout: BUSY_TIMEOUT });
  try {
    setPragmas(db, readonly);
    return db;
  } catch (error) {
    db.close();
    if (codeOf(error) !== "SQLITE_NOTADB") throw error;
    throw new StoreError(
      "not-an-index",
      `Tệp ${file} không phải là chỉ mục của Rasoat (không phải cơ sở dữ liệu SQLite). Hãy chọn tệp khác.`,
      error,
    );
  }
}

function setPragmas(db: Handle, readonly: boolean): void {
  // Looked at first: WAL would already change the file of somebody else.
  if (!readonly) refuseForeignFile(db);
  const wanted: [string, string | number, string | number][] = [
    ["synchronous", "FULL", 2],
    ["foreign_keys", "ON", 1],
    ["trusted_schema", "OFF", 0],
    ["journal_size_limit", JOURNAL_SIZE_LIMIT, JOURNAL_SIZE_LIMIT],
    ["busy_timeout", BUSY_TIMEOUT, BUSY_TIMEOUT],
    ["wal_autocheckpoint", CHECKPOINT_PAGES, CHECKPOINT_PAGES],
    ["cache_size", -CACHE_KB, -CACHE_KB],
  ];
  // Holds only for a file that is still empty.
  if (!readonly) db.pragma(`page_size = ${PAGE_SIZE}`);
  if (!readonly && !db.memory) wanted.unshift(["journal_mode", "WAL", "wal"]);
  for (const [name, set, expected] of wanted) {
    db.pragma(`${name} = ${set}`);
    const got = db.pragma(name, { simple: true });
    if (got !== expected) {
      throw new StoreError(
        "unsafe-settings",
        `SQLite không nhận thiết lập an toàn ${name} = ${set} (hiện là ${String(got)}) cho tệp ${db.name}; đã dừng lại để không mất dữ liệu.`,
      );
    }
  }
}

function refuseForeignFile(db: Handle): void {
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() as number;
  if (tables > 0 && db.pragma("application_id", { simple: true }) !== APPLICATION_ID) {
    throw new StoreError(
      "not-an-index",
      `Tệp ${db.name} là một cơ sở dữ liệu SQLite nhưng không phải chỉ mục của Rasoat. Hãy chọn tệp khác.`,
    );
  }
}

function requireKnownSchema(db: Handle): void {
  refuseForeignFile(db);
  const known = migrationFiles("sqlite").length;
  const found = schemaVersion(db);
  if (found > known) throw new StoreError("schema-newer", newerSchemaMessage(found, known));
  if (found < known) throw new StoreError("schema-older", olderSchemaMessage(found, known));
}
