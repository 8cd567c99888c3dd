import { backupStore, checkStore, restoreStore } from "../../store/maintenance.ts";
import { databaseOption, type Options, withIndex } from "../options.ts";
import type { Shell } from "../program.ts";
import { CannotRun, printLine, printText } from "../terminal.ts";

/** `doctor`: 0 when everything is whole, 1 with the first fault named, 2 when it cannot look. */
export async function doctor(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  const url = databaseOption(shell, options);
  await withIndex(shell, options, async () => {});
  const answer = await checkStore(url);
  if (options.json) printLine(answer);
  else
    for (const check of answer.checks)
      printText(`${check.ok ? "✓" : "✗"} ${check.name}${check.detail ? `: ${check.detail}` : ""}`);
  return answer.ok ? 0 : 1;
}

/** `backup --out DIR`: a consistent copy while others work on. */
export async function backup(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  if (typeof options.out !== "string") throw new CannotRun("Thiếu --out: thư mục chứa bản sao lưu.");
  const url = databaseOption(shell, options);
  await withIndex(shell, options, async () => {});
  const answer = await attempt(() => backupStore(url, options.out as string));
  if (options.json) printLine(answer);
  else printText(`Đã sao lưu vào ${options.out}.`);
  return 0;
}

export async function restore(shell: Shell, [dir]: readonly string[], options: Options): Promise<number> {
  const url = databaseOption(shell, options);
  const answer = await attempt(() => restoreStore(dir as string, url));
  if (options.json) printLine(answer ?? { ok: true });
  else printText(`Đã khôi phục ${url} từ ${dir}.`);
  return 0;
}

const attempt = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
};

/** `audit verify`: decisions and their audit trail come with accounts; until then there is nothing that could be altered. */
export async function audit(shell: Shell, [action]: readonly string[], options: Options): Promise<number> {
  if (action !== "verify") throw new CannotRun(`Không có lệnh audit ${action}.`, "Dùng: audit verify");
  await withIndex(shell, options, async () => {});
  if (options.json) printLine({ ok: true, entries: 0, head: null });
  else printText("Nhật ký chưa có mục nào: phiên bản này chưa ghi kết luận của người dùng.");
  return 0;
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
