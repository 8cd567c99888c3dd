import type { PGlite } from "@electric-sql/pglite";
import { getTableColumns, sql } from "drizzle-orm";
import type { BulkInsert, Db, Engine } from "./engine.ts";
import { migratePostgres, type Pg, requireCurrentSchema, writerLock } from "./migrate.pg.ts";
import { migrationFiles } from "./migration-files.ts";
import type { Schema } from "./schema.ts";
import { schema } from "./schema.pg.ts";
import { postgresPassages } from "./search/postgres.ts";
import { StoreError } from "./store-error.ts";
import { TransactionDoor } from "./transaction.ts";

/** Parameters a statement may have (16 bits on the wire), with room to spare; and rows, for the depth of the statement. */
const MAX_PARAMETERS = 30_000;
const MAX_ROWS = 400;

/** A PostgreSQL server behind a pool of connections. Writers of all processes queue on one advisory lock. */
export async function openPostgres(url: string, options: { readonly readonly?: boolean }): Promise<Engine> {
  const [{ default: pg }, { drizzle }] = await Promise.all([import("pg"), import("drizzle-orm/node-postgres")]);
  const readonly = options.readonly === true;
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    application_name: "rasoat",
    options: readonly ? "-c default_transaction_read_only=on" : undefined,
  });
  // A connection lost while idle must not end the program: the next query opens another.
  pool.on("error", () => {});
  const db = drizzle(pool, { schema: schema as never }) as unknown as Pg;
  return pgEngine(db, readonly, () => pool.end());
}

/**
 * PostgreSQL inside this process (tests, trials): a folder to keep it in, nothing for memory, or a running instance, which
 * stays its owner's to close.
 */
export async function openPgliteEngine(at?: string | PGlite): Promise<Engine> {
  const [{ PGlite }, { drizzle }] = await Promise.all([import("@electric-sql/pglite"), import("drizzle-orm/pglite")]);
  const own = typeof at === "object" ? null : await PGlite.create(at);
  const client = own ?? (at as PGlite);
  const db = drizzle(client, { schema: schema as never }) as unknown as Pg;
  return pgEngine(db, false, async () => own?.close());
}

async function pgEngine(db: Pg, readonly: boolean, end: () => Promise<void>): Promise<Engine> {
  try {
    const migrations = migrationFiles("postgres");
    if (readonly) await requireCurrentSchema(db, migrations.length);
    else await migratePostgres(db, migrations, Date.now());
  } catch (error) {
    await end();
    throw unreachable(error) ?? error;
  }
  const door = new TransactionDoor<Pg>((run) => {
    if (readonly) throw new StoreError("read-only", "Chỉ mục đang mở ở chế độ chỉ đọc nên không ghi được.");
    return db.transaction(async (tx) => {
      await tx.execute(writerLock);
      return run(tx);
    });
  });
  const current = (): Pg => door.current() ?? db;
  return {
    dialect: "postgres",
    schema,
    db: () => current() as unknown as Db,
    withTransaction: (run) => door.run(run),
    async insert(table, insert) {
      if (insert.rows.length === 0) return;
      const tx = door.current();
      if (!tx) throw new Error("bulk insert outside a transaction");
      await insertRows(tx as unknown as Db, table, insert);
    },
    passages: postgresPassages(current),
    async analyse() {},
    async extent() {
      const answer = await db.execute(sql`select pg_database_size(current_database()) as bytes`);
      const [row] = (answer as unknown as { readonly rows: readonly { readonly bytes: unknown }[] }).rows;
      return { bytes: row === undefined ? null : Number(row.bytes), file: null };
    },
    async close() {
      await door.idle();
      await end();
    },
  };
}

/** Node's and PostgreSQL's codes for "no server", "wrong password", "no such database". The address itself holds a password: it is not repeated. */
const UNREACHABLE = ["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EAI_AGAIN", "ECONNRESET", "28P01", "28000", "3D000"];

function unreachable(error: unknown): StoreError | null {
  const cause = (error as { cause?: unknown }).cause ?? error;
  const code = (cause as { code?: string }).code ?? "";
  if (!UNREACHABLE.includes(code)) return null;
  const message = `Không kết nối được máy chủ PostgreSQL (${code}). Hãy kiểm tra địa chỉ, tên cơ sở dữ liệu, tài khoản trong DATABASE_URL và máy chủ đã chạy chưa.`;
  return new StoreError("unreachable", message, error);
}

async function insertRows<Name extends keyof Schema>(
  db: Db,
  name: Name,
  insert: BulkInsert<Schema[Name]["$inferInsert"]>,
): Promise<void> {
  const table = schema[name] as Schema["setting"];
  const columns = getTableColumns(schema[name]) as unknown as Record<string, Schema["setting"]["key"]>;
  const column = (property: string) => columns[property] as Schema["setting"]["key"];
  const size = Math.min(MAX_ROWS, Math.floor(MAX_PARAMETERS / Object.keys(columns).length));
  const rows = insert.rows as unknown as Schema["setting"]["$inferInsert"][];
  for (let at = 0; at < rows.length; at += size) {
    const statement = db.insert(table).values(rows.slice(at, at + size));
    if (!insert.onConflict) await statement;
    else {
      await statement.onConflictDoUpdate({
        target: insert.onConflict.key.map(column),
        set: Object.fromEntries(insert.onConflict.set.map((p) => [p, sql`excluded.${sql.identifier(column(p).name)}`])),
      });
    }
  }
}
