import { dayAt } from "../domain/vietnam-time.ts";
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { isLegalDate, type LegalDate, parseDate } from "../domain/legal-date.ts";
import { canonicalSymbol } from "../domain/symbol.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import type { Shell } from "./program.ts";
import { CannotRun } from "./terminal.ts";

export type Options = Record<string, string | boolean | undefined>;

export function dayOption(shell: Shell, value: string | boolean | undefined, name = "--on"): LegalDate {
  if (value === undefined) return dayAt(shell.now());
  const day = typeof value === "string" ? parseDate(value) : null;
  if (day === null || !isLegalDate(day))
    throw new CannotRun(
      `${name}: “${String(value)}” không phải một ngày có trong lịch.`,
      "Viết YYYY-MM-DD hoặc dd/mm/yyyy, ví dụ 2026-11-26.",
    );
  return day;
}

export const databaseOption = (shell: Shell, options: Options): string =>
  typeof options.db === "string"
    ? options.db.startsWith("postgres")
      ? options.db
      : resolve(options.db)
    : (shell.config.databaseUrl ?? join(shell.config.dataDir, "rasoat.db"));

/** The address of an index as it may be printed: a password in it stays unseen (SEC-17). */
export const shownAddress = (url: string): string => url.replace(/^(postgres(?:ql)?:\/\/[^:/@]*):[^@]*@/u, "$1:•••@");

/** Opens an index that must already be there. */
export async function withIndex<T>(shell: Shell, options: Options, use: (store: Store) => Promise<T>): Promise<T> {
  const url = databaseOption(shell, options);
  if (!url.startsWith("postgres") && !(existsSync(url) && statSync(url).isFile())) {
    throw new CannotRun(
      `Chưa có chỉ mục ở ${shownAddress(url)}.`,
      "Lập chỉ mục trước: rasoat index THƯ-MỤC --db TỆP (hoặc npm start).",
    );
  }
  return withStore(url, use);
}

export async function withStore<T>(url: string, use: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await import("../store/open.ts");
  const store = await openStore(url);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** The work a person means by a number. One must fit; several are listed. */
export async function workBySymbol(store: Store, raw: string | boolean | undefined): Promise<Work> {
  if (typeof raw !== "string")
    throw new CannotRun("Thiếu --symbol: số, ký hiệu văn bản.", "Ví dụ: --symbol 17/2025/QĐ-UBND");
  const found = await store.works.bySymbol(canonicalSymbol(raw));
  const indexed = new Set(await store.documents.indexedWorks());
  const best = found.filter((w) => indexed.has(w.id));
  const candidates = best.length > 0 ? best : found;
  if (candidates.length === 0)
    throw new CannotRun(
      `Không có văn bản số ${raw} trong chỉ mục.`,
      "Kiểm tra lại số, ký hiệu, hoặc nhập văn bản đó trước.",
    );
  if (candidates.length > 1) {
    const list = candidates.map((w) => `  ${w.symbol} ngày ${w.issuedOn ?? "?"} của ${w.issuer ?? "?"}`).join("\n");
    throw new CannotRun(
      `Có ${candidates.length} văn bản cùng số ${raw}:\n${list}`,
      "Hai cơ quan có thể dùng chung một số; xem từng văn bản trên ứng dụng web.",
    );
  }
  return candidates[0] as Work;
}
