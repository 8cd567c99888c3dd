import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { diffExtract, type ExtractLine, type Fact } from "../../src/use-cases/diff-extract.ts";
import { temporaryFolder } from "../store/temporary-folder.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const cites = (start: number, end: number, symbol: string): Fact => ({
  start,
  end,
  text: `Quyết định số ${symbol}`,
  role: "reference",
  targets: [{ symbol, eIds: [] }],
});
const amends = (source: string, action: string, eId: string): Fact => ({
  source,
  action,
  target: { symbol: "12/2021/QĐ-UBND", eId },
  from: null,
  to: null,
  start: 100,
  end: 200,
});
const line = (file: string, more: Partial<ExtractLine>): ExtractLine => ({
  file,
  ok: true,
  document: { symbol: "45/2025/QĐ-UBND", effectiveOn: null },
  provisions: [{ eId: "art_1", heading: "Hiệu lực", start: 0, end: 300 }],
  citations: [],
  amendments: [],
  ...more,
});

const OLDER: ExtractLine[] = [
  line("a.txt", {
    citations: [cites(10, 30, "12/2021/QĐ-UBND"), cites(40, 60, "13/2021/QĐ-UBND")],
    amendments: [amends("art_1", "expire", "art_2"), amends("art_1", "expire", "art_3")],
  }),
  line("b.txt", {}),
  { file: "c.txt", ok: false, error: "Tệp hỏng." },
  line("d.txt", {}),
];
const NEWER: ExtractLine[] = [
  line("b.txt", {}),
  line("a.txt", {
    document: { symbol: "45/2025/QĐ-UBND", effectiveOn: "2025-12-01" },
    provisions: [],
    citations: [cites(10, 34, "12/2021/QĐ-UBND"), cites(70, 90, "14/2021/QĐ-UBND")],
    amendments: [amends("art_1", "unknown", "art_3"), amends("art_1", "expire", "art_2")],
  }),
  line("c.txt", {}),
  line("e.txt", {}),
];

it("tells gains, losses and changes apart by place and agreement, whatever the order", () => {
  const found = diffExtract(OLDER, NEWER).map((d) => `${d.file} ${d.change} ${d.kind} ${d.field ?? ""}`.trim());
  expect(found).toEqual([
    "a.txt gained metadata effectiveOn",
    "a.txt lost provision",
    "a.txt changed citation",
    "a.txt lost citation",
    "a.txt gained citation",
    "a.txt changed amendment",
    "c.txt gained file",
    "d.txt lost file",
    "e.txt gained file",
  ]);
});

it("pairs the amendments of one unit that speak of the same target", () => {
  const changed = diffExtract(OLDER, NEWER)
    .filter((d) => d.kind === "amendment")
    .map((d) => [d.before as Fact, d.after as Fact]);
  expect(changed.map(([before, after]) => [before?.action, after?.action])).toEqual([["expire", "unknown"]]);
  expect(changed.map(([before, after]) => [before?.target, after?.target])).toEqual([
    [OLDER[0]?.amendments?.[1]?.target, OLDER[0]?.amendments?.[1]?.target],
  ]);
});

it("finds nothing between a reading and itself, and counts what is there twice", () => {
  expect(diffExtract(OLDER, OLDER)).toEqual([]);
  const once = line("a.txt", { citations: [cites(10, 30, "12/2021/QĐ-UBND")] });
  const twice = line("a.txt", { citations: [cites(10, 30, "12/2021/QĐ-UBND"), cites(10, 30, "12/2021/QĐ-UBND")] });
  expect(diffExtract([once], [twice]).map((d) => d.change)).toEqual(["gained"]);
  expect(diffExtract([twice], [once]).map((d) => d.change)).toEqual(["lost"]);
});

const run = (args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "src/main.ts", "diff-extract", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });

it("prints a table, or an object a difference; a line that is none is named and left out", () => {
  const folder = temporaryFolder();
  const [older, newer] = [join(folder, "old.ndjson"), join(folder, "new.ndjson")];
  writeFileSync(older, OLDER.map((l) => JSON.stringify(l)).join("\n"));
  writeFileSync(newer, `không phải JSON\n${NEWER.map((l) => JSON.stringify(l)).join("\n")}\n`);
  const table = run([older, newer]);
  expect(table.status).toBe(0);
  expect(table.stderr).toContain("dòng 1");
  expect(table.stdout).toContain(
    "a.txt: thuộc tính +1 −0 ~0, đơn vị +0 −1 ~0, dẫn chiếu +1 −1 ~1, lệnh sửa đổi +0 −0 ~1",
  );
  expect(table.stdout).toMatch(/dẫn chiếu {5} +1 +1 +1\n/u);
  expect(table.stdout).toContain("action: expire → unknown");
  const rows = run([older, newer, "--ndjson"]).stdout.trim().split("\n");
  expect(rows.map((r) => JSON.parse(r).change)).toHaveLength(9);
  expect(run([older, join(folder, "none.ndjson")]).status).toBe(2);
});
