import { analyseFiles } from "../../use-cases/analyse-files.ts";
import { createLineMaker } from "../../use-cases/extract-lines.ts";
import type { Options } from "../options.ts";
import type { Shell } from "../program.ts";
import { cancelOnInterrupt, printLine, printText, progress } from "../terminal.ts";

/** `extract PATH… --ndjson [--text]`: one line a file. Without --ndjson a short table for people. */
export async function extract(shell: Shell, paths: readonly string[], options: Options): Promise<number> {
  const signal = cancelOnInterrupt();
  const line = createLineMaker();
  const bar = progress("Đã đọc");
  let done = 0;
  for await (const file of analyseFiles(paths, { parsers: shell.config.parsers, signal })) {
    bar.step(++done, file.name);
    const row = line(file, options.text === true);
    if (options.ndjson) printLine(row);
    else printText(describe(row));
  }
  bar.end();
  return signal.aborted ? 2 : 0;
}

function describe(row: Record<string, unknown>): string {
  if (row.ok !== true) return `✗ ${row.file}: ${row.error}`;
  const d = row.document as Record<string, string | null>;
  const n = (key: string): number => (row[key] as unknown[]).length;
  return `${d.symbol ?? "(không số)"} · ${d.issuedOn ?? "không rõ ngày"} · ${d.issuer ?? "không rõ cơ quan"}\n  ${d.title ?? ""}\n  ${n("provisions")} đơn vị, ${n("citations")} dẫn chiếu, ${n("amendments")} lệnh sửa đổi, ${n("problems")} điểm cần xem (${row.file})`;
}
