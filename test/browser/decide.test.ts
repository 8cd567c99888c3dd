import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { serve, type Serving } from "../../src/server/serve.ts";
import { sampleApp } from "../server/app.ts";
import { openBrowser } from "./open-browser.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
let serving: Serving;
let browser: Browser;

beforeAll(async () => {
  site = await sampleApp();
  const outcome = await serve({ app: site.app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  serving = outcome.serving;
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await site?.store.close();
});

test("findings are decided without touching the mouse: confirm, dismiss with a reason, undo", async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  const [first, second] = (await site.store.findings.list({ limit: 2 })).rows.map((f) => f.key);
  await page.goto(`${serving.url}/findings/${first}`);

  await page.keyboard.press("c");
  await page.waitForURL(`**/findings/${second}?**`);
  expect(await page.locator("main").textContent()).toContain("Đã xác nhận.");

  await page.keyboard.press("d");
  await page.waitForURL("**/decide");
  expect(await page.locator("main").textContent()).toContain("Chưa có lý do bác bỏ");
  await page.keyboard.press("n");
  await page.keyboard.type("chỉ áp dụng cho bến tạm");
  await page.keyboard.press("Escape");
  await page.keyboard.press("d");
  await page.waitForURL((url) => url.searchParams.get("to") === second);
  expect((await site.store.decisions.of(second as string))[0]?.reason).toBe("chỉ áp dụng cho bến tạm");

  await page.keyboard.press("u");
  await page.waitForURL(`**/findings/${second}?**undone=yes**`);
  expect((await site.store.findings.find(second as string))?.verdict).toBeNull();
  expect((await site.store.findings.find(first as string))?.verdict).toBe("confirmed");
  expect(complaints).toEqual([]);
  await page.close();
}, 60_000);
