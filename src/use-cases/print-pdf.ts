import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pathToFileURL } from "node:url";

/** Where a Chromium usually is. */
const USUAL = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** A browser that has not printed by then hangs. */
const LIMIT_IN_MS = 120_000;

/** The Chromium that prints: the one named, or the first usual one; null = none, then no PDF is offered. */
export const findChromium = (named: string | null): string | null =>
  named === null ? (USUAL.find((path) => existsSync(path)) ?? null) : existsSync(named) ? named : null;

const SWITCHES = [
  "--headless",
  "--disable-gpu",
  "--no-first-run",
  "--disable-extensions",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--remote-debugging-pipe",
  // Chromium does not start its sandbox for the superuser, who should not run this program
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** A page of ours as PDF. The browser runs no script and reaches no network; it is killed when it takes too long. */
export async function printPdf(chromium: string, html: string, signal?: AbortSignal): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "rasoat-print-"));
  const page = join(folder, "page.html");
  await writeFile(page, html);
  const child = spawn(chromium, [...SWITCHES, `--user-data-dir=${join(folder, "profile")}`], {
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
    timeout: LIMIT_IN_MS,
    killSignal: "SIGKILL",
    signal,
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  try {
    return await print(talkTo(child), pathToFileURL(page).href);
  } finally {
    child.kill("SIGKILL");
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

type Fields = Readonly<Record<string, unknown>>;

/** A conversation with the browser in its own protocol: one question, one answer. */
interface Talk {
  ask(method: string, params?: Fields, session?: string): Promise<Fields>;
  /** The next event of this name. */
  hear(event: string): Promise<void>;
}

async function print({ ask, hear }: Talk, url: string): Promise<Uint8Array> {
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  const session = String(sessionId);
  await ask("Page.enable", {}, session);
  await ask("Emulation.setScriptExecutionDisabled", { value: true }, session);
  const loaded = hear("Page.loadEventFired");
  await ask("Page.navigate", { url }, session);
  await loaded;
  const { data } = await ask("Page.printToPDF", { preferCSSPageSize: true, printBackground: true }, session);
  return new Uint8Array(Buffer.from(String(data), "base64"));
}

/** Messages are JSON, each ended by a zero byte, written to the third and read from the fourth pipe. */
function talkTo(child: ChildProcess): Talk {
  const [to, from] = [child.stdio[3] as Writable, child.stdio[4] as Readable];
  const asked = new Map<number, { resolve(answer: Fields): void; reject(error: Error): void }>();
  const heard = new Map<string, () => void>();
  let [last, rest, said] = [0, "", ""];
  const fail = (error: Error): void => {
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
  };
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  child.once("error", fail);
  child.once("close", (code) => fail(new Error(`Chromium ended (${code}): ${said}`)));
  to.on("error", fail);
  from.setEncoding("utf8");
  from.on("data", (chunk: string) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop() ?? "";
    for (const text of messages) {
      const { id, method, result, error } = JSON.parse(text) as {
        readonly id?: number;
        readonly method?: string;
        readonly result?: Fields;
        readonly error?: { readonly message: string };
      };
      if (method !== undefined) heard.get(method)?.();
      const question = id === undefined ? undefined : asked.get(id);
      if (id === undefined || question === undefined) continue;
      asked.delete(id);
      if (error) question.reject(new Error(`Chromium: ${error.message}`));
      else question.resolve(result ?? {});
    }
  });
  return {
    ask: (method, params = {}, session) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        asked.set(id, { resolve, reject });
        to.write(`${JSON.stringify({ id, method, params, ...(session ? { sessionId: session } : {}) })}\0`);
      }),
    hear: (event) => new Promise((resolve) => heard.set(event, resolve)),
  };
}
