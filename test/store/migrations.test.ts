import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { getTableColumns, getTableName } from "drizzle-orm";
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";
import { describe, expect, it } from "vitest";
import { migrateSqlite, rowCounts, schemaVersion } from "../../src/store/migrate.sqlite.ts";
import { type Migration, migrationFiles } from "../../src/store/migration-files.ts";
import { openStore } from "../../src/store/open.ts";
import { schema } from "../../src/store/schema.sqlite.ts";
import * as pgSchema from "../../src/store/schema.pg.ts";
import * as sqliteSchema from "../../src/store/schema.sqlite.ts";
import { aWork } from "./build.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
let n = 0;
const fresh = (): string => join(folder, `m${n++}`, "index.db");

const step = (index: number, ...statements: string[]): Migration => ({
  index,
  name: `step ${index}`,
  statements,
  sha256: "",
});

/** The schema as drizzle-kit wrote it down with the latest migration. */
function lastSnapshot(dialect: "sqlite" | "postgres"): never {
  const meta = fileURLToPath(new URL(`../../src/store/migrations/${dialect}/meta/`, import.meta.url));
  const last = readdirSync(meta)
    .filter((name) => name.endsWith("_snapshot.json"))
    .sort()
    .at(-1);
  return JSON.parse(readFileSync(join(meta, last ?? ""), "utf8")) as never;
}

describe("migration files", () => {
  it("say what the schema says, on both dialects", async () => {
    const { schema: _, ...sqliteTables } = sqliteSchema;
    const { schema: __, ...pgTables } = pgSchema;
    const sqlite = await generateSQLiteMigration(lastSnapshot("sqlite"), await generateSQLiteDrizzleJson(sqliteTables));
    const postgres = await generateMigration(lastSnapshot("postgres"), generateDrizzleJson(pgTables));
    expect({ sqlite, postgres }, "run: npx drizzle-kit generate, once for each dialect").toEqual({
      sqlite: [],
      postgres: [],
    });
  });

  it("make every table and column of the schema", async () => {
    const file = fresh();
    await (await openStore(file)).close();
    const db = new Database(file);
    for (const table of Object.values(schema)) {
      const made = (db.pragma(`table_info(${getTableName(table)})`) as { name: string }[]).map((column) => column.name);
      expect(made, getTableName(table)).toEqual(Object.values(getTableColumns(table)).map((column) => column.name));
    }
    db.close();
  });

  it("are numbered alike on both dialects", () => {
    const names = (dialect: "sqlite" | "postgres"): string[] => migrationFiles(dialect).map((each) => each.name);
    expect(names("sqlite")).toEqual(names("postgres"));
  });
});

describe("upgrading", () => {
  const tables = step(
    0,
    "create table parent (id integer primary key, a text)",
    "create table child (id integer primary key, parent integer not null references parent(id) on delete cascade)",
  );

  it("keeps children when their parent's table is rebuilt, and leaves a copy of the old file", () => {
    const file = old(tables);
    const rebuild = step(
      1,
      "create table new_parent (id integer primary key, a text, b text)",
      "insert into new_parent (id, a) select id, a from parent",
      "drop table parent",
      "alter table new_parent rename to parent",
    );
    const db = opened(file);
    const copy = migrateSqlite(db, [tables, rebuild], Date.UTC(2026, 0, 2, 3, 4, 5));
    expect(db.prepare("select count(*) from child").pluck().get()).toBe(3);
    expect([schemaVersion(db), db.pragma("foreign_keys", { simple: true })]).toEqual([2, 1]);
    db.close();
    expect(copy).toMatch(/truoc-nang-cap-1-20260102T030405\.bak$/u);
    const kept = new Database(copy as string, { readonly: true });
    expect([schemaVersion(kept), kept.prepare("select count(*) from child").pluck().get()]).toEqual([1, 3]);
    kept.close();
  });

  it("rolls back when rows are lost, when a parent is missing, and when a statement fails", () => {
    for (const bad of [
      "delete from child where id = 2",
      "delete from parent where id = 1",
      "create table parent (x)",
    ]) {
      const file = old(tables);
      const db = opened(file);
      expect(() => migrateSqlite(db, [tables, step(1, "create table extra (a)", bad)], 0), bad).toThrow();
      expect([schemaVersion(db), db.prepare("select count(*) from child").pluck().get()]).toEqual([1, 3]);
      expect(db.prepare("select count(*) from sqlite_schema where name = 'extra'").pluck().get()).toBe(0);
      expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
      db.close();
    }
  });

  it("brings up an index of every earlier schema with a row in each of its tables, and loses none", async () => {
    const known = migrationFiles("sqlite");
    for (let version = 1; version < known.length; version++) {
      const file = join(folder, `v${version}-${n++}.db`);
      const db = opened(file);
      migrateSqlite(db, known.slice(0, version), 0);
      const before = oneRowEach(db);
      expect(before.size, `schema ${version}`).toBeGreaterThan(3);
      migrateSqlite(db, known, 1);
      expect(db.pragma("foreign_key_check"), `schema ${version}`).toEqual([]);
      const after = rowCounts(db);
      for (const table of [...before.keys()].filter((name) => name !== "schema_migration"))
        expect(after.get(table), `${table} of schema ${version}`).toBe(before.get(table));
      db.close();
      await (await openStore(file)).close();
    }
  }, 60_000);

  it("refuses a newer schema in words an official understands, and does not touch it", async () => {
    const file = fresh();
    await (await openStore(file)).close();
    const db = new Database(file);
    db.pragma("user_version = 99");
    db.close();
    const refused = openStore(file);
    await expect(refused).rejects.toMatchObject({ code: "schema-newer" });
    await expect(refused).rejects.toThrow(/phiên bản Rasoat mới hơn/u);
    await expect(openStore(file, { readonly: true })).rejects.toMatchObject({ code: "schema-newer" });
  });

  it("does nothing, and copies nothing, when the schema is the one known", async () => {
    const file = fresh();
    const store = await openStore(file);
    await store.works.save([aWork({ symbol: "1/2025/QĐ-UBND" })]);
    await store.close();
    await (await openStore(file)).close();
    expect(readdirSync(dirname(file)).filter((name) => name.endsWith(".bak"))).toEqual([]);
  });

  it("does not open an older index read-only", async () => {
    const file = old(tables);
    await expect(openStore(file, { readonly: true })).rejects.toMatchObject({ code: "schema-older" });
  });

  /** A file of schema 1 with one parent and three children. */
  function old(first: Migration): string {
    const file = join(folder, `old${n++}.db`);
    const db = new Database(file);
    migrateSqlite(db, [first], 0);
    db.exec("insert into parent values (1, 'x'); insert into child values (1, 1), (2, 1), (3, 1)");
    db.close();
    return file;
  }

  /** Writes one row into every table: all words the same, so that what names another row finds it. How many each then holds. */
  function oneRowEach(db: Database.Database): Map<string, number> {
    db.pragma("foreign_keys = OFF");
    for (const table of rowCounts(db).keys()) {
      // the program's own note of what it applied
      if (table === "schema_migration") continue;
      const columns = db.pragma(`table_info("${table}")`) as { name: string; type: string }[];
      const values = columns.map(({ type }) => (/int/iu.test(type) ? "1" : /blob/iu.test(type) ? "x'01'" : "'{}'"));
      db.exec(`insert or ignore into "${table}" values (${values.join(", ")})`);
    }
    db.pragma("foreign_keys = ON");
    expect(db.pragma("foreign_key_check")).toEqual([]);
    return rowCounts(db);
  }

  function opened(file: string): Database.Database {
    const db = new Database(file);
    db.pragma("journal_mode = WAL");
    db.pragma("foreign_keys = ON");
    return db;
  }
});
