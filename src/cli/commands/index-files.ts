import { type IndexSummary, indexPaths } from "../../use-cases/index-paths.ts";
import { databaseOption, type Options, withStore } from "../options.ts";
import type { Shell } from "../program.ts";
import { atTerminal, cancelOnInterrupt, printLine, printText, progress, say } from "../terminal.ts";

/** `index PATH… --db FILE`: builds or updates the index. Refused files are named on standard error. */
export async function indexFiles(shell: Shell, paths: readonly string[], options: Options): Promise<number> {
  const signal = cancelOnInterrupt();
  const bar = progress("Đã đọc");
  const summary = await withStore(databaseOption(shell, options), (store) =>
    indexPaths({
      store,
      paths,
      parsers: shell.config.parsers,
      by: atTerminal(),
      now: shell.now(),
      signal,
      onProgress: bar.step,
    }),
  );
  bar.end();
  for (const { file, reason } of summary.needsLook) say(`Cần xem ${file}: ${reason}`);
  for (const { file, reason } of summary.refused) say(`Không nhập ${file}: ${reason}`);
  if (options.json) {
    const { changed: _, affected: __, ...counted } = summary;
    printLine(counted);
  } else printText(describeSummary(summary));
  return summary.cancelled ? 2 : 0;
}

export const describeSummary = (s: IndexSummary): string =>
  [
    `${s.files} tệp: ${s.imported} mới nhập, ${s.newVersions} bản mới, ${s.unchanged + s.otherFormats} đã có, ${s.refused.length} không nhập được`,
    `${s.documents} văn bản, ${s.provisions} đơn vị (điều, khoản, điểm …)`,
    `Dẫn chiếu: ${s.citations.resolved} đã rõ, ${s.citations.unresolved} chưa rõ văn bản, ${s.citations.ambiguous} có nhiều khả năng, ${s.citations.missing} trỏ tới đơn vị không có`,
    `Tác động hiệu lực: ${s.effects.applied} đã tính, ${s.effects.notApplied} chưa áp dụng được`,
  ].join("\n");
