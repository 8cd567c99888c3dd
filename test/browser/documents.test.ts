import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let here: SampleSite;
beforeAll(async () => {
  here = await openSampleSite();
}, 60_000);
afterAll(() => here?.close());

test("two documents are ticked and compared without touching the mouse", async () => {
  const page = await here.browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));
  await page.goto(`${here.serving.url}/documents?sort=symbol`);
  const ticked = () => page.locator("input[name=work]:checked").count();
  const count = () => page.locator("[data-picked]").textContent();

  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  expect(await ticked()).toBe(2);
  expect(await count()).toBe("Đã chọn 2");
  await page.keyboard.press("x");
  expect(await ticked()).toBe(1);
  await page.keyboard.press("x");
  // the row one stands in, not the first of the page
  expect(await page.locator("tbody tr").nth(1).locator("input").isChecked()).toBe(true);

  await page.getByRole("button", { name: "So sánh hai văn bản" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/compare?left=**");
  await page.goBack();

  await page.keyboard.press("X");
  expect(await ticked()).toBe(await page.locator("input[name=work]").count());
  expect(complaints).toEqual([]);
  await page.close();
}, 60_000);

test("without script boxes are ticked by a link, filters by links, columns by a form", async () => {
  const context = await here.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${here.serving.url}/documents`);
  const rows = await page.locator("input[name=work]").count();
  await page.getByRole("link", { name: /Chọn cả/u }).click();
  expect(await page.locator("input[name=work]:checked").count()).toBe(rows);
  await page.locator(".facet a", { hasText: "Quyết định" }).click();
  await page.locator(".facet a", { hasText: "Nghị định" }).click();
  expect(new URL(page.url()).searchParams.getAll("type")).toEqual(["quyet-dinh", "nghi-dinh"]);
  await page.locator(".columns summary").click();
  await page
    .locator(".columns")
    .getByLabel("Chất lượng lời văn")
    .or(page.locator(".columns").getByLabel("Lời văn"))
    .check();
  await page.getByRole("button", { name: "Hiện các cột này" }).click();
  expect(new URL(page.url()).searchParams.getAll("col")).toContain("quality");
  expect(new URL(page.url()).searchParams.getAll("type")).toHaveLength(2);
  expect(await page.locator("thead th", { hasText: "Lời văn" }).count()).toBe(1);
  await context.close();
}, 60_000);

test("a table of many columns scrolls, the page does not", async () => {
  const page = await here.browser.newPage({ viewport: { width: 1024, height: 800 } });
  const columns = [
    "type",
    "issuer",
    "field",
    "issued",
    "effective",
    "since",
    "level",
    "territory",
    "quality",
    "findings",
  ];
  for (const query of ["", `?${columns.map((column) => `col=${column}`).join("&")}`]) {
    await page.goto(`${here.serving.url}/documents${query}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), query).toBeLessThanOrEqual(1024);
  }
  expect(await page.locator(".list-scroll").evaluate((el) => el.scrollWidth > el.clientWidth)).toBe(true);
  await page.close();
}, 60_000);

test("at 360 px rows stack, boxes can be ticked, filters open by their link", async () => {
  const page = await here.browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.goto(`${here.serving.url}/documents`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.locator("input[name=work]").first().check();
  expect(await page.locator("[data-picked]").textContent()).toBe("Đã chọn 1");
  expect(await page.locator("#loc").isVisible()).toBe(false);
  await page.locator(".facets__open").click();
  expect(await page.locator("#loc").isVisible()).toBe(true);
  await page.close();
}, 60_000);
