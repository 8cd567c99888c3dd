import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { watchFolder } from "../../src/use-cases/watch-folder.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("a watched folder", () => {
  it("gives what is there, then what comes, never a file that is still being written, and ends when told", async () => {
    const folder = temporaryFolder();
    const at = (name: string): string => join(folder, name);
    mkdirSync(at("sâu"));
    writeFileSync(at("sâu/a.txt"), "một");
    writeFileSync(at("~$b.docx"), "khóa của Word");
    const stop = new AbortController();
    const batches: (readonly string[])[] = [];
    const watching = (async () => {
      const options = { folder, every: 40, settle: 120, now: () => Date.now(), signal: stop.signal };
      for await (const batch of watchFolder(options)) batches.push(batch);
    })();
    const seen = async (name: string, times = 1): Promise<void> => {
      for (let i = 0; i < 100 && batches.flat().filter((p) => p === at(name)).length < times; i++) await pause(20);
    };
    await seen("sâu/a.txt");
    expect(batches.flat()).toEqual([at("sâu/a.txt")]);
    for (let i = 0; i < 6; i++) {
      appendFileSync(at("c.txt"), "thêm ".repeat(i + 1));
      await pause(50);
      expect(batches.flat()).not.toContain(at("c.txt"));
    }
    await seen("c.txt");
    expect(batches.flat()).toEqual([at("sâu/a.txt"), at("c.txt")]);
    await pause(150);
    expect(batches.flat()).toHaveLength(2);
    appendFileSync(at("sâu/a.txt"), ", hai");
    await seen("sâu/a.txt", 2);
    expect(batches.flat()).toHaveLength(3);
    stop.abort();
    await watching;
    expect([existsSync(at("sâu/a.txt")), existsSync(at("c.txt"))]).toEqual([true, true]);
  }, 20_000);
});
