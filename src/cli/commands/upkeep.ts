import type { AuditHead } from "../../domain/audit.ts";
import { type BackupOutcome, backupStore, checkStore, restoreStore, type StoreCheck } from "../../store/maintenance.ts";
import type { Store } from "../../store/store.ts";
import { anchorsIn } from "../../use-cases/anchor-trail.ts";
import { auditEntries, verifyAudit } from "../../use-cases/verify-audit.ts";
import { databaseOption, type Options, withIndex } from "../options.ts";
import type { Shell } from "../program.ts";
import { CannotRun, printLine, printText, say } from "../terminal.ts";

/** `doctor`: 0 when everything is whole, 1 with the first fault named, 2 when it cannot look. */
export async function doctor(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  const url = databaseOption(shell, options);
  const trail = await withIndex(shell, options, trailCheck);
  const health = await checkStore(url);
  const answer = { ok: health.ok && trail.ok, checks: [...health.checks, trail] };
  if (options.json) printLine(answer);
  else
    for (const check of answer.checks)
      printText(`${check.ok ? "✓" : "✗"} ${check.name}${check.detail ? `: ${check.detail}` : ""}`);
  return answer.ok ? 0 : 1;
}

/** The trail as one of the things that must be whole; a damaged index may not let it be walked. */
async function trailCheck(store: Store): Promise<StoreCheck> {
  try {
    const { ok, entries, broken } = await verifyAudit(store);
    return { name: "audit", ok, detail: broken?.what ?? `${entries} mục nhật ký nối tiếp nhau, không mục nào bị sửa.` };
  } catch (error) {
    return { name: "audit", ok: false, detail: `Không đọc được nhật ký: ${(error as Error).message}` };
  }
}

/** `backup --out DIR`: a consistent copy while others work on. */
export async function backup(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  if (typeof options.out !== "string") throw new CannotRun("Thiếu --out: thư mục chứa bản sao lưu.");
  const url = databaseOption(shell, options);
  await withIndex(shell, options, async () => {});
  return sayOutcome(await attempt(() => backupStore(url, options.out as string)), options);
}

/** `restore DIR`: an index that holds something is replaced only with `--force`, and kept aside. */
export async function restore(shell: Shell, [dir]: readonly string[], options: Options): Promise<number> {
  const url = databaseOption(shell, options);
  return sayOutcome(await attempt(() => restoreStore(dir as string, url, { force: options.force === true })), options);
}

/** What was refused could not be run: exit code 2. */
function sayOutcome(outcome: BackupOutcome, options: Options): number {
  if (options.json) printLine(outcome);
  else if (outcome.ok) printText(outcome.message);
  else say(outcome.message);
  return outcome.ok ? 0 : 2;
}

const attempt = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
};

/** `audit verify`: 0 when the chain is whole, 1 with the first entry that is not. `audit export`: every entry, one JSON line each. */
export async function audit(shell: Shell, [action]: readonly string[], options: Options): Promise<number> {
  if (action !== "verify" && action !== "export")
    throw new CannotRun(`Không có lệnh audit ${action}.`, "Dùng: audit verify hoặc audit export");
  return withIndex(shell, options, async (store) => {
    if (action === "export") {
      for await (const entry of auditEntries(store)) printLine(entry);
      return 0;
    }
    const { anchorDir } = shell.config;
    const kept = anchorDir === null ? [] : await anchorsIn(anchorDir);
    const verdict = await verifyAudit(store, [...anchorsOf(options.anchor), ...kept]);
    if (options.json) printLine(verdict);
    else if (verdict.broken) printText(`✗ ${verdict.broken.what}`);
    else printText(`✓ Nhật ký nguyên vẹn: ${verdict.entries} mục, mã cuối ${verdict.head?.hash ?? "chưa có"}.`);
    return verdict.ok ? 0 : 1;
  });
}

/** `--anchor 120:3fa9…`: an entry's number and the hash that was printed or kept elsewhere. */
function anchorsOf(given: Options[string]): readonly AuditHead[] {
  if (typeof given !== "string") return [];
  const parts = /^(\d+):([0-9a-f]{64})$/u.exec(given.trim());
  if (!parts)
    throw new CannotRun(`Không đọc được --anchor ${given}.`, "Ghi số mục, dấu hai chấm và mã băm, ví dụ 120:3fa9…");
  return [{ seq: Number(parts[1]), hash: parts[2] as string }];
}

export async function tracker(shell: Shell, [action, file]: readonly string[], options: Options): Promise<number> {
  if (action !== "import") throw new CannotRun(`Không có lệnh tracker ${action}.`, "Dùng: tracker import TỆP.xlsx");
  await withIndex(shell, options, async () => {});
  throw new CannotRun(
    `Chưa đọc được bảng tính ${file} ở phiên bản này.`,
    "Chuyển danh sách văn bản thành tệp và nhập bằng rasoat index.",
  );
}

export async function generate(shell: Shell): Promise<number> {
  const { writeCatalogue } = await import("../../engine/generate-catalogue.ts");
  await writeCatalogue(shell.root);
  return 0;
}
