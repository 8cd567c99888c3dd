import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openUploadFolder } from "../../src/server/upload-folder.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";

it("is private, goes when the program ends, and what a killed program left there goes at the next start", async () => {
  const data = temporaryFolder();
  const [dead, alive] = [join(data, "uploads", "999999999"), join(data, "uploads", String(process.ppid))];
  for (const left of [dead, alive]) {
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, "00001.docx"), "dự thảo");
  }
  const folder = await openUploadFolder(data);
  expect([existsSync(dead), existsSync(alive), existsSync(folder.path)]).toEqual([false, true, true]);
  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  await folder.close();
  expect(existsSync(folder.path)).toBe(false);
});
