import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { exportImpact } from "../../src/use-cases/export-impact.ts";
import { impactOf } from "../../src/use-cases/impact-of.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { recentActs, viewImpact } from "../../src/use-cases/view-impact.ts";

const DAY = "2026-11-26";
let store: Store;
beforeAll(async () => {
  store = await openStore(":memory:");
  const corpus = fileURLToPath(new URL("../../corpus/documents", import.meta.url));
  await indexPaths({ store, paths: [corpus], parsers: 2, now: 0 });
}, 120_000);
afterAll(() => store.close());

const workOf = async (symbol: string) => {
  const [work] = await store.works.bySymbol(symbol);
  if (!work) throw new Error(`no ${symbol}`);
  return work;
};
const rowsOf = async (symbol: string) =>
  (await impactOf(store, await workOf(symbol), DAY)).map((r) => [r.ground, r.work.symbol, r.reach] as const);

describe("what must be reviewed because of a new decree", () => {
  it("is its target, what rests on the target, what cites it, and what regulates the same matter", async () => {
    const rows = await rowsOf("742/2024/NĐ-CP");
    expect(rows).toContainEqual([1, "718/2017/NĐ-CP", null]);
    expect(rows).toContainEqual([2, "14/2019/QĐ-UBND", "whole"]);
    expect(rows).toContainEqual([3, "14/2019/QĐ-UBND", "whole"]);
    expect(rows).toContainEqual([4, "19/2026/QĐ-UBND", null]);
  });

  it("proves each row by words that stand in a document", async () => {
    const work = await workOf("742/2024/NĐ-CP");
    for (const row of await impactOf(store, work, DAY)) {
      expect(row.because.length).toBeGreaterThan(0);
      for (const proof of row.because) {
        if (proof.span === null) continue;
        const text = (await store.documents.current(proof.work))?.document.text ?? "";
        expect(text.slice(proof.span.start, proof.span.end)).toContain(proof.quote.slice(0, 20));
      }
    }
  });

  it("names no document twice on the same ground, and none on ground 4 that another ground has", async () => {
    for (const work of await store.works.all({ known: "text" })) {
      const rows = await impactOf(store, work, DAY);
      const strong = new Set(rows.filter((r) => r.ground < 4).map((r) => r.work.id));
      expect(rows.filter((r) => r.ground === 4 && strong.has(r.work.id))).toEqual([]);
      expect(rows.map((r) => r.work.id)).not.toContain(work.id);
      const keys = rows.map((r) => `${r.ground} ${r.work.id} ${r.through}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it("is shown a part at a time, with all of it counted", async () => {
    const work = await workOf("742/2024/NĐ-CP");
    const whole = await viewImpact(store, work, DAY);
    const first = await viewImpact(store, work, DAY, { ground: null, from: 0, count: 1 });
    expect(first.rows.map((r) => r.ground)).toEqual([...whole.totals.keys()]);
    expect([first.documents, first.totals]).toEqual([whole.documents, whole.totals]);
    const second = await viewImpact(store, work, DAY, { ground: 2, from: 1, count: 1 });
    expect(second.rows).toEqual(whole.rows.filter((r) => r.ground === 2).slice(1, 2));
    expect(second.rows.every((r) => r.through !== null && second.works.has(r.through))).toBe(true);
    expect((await viewImpact(store, work, DAY, { ground: 2, from: 999, count: 1 })).rows).toEqual([]);
  });

  it("never binds a central document by a local one, nor another province", async () => {
    for (const work of await store.works.all({ known: "text" })) {
      if (!/UBND|HĐND/u.test(work.symbol ?? "")) continue;
      const matters = (await impactOf(store, work, DAY)).filter((r) => r.ground === 4);
      expect(matters.filter((r) => /NĐ-CP|\/TT-/u.test(r.work.symbol ?? ""))).toEqual([]);
    }
  });

  it("goes out as a list with as many numbered rows, in CSV and as a workbook of text cells", async () => {
    const work = await workOf("742/2024/NĐ-CP");
    const n = (await impactOf(store, work, DAY)).length;
    const csv = new TextDecoder().decode(await exportImpact(store, work, DAY, "csv"));
    expect(csv.match(/^\d+,(?:Quyết|Nghị|Thông)/gmu)).toHaveLength(n);
    const files = unzipSync(await exportImpact(store, work, DAY, "xlsx"));
    const sheet = new TextDecoder().decode(files["xl/worksheets/sheet1.xml"]);
    expect(sheet).not.toContain("<f>");
    expect(sheet.match(/<row /gu)?.length).toBeGreaterThan(n);
  });

  it("is offered for the documents that came in last", async () => {
    const acts = await recentActs(store);
    expect(acts.map((a) => a.work.symbol)).toContain("05/2025/QĐ-UBND");
    expect(acts.find((a) => a.work.symbol === "05/2025/QĐ-UBND")?.targets).toBe(3);
  });
});
