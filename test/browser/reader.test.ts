import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./look.ts";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let here: SampleSite;
beforeAll(async () => {
  here = await openSampleSite();
}, 60_000);
afterAll(() => here?.close());

async function open(path: string, options: BrowserContextOptions & { theme?: "dark" } = {}): Promise<Page> {
  const { theme, ...context } = options;
  const browsing = await here.browser.newContext({ viewport: { width: 1300, height: 900 }, ...context });
  await browsing.addCookies([{ name: "theme", value: theme ?? "light", url: here.serving.url }]);
  const page = await browsing.newPage();
  await page.goto(here.serving.url + path);
  return page;
}

const words = async (page: Page, selector: string): Promise<string> =>
  ((await page.locator(selector).first().textContent()) ?? "").replace(/\s+/gu, " ");

describe("the day of a document", () => {
  test("typed or chosen among its days, the words follow, without script too", async () => {
    const page = await open("/documents/w17", { javaScriptEnabled: false });
    expect(await words(page, ".law")).toContain("niêm yết công khai tại hai đầu bến");
    await page.fill("#on", "31/12/2025");
    await page.getByRole("button", { name: "Xem" }).click();
    expect(page.url()).toContain("on=31%2F12%2F2025");
    expect(await words(page, ".law")).toContain("Giá vé do chủ bến quyết định và thông báo tại bến.");
    const days = page.getByRole("navigation", { name: "Các mốc hiệu lực" });
    for (const day of ["06/10/2025", "20/10/2025", "01/04/2026", "30/06/2026", "15/07/2026"])
      expect(await days.getByRole("link", { name: day }).count(), day).toBe(1);
    await days.getByRole("link", { name: "01/04/2026" }).click();
    expect(page.url()).toContain("on=2026-04-01");
    expect(await words(page, ".law")).toContain("niêm yết công khai tại hai đầu bến");
    await page.getByRole("link", { name: "Bản gốc như ban hành" }).click();
    expect(page.url()).toContain("on=2026-04-01");
    expect(await words(page, ".law")).toContain("Giá vé do chủ bến quyết định và thông báo tại bến.");
    await page.context().close();
  });

  test("a link to a clause opens it on its day", async () => {
    const page = await open("/documents/w17?on=2025-12-31");
    const href = await page.locator("#att_1__art_6__cl_1 > a.cl__n").getAttribute("href");
    expect(href).toBe("/documents/w17?on=2025-12-31&cite=att_1__art_6__cl_1#att_1__art_6__cl_1");
    await page.goto(here.serving.url + href);
    expect(await page.locator(":target").textContent()).toContain("quyết định và thông báo");
    await page.context().close();
  });
});

describe("the card of a changed unit", () => {
  test("opens and closes by keyboard over the text, nothing moves, and axe is content", async () => {
    for (const theme of [undefined, "dark"] as const) {
      const page = await open("/documents/w17", theme ? { theme } : {});
      const summary = page.locator(".change-card > summary").first();
      const card = page.locator(".change-card__body").first();
      const below = page.locator("#att_1__art_9");
      await summary.scrollIntoViewIfNeeded();
      const before = await below.boundingBox();
      expect(await card.isVisible()).toBe(false);
      // reached from the link before it, as anybody would
      await page.locator(".prov__m a.cite").first().focus();
      await page.keyboard.press("Tab");
      expect(await summary.evaluate((el) => el === document.activeElement)).toBe(true);
      await page.keyboard.press("Enter");
      await card.waitFor({ state: "visible" });
      const said = await words(page, ".change-card__body");
      expect(said).toContain("Sửa đổi bởi khoản 1 Điều 1 Quyết định số 06/2026/QĐ-UBND, từ ngày 01/04/2026");
      expect(await card.locator("del").textContent()).toBe("quyết định và thông báo tại bến");
      expect(await card.locator("ins").textContent()).toContain("niêm yết công khai");
      expect((await below.boundingBox())?.y).toBe(before?.y);
      const box = await card.boundingBox();
      expect(box !== null && box.x >= 0 && box.x + box.width <= 1300).toBe(true);
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await card.isVisible()).toBe(false);
      expect(await summary.evaluate((el) => el === document.activeElement)).toBe(true);
      await page.context().close();
    }
  }, 60_000);

  test("opens without script, on a phone in the flow of the text", async () => {
    const page = await open("/documents/w17", { javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    await page.locator(".change-card > summary").first().click();
    const box = await page.locator(".change-card__body").first().boundingBox();
    expect(box !== null && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    await page.context().close();
  });
});

describe("the timeline", () => {
  test("marks never cover each other and type keeps its size, from a phone to a desk; a mark opens its day", async () => {
    for (const width of [360, 1300]) {
      const page = await open("/documents/w17?tab=effects", { viewport: { width, height: 900 } });
      const marks = await page
        .locator(".tl-number")
        .evaluateAll((all) => all.map((el) => el.getBoundingClientRect().toJSON()));
      expect(marks).toHaveLength(5);
      for (const [i, a] of marks.entries())
        for (const b of marks.slice(i + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y), `${width} px`).toBeGreaterThanOrEqual(Math.min(a.width, b.width));
      const size = await page
        .locator(".tl-mark text")
        .first()
        .evaluate((el) => Number.parseFloat(getComputedStyle(el).fontSize));
      expect(size).toBeGreaterThanOrEqual(12);
      await page.locator(".tl-mark").nth(2).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/on=2026-04-01/u);
      await page.context().close();
    }
  });
});

describe("the comparison", () => {
  test("by its form without script, from two numbers", async () => {
    const page = await open("/compare", { javaScriptEnabled: false });
    await page.fill("#c-a", "17/2025/QĐ-UBND");
    await page.fill("#c-b", "17/2025/QĐ-UBND");
    await page.fill("#c-b-day", "01/04/2026");
    await page.getByRole("button", { name: "So sánh" }).click();
    expect(decodeURIComponent(page.url())).toContain("/compare?left=w17@&right=w17@2026-04-01");
    expect(await page.locator("h1").textContent()).toContain("So sánh hai bản của");
    expect(await page.locator(".diff__row[data-change]").count()).toBe(3);
    const fold = page.locator(".diff__same").first();
    expect(await fold.locator(".diff__read").isVisible()).toBe(false);
    await fold.locator("summary").click();
    expect(await fold.textContent()).toContain("Hiệu lực thi hành");
    await page.context().close();
  });

  test("side by side on a desk, one below the other on a phone, the keys walk the differences", async () => {
    const path = "/compare?left=w17@&right=w17@2026-06-30";
    const desk = await open(path);
    const [left, right] = await Promise.all(
      [".diff__old", ".diff__new"].map((half) => desk.locator(`[data-change] ${half}`).first().boundingBox()),
    );
    expect(left?.y).toBe(right?.y);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0);
    await desk.keyboard.press("j");
    await desk.keyboard.press("j");
    expect(await desk.evaluate(() => document.activeElement?.textContent)).toBe("Điều 6a");
    await desk.emulateMedia({ media: "print" });
    expect(await desk.locator(".cmp-pick").isVisible()).toBe(false);
    expect(await desk.locator("[data-change] .diff__old").first().isVisible()).toBe(true);
    await desk.context().close();
    const phone = await open(path, { viewport: { width: 360, height: 800 } });
    const [old, fresh] = await Promise.all(
      [".diff__old", ".diff__new"].map((half) => phone.locator(`[data-change] ${half}`).first().boundingBox()),
    );
    expect((old?.y ?? 0) + (old?.height ?? 0)).toBeLessThanOrEqual(fresh?.y ?? 0);
    await phone.context().close();
  });
});

test("nothing shifts while the pages load", async () => {
  for (const path of ["/documents/w17", "/documents/w17?tab=effects", "/compare?left=w17@&right=w17@2026-06-30"]) {
    const page = await open(path);
    const shifted = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 400);
        }),
    );
    expect(shifted, path).toBe(0);
    await page.context().close();
  }
});

describe("a reader's story, by keyboard alone", () => {
  test("contents, an article, a citation card, a copied citation, another day, the properties", async () => {
    const page = await open("/documents/w17?on=2026-03-20");
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    const focused = (): Promise<string> =>
      page.evaluate(() => (document.activeElement?.textContent ?? "").replace(/\s+/gu, " ").trim());

    // from the contents to an article; contents and bar follow
    await page.locator(".toc a").first().focus();
    for (let i = 0; i < 30 && !(await focused()).includes("Thời hạn công bố mở bến"); i++)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#att_1__art_5$/u);
    await page.waitForFunction(
      () => document.querySelector(".toc [aria-current=location]")?.getAttribute("href") === "#att_1__art_5",
    );
    expect(await words(page, ".here .path")).toMatch(/QUY ĐỊNH.*Chương II.*Điều 5\. Thời hạn công bố mở bến/u);

    // on to the first citation of the article: its card opens
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.matches("a[data-card]") === true)) break;
    }
    await page.locator("#cite-card").waitFor({ state: "visible" });
    expect(await words(page, "#cite-card")).toContain("742/2024/NĐ-CP");
    await page.keyboard.press("Escape");

    // y opens what is copied of the article that is read; Enter copies it
    await page.keyboard.press("y");
    await page.locator("[data-quote] button").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".copy-said")?.textContent !== "");
    expect(await words(page, ".copy-said")).toBe("Đã sao chép");
    expect(await words(page, "[data-quote] .law-voice")).toContain(
      "Điều 5 Quy định ban hành kèm theo Quyết định số 17/2025/QĐ-UBND ngày 06 tháng 10 năm 2025",
    );
    await page.keyboard.press("Escape");
    expect(await page.locator("[data-quote]").count()).toBe(0);

    // another day, then the properties
    await page.locator("#on").focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("31/12/2025");
    await page.keyboard.press("Enter");
    await page.waitForURL(/on=31%2F12%2F2025/u);
    await page.locator(".tabs a").last().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/tab=properties/u);
    expect(await words(page, "main")).toContain("Vì sao biết");
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 60_000);

  test("a link to what the text does not have asks what became of it", async () => {
    const page = await open("/documents/w17#att_1__art_99");
    await page.waitForURL(/cite=att_1__art_99/u);
    expect(await words(page, "main")).toContain("Văn bản không có Điều 99");
    await page.goto(`${here.serving.url}/documents/w17?on=2025-12-31#att_1__art_6a`);
    expect(await words(page, ":target")).toContain("có từ ngày 01/04/2026");
    await page.context().close();
  });

  test("without script the number of a clause opens its citation in the page", async () => {
    const page = await open("/documents/w17", { javaScriptEnabled: false });
    await page.locator("#att_1__art_6__cl_1 > a.cl__n").click();
    expect(page.url()).toContain("cite=att_1__art_6__cl_1");
    expect(await words(page, "[data-quote]")).toContain("được sửa đổi, bổ sung bởi khoản 1 Điều 1");
    expect(await page.locator("[data-quote] button").count()).toBe(0);
    await page.getByRole("link", { name: "Đóng" }).click();
    expect(await page.locator("[data-quote]").count()).toBe(0);
    await page.context().close();
  });
});

test("on paper stand the words with their day, without what only a screen needs", async () => {
  const page = await open("/documents/w17?cite=att_1__art_6__cl_1");
  await page.emulateMedia({ media: "print" });
  for (const gone of [".here", ".reader__toc", "[data-quote]", ".tabs"])
    expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
  expect(await page.locator(".law .print-only").isVisible()).toBe(true);
  expect(await words(page, ".law .print-only")).toContain("30/06/2026");
  await page.context().close();
});
