import { afterAll, beforeAll, expect, test } from "vitest";
import { departmentAtWork } from "../use-cases/periodic-sample.ts";
import { axeFaults, LOOKS, openLook, sidewaysFaults } from "./look.ts";
import { openBrowser } from "./open-browser.ts";
import type { Browser } from "playwright-core";
import { serve, type Serving } from "../../src/server/serve.ts";
import { openStore } from "../../src/store/open.ts";
import { type ImportSite, importSite } from "../server/import-site.ts";

let site: ImportSite;
let serving: Serving;
let browser: Browser;
beforeAll(async () => {
  const store = await openStore(":memory:");
  await departmentAtWork(store);
  site = await importSite({ store });
  const outcome = await serve({ app: site.app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  serving = outcome.serving;
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await site?.close();
  await site?.store.close();
});

/** The document that ended in the sample, as a list says it: on another day, by another decision. */
const LIST = `DANH MỤC VĂN BẢN HẾT HIỆU LỰC NĂM 2026
A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ
STT
Văn bản hết hiệu lực
Lý do hết hiệu lực
Ngày hết hiệu lực
1
Quyết định số 15/2020/QĐ-UBND ngày 04/9/2020 của Ủy ban nhân dân tỉnh An Khê về đường nông thôn
Bị bãi bỏ bởi Quyết định số 41/2026/QĐ-UBND ngày 01/10/2026
01/10/2026
Tổng số: 2 văn bản
`;

test("a list is frozen, published and noted on its document, by keyboard", async () => {
  const { page, complaints, close } = await openLook(browser, serving.url, {});
  await page.goto(`${serving.url}/reports?form=01&from=2026-01-01&to=2026-12-31`);
  const press = async (what: string): Promise<void> => {
    await page.locator(what).first().focus();
    await page.keyboard.press("Enter");
    await page.waitForLoadState();
  };
  await press('a[href*="/reports/freeze"]');
  await press('form[method="post"] button[type="submit"]');
  await page.waitForURL("**/reports/published/*");
  const [file] = await Promise.all([page.waitForEvent("download"), press('a[href*="format=docx"]')]);
  expect(file.suggestedFilename()).toMatch(/^mau-01-2026-12-31-ban-1\.docx$/u);
  await page.fill('[name="symbol"]', "2/QĐ-UBND");
  await page.fill('[name="day"]', "05/01/2027");
  await page.fill('[name="issuer"]', "Ủy ban nhân dân tỉnh An Khê");
  await press('#publish ~ form button, section[aria-labelledby="publish"] button');
  await page.waitForURL("**done=published");
  await press('table a[href^="/documents/"]');
  expect(await page.locator("main").textContent()).toContain("Đã công bố: 2/QĐ-UBND, Mẫu số 01, phần A, dòng 1");
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("a published list is read in, its difference is answered", async () => {
  const { page, complaints, close } = await openLook(browser, serving.url, {});
  await page.goto(`${serving.url}/reports/lists`);
  await page.setInputFiles("#file", { name: "danh-muc.txt", mimeType: "text/plain", buffer: Buffer.from(LIST) });
  await page.click('button:has-text("Nhập và đối chiếu")');
  await page.waitForURL("**/reports/lists/*");
  const said = await page.locator("main").textContent();
  expect(said).toContain("Danh mục ghi 2 văn bản, đọc được 1 dòng");
  expect(said).toContain("Khác ngày hết hiệu lực");
  await page.fill('[name="reason"]', "Quyết định số 40/2026 mới là văn bản bãi bỏ");
  await page.click('button[value="ours"]');
  await page.waitForURL("**done=answered**");
  expect(await page.locator("main").textContent()).toContain("Quyết định số 40/2026 mới là văn bản bãi bỏ");
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("a list without a day waits until a person dates it; what differs is found from what needs a person", async () => {
  const { page, complaints, close } = await openLook(browser, serving.url, {});
  await page.goto(`${serving.url}/reports/lists`);
  const undated = LIST.replace(" NĂM 2026", "").replace("41/2026", "40/2026").replaceAll("01/10/2026", "01/02/2026");
  const buffer = Buffer.from(undated);
  await page.setInputFiles("#file", { name: "khong-ngay.txt", mimeType: "text/plain", buffer });
  await page.click('button:has-text("Nhập và đối chiếu")');
  await page.waitForURL("**/reports/lists/*");
  expect(await page.locator("main").textContent()).toContain("Chưa rõ ngày công bố");
  await page.fill('[name="from"]', "01/01/2026");
  await page.fill('[name="to"]', "31/12/2026");
  await page.click('button:has-text("Ghi ngày công bố")');
  await page.waitForURL("**done=dated**");
  expect(await page.locator("main").textContent()).toContain("do người đối chiếu ghi");
  await page.goto(`${serving.url}/attention/published-lists`);
  const row = page.locator(".todo", { hasText: "khong-ngay.txt" }).first();
  expect(await row.textContent()).toContain("Khác ngày hết hiệu lực");
  await row.locator('a[href*="/reports/lists/"]').click();
  await page.waitForURL("**/reports/lists/*#d-*");
  const place = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  await place.locator('[name="reason"]').fill("Danh mục ghi nhầm tháng");
  await place.locator('button[value="ours"]').click();
  await page.waitForURL("**done=answered**");
  await page.goto(`${serving.url}/attention/published-lists`);
  expect(await page.locator(".todo", { hasText: "khong-ngay.txt" }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
}, 60_000);

test("in both themes and languages, wide and narrow, nothing is minded and nothing runs sideways", async () => {
  const [published] = await site.store.publications.list({ limit: 1 });
  const [list] = await site.store.listImports.all(1);
  const paths = [
    "/reports/published",
    `/reports/published/${published?.id}?verify=yes&compare=now`,
    "/reports/freeze?form=01&with=02&from=2026-01-01&to=2026-12-31",
    "/reports/lists",
    `/reports/lists/${list?.id}`,
    "/reports?form=01&from=2026-01-01&to=2026-12-31",
    "/reports/agency",
    "/attention/published-lists",
    `/documents/${await documentId()}?tab=effects`,
    "/reports/periodic?kind=month&period=2026-11",
    "/reports/periodic/behind?kind=month&period=2026-11&figure=now.todo",
  ];
  for (const look of LOOKS) {
    const { page, complaints, close } = await openLook(browser, serving.url, look);
    for (const path of paths) {
      await page.goto(`${serving.url}${path}`);
      const where = `${path} ${look.theme} ${look.lang} ${look.width}`;
      expect(await axeFaults(page), where).toEqual([]);
      expect(await sidewaysFaults(page), where).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await close();
  }
}, 180_000);

/** The document that the lists name. */
async function documentId(): Promise<string> {
  const [work] = await site.store.works.bySymbol("15/2020/QĐ-UBND");
  return work?.id ?? "";
}
