import { dayAt } from "../../domain/vietnam-time.ts";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import type { Store } from "../../store/store.ts";
import { databaseOption, shownAddress, type Options, withIndex, withStore } from "../options.ts";
import type { Shell } from "../program.ts";
import { atTerminal, CannotRun, cancelOnInterrupt, printText, progress, say } from "../terminal.ts";

/** `npm start [FOLDER…]`: index what is new, run the rules as of today, show the table, serve. */
export async function start(shell: Shell, paths: readonly string[], options: Options): Promise<number> {
  const sources =
    paths.length > 0
      ? paths.map((p) => resolve(p))
      : [relative(process.cwd(), join(shell.root, "corpus", "documents"))];
  for (const source of sources)
    if (!existsSync(source)) throw new CannotRun(`Không có thư mục hay tệp ${source}.`, "Kiểm tra lại đường dẫn.");
  const url =
    shell.config.databaseUrl ?? join(shell.config.dataDir, paths.length > 0 ? ownIndex(sources) : "rasoat.db");
  const day = dayAt(shell.now());
  // loaded here, so that `serve` opens its door without them
  const [{ indexPaths }, { runRulesOn }, { startTable }] = await Promise.all([
    import("../../use-cases/index-paths.ts"),
    import("../../use-cases/run-rules-on.ts"),
    import("../start-table.ts"),
  ]);
  return withStore(url, async (store) => {
    const signal = cancelOnInterrupt();
    const began = shell.now();
    const bar = progress("Đã đọc");
    const summary = await indexPaths({
      store,
      paths: sources,
      parsers: shell.config.parsers,
      by: atTerminal(),
      now: shell.now(),
      signal,
      onProgress: bar.step,
    });
    bar.end();
    const fresh = summary.linked > 0 || (await store.settings.get("findings-day")) !== day;
    if (fresh && !signal.aborted) {
      const rules = progress("Đã xét");
      await runRulesOn({
        store,
        rules: await shell.loadRules(),
        day,
        now: shell.now(),
        signal,
        onProgress: (done) => rules.step(done),
      });
      rules.end();
    }
    if (signal.aborted) return 2;
    printText(await startTable(store, { day, url, summary, seconds: (shell.now() - began) / 1000 }));
    if (options.serve === false) return 0;
    await serveUntilStopped(shell, store);
    return 0;
  });
}

/** `serve`: the web app on an index that is already there. */
export async function serveOnly(shell: Shell, _: readonly string[], options: Options): Promise<number> {
  say(`Chỉ mục: ${shownAddress(databaseOption(shell, options))}`);
  return withIndex(shell, options, async (store) => {
    await serveUntilStopped(shell, store);
    return 0;
  });
}

async function serveUntilStopped(shell: Shell, store: Store): Promise<void> {
  const { port, host } = shell.config;
  const outcome = await shell.serve(store, { port, host });
  if (!outcome.ok) throw new CannotRun(outcome.what, outcome.todo);
  printText(`Mở trình duyệt: ${outcome.serving.url}   (dừng: Ctrl-C)`);
  const { firstAccountCode } = await import("../../use-cases/first-account.ts");
  const code = await firstAccountCode(store);
  if (code !== null) {
    const address = `${shell.config.publicUrl ?? outcome.serving.url}/first-account?code=${code}`;
    printText(`Chưa có tài khoản nào. Tạo tài khoản quản trị đầu tiên: ${address}`);
  }
  await new Promise<void>((stop) => {
    process.once("SIGINT", () => stop());
    process.once("SIGTERM", () => stop());
  });
  await outcome.serving.close();
}

/** A person's own folder gets an index of its own, so that the sample province never mixes with real work. */
const ownIndex = (sources: readonly string[]): string =>
  `${basename(sources[0] as string).replace(/[^\p{L}\p{N}]+/gu, "-")}-${createHash("sha256").update(sources.join("\n")).digest("hex").slice(0, 8)}.db`;
