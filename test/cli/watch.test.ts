import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";
import { aDecision } from "../use-cases/place.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

it("watch imports what is there and what is dropped, a line a file, and stops at Ctrl-C with everything kept", async () => {
  const folder = temporaryFolder();
  const [inbox, db] = [join(folder, "."), join(temporaryFolder(), "index.db")];
  writeFileSync(join(inbox, "a.txt"), aDecision());
  const args = ["--import", "tsx", "src/main.ts", "watch", inbox, "--db", db, "--ndjson"];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  const lines = (): { file: string; outcome: string }[] =>
    out
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { file: string; outcome: string });
  const until = async (n: number): Promise<void> => {
    for (let i = 0; i < 300 && lines().length < n; i++) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  try {
    await until(1);
    writeFileSync(join(inbox, "b.txt"), aDecision({ symbol: "32/2025/QĐ-UBND" }));
    writeFileSync(join(inbox, "c.exe"), "MZ");
    await until(3);
  } finally {
    child.kill("SIGINT");
  }
  expect(await ended).toBe(0);
  expect(lines().map((line) => [line.file.split("/").at(-1), line.outcome])).toEqual([
    ["a.txt", "imported"],
    ["b.txt", "imported"],
    ["c.exe", "refused"],
  ]);
  expect(readdirSync(inbox).sort()).toEqual(["a.txt", "b.txt", "c.exe"]);
  const store = await openStore(db);
  expect(await store.documents.indexedWorks()).toHaveLength(2);
  await store.close();
}, 90_000);
