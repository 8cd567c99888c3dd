import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  copyFileSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { APPLICATION_ID, rowCounts, schemaVersion } from "./migrate.sqlite.ts";
import { migrationFiles, newerSchemaMessage } from "./migration-files.ts";
import { isPostgresUrl } from "./open.ts";

/** `message` is Vietnamese, for the person at the terminal, also when all went well. */
export interface BackupOutcome {
  readonly ok: boolean;
  readonly message: string;
  /** Paths written. */
  readonly files: readonly string[];
}

/** What a backup folder says of itself; `restore` believes nothing it has not computed again. */
interface Manifest {
  readonly format: "rasoat-backup";
  readonly version: 1;
  readonly createdAt: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly schema: number;
  readonly rows: Readonly<Record<string, number>>;
}

const COPY = "index.db";
const MANIFEST = "manifest.json";

const refuse = (message: string): BackupOutcome => ({ ok: false, message, files: [] });

/**
 * A copy of one committed state, also while others write: VACUUM INTO. Copying the file of a live index loses what stands in
 * its journal. Originals are inside the index, so one file is everything. Never overwrites an earlier backup.
 */
export async function backupStore(url: string, folder: string): Promise<BackupOutcome> {
  if (isPostgresUrl(url)) {
    return refuse(
      'Chỉ mục nằm trên PostgreSQL: hãy sao lưu bằng pg_dump (ví dụ: pg_dump --format=custom --file=rasoat.dump "$DATABASE_URL"), lệnh này chỉ sao lưu tệp SQLite.',
    );
  }
  if (!existsSync(url)) return refuse(`Không tìm thấy tệp chỉ mục ${url}.`);
  if (existsSync(join(folder, MANIFEST)))
    return refuse(`Thư mục ${folder} đã có một bản sao lưu. Hãy chọn thư mục khác; bản cũ được giữ nguyên.`);
  const existed = existsSync(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existed) chmodSync(folder, 0o700);
  const lack = lackOfSpace(folder, statSync(url).size);
  if (lack) return refuse(lack);
  const target = join(folder, COPY);
  const part = `${target}.part`;
  rmSync(part, { force: true });
  try {
    const facts = copyAndLook(url, part);
    const manifest: Manifest = {
      format: "rasoat-backup",
      version: 1,
      createdAt: new Date().toISOString(),
      file: COPY,
      bytes: statSync(part).size,
      sha256: await sha256OfFile(part),
      ...facts,
    };
    renameSync(part, target);
    writeDurably(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    syncPath(folder);
    const mb = (manifest.bytes / 1e6).toFixed(1);
    return { ok: true, message: `Đã sao lưu ${mb} MB vào ${folder}.`, files: [target, join(folder, MANIFEST)] };
  } catch (error) {
    rmSync(part, { force: true });
    return refuse(`Không sao lưu được: ${(error as Error).message}`);
  }
}

/** The copy is opened and checked before anybody relies on it. */
function copyAndLook(url: string, part: string): Pick<Manifest, "schema" | "rows"> {
  const source = new Database(url, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    if (source.pragma("application_id", { simple: true }) !== APPLICATION_ID)
      throw new Error(`tệp ${url} không phải chỉ mục của Rasoat`);
    source.prepare("VACUUM INTO ?").run(part);
  } finally {
    source.close();
  }
  chmodSync(part, 0o600);
  syncPath(part);
  return lookAt(part);
}

function lookAt(file: string): Pick<Manifest, "schema" | "rows"> {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const whole = db.pragma("integrity_check(1)", { simple: true });
    if (whole !== "ok") throw new Error(`bản sao không nguyên vẹn: ${String(whole)}`);
    return { schema: schemaVersion(db), rows: Object.fromEntries(rowCounts(db)) };
  } finally {
    db.close();
  }
}

/**
 * Puts a backup in the place of an index. The backup is verified first; an index that holds documents is replaced only with
 * `force`, and even then it is moved aside, not deleted. The new file appears whole or not at all.
 */
export async function restoreStore(
  folder: string,
  url: string,
  options: { readonly force?: boolean } = {},
): Promise<BackupOutcome> {
  if (isPostgresUrl(url)) {
    return refuse(
      "Chỉ mục nằm trên PostgreSQL: hãy khôi phục bằng pg_restore từ bản pg_dump, lệnh này chỉ khôi phục tệp SQLite.",
    );
  }
  const manifest = readManifest(folder);
  if (typeof manifest === "string") return refuse(manifest);
  const source = join(folder, manifest.file);
  const fault = await faultOf(source, manifest);
  if (fault) return refuse(fault);
  const target = resolve(url);
  if (!options.force && holdsDocuments(target)) {
    return refuse(
      `Chỉ mục ${target} đang có dữ liệu. Thêm --force nếu thật sự muốn thay nó; chỉ mục hiện tại sẽ được giữ lại dưới tên khác.`,
    );
  }
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  const lack = lackOfSpace(dirname(target), manifest.bytes);
  if (lack) return refuse(lack);
  const part = `${target}.khoi-phuc.part`;
  try {
    copyFileSync(source, part);
    chmodSync(part, 0o600);
    syncPath(part);
    if ((await sha256OfFile(part)) !== manifest.sha256) throw new Error("bản chép không giống bản sao lưu");
    const aside = existsSync(target) ? moveAside(target) : null;
    renameSync(part, target);
    syncPath(dirname(target));
    const kept = aside ? ` Chỉ mục trước đó được giữ tại ${aside}.` : "";
    return {
      ok: true,
      message: `Đã khôi phục ${manifest.rows.expression ?? 0} phiên bản văn bản vào ${target}.${kept}`,
      files: [target],
    };
  } catch (error) {
    rmSync(part, { force: true });
    return refuse(`Không khôi phục được: ${(error as Error).message}`);
  }
}

function readManifest(folder: string): Manifest | string {
  const path = join(folder, MANIFEST);
  if (!existsSync(path))
    return `Thư mục ${folder} không có ${MANIFEST}: đây không phải bản sao lưu hoàn chỉnh của Rasoat.`;
  try {
    const read = JSON.parse(readFileSync(path, "utf8")) as Partial<Manifest>;
    // The name comes from a file anybody may have edited: it must not lead out of the folder.
    const sound = read.format === "rasoat-backup" && typeof read.file === "string" && basename(read.file) === read.file;
    return sound ? (read as Manifest) : `Tệp ${path} không phải bản kê của một bản sao lưu Rasoat.`;
  } catch {
    return `Tệp ${path} bị hỏng, không đọc được.`;
  }
}

async function faultOf(source: string, manifest: Manifest): Promise<string | null> {
  if (!existsSync(source)) return `Bản sao lưu thiếu tệp ${manifest.file}.`;
  if ((await sha256OfFile(source)) !== manifest.sha256) {
    return `Tệp ${manifest.file} của bản sao lưu không khớp mã băm trong bản kê: bản sao lưu đã bị hỏng hoặc bị sửa. Hãy dùng bản sao lưu khác.`;
  }
  const known = migrationFiles("sqlite").length;
  if (manifest.schema > known) return newerSchemaMessage(manifest.schema, known);
  try {
    lookAt(source);
    return null;
  } catch (error) {
    return `Không dùng được bản sao lưu: ${(error as Error).message}`;
  }
}

/** What an index is never without once somebody works with it. */
const WORKED_WITH = ["work", "account", "audit"];

/** An unreadable file counts as full: it is not ours to throw away. */
function holdsDocuments(file: string): boolean {
  if (!existsSync(file) || statSync(file).size === 0) return false;
  try {
    const db = new Database(file, { readonly: true });
    try {
      const rows = rowCounts(db);
      return !rows.has("work") || WORKED_WITH.some((table) => (rows.get(table) ?? 0) > 0);
    } finally {
      db.close();
    }
  } catch {
    return true;
  }
}

/** Closing the last connection removes the journal; one that stays belongs to a process that still has the index open. */
function moveAside(target: string): string {
  try {
    const db = new Database(target, { timeout: 2_000 });
    db.pragma("wal_checkpoint(TRUNCATE)");
    db.close();
  } catch {
    // Not a database any more: it is kept as it is.
  }
  if (existsSync(`${target}-wal`))
    throw new Error("chỉ mục hiện tại đang được một tiến trình khác mở; hãy tắt tiến trình đó rồi thử lại");
  const stamp = new Date().toISOString().replace(/[-:]/gu, "").replace(".", "").slice(0, 18);
  const aside = `${target}.truoc-khoi-phuc-${stamp}.bak`;
  renameSync(target, aside);
  return aside;
}

function lackOfSpace(folder: string, bytes: number): string | null {
  const { bavail, bsize } = statfsSync(folder);
  const need = bytes * 1.1 + 16e6;
  if (bavail * bsize >= need) return null;
  return `Ổ đĩa chứa ${folder} chỉ còn ${((bavail * bsize) / 1e6).toFixed(0)} MB, cần khoảng ${(need / 1e6).toFixed(0)} MB. Hãy giải phóng chỗ hoặc chọn nơi khác.`;
}

async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

function writeDurably(file: string, text: string): void {
  writeFileSync(`${file}.part`, text, { mode: 0o600 });
  syncPath(`${file}.part`);
  renameSync(`${file}.part`, file);
}

function syncPath(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
