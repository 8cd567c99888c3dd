/**
 * The regression guard: measures the tool with the accuracy kit that lies beside the project and compares every figure
 * with `test/accuracy-floor.json`. Floors go up when the figures rise and never down.
 *
 *     node --import tsx test/accuracy/guard.ts [KIT]         compare; exit 1 when a figure is below its floor
 *     node --import tsx test/accuracy/guard.ts [KIT] --raise write today's figures as floors where they are higher
 *
 * Without a kit nothing is measured and nothing fails: the kit is no part of the project.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compareFigures, type Figure, figuresOf, type Floors, raised } from "./floors.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const floorFile = fileURLToPath(new URL("../accuracy-floor.json", import.meta.url));
const kit = resolve(root, process.argv.slice(2).find((a) => !a.startsWith("--")) ?? "../shared/eval");

/** The whole kit took seven minutes on a busy machine with two cores; a scorer that hangs is ended. */
const LONGEST_SCORER_MS = 20 * 60_000;

process.exitCode = main();

function main(): number {
  if (!existsSync(resolve(kit, "run.mjs"))) {
    console.log(`No accuracy kit at ${kit}: nothing measured. 0 passed, 0 failed`);
    return 0;
  }
  const floors = JSON.parse(readFileSync(floorFile, "utf8")) as Floors;
  const figures = [
    ...score("citations/score.mjs", []),
    ...score("conflicts/score.mjs", ["pairs", "seeded", "planted"]),
    ...score("run.mjs", ["--timeout", "900"]),
  ];
  if (process.argv.includes("--raise")) {
    writeFileSync(floorFile, `${JSON.stringify(raised(floors, figures), null, 2)}\n`);
    console.log("Floors raised where today's figures are higher.");
    return 0;
  }
  const lines = compareFigures(floors, figures);
  if (lines.length === 0) {
    console.log(
      "test/accuracy-floor.json holds no floor: nothing would be guarded. Run the guard with --raise.\naccuracy: 0 passed, 1 failed",
    );
    return 1;
  }
  for (const line of lines) console.log(row(line.ok ? "ok" : "LOW", line.name, line.value, line.bound, line.n));
  const failed = lines.filter((line) => !line.ok).length;
  console.log(`accuracy: ${lines.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function score(script: string, args: readonly string[]): readonly Figure[] {
  const started = Date.now();
  const run = spawnSync(process.execPath, [resolve(kit, script), "--json", ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: LONGEST_SCORER_MS,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  try {
    const figures = figuresOf(JSON.parse(run.stdout.trim().split("\n").at(-1) ?? "") as Record<string, unknown>);
    console.log(`${script}: ${figures.length} figures in ${seconds} s`);
    return figures;
  } catch {
    console.log(
      `${script}: no figures (${run.error?.message ?? `ended with ${run.status ?? run.signal}`}) after ${seconds} s`,
    );
    return [];
  }
}

function row(verdict: string, name: string, value: number | null, bound: string, n: number | null): string {
  return `${verdict.padEnd(4)} ${name.padEnd(64)} ${(value === null ? "missing" : value.toFixed(4)).padStart(8)}  ${bound.padEnd(10)} ${n === null ? "" : `n=${n}`}`;
}
