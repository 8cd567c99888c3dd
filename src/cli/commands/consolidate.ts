import { writeFile } from "node:fs/promises";
import { consolidatedText, consolidateWork } from "../../use-cases/consolidated-text.ts";
import { exportConsolidated } from "../../use-cases/export-consolidated.ts";
import { dayOption, type Options, withIndex, workBySymbol } from "../options.ts";
import type { Shell } from "../program.ts";
import { CannotRun, printLine, printText, say } from "../terminal.ts";

const FORMATS = ["json", "md", "docx"];

/**
 * `consolidate --symbol S --on DATE [--json | --format json|md|docx] [--out FILE]`: the text on a day; what could not be
 * worked in exactly is refused and listed.
 */
export async function consolidateText(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  const day = dayOption(shell, options.on);
  const format = options.json ? "json" : typeof options.format === "string" ? options.format : null;
  const out = typeof options.out === "string" ? options.out : null;
  if (format !== null && !FORMATS.includes(format))
    throw new CannotRun(`Không có dạng “${format}”.`, `Các dạng: ${FORMATS.join(", ")}.`);
  if (format === "docx" && out === null) throw new CannotRun("Dạng docx cần --out.", "Ví dụ: --out hop-nhat.docx");
  return withIndex(shell, options, async (store) => {
    const work = await workBySymbol(store, options.symbol);
    if (format === "json") {
      const answer = await consolidateWork(store, work, day);
      if (out === null) printLine(answer);
      else await writeFile(out, `${JSON.stringify(answer, null, 1)}\n`);
      return 0;
    }
    const text = await consolidatedText(store, work.id, day);
    if (!text) throw new CannotRun(`Chỉ mục không có lời văn của văn bản số ${work.symbol}.`, "Nhập văn bản đó trước.");
    const bytes = await exportConsolidated(text, format === "docx" ? "docx" : "md");
    if (out === null) printText(new TextDecoder().decode(bytes));
    else await writeFile(out, bytes);
    for (const r of text.refused) say(`Chưa áp dụng được (${r.by ?? "?"}): ${r.why}. ${r.todo}.`);
    if (out !== null)
      say(`Đã ghi ${out}: ${text.amenders.length} văn bản sửa đổi, ${text.refused.length} chỉ dẫn chưa áp dụng được`);
    return 0;
  });
}
