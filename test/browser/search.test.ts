import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults, openLook } from "./look.ts";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let here: SampleSite;
beforeAll(async () => {
  here = await openSampleSite();
}, 60_000);
afterAll(() => here?.close());

test("a document is found and opened without touching the mouse: slash, letters, arrows, Enter", async () => {
  const { page, complaints, close } = await openLook(here.browser, here.serving.url, {});
  await page.goto(`${here.serving.url}/findings`);
  await page.keyboard.press("/");
  const field = page.getByRole("combobox");
  await page.keyboard.type("17 2025 qd");
  const options = page.getByRole("option");
  await options.first().waitFor();
  expect(await field.getAttribute("aria-expanded")).toBe("true");
  expect(await axeFaults(page)).toEqual([]);

  await page.keyboard.press("ArrowDown");
  expect(await options.first().getAttribute("aria-selected")).toBe("true");
  expect(await field.getAttribute("aria-activedescendant")).toBe(await options.first().getAttribute("id"));
  await page.keyboard.press("ArrowUp");
  expect(await field.getAttribute("aria-activedescendant"), "the field is a stop of the round").toBeNull();
  await page.keyboard.press("Escape");
  expect((await options.count()) === 0 || !(await options.first().isVisible())).toBe(true);
  expect(await field.inputValue(), "Escape closes and keeps what was typed").toBe("17 2025 qd");

  await page.keyboard.type("-ubnd");
  await options.first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/documents/w17");
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("a unit named with its document is one Enter away from the results", async () => {
  const { page, complaints, close } = await openLook(here.browser, here.serving.url, { theme: "dark", width: 360 });
  await page.goto(`${here.serving.url}/search`);
  await page.keyboard.press("/");
  await page.keyboard.type("khoản 2 điều 5 17/2025/QĐ-UBND");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?q=**");
  const jump = page.getByRole("link", { name: "Tới Khoản 2 Điều 5" });
  await jump.waitFor();
  expect(await jump.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/documents/w17#att_1__art_5__cl_2");
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("without script the box searches, filters are links and near spellings lead on", async () => {
  const { page, close } = await openLook(here.browser, here.serving.url, {}, { javaScriptEnabled: false });
  await page.goto(`${here.serving.url}/`);
  await page.fill("#q", "hành khácch");
  await page.press("#q", "Enter");
  await page.getByRole("link", { name: "hành khách" }).click();
  await page.getByRole("link", { name: "Nghị định", exact: false }).first().click();
  expect(new URL(page.url()).searchParams.get("type")).toBe("nghi-dinh");
  expect(await page.locator("article.hits").count()).toBe(1);
  expect(await page.getByRole("combobox").count(), "what does not run is not promised").toBe(0);
  await close();
}, 60_000);
