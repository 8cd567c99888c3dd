import { dayAt } from "../../domain/vietnam-time.ts";
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ImportEntry, Store } from "../../store/store.ts";
import { indexPaths } from "../../use-cases/index-paths.ts";
import { runRulesAfter } from "../../use-cases/run-rules-on.ts";
import { watchFolder } from "../../use-cases/watch-folder.ts";
import { databaseOption, type Options, withStore } from "../options.ts";
import type { Shell } from "../program.ts";
import { atTerminal, CannotRun, cancelOnInterrupt, printLine, printText, say } from "../terminal.ts";

/** Milliseconds between two looks into the folder, and how long a file must stay unchanged before it is read. */
const LOOK_EVERY = 3000;
const SETTLED_AFTER = 1500;

/** `watch FOLDER --db FILE`: imports what is dropped into a folder, until Ctrl-C. Moves and deletes nothing. */
export async function watch(shell: Shell, [given]: readonly string[], options: Options): Promise<number> {
  const folder = resolve(given ?? ".");
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CannotRun(`Không có thư mục ${folder}.`, "Kiểm tra lại đường dẫn tới thư mục nhận văn bản.");
  const signal = cancelOnInterrupt();
  const { now } = shell;
  await withStore(databaseOption(shell, options), async (store) => {
    say(`Đang theo dõi ${folder} (dừng: Ctrl-C)`);
    for await (const paths of watchFolder({ folder, every: LOOK_EVERY, settle: SETTLED_AFTER, now, signal }))
      await takeIn(shell, store, paths, signal, options.ndjson === true);
  });
  say("Đã dừng theo dõi.");
  return 0;
}

async function takeIn(
  shell: Shell,
  store: Store,
  paths: readonly string[],
  signal: AbortSignal,
  ndjson: boolean,
): Promise<void> {
  const { now, config } = shell;
  const onStored = (entries: readonly ImportEntry[]): void => {
    for (const entry of entries) {
      if (ndjson) printLine(entry);
      else printText(describe(entry));
    }
  };
  const done = await indexPaths({
    store,
    paths,
    parsers: config.parsers,
    by: atTerminal(),
    now: now(),
    signal,
    onStored,
    batch: 10,
  });
  if (signal.aborted || done.files <= done.unchanged + done.refused.length) return;
  const day = dayAt(now());
  const { changed, affected } = done;
  const rules = await shell.loadRules();
  const { added, gone } = await runRulesAfter({ store, rules, day, now: now(), signal, changed, affected });
  say(`Đã chạy quy tắc tại ngày ${day}: ${added} phát hiện mới, ${gone} không còn.`);
}

const OUTCOMES: Readonly<Record<ImportEntry["outcome"], string>> = {
  imported: "nhập xong",
  "new-version": "bản mới",
  unchanged: "đã có",
  "other-format": "đã có, khác định dạng",
  "needs-look": "cần xem",
  refused: "không nhập",
};

const describe = ({ file, outcome, reason }: ImportEntry): string =>
  `${OUTCOMES[outcome]}: ${file}${reason === null ? "" : `. ${reason}`}`;
