import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consolidateText } from "../../src/cli/commands/consolidate.ts";
import type { Shell } from "../../src/cli/program.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { openStore } from "../../src/store/open.ts";
import { amenderText, baseText } from "../timeline/amend-by-text.ts";

const folder = mkdtempSync(join(tmpdir(), "consolidate-"));
const db = join(folder, "index.db");
const shell = {
  config: { databaseUrl: null, dataDir: folder },
  root: folder,
  now: () => Date.UTC(2026, 10, 26),
} as unknown as Shell;
const options = { db, symbol: "12/2025/QĐ-UBND", on: "2026-06-01" };

beforeAll(async () => {
  writeFileSync(
    join(folder, "base.txt"),
    baseText("Điều 1. Mức hỗ trợ\n\n1. Hộ nuôi ong: 500.000 đồng.\n\n2. Xã chi trả trong 10 ngày."),
  );
  writeFileSync(
    join(folder, "amender.txt"),
    amenderText(
      "04/2026/QĐ-UBND",
      "2026-02-10",
      "1. Sửa đổi khoản 1 Điều 1 như sau:\n\n“1. Hộ nuôi ong: 700.000 đồng.”.\n\n2. Thay thế cụm từ “15 ngày” bằng cụm từ “07 ngày” tại khoản 2 Điều 1.",
    ),
  );
  const store = await openStore(db);
  await indexPaths({ store, paths: [join(folder, "base.txt"), join(folder, "amender.txt")], parsers: 1, now: 1 });
  await store.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("consolidate", () => {
  it("writes JSON as the contract has it, with what could not be worked in", async () => {
    const out = join(folder, "text.json");
    expect(await consolidateText(shell, [], { ...options, json: true, out })).toBe(0);
    const answer = JSON.parse(readFileSync(out, "utf8"));
    expect(answer).toMatchObject({ symbol: "12/2025/QĐ-UBND", on: "2026-06-01", complete: false });
    expect(answer.provisions.find((p: { eId: string }) => p.eId === "art_1__cl_1")).toEqual({
      eId: "art_1__cl_1",
      text: "1. Hộ nuôi ong: 700.000 đồng.",
      state: "amended",
      by: { symbol: "04/2026/QĐ-UBND", eId: "art_1__cl_1" },
    });
    expect(answer.refused[0]).toMatchObject({
      amendment: { source: { symbol: "04/2026/QĐ-UBND" }, target: { eId: "art_1__cl_2" }, from: "15 ngày" },
      why: expect.stringMatching(/^Không tìm thấy cụm từ “15 ngày” tại khoản 2 Điều 1\. .{20,}/u),
    });
  });

  it("writes Markdown and Word", async () => {
    const [md, docx] = [join(folder, "text.md"), join(folder, "text.docx")];
    expect(await consolidateText(shell, [], { ...options, format: "md", out: md })).toBe(0);
    expect(readFileSync(md, "utf8")).toContain("700.000 đồng.[^1]");
    expect(await consolidateText(shell, [], { ...options, format: "docx", out: docx })).toBe(0);
    expect(Object.keys(unzipSync(readFileSync(docx)))).toContain("word/footnotes.xml");
  });

  it("says what is wrong with a format, and that a Word document needs a file", async () => {
    await expect(consolidateText(shell, [], { ...options, format: "pdf" })).rejects.toThrow(/Không có dạng “pdf”/u);
    await expect(consolidateText(shell, [], { ...options, format: "docx" })).rejects.toThrow(/cần --out/u);
  });
});
