import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { checkStore } from "../../src/store/maintenance.ts";
import { openStore } from "../../src/store/open.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const KILLS = Number(process.env.STORE_KILLS ?? 5);
const UNITS = 60;

it(`leaves whole documents only after ${KILLS} kills of a bulk import`, {
  timeout: 30_000 + KILLS * 5_000,
}, async () => {
  const file = join(temporaryFolderOnce, "index.db");
  const acknowledged = new Set<string>();
  for (let i = 0; i < KILLS; i++) {
    for (const id of await importUntilKilled(file, 5 + Math.round((i * 37) % 60))) acknowledged.add(id);
    const store = await openStore(file);
    const works = await store.documents.indexedWorks();
    expect(works).toEqual(expect.arrayContaining([...acknowledged]));
    const units = await store.documents.unitsOf(works);
    for (const work of works) {
      expect(units.get(work)?.size).toBe(UNITS);
      const current = await store.documents.current(work);
      expect(await store.documents.original(current?.sha256 ?? "")).not.toBeNull();
    }
    await store.close();
  }
  expect(acknowledged.size).toBeGreaterThan(KILLS);
  const health = await checkStore(file);
  expect(health.checks.filter((check) => !check.ok)).toEqual([]);
});

const temporaryFolderOnce = temporaryFolder();

/** Works the child said were committed before it was killed, some milliseconds after the first. */
function importUntilKilled(file: string, delay: number): Promise<string[]> {
  const script = fileURLToPath(new URL("./bulk-import.child.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, file], { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (data: Buffer) => {
    if (out === "") setTimeout(() => child.kill("SIGKILL"), delay);
    out += data.toString();
  });
  return new Promise((resolve) => {
    child.on("close", () => resolve(out.split("\n").slice(0, -1)));
  });
}
