import { kindByBytes } from "./file-format.ts";
import { READ_LIMITS } from "./read-limits.ts";
import { type Refused, refuse, tooLarge } from "./refusal.ts";
import { readCells, type SheetCells } from "./spreadsheet-cells.ts";
import { ZipRefused } from "./zip-guard.ts";

export type OpenedWorkbook = { readonly ok: true; readonly sheets: readonly SheetCells[] } | Refused;

const RESAVE = "Mở bằng Excel, lưu lại thành .xlsx mới rồi nạp lại.";

/** The sheets of an .xlsx file, or why it cannot be taken: too large, of another kind, unsafe, broken. */
export async function openWorkbook(bytes: Uint8Array, name: string): Promise<OpenedWorkbook> {
  if (bytes.length > READ_LIMITS.fileBytes) return tooLarge(name);
  if (kindByBytes(bytes) !== "zip")
    return refuse(
      "format-mismatch",
      name,
      "không phải tệp Excel .xlsx",
      "Nội dung không phải bảng tính Excel đời mới.",
      RESAVE,
    );
  try {
    return { ok: true, sheets: await readCells(bytes) };
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    return refuse(
      error.code,
      name,
      error.message,
      "Tệp .xlsx là một tệp nén; nội dung của nó không an toàn hoặc đã hỏng.",
      RESAVE,
    );
  }
}
