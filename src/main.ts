import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommandLine } from "./cli/program.ts";
import { localDay } from "./cli/options.ts";
import { isFaults, readConfig } from "./config.ts";

const VERSION = "0.1.0";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const config = readConfig(process.env, root);
if (isFaults(config)) {
  process.stderr.write(
    `Không khởi động được: cấu hình trong biến môi trường có lỗi.\n${config.map((f) => `  ${f.name}: ${f.what}`).join("\n")}\n`,
  );
  process.exit(2);
}
process.exitCode = await runCommandLine(process.argv.slice(2), {
  config,
  root,
  now: () => Date.now(),
  loadRules: async () => (await import("../rules/index.ts")).rules,
  serve: async (store, options) => {
    const [{ createApp }, { serve }, { rules }] = await Promise.all([
      import("./server/app.ts"),
      import("./server/serve.ts"),
      import("../rules/index.ts"),
    ]);
    const entries = rules.map(({ meta }) => ({
      ...meta,
      readme: readFileSync(join(root, "rules", meta.id, "README.md"), "utf8"),
    }));
    const app = createApp({
      store,
      rules: entries,
      today: () => localDay(Date.now()),
      version: VERSION,
      onError: reportFault,
    });
    return serve({ app, ...options, allowRemote: config.allowRemote });
  },
});

/** The person sees the request's number; whoever keeps the machine sees the fault beside it. */
function reportFault(error: unknown, requestId: string): void {
  process.stderr.write(`[${requestId}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
