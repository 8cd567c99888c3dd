import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let here: SampleSite;
beforeAll(async () => {
  here = await openSampleSite();
}, 60_000);
afterAll(() => here?.close());

test("the card opens on hover and focus, stays while pointed at, and Escape closes it", async () => {
  const page = await here.browser.newPage({ viewport: { width: 1300, height: 900 } });
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(`${here.serving.url}/documents/w17`);
  const card = page.locator("cite-card");
  const link = page.locator('a[data-card*="w718"]').first();
  expect(await card.isVisible()).toBe(false);
  await link.hover();
  await card.waitFor({ state: "visible" });
  expect(await card.textContent()).toContain("đã hết hiệu lực");
  expect(await link.getAttribute("aria-describedby")).toBe("cite-card");
  const box = await card.boundingBox();
  expect(box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1300 && box.y + box.height <= 900).toBe(true);
  await card.hover();
  await page.waitForTimeout(400);
  expect(await card.isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  expect(await card.isVisible()).toBe(false);
  expect(await link.getAttribute("aria-describedby")).toBeNull();
  await page.mouse.move(5, 5);
  await page.keyboard.press("Tab");
  await page.locator('a[data-card*="art_3"]').first().focus();
  await card.waitFor({ state: "visible" });
  expect(await card.textContent()).toContain("742/2024/NĐ-CP");
  expect(complaints).toEqual([]);
  await page.close();
});
