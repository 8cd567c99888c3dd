import { sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { type Migration, newerSchemaMessage, olderSchemaMessage } from "./migration-files.ts";
import { StoreError } from "./store-error.ts";

export type Pg = PgDatabase<PgQueryResultHKT, Record<string, unknown>>;

/** Rows of a raw statement: the same shape from `pg` and from PGlite. */
export async function rowsOf<Row>(db: Pg, statement: ReturnType<typeof sql>): Promise<Row[]> {
  return ((await db.execute(statement)) as unknown as { rows: Row[] }).rows;
}

/** One key for all writers and for upgrades of a schema: released with the transaction. */
export const writerLock = sql`select pg_advisory_xact_lock(hashtext('rasoat'), hashtext(current_schema()))`;

/** Applies what is missing in one transaction; PostgreSQL rolls back schema changes too. */
export async function migratePostgres(db: Pg, migrations: readonly Migration[], now: number): Promise<void> {
  if ((await appliedSteps(db, migrations.length)) === migrations.length) return;
  await db.transaction(async (tx) => {
    await tx.execute(writerLock);
    const from = await appliedSteps(tx, migrations.length);
    const before = await rowCounts(tx);
    await tx.execute(
      sql`create table if not exists schema_migration (idx integer primary key, name text not null, sha256 text not null, at bigint not null)`,
    );
    for (const step of migrations.slice(from)) {
      for (const statement of step.statements) await tx.execute(sql.raw(statement));
      await tx.execute(
        sql`insert into schema_migration (idx, name, sha256, at) values (${step.index}, ${step.name}, ${step.sha256}, ${now})`,
      );
    }
    const after = await rowCounts(tx);
    for (const [table, rows] of before) {
      const left = after.get(table);
      if (left === undefined || left >= rows) continue;
      throw new StoreError(
        "migration-failed",
        `Nâng cấp lược đồ bị dừng và đã hoàn tác: bảng ${table} có ${rows} dòng trước khi nâng cấp nhưng chỉ còn ${left} dòng sau đó.`,
      );
    }
  });
}

/** Read-only opening: the schema must be the one this program knows. */
export async function requireCurrentSchema(db: Pg, known: number): Promise<void> {
  const found = await appliedSteps(db, known);
  if (found < known) throw new StoreError("schema-older", olderSchemaMessage(found, known));
}

async function appliedSteps(db: Pg, known: number): Promise<number> {
  const [there] = await rowsOf<{ there: boolean }>(
    db,
    sql`select to_regclass('schema_migration') is not null as there`,
  );
  if (!there?.there) return 0;
  const [row] = await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from schema_migration`);
  const found = row?.n ?? 0;
  if (found > known) throw new StoreError("schema-newer", newerSchemaMessage(found, known));
  return found;
}

async function rowCounts(db: Pg): Promise<Map<string, number>> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await rowsOf<{ n: string }>(db, sql`select count(*) as n from ${sql.identifier(name)}`);
    counts.set(name, Number(row?.n ?? 0));
  }
  return counts;
}
