import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { serve, type Serving } from "../../src/server/serve.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { indexPaths } from "../../src/use-cases/index-paths.ts";
import { FEE_AMENDER, FEE_DECISION } from "../server/fee-decision.ts";
import { axeFaults, openLook, sidewaysFaults } from "./look.ts";
import { openBrowser } from "./open-browser.ts";

const folder = mkdtempSync(join(tmpdir(), "law-table-"));
let store: Store;
let serving: Serving;
let browser: Browser;
let address = "";

beforeAll(async () => {
  writeFileSync(join(folder, "41.docx"), FEE_DECISION);
  writeFileSync(join(folder, "52.txt"), FEE_AMENDER);
  store = await openStore(":memory:");
  await indexPaths({ store, paths: [folder], parsers: 1, now: 0 });
  const app = createApp({ store, rules: [], today: () => "2026-11-26", version: "0", onError: () => undefined });
  const outcome = await serve({ app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  serving = outcome.serving;
  browser = await openBrowser();
  address = `${serving.url}/documents/${(await store.works.bySymbol("41/2026/QĐ-UBND"))[0]?.id ?? ""}`;
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each(["light", "dark"] as const)(
  "a table keeps its columns on a phone and is pushed sideways by keyboard (%s)",
  async (theme) => {
    const { page, complaints, close } = await openLook(browser, serving.url, { theme, width: 360 });
    for (const path of ["", "/consolidated"]) {
      await page.goto(address + path);
      const frame = page.locator(".law__table").first();
      const [room, width] = await frame.evaluate((e) => [e.clientWidth, e.scrollWidth]);
      expect(width).toBeGreaterThan(room as number);
      expect(await sidewaysFaults(page)).toEqual([]);
      await frame.focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => (document.querySelector(".law__table")?.scrollLeft ?? 0) > 0);
      const [top, below] = await frame
        .locator("tr")
        .evaluateAll((rows) => [rows[0], rows[3]].map((row) => row?.children[2]?.getBoundingClientRect().right));
      expect(Math.abs((top as number) - (below as number))).toBeLessThan(1);
      expect(await axeFaults(page)).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await close();
  },
);

test("its columns are said with its cells, and an amount stands on the right under its name", async () => {
  const { page, close } = await openLook(browser, serving.url, { width: 1280 });
  await page.goto(address);
  const table = page.getByRole("group", { name: "Bảng 3 hàng, 5 cột" }).getByRole("table");
  expect(await table.getByRole("columnheader").allTextContents()).toEqual([
    "Số TT",
    "Loại phương tiện",
    "Mức thu (đồng)",
    "Đơn vị tính",
    "Ghi chú",
  ]);
  const amount = table.getByRole("cell", { name: "25.000", exact: true });
  expect(await amount.evaluate((cell) => getComputedStyle(cell).textAlign)).toBe("right");
  expect(await table.getByRole("cell", { name: /chín chỗ, xe bán tải$/u }).count()).toBe(1);
  await close();
});
