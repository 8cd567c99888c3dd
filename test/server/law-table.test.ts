import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBytes } from "../../src/read/read-file.ts";
import { createApp } from "../../src/server/app.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { gridOf } from "../read/fee-table.ts";
import { faultsOf, parseXml, textOf, walk } from "../report/akn-structure.ts";
import { FEE_AMENDER, FEE_DECISION } from "./fee-decision.ts";

const folder = mkdtempSync(join(tmpdir(), "law-table-"));
let store: Store;
let page: (path: string) => Promise<Response>;
let id = "";

const GRID = [
  ["Số TT", "Loại phương tiện", "Mức thu (đồng)", "Đơn vị tính", "Ghi chú"],
  ["1", "Xe đạp", "2.000", "đồng/lượt", "Không thu học sinh"],
  ["2", "Xe máy, gồm:\n- Xe hai bánh;\n- Xe ba bánh, theo khoản 2 Điều này", "5.000", "đồng/lượt", ""],
  ["3", "Ô tô chở người đến chín chỗ, xe bán tải", "25.000", "đồng/lượt", "Kể cả hàng trên xe"],
];

beforeAll(async () => {
  writeFileSync(join(folder, "41.docx"), FEE_DECISION);
  writeFileSync(join(folder, "52.txt"), FEE_AMENDER);
  store = await openStore(":memory:");
  await indexPaths({ store, paths: [folder], parsers: 1, now: 0 });
  id = (await store.works.bySymbol("41/2026/QĐ-UBND"))[0]?.id ?? "";
  const app = createApp({ store, rules: [], today: () => "2026-11-26", version: "0", onError: () => undefined });
  page = async (path) => app.request(`http://localhost${path}`);
}, 60_000);
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const html = async (path: string): Promise<string> => (await (await page(path)).text()).replace(/\s+/gu, " ");
const tableIn = (text: string): string => /<div class="scroll law__table".*?<\/div>/u.exec(text)?.[0] ?? "";

describe("a table of the law", () => {
  test("is drawn as one, by its head, its figures on the right, with citations in its cells", async () => {
    const text = await html(`/documents/${id}?on=2026-07-01`);
    const drawn = tableIn(text);
    expect(drawn).toContain('role="group" tabindex="0" aria-label="Bảng 3 hàng, 5 cột"');
    expect(drawn).toContain('<th scope="col">Loại phương tiện</th>');
    expect(drawn).toContain('<td class="num">25.000</td>');
    expect(drawn).toContain('<td class="count">1</td>');
    expect(drawn).toMatch(/<p>- Xe ba bánh, theo <a [^>]*>khoản 2 Điều này<\/a><\/p>/u);
    expect(drawn).toContain("xe bán tải có chở hàng");
    expect(text.match(/<table/gu)).toHaveLength(1);
  });

  test("shows the words of the day in its cell, and those issued on demand", async () => {
    expect(tableIn(await html(`/documents/${id}`))).toContain("chín chỗ, xe bán tải</td>");
    expect(tableIn(await html(`/documents/${id}?text=issued`))).toContain("chín chỗ, xe bán tải có chở hàng</td>");
  });

  test("stands in the consolidated text and its files", async () => {
    expect(tableIn(await html(`/documents/${id}/consolidated`))).toContain("chín chỗ, xe bán tải</td>");
    const markdown = await (await page(`/documents/${id}/consolidated/file?format=md`)).text();
    expect(markdown).toContain(
      "| Số TT | Loại phương tiện | Mức thu (đồng) | Đơn vị tính | Ghi chú |\n|---|---|---:|---|---|\n| 1 | Xe đạp | 2.000 |",
    );
    const docx = new Uint8Array(await (await page(`/documents/${id}/consolidated/file?format=docx`)).arrayBuffer());
    expect(new TextDecoder().decode(unzipSync(docx)["word/document.xml"])).toContain("<w:tblHeader/>");
    const again = await readBytes(docx, "hop-nhat.docx");
    if (!again.ok) throw new Error(again.problem.what);
    const { text, tables = [] } = again.source;
    expect(tables.map((t) => gridOf(text, t))).toContainEqual(GRID);
  });

  test("is told to programs cell by cell", async () => {
    const answer = (await (await page(`/api/v1/documents/${id}/export`)).json()) as {
      units: { eId: string; lines: { text: string; cell: unknown }[] }[];
    };
    const lines = answer.units.find((u) => u.eId === "art_1__cl_1")?.lines ?? [];
    expect(lines.map((l) => l.cell)[0]).toBeNull();
    const at = (row: number, cell: number, header = false) => ({ table: 0, row, cell, header, colSpan: 1, rowSpan: 1 });
    expect(lines.find((l) => l.text === "Số TT")?.cell).toEqual(at(0, 0, true));
    expect(lines.find((l) => l.text === "- Xe hai bánh;")?.cell).toEqual(at(2, 1));
    expect(lines.find((l) => l.text === "25.000")?.cell).toEqual(at(3, 2));
  });

  test("is a table in Akoma Ntoso", async () => {
    const akn = parseXml(await (await page(`/api/v1/documents/${id}/akn`)).text());
    expect(faultsOf(akn)).toEqual([]);
    const rows = [...walk(akn)]
      .filter((e) => e.name === "tr")
      .map((tr) => tr.children.map((c) => [c.name, textOf(c).trim()]));
    expect(rows).toHaveLength(4);
    expect(rows[0]?.[0]).toEqual(["th", "Số TT"]);
    expect(rows[3]?.map(([name]) => name)).toEqual(["td", "td", "td", "td", "td"]);
    expect(rows[3]?.[1]?.[1]).toContain("xe bán tải");
  });
});
