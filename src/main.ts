import { dayAt } from "./domain/vietnam-time.ts";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommandLine } from "./cli/program.ts";
import { type Config, isFaults, readConfig } from "./config.ts";
import type { Door } from "./server/door.ts";
import type { Store } from "./store/store.ts";
import type { ReportDesk } from "./use-cases/report-desk.ts";
import type { Post } from "./use-cases/daily-digest.ts";

const VERSION = "0.1.0";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const config = readConfig(process.env, root);
if (isFaults(config)) {
  process.stderr.write(
    `Không khởi động được: cấu hình trong biến môi trường có lỗi.\n${config.map((f) => `  ${f.name}: ${f.what}`).join("\n")}\n`,
  );
  process.exit(2);
}
if (config.registerDir !== null) await addToRegister(config.registerDir);
process.exitCode = await runCommandLine(process.argv.slice(2), {
  config,
  root,
  now: () => Date.now(),
  post: () => postOf(config as Config),
  loadRules: async () => (await import("../rules/index.ts")).rules,
  serve: async (store, options) => {
    const [{ lateApp }, { serve }] = await Promise.all([import("./server/late-app.ts"), import("./server/serve.ts")]);
    let loaded: WebApp | null = null;
    const started = Date.now();
    const app = lateApp(async () => (loaded = await webApp(store, { ...config, ...options }, started)).app);
    const { allowRemote, publicUrl } = config;
    const outcome = await serve({ app, ...options, allowRemote, publicUrl });
    if (!outcome.ok) return outcome;
    // once the door is open and its address printed
    setTimeout(app.warm, 0);
    const close = async (): Promise<void> => {
      await outcome.serving.close();
      await loaded?.close();
    };
    return { ok: true, serving: { ...outcome.serving, close } };
  },
});

/** Lines that do not fit are named and left out: a slip in the department's file does not stop its work. */
async function addToRegister(folder: string): Promise<void> {
  const [{ readLocalRegister }, { useLocalRegister }] = await Promise.all([
    import("./resolve/local-register.ts"),
    import("./resolve/central-register.ts"),
  ]);
  const { faults, ...register } = readLocalRegister(folder);
  for (const { file, line, what } of faults) process.stderr.write(`${join(folder, file)}, dòng ${line}: ${what}.\n`);
  useLocalRegister(register);
}

/** How letters go out, in the words of the app; null where no server takes them. */
async function postOf({ smtp, publicUrl }: Config): Promise<Post | null> {
  if (smtp === null || publicUrl === null) return null;
  const [{ openPost }, { vi }] = await Promise.all([
    import("./use-cases/daily-digest.ts"),
    import("../web/i18n/vi.ts"),
  ]);
  const say: Post["say"] = ({ kind, body }) => vi.notices.said[kind](body.values);
  return openPost({ server: smtp, publicUrl, say });
}

type WebApp = Awaited<ReturnType<typeof webApp>>;

/** Pages and rules, loaded when the door is already open. */
async function webApp(store: Store, config: Config, startedAt: number) {
  const { host, port, dataDir, parsers, registerDir, allowRemote, reader, anchorDir } = config;
  const [
    { createApp },
    { openUploadFolder },
    { openImportDesk },
    { openDraftDesk },
    { fileAll },
    { warmUp },
    { keepDailyRounds },
    { rules },
  ] = await Promise.all([
    import("./server/app.ts"),
    import("./server/upload-folder.ts"),
    import("./use-cases/import-desk.ts"),
    import("./use-cases/draft-desk.ts"),
    import("./use-cases/work-facets.ts"),
    import("./use-cases/warm-up.ts"),
    import("./use-cases/daily-round.ts"),
    import("../rules/index.ts"),
  ]);
  const entries = rules.map(({ meta }) => ({
    ...meta,
    readme: readFileSync(join(root, "rules", meta.id, "README.md"), "utf8"),
    cases: async () => (await import("./use-cases/rule-cases.ts")).readRuleCases(join(root, "rules", meta.id, "cases")),
  }));
  const now = () => Date.now();
  const today = () => dayAt(now());
  const uploads = await openUploadFolder(dataDir);
  const post = await postOf(config);
  const onError = (error: unknown): void => reportFault(error, "import");
  const closing = new AbortController();
  const { signal } = closing;
  // the first to open a page then finds it at hand
  const warm = () => warmUp(store, { today: today(), now: now(), signal });
  const desk = await openImportDesk({ store, rules, parsers, now, today, onError, onChanged: warm });
  const drafts = openDraftDesk({ store, rules, now });
  const reports = await openReports(config);
  const filing = fileAll(store, { signal }).then(warm).catch(onError);
  const rounds = keepDailyRounds({ store, post, anchorDir, now, onError: (error) => reportFault(error, "daily") });
  const imports = { desk, folder: uploads.path };
  const door = await openDoor(config);
  return {
    app: createApp({
      door,
      store,
      rules: entries,
      today,
      version: VERSION,
      onError: reportFault,
      imports,
      drafts,
      reports,
      reader,
      installation: { host, port, dataDir, parsers, registerDir, allowRemote, startedAt, post, anchorDir },
    }),
    /** Stops a running import, which then says so, and removes what was not read. */
    async close(): Promise<void> {
      closing.abort();
      await filing;
      await rounds.close();
      await desk.close();
      await reports.close();
      await uploads.close();
    },
  };
}

/** Where long files are made, and the Chromium that prints them, if there is one. */
async function openReports({ chromium }: Config): Promise<ReportDesk> {
  const [{ openReportDesk }, { findChromium }] = await Promise.all([
    import("./use-cases/report-desk.ts"),
    import("./use-cases/print-pdf.ts"),
  ]);
  const onError = (error: unknown): void => reportFault(error, "report");
  return openReportDesk({ now: () => Date.now(), chromium: findChromium(chromium), onError });
}

/** One person may be alone only where nobody else can come: on loopback, with nothing in front of it (SEC-02). */
async function openDoor({ host, publicUrl, oidc }: Config): Promise<Door> {
  const alone = publicUrl === null && ["127.0.0.1", "localhost", "::1"].includes(host);
  if (oidc === null || publicUrl === null) return { alone, publicUrl, elsewhere: null };
  const { signInElsewhere } = await import("./use-cases/sign-in-elsewhere.ts");
  return { alone, publicUrl, elsewhere: signInElsewhere({ ...oidc, returnUrl: `${publicUrl}/sign-in/return` }) };
}

/** The person sees the request's number; whoever keeps the machine sees the fault beside it. */
function reportFault(error: unknown, requestId: string): void {
  process.stderr.write(`[${requestId}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
