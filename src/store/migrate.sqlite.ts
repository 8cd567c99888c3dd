import { chmodSync } from "node:fs";
import Database from "better-sqlite3";
import { type Migration, newerSchemaMessage } from "./migration-files.ts";
import { StoreError } from "./store-error.ts";

type Handle = Database.Database;

/** Says "this file is an index of Rasoat" in the file's header ("RSOT"). */
export const APPLICATION_ID = 0x52534f54;

/** Number of steps applied, kept in the header: readable before anything else is trusted. */
export const schemaVersion = (db: Handle): number => db.pragma("user_version", { simple: true }) as number;

/**
 * Applies what is missing, in one transaction: a killed upgrade leaves the old schema. Foreign keys are off meanwhile (a
 * table rebuild would cascade into its children); row counts and foreign keys are checked before the commit; a file that
 * holds something is copied first, under the write lock. Returns the path of that copy, or null.
 */
export function migrateSqlite(db: Handle, migrations: readonly Migration[], now: number): string | null {
  refuseStrangers(db, migrations.length);
  if (schemaVersion(db) === migrations.length) return null;
  db.pragma("foreign_keys = OFF");
  db.exec("BEGIN IMMEDIATE");
  try {
    // Another process may have upgraded while this one waited for the lock.
    refuseStrangers(db, migrations.length);
    const from = schemaVersion(db);
    const copy = from > 0 && from < migrations.length ? backUp(db, from, now) : null;
    const before = rowCounts(db);
    for (const step of migrations.slice(from)) applyStep(db, step, now);
    db.pragma(`user_version = ${migrations.length}`);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    checkNothingLost(db, before);
    db.exec("COMMIT");
    return copy;
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  } finally {
    db.pragma("foreign_keys = ON");
  }
}

function refuseStrangers(db: Handle, known: number): void {
  const id = db.pragma("application_id", { simple: true }) as number;
  const found = schemaVersion(db);
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() as number;
  if (id !== APPLICATION_ID && tables > 0) {
    throw new StoreError(
      "not-an-index",
      `Tệp ${db.name} là một cơ sở dữ liệu SQLite nhưng không phải chỉ mục của Rasoat. Hãy chọn tệp khác.`,
    );
  }
  if (found > known) throw new StoreError("schema-newer", newerSchemaMessage(found, known));
}

function applyStep(db: Handle, step: Migration, now: number): void {
  for (const statement of step.statements) db.exec(statement);
  db.exec(
    "CREATE TABLE IF NOT EXISTS schema_migration (idx INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, at INTEGER NOT NULL)",
  );
  db.prepare("INSERT INTO schema_migration (idx, name, sha256, at) VALUES (?, ?, ?, ?)").run(
    step.index,
    step.name,
    step.sha256,
    now,
  );
}

/** A second connection reads the last committed state while the first holds the write lock: nobody can write in between. */
function backUp(db: Handle, version: number, now: number): string | null {
  if (db.memory) return null;
  const stamp = new Date(now).toISOString().replace(/[-:]/gu, "").slice(0, 15);
  const target = `${db.name}.truoc-nang-cap-${version}-${stamp}.bak`;
  const reader = new Database(db.name, { readonly: true, fileMustExist: true });
  try {
    reader.prepare("VACUUM INTO ?").run(target);
    chmodSync(target, 0o600);
  } finally {
    reader.close();
  }
  return target;
}

export function rowCounts(db: Handle): Map<string, number> {
  const names = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'provision\\_fts%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[];
  return new Map(names.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]));
}

function checkNothingLost(db: Handle, before: ReadonlyMap<string, number>): void {
  const after = rowCounts(db);
  for (const [table, rows] of before) {
    const left = after.get(table);
    if (left !== undefined && left < rows) {
      throw new StoreError(
        "migration-failed",
        `Nâng cấp lược đồ bị dừng và đã hoàn tác: bảng ${table} có ${rows} dòng trước khi nâng cấp nhưng chỉ còn ${left} dòng sau đó.`,
      );
    }
  }
  const broken = db.pragma("foreign_key_check") as { table: string; parent: string }[];
  if (broken.length > 0) {
    throw new StoreError(
      "migration-failed",
      `Nâng cấp lược đồ bị dừng và đã hoàn tác: ${broken.length} dòng của bảng ${broken[0]?.table} trỏ tới bảng ${broken[0]?.parent} không còn tồn tại.`,
    );
  }
}
