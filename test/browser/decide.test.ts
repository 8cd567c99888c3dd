import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let here: SampleSite;
beforeAll(async () => {
  here = await openSampleSite();
}, 60_000);
afterAll(() => here?.close());

test("findings are decided without touching the mouse: confirm, dismiss with a reason, undo", async () => {
  const page = await here.browser.newPage({ viewport: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  const [first, second] = (await here.site.store.findings.list({ limit: 2 })).rows.map((f) => f.key);
  await page.goto(`${here.serving.url}/findings/${first}`);

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
  expect((await here.site.store.decisions.of(second as string))[0]?.reason).toBe("chỉ áp dụng cho bến tạm");

  await page.keyboard.press("u");
  await page.waitForURL(`**/findings/${second}?**undone=yes**`);
  expect((await here.site.store.findings.find(second as string))?.verdict).toBeNull();
  expect((await here.site.store.findings.find(first as string))?.verdict).toBe("confirmed");
  expect(complaints).toEqual([]);
  await page.close();
}, 60_000);
