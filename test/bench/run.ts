import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { checking } from "./checking.ts";
import { indexing } from "./indexing.ts";
import { lists } from "./lists.ts";
import type { BenchRow } from "./measure.ts";
import { pages } from "./pages.ts";
import { parsing } from "./parsing.ts";
import { searching, searchingMillion } from "./searching.ts";
import { startUp } from "./start-up.ts";
import { wordFiles } from "./word-files.ts";

/**
 * `npm run bench` prints a table; `npm run bench -- --json` prints one JSON object; names of parts run only those:
 * `npm run bench -- parsing searching`. Parts that make something large run only when named. A part that fails is named and the others go on; the exit code is then 1.
 */
const PARTS: Readonly<Record<string, (folder: string) => Promise<BenchRow[]>>> = {
  parsing,
  indexing,
  searching,
  reading: wordFiles,
  checking,
  pages,
  lists,
  "start-up": startUp,
};

/** Minutes and gigabytes: `npm run bench -- searching-million`. */
const LARGE: typeof PARTS = { "searching-million": searchingMillion };

const asJson = process.argv.includes("--json");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const folder = await mkdtemp(join(tmpdir(), "rasoat-bench-"));
const rows: BenchRow[] = [];
try {
  for (const [name, part] of Object.entries({ ...PARTS, ...LARGE })) {
    if (wanted.length > 0 ? !wanted.includes(name) : name in LARGE) continue;
    console.error(`${name} …`);
    try {
      rows.push(...(await part(folder)));
    } catch (error) {
      console.error(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
      process.exitCode = 1;
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

const machine = { node: process.version, cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length };
if (asJson) console.log(JSON.stringify({ machine, rows }));
else {
  console.log(`Node ${machine.node}, ${machine.cores} × ${machine.cpu}\n`);
  console.log(table(rows));
}

function table(all: readonly BenchRow[]): string {
  const cells = [["part", "what", "value", "unit", "of ceiling", "target"]];
  for (const row of all) {
    const share = row.ofCeiling === undefined ? "" : `${(row.ofCeiling * 100).toFixed(row.ofCeiling < 0.1 ? 1 : 0)} %`;
    const target = row.target === undefined ? "" : `${row.target} ${row.met === true ? "met" : "MISSED"}`;
    cells.push([row.part, row.name, rounded(row.value), row.unit, share, target]);
  }
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0))) ?? [];
  return cells
    .map((line) =>
      line
        .map((cell, column) => (column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function rounded(n: number): string {
  if (n >= 1000) return Math.round(n).toLocaleString("en");
  return n.toFixed(n >= 100 ? 0 : n >= 10 ? 1 : 2);
}
