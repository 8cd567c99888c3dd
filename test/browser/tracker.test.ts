import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { serve, type Serving } from "../../src/server/serve.ts";
import { type ImportSite, importSite } from "../server/import-site.ts";
import { sampleStore } from "../server/sample-store.ts";
import { provinceWorks } from "../use-cases/province-works.ts";
import { trackerWorkbook } from "../use-cases/tracker-workbook.ts";
import { seeded } from "../read/mutate.ts";
import { axeFaults, LOOKS, openLook, sidewaysFaults } from "./look.ts";
import { openBrowser } from "./open-browser.ts";

vi.setConfig({ testTimeout: 120_000 });

let site: ImportSite;
let serving: Serving;
let browser: Browser;
let workbook: Buffer;

beforeAll(async () => {
  const random = seeded(5);
  const province = provinceWorks(random, 300);
  workbook = Buffer.from((await trackerWorkbook(random, province, 60)).bytes);
  site = await importSite({ store: await sampleStore() });
  await site.store.withTransaction(() => site.store.works.save(province.works));
  const outcome = await serve({ app: site.app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  serving = outcome.serving;
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await site?.close();
  await site?.store.close();
  expect(site?.errors).toEqual([]);
});

const faultsOf = async (page: Page): Promise<readonly string[]> => [
  ...(await sidewaysFaults(page)),
  ...(await axeFaults(page)),
];

test("a tracker is read, looked at, stored, settled by keys and given back", async () => {
  const { page, complaints, close } = await openLook(browser, serving.url, { theme: "light", lang: "vi" });
  const faults: string[] = [];
  const check = async (where: string): Promise<void> => {
    faults.push(...(await faultsOf(page)).map((fault) => `${where}: ${fault}`));
  };
  await page.goto(`${serving.url}/handling/imports`);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page.setInputFiles("#files", { name: "theo-doi.xlsx", mimeType, buffer: workbook });
  await page.click("main form button[type=submit]");
  await page.waitForURL(/\/preview\//u);
  await check("preview");
  await page.click("text=Lưu vào bảng theo dõi");
  await page.waitForURL(/stored=new/u);
  await check("the tracker");
  // to the first row that waits, by its link; the first candidate by its digit
  await page.click("table a[data-row] >> nth=0");
  await page.waitForURL(/\/rows\/\d+$/u);
  await check("a row");
  const [before, row] = [page.url(), Number(/rows\/(\d+)/u.exec(page.url())?.[1])];
  const tracker = /imports\/([^/]+)/u.exec(before)?.[1] ?? "";
  await page.keyboard.press("1");
  await page.waitForURL((url) => url.href !== before);
  const settled = await site.store.handlings.row(tracker, row);
  expect(settled?.body.cited.some((one) => one.settled !== null && one.work !== null)).toBe(true);
  const at = page.url();
  await page.keyboard.press("n");
  await page.waitForURL((url) => url.href !== at && /\/rows\/\d+$/u.test(url.pathname));
  await page.goto(`${serving.url}/handling/imports/${tracker}`);
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("text=Xuất lại bảng này")]);
  expect(file.suggestedFilename()).toContain("theo-d");
  expect(faults).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

const PAGES = [
  "/handling",
  "/handling/h-late",
  "/handling/h-other",
  "/handling/new",
  "/handling/bulk?pick=h-late&due=31/12/2026",
  "/handling/imports",
  "/handling/imports/t1",
  "/handling/imports/t1/rows/2",
  "/petitions",
  "/petitions/p1",
  "/petitions/new",
  "/inspections",
  "/inspections/i1",
  "/inspections/new",
  "/due",
];

describe.each(LOOKS)("$theme, $lang, $width px", (look) => {
  test("what is followed, petitions and inspections: nothing sideways, nothing axe minds", async () => {
    const { page, complaints, close } = await openLook(browser, serving.url, look);
    const faults: string[] = [];
    for (const path of PAGES) {
      await page.goto(serving.url + path);
      faults.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
