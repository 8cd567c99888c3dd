import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { byKeyboard, type Keyboard } from "./by-keyboard.ts";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let here: SampleSite;
let page: Page;
let person: Keyboard;
const complaints: string[] = [];

beforeAll(async () => {
  here = await openSampleSite();
  const base = { until: null, at: Date.now() - 60_000, undoneAt: null };
  const { decisions } = here.site.store;
  await decisions.add(
    { ...base, id: "d1", finding: "f-conflict", verdict: "dismissed", reason: "Khác đối tượng", by: "Trần Hà" },
    null,
  );
  await decisions.add(
    { ...base, id: "d2", finding: "f-ended", verdict: "confirmed", reason: null, by: "Lê Đức" },
    null,
  );
  page = await here.browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  person = byKeyboard(page);
}, 60_000);
afterAll(async () => {
  expect(complaints).toEqual([]);
  await here?.close();
});

const open = (path: string) => page.goto(here.serving.url + path);
const main = (): Promise<string | null> => page.locator("main").textContent();

test("a citation nobody could resolve is opened from its list, given its document, and taken back", async () => {
  await open("/attention");
  await person.choose('h3 a[href="/attention/unresolved"]');
  await page.waitForURL("**/attention/unresolved");
  await person.choose('a.btn[href^="/attention/citations/w17?"]');
  await page.waitForURL("**/attention/citations/w17?**");
  const mending = page.url();
  await person.fill("#target-q", "742/2024");
  await person.press("Enter");
  await page.waitForURL("**q=742**");
  await person.choose("section:has(#search) .rel button");
  await page.waitForURL("**/attention/settled**");
  expect(await main()).toContain("742/2024/NĐ-CP");
  await page.goto(mending);
  await person.choose('form:has(input[value="undo"]) button');
  await page.waitForURL("**/attention/settled**");
  expect(await main()).not.toContain("742/2024/NĐ-CP");
}, 60_000);

test("the log of decisions is narrowed to one person's dismissals and taken away as a file", async () => {
  await open("/reviews");
  expect(await page.locator("section:has(#log) tbody tr").count()).toBe(2);
  await person.tabTo("#rev-by");
  await person.type("Trần");
  await person.tabTo("#rev-verdict");
  await person.press("ArrowDown", "ArrowDown");
  await person.choose('.att-filter button[type="submit"]');
  await page.waitForURL("**by=**");
  const asked = new URL(page.url()).searchParams;
  expect([asked.get("by"), asked.get("verdict")]).toEqual(["Trần Hà", "dismissed"]);
  const rows = page.locator("section:has(#log) tbody tr");
  expect(await rows.count()).toBe(1);
  expect(await rows.textContent()).toContain("Khác đối tượng");
  const download = page.waitForEvent("download");
  await person.choose('a[href*="/reviews/log"][href*="csv"]');
  expect((await download).suggestedFilename()).toMatch(/\.csv$/u);
}, 60_000);

test("from administration to the audit trail, back, and to the keys of programs", async () => {
  await open("/admin");
  await person.choose('a.btn[href="/admin/audit"]');
  await page.waitForURL("**/admin/audit");
  expect(await page.locator("h1").textContent()).toBe("Nhật ký");
  await person.choose('.path a[href="/admin"]');
  await page.waitForURL("**/admin");
  await person.choose('a.btn[href="/admin/tokens"]');
  await page.waitForURL("**/admin/tokens");
  await person.choose('.path a[href="/admin"]');
  await page.waitForURL("**/admin");
}, 60_000);

test("a rule is found by its group, and its worked cases open with the deciding words marked", async () => {
  await open("/rules");
  await person.tabTo("#rule-group");
  await person.type("Mâu");
  await person.choose('.rule-filter button[type="submit"]');
  await page.waitForURL("**group=conflict**");
  await person.press("j", "Enter");
  await page.waitForURL("**/rules/sample-rule**");
  await person.choose("details.case > summary");
  const opened = page.locator("details.case[open]");
  expect(await opened.locator("mark").textContent()).toBe("trong thời hạn 30 ngày");
  expect(await opened.textContent()).toContain("Rút thời hạn xuống 15 ngày.");
}, 60_000);
