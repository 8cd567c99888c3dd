import Database from "better-sqlite3";
import { checkHashes, checkOrphans, checkUnits, type StoreCheck } from "./check-content.ts";
import type { Engine } from "./engine.ts";
import { isPostgresUrl } from "./open.ts";

export type { StoreCheck } from "./check-content.ts";
export { type BackupOutcome, backupStore, restoreStore } from "./backup.ts";

export interface StoreHealth {
  readonly ok: boolean;
  readonly checks: readonly StoreCheck[];
}

/**
 * Is the index whole? SQLite's own check finds broken pages but not a flipped bit inside a text, hence the hashes. Never
 * throws for a damaged index; the search index is compared under the write lock, everything else by reading.
 */
export async function checkStore(url: string): Promise<StoreHealth> {
  const checks: StoreCheck[] = [];
  const run = async (name: string, check: () => Promise<string | StoreCheck> | string | StoreCheck): Promise<void> => {
    try {
      const result = await check();
      checks.push(typeof result === "string" ? { name, ok: true, detail: result } : result);
    } catch (error) {
      checks.push({ name, ok: false, detail: `Không kiểm tra được: ${(error as Error).message}` });
    }
  };
  let engine: Engine | null = null;
  await run("open", async () => {
    engine = await openReadonly(url);
    return "Mở được chỉ mục, lược đồ đúng phiên bản.";
  });
  if (isPostgresUrl(url)) {
    checks.push({
      name: "integrity",
      ok: true,
      detail: "PostgreSQL tự kiểm tra trang dữ liệu và khóa ngoại; để kiểm tra sâu hãy dùng pg_amcheck.",
    });
  } else {
    await run("integrity", () => integrity(url));
    await run("foreign-keys", () => foreignKeys(url));
    await run("search-index", () => searchIndex(url));
  }
  const opened = engine as Engine | null;
  if (opened) {
    for (const check of ["originals", "texts", "contents", "attachments"] as const)
      await run(check, () => checkHashes(opened, check));
    await run("units", () => checkUnits(opened));
    await run("orphans", () => checkOrphans(opened));
    await opened.close();
  }
  return { ok: checks.every((check) => check.ok), checks };
}

const openReadonly = async (url: string): Promise<Engine> =>
  isPostgresUrl(url)
    ? (await import("./engine.pg.ts")).openPostgres(url, { readonly: true })
    : (await import("./engine.sqlite.ts")).openSqlite(url, { readonly: true });

function integrity(file: string): string | StoreCheck {
  return reading(file, (db) => {
    const found = (db.pragma("integrity_check(20)") as { integrity_check: string }[]).map((row) => row.integrity_check);
    if (found.length === 1 && found[0] === "ok") return "Cấu trúc tệp nguyên vẹn.";
    const detail = `Tệp chỉ mục bị hỏng (${found.length} lỗi, lỗi đầu: ${found[0]}). Hãy khôi phục từ bản sao lưu bằng lệnh restore.`;
    return { name: "integrity", ok: false, detail };
  });
}

function foreignKeys(file: string): string | StoreCheck {
  return reading(file, (db) => {
    const broken = db.pragma("foreign_key_check") as { table: string; rowid: number; parent: string }[];
    const [first] = broken;
    if (!first) return "Mọi liên kết giữa các bảng đều đúng.";
    const detail = `${broken.length} dòng trỏ tới dòng không còn tồn tại, dòng đầu: bảng ${first.table} số ${first.rowid} → ${first.parent}.`;
    return { name: "foreign-keys", ok: false, detail };
  });
}

/** FTS5 compares its index with the folded words of every row; the command counts as a write. */
function searchIndex(file: string): string | StoreCheck {
  const db = new Database(file, { fileMustExist: true, timeout: 5_000 });
  try {
    db.exec("BEGIN IMMEDIATE");
    db.prepare("INSERT INTO provision_fts (provision_fts, rank) VALUES ('integrity-check', 1)").run();
    const n = db.prepare("SELECT count(*) FROM provision").pluck().get() as number;
    return `Chỉ mục tìm kiếm khớp với ${n} dòng quy định.`;
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith("SQLITE_CORRUPT")) throw error;
    const detail =
      "Chỉ mục tìm kiếm không khớp với nội dung đã lưu. Hãy khôi phục từ bản sao lưu hoặc lập lại chỉ mục từ thư mục văn bản.";
    return { name: "search-index", ok: false, detail };
  } finally {
    if (db.inTransaction) db.exec("ROLLBACK");
    db.close();
  }
}

function reading<T>(file: string, read: (db: Database.Database) => T): T {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
}
