import { afterAll, beforeAll, expect, test } from "vitest";
import { DRAFT } from "../use-cases/draft-of-an-khe.ts";
import { type AnKheSite, openAnKheSite } from "./an-khe-site.ts";
import { byKeyboard } from "./by-keyboard.ts";
import { openLook } from "./look.ts";

/** What the three users do all day, on the sample province, without a mouse. */
let site: AnKheSite;
beforeAll(async () => {
  site = await openAnKheSite();
}, 300_000);
afterAll(async () => {
  await site?.close();
  expect(site?.errors).toEqual([]);
});

async function start(path = "/") {
  const { page, complaints, close } = await openLook(site.browser, site.serving.url, {}, { acceptDownloads: true });
  page.setDefaultTimeout(20_000);
  await page.goto(site.serving.url + path);
  return {
    page,
    keys: byKeyboard(page),
    main: async () => (await page.locator("main").textContent()) ?? "",
    async end() {
      expect(complaints).toEqual([]);
      await close();
    },
  };
}

const keyOf = (url: string): string => new URL(url).pathname.split("/").at(-1) ?? "";

test("the reviewer confirms, assigns, notes, dismisses with a reason, undoes, and reads the evidence in its document", async () => {
  const { page, keys, end } = await start();
  const { findings, decisions, desk } = site.store;
  const verdict = async (key: string) => (await findings.find(key))?.verdict ?? null;
  const isAt = (key: string) => page.waitForURL((url) => keyOf(url.href) === key);
  const goesOn = async (key: string) => {
    await page.waitForURL((url) => /\/findings\/[^/]+$/u.test(url.pathname) && keyOf(url.href) !== key);
    return keyOf(page.url());
  };
  await keys.choose('nav a[href="/findings"]');
  await page.waitForURL("**/findings**");
  await page.locator("#decide").waitFor();
  await keys.press("j");
  const first = await goesOn("findings");

  await keys.press("c");
  const second = await goesOn(first);
  expect(await verdict(first)).toBe("confirmed");

  await keys.press("a");
  await keys.type("Sở Xây dựng");
  await keys.press("Enter");
  await page.getByText("Đã giao.").waitFor();
  await page.waitForLoadState();
  expect((await desk.assignmentsOf(second)).map((given) => given.to)).toEqual(["Sở Xây dựng"]);
  await keys.press("n");
  await keys.type("Đã hỏi Sở Xây dựng");
  await keys.press("Control+Enter");
  await page.getByText("Đã ghi chú.").waitFor();
  await page.waitForLoadState();
  expect((await desk.notesOf(second)).map((note) => note.text)).toEqual(["Đã hỏi Sở Xây dựng"]);
  expect(keyOf(page.url())).toBe(second);

  await keys.press("d", "2", "Enter");
  const third = await goesOn(second);
  expect(await verdict(second)).toBe("dismissed");
  expect((await decisions.of(second))[0]?.reason).toBe("Không cùng đối tượng hoặc phạm vi");

  await keys.press("u");
  await isAt(second);
  await expect.poll(() => verdict(second)).toBeNull();
  expect(third).not.toBe(second);

  await keys.choose(".evid__src a, .pair a");
  await page.waitForURL("**/documents/**");
  await keys.tabTo("details:has(.proof) > summary");
  if (!(await page.locator(".proof").first().isVisible())) await keys.press("Enter");
  expect(await page.locator(".proof q").first().textContent()).not.toBe("");
  await end();
}, 180_000);

test("the drafter checks a draft, opens what it contradicts, compares, and takes the result along", async () => {
  const { page, keys, main, end } = await start();
  await keys.choose('nav a[href="/drafts"]');
  await page.waitForURL("**/drafts");
  await keys.fill("#day", "01/12/2026");
  await keys.tabTo("#text");
  await keys.paste(DRAFT);
  await keys.choose("form .btn--go");
  await page.waitForURL(/\/drafts\/[^/]+$/u);
  const result = page.url();
  expect(await main()).toContain("Chưa nên trình");

  await keys.choose('.dfind a[href^="/documents/"]');
  await page.waitForURL("**/documents/**");
  await keys.choose('.tabs a[href*="/compare"]');
  await page.waitForURL("**/compare**");
  // Alt and the left arrow belong to the browser's window, which a headless one has not
  for (let back = 0; back < 4 && page.url() !== result; back++) await page.goBack();
  expect(page.url()).toBe(result);

  const downloading = page.waitForEvent("download");
  await keys.choose('a[href$="/docx"]');
  expect((await downloading).suggestedFilename()).toMatch(/\.docx$/u);
  await end();
}, 180_000);

test("the reporting official chooses the day, lists what has ended, and checks one line against its proof", async () => {
  const { page, keys, main, end } = await start();
  await keys.fill("#on", "31/12/2026");
  await keys.press("Enter");
  await page.waitForURL("**on=31**");
  await keys.choose('nav a[href^="/documents?on="]');
  await page.waitForURL("**/documents?on=**");
  await keys.choose('main a[href*="status=ceased"]');
  await page.waitForURL("**status=ceased**");
  expect(page.url()).toContain("on=2026-12-31");
  await keys.press("j", "Enter");
  await page.waitForURL("**/documents/**");
  expect(await main()).toContain("Hết hiệu lực toàn bộ");
  await keys.tabTo("details:has(.proof) > summary");
  if (!(await page.locator(".proof").first().isVisible())) await keys.press("Enter");
  expect(await page.locator(".proof").first().isVisible()).toBe(true);
  await end();
}, 180_000);

test("whoever looks something up types, walks the results and stands on the provision", async () => {
  const { page, keys, end } = await start();
  await keys.press("/");
  await keys.type("ben khach ngang song");
  await keys.press("Enter");
  await page.waitForURL("**/search?**");
  expect(await page.locator("main mark").count()).toBeGreaterThan(0);
  await keys.press("j", "Enter");
  await page.waitForURL("**/documents/**");
  const unit = decodeURIComponent(new URL(page.url()).hash.slice(1));
  if (unit !== "") expect(await page.locator(`[id="${unit}"]`).count()).toBe(1);
  await end();
}, 120_000);

test("the helper finds out what cannot be reached and what shows no focus", async () => {
  const { page, keys } = await start();
  await expect(keys.tabTo("#khong-co")).rejects.toThrow("cannot be reached");
  await page.locator(".skip").evaluate((link) => ((link as HTMLElement).style.outline = "none"));
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await expect(keys.tabTo(".skip")).rejects.toThrow("shows no focus");
}, 120_000);
