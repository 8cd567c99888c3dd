import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Where a Chromium usually is. */
const USUAL = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** A browser that has not printed by then hangs. */
const LIMIT_IN_MS = 120_000;

/** The Chromium that prints: the one named, or the first usual one; null = none, then no PDF is offered. */
export const findChromium = (named: string | null): string | null =>
  named === null ? (USUAL.find((path) => existsSync(path)) ?? null) : existsSync(named) ? named : null;

/** A page of ours as PDF. The browser runs no script and reaches no network; it is killed when it takes too long. */
export async function printPdf(chromium: string, html: string, signal?: AbortSignal): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "rasoat-print-"));
  try {
    const [page, pdf] = [join(folder, "page.html"), join(folder, "page.pdf")];
    await writeFile(page, html);
    await run(
      chromium,
      [...SWITCHES, `--user-data-dir=${join(folder, "profile")}`, `--print-to-pdf=${pdf}`, pathToFileURL(page).href],
      signal,
    );
    return new Uint8Array(await readFile(pdf));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

const SWITCHES = [
  "--headless",
  "--disable-gpu",
  "--no-first-run",
  "--disable-extensions",
  "--no-pdf-header-footer",
  "--blink-settings=scriptEnabled=false",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  // Chromium does not start its sandbox for the superuser, who should not run this program
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

function run(command: string, args: readonly string[], signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"], timeout: LIMIT_IN_MS, signal });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`Chromium ended with ${code}: ${said}`))));
  });
}
