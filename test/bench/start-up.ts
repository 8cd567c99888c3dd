import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { BenchRow } from "./measure.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RUNS = 3;

/** Seconds from the command to the first page, on an index of the sample law that is already there. */
export async function startUp(folder: string): Promise<BenchRow[]> {
  const database = join(folder, "start-up.db");
  const indexer = command(["index", join(ROOT, "corpus"), "--db", database], folder);
  indexer.stdout?.resume();
  indexer.stderr?.resume();
  const [code] = (await once(indexer, "close")) as [number | null];
  if (code !== 0) throw new Error(`index ended with ${code}`);

  const listening: number[] = [];
  const answered: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    const server = command(["serve", "--db", database], folder);
    server.stderr?.resume();
    try {
      const url = await addressOf(server);
      listening.push((performance.now() - started) / 1000);
      const page = await fetch(url);
      await page.text();
      if (!page.ok) throw new Error(`the first page answered ${page.status}`);
      answered.push((performance.now() - started) / 1000);
    } finally {
      server.kill("SIGTERM");
      await once(server, "close");
    }
  }
  const best = Math.min(...listening);
  return [
    {
      part: "start-up",
      name: "serve on an indexed database, until it listens",
      value: best,
      unit: "s",
      target: "≤ 1",
      met: best <= 1,
    },
    { part: "start-up", name: "serve, until the first page is there", value: Math.min(...answered), unit: "s" },
  ];
}

function command(words: readonly string[], folder: string): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", join(ROOT, "src/main.ts"), ...words], {
    cwd: ROOT,
    env: { ...process.env, PORT: "0", RASOAT_DATA: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (server.stdout === null) throw new Error("no output to read the address from");
  for await (const line of createInterface(server.stdout)) {
    const url = /https?:\/\/[^\s)]+/u.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error("the server ended without an address");
}
