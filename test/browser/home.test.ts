import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let here: SampleSite;
beforeAll(async () => {
  here = await openSampleSite();
}, 60_000);
afterAll(() => here?.close());

test("from the overview to the list behind a figure, to the calendar and to a file, by keyboard alone", async () => {
  const page = await here.browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(`${here.serving.url}/`);
  const press = async (link: string): Promise<void> => {
    await page.locator(link).first().focus();
    await page.keyboard.press("Enter");
  };

  await press('.status-list a[href*="status=partly-ceased"]');
  await page.waitForURL("**/documents?status=partly-ceased");
  expect(await page.locator("main").textContent()).toContain("17/2025/QĐ-UBND");

  await page.goBack();
  await press('section[aria-labelledby="h-due"] .sec__head a');
  await page.waitForURL("**/due");
  await press('a[href^="/reports?form=01"]');
  await page.waitForURL("**/reports?form=01&from=2026-01-01&to=2026-12-31");
  await press('nav.tabs a[href*="form=02"]');
  await page.waitForURL("**form=02**");
  await page.locator(".report-table summary").first().focus();
  await page.keyboard.press("Enter");
  expect(await page.locator(".report-table details[open] q").first().isVisible()).toBe(true);
  const download = page.waitForEvent("download");
  await press('a[href*="format=xlsx"]');
  expect((await download).suggestedFilename()).toBe("danh-muc-mau-02-2026-01-01-2026-12-31.xlsx");
  expect(complaints).toEqual([]);
  await page.close();
}, 60_000);

test("the queue by month reads as a table too, and nothing is wider than a narrow screen", async () => {
  const page = await here.browser.newPage({ viewport: { width: 360, height: 800 } });
  await page.goto(`${here.serving.url}/`);
  await page.locator('section[aria-labelledby="h-back"] summary').focus();
  await page.keyboard.press("Enter");
  expect(await page.locator('section[aria-labelledby="h-back"] tbody tr').count()).toBeGreaterThanOrEqual(6);
  for (const path of ["/", "/due", "/news", "/reports?form=02&from=2026-01-01&to=2026-12-31"]) {
    await page.goto(`${here.serving.url}${path}`);
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
    expect(wide, path).toBeLessThanOrEqual(room);
  }
  await page.close();
}, 60_000);
