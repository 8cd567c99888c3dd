import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let here: SampleSite;
beforeAll(async () => {
  here = await openSampleSite();
}, 60_000);
afterAll(() => here?.close());

test("by keyboard: choose a document, filter its relations, walk to a neighbour, change the day", async () => {
  const page = await here.browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`${here.serving.url}/graph`);
  await page.locator("#g-q").focus();
  await page.keyboard.type("17/2025/QĐ-UBND");
  await page.keyboard.press("Enter");
  await page.waitForURL(/work=w17/u);
  expect(await page.locator(".node").count()).toBe(5);

  await page.locator("input[name=kind][value=amends]").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.waitForURL(/kind=/u);
  expect(await page.locator('.node[href*="w06"]').count()).toBe(0);

  await page.goto(`${here.serving.url}/graph?work=w17`);
  await page.locator('.node[href*="w06"]').focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/work=w06/u);
  expect(await page.locator("h1").textContent()).toContain("06/2026/QĐ-UBND");

  await page.locator("#on").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("31/12/2025");
  await page.keyboard.press("Enter");
  await page.waitForURL(/on=31%2F12%2F2025/u);
  expect(await page.locator("main").textContent()).toContain("Văn bản này chưa ban hành tại ngày đang xem");
  expect(complaints).toEqual([]);
  await page.close();
}, 60_000);

test("works without script; on a phone the table stands before the drawing, on a desk after it", async () => {
  for (const [width, first] of [
    [360, ".graph-table"],
    [1440, ".graph-page > section"],
  ] as const) {
    const page = await here.browser.newPage({ viewport: { width, height: 800 }, javaScriptEnabled: false });
    await page.goto(`${here.serving.url}/graph?work=w17`);
    const [table, drawing] = await Promise.all(
      [".graph-table", ".graph-page > section"].map(async (at) => (await page.locator(at).boundingBox())?.y ?? 0),
    );
    expect((table ?? 0) < (drawing ?? 0), `${width} px`).toBe(first === ".graph-table");
    await page.locator("input[name=kind]").first().uncheck();
    await page.getByRole("button", { name: "Lọc" }).click();
    expect(page.url()).toContain("kind=");
    await page.close();
  }
});
