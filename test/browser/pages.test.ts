import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, type Serving } from "../../src/server/serve.ts";
import { PATHS, sampleApp } from "../server/app.ts";
import { openBrowser } from "./open-browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PATHS_AND_FAULT = [...PATHS, "/documents/none", "/?on=31/06/2026"];

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

interface Look {
  readonly theme: "light" | "dark";
  readonly lang: "vi" | "en";
  readonly width: number;
}

async function open(
  look: Partial<Look> & { readonly script?: boolean } = {},
): Promise<{ page: Page; complaints: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: 900 },
    javaScriptEnabled: look.script ?? true,
    reducedMotion: "reduce",
  });
  await context.addCookies(
    Object.entries({ theme: look.theme ?? "light", lang: look.lang ?? "vi" }).map(([name, value]) => ({
      name,
      value,
      url: serving.url,
    })),
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    // Chromium itself reports the status of a page that is meant to be 4xx
    if (!message.text().startsWith("Failed to load resource: the server responded with a status of 4"))
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => complaints.push(`not loaded: ${request.url()}`));
  return { page, complaints, close: () => context.close() };
}

const LOOKS: readonly Look[] = [
  { theme: "light", lang: "vi", width: 1440 },
  { theme: "dark", lang: "vi", width: 360 },
  { theme: "dark", lang: "en", width: 1440 },
  { theme: "light", lang: "en", width: 360 },
];

describe.each(LOOKS)("$theme, $lang, $width px", (look) => {
  test("every page: nothing in the console, nothing sideways, nothing axe minds", async () => {
    const { page, complaints, close } = await open(look);
    const faults: string[] = [];
    for (const path of PATHS_AND_FAULT) {
      await page.goto(serving.url + path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) faults.push(`${path}: ${over} px sideways`);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const run = (
          globalThis as unknown as {
            axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run;
        return (await run({ resultTypes: ["violations"] })).violations.map(
          (v) =>
            `${v.id}: ${v.nodes
              .slice(0, 3)
              .map((n) => n.html.slice(0, 160))
              .join(" | ")}`,
        );
      });
      faults.push(...found.map((f) => `${path}: ${f}`));
    }
    await close();
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  }, 180_000);
});

describe("widths", () => {
  test.each([320, 390, 768, 1024, 1920, 3840])(
    "no page runs sideways at %i px",
    async (width) => {
      const { page, close } = await open({ width });
      for (const path of PATHS) {
        await page.goto(serving.url + path);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          path,
        ).toBeLessThanOrEqual(0);
      }
      await close();
    },
    60_000,
  );
});

describe("without script", () => {
  test("filters, tabs, search, the day and the language work", async () => {
    const { page, close } = await open({ script: false });
    await page.goto(`${serving.url}/documents`);
    await page
      .getByRole("link", { name: /^Nghị định/u })
      .first()
      .click();
    expect(page.url()).toContain("type=nghi-dinh");
    expect(await page.locator("tbody tr").count()).toBe(1);
    await page.locator("tbody tr th a").first().click();
    expect(await page.locator("h1").textContent()).toContain("vận tải hành khách ngang sông");
    await page.getByRole("link", { name: /^Quan hệ/u }).click();
    expect(await page.locator("main").textContent()).toContain("17/2025/QĐ-UBND");
    await page.fill("#on", "31/12/2024");
    await page.getByRole("button", { name: "Xem" }).click();
    expect(page.url()).toContain("tab=relations");
    expect(await page.locator(".where--other").count()).toBe(1);
    await page.fill("#q", "áo phao");
    await page.press("#q", "Enter");
    expect(page.url()).toContain("on=2024-12-31");
    expect(await page.locator("mark").first().textContent()).toBe("áo phao");
    await page.locator("footer").getByRole("link", { name: "English" }).click();
    expect(await page.locator("h1").textContent()).toBe("Search");
    await page.goto(`${serving.url}/findings`);
    expect(await page.locator("h1").textContent()).toBe("Findings");
    await close();
  }, 60_000);

  test("filters open by their link on a narrow screen", async () => {
    const { page, close } = await open({ script: false, width: 360 });
    await page.goto(`${serving.url}/documents`);
    expect(await page.locator(".facets").isVisible()).toBe(false);
    await page.getByRole("link", { name: "Bộ lọc" }).click();
    expect(await page.locator(".facets").isVisible()).toBe(true);
    await close();
  });
});

describe("keyboard", () => {
  test("the first Tab is the skip link, and it leads to the content", async () => {
    const { page, close } = await open();
    await page.goto(`${serving.url}/documents`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    expect(await page.locator(".skip").evaluate((el) => el.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    await close();
  });

  test("/ goes to the search field, j and k walk the list, Enter opens", async () => {
    const { page, close } = await open();
    await page.goto(`${serving.url}/findings`);
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("q");
    expect(await page.inputValue("#q")).toBe("");
    await page.keyboard.press("j");
    expect(await page.inputValue("#q")).toBe("j");
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const href = await page.evaluate(() => document.activeElement?.getAttribute("href"));
    expect(href).toBe("/findings/f-conflict");
    await page.keyboard.press("Enter");
    await page.waitForURL(/f-conflict/u);
    await close();
  });

  test("j walks the list of documents and Enter opens one", async () => {
    const { page, close } = await open();
    await page.goto(`${serving.url}/documents`);
    await page.keyboard.press("j");
    const href = await page.evaluate(() => document.activeElement?.getAttribute("href"));
    expect(href).toMatch(/^\/documents\/w/u);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === href);
    await close();
  });

  test("keys can be turned off", async () => {
    const { page, close } = await open();
    await page.goto(`${serving.url}/?keys=off`);
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe("q");
    await close();
  });

  test("every link and button can be reached and shows where the focus is", async () => {
    const { page, close } = await open();
    await page.goto(`${serving.url}/documents/w17`);
    const unseen = await page.evaluate(() => {
      const bad: string[] = [];
      // of those with a name only one is open at a time
      for (const details of Array.from(document.querySelectorAll<HTMLDetailsElement>("details:not([name])")))
        details.open = true;
      for (const el of Array.from(document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary"))) {
        if (el.getClientRects().length === 0 || !el.checkVisibility() || (el as HTMLInputElement).type === "hidden")
          continue;
        el.focus({ focusVisible: true } as FocusOptions);
        const style = getComputedStyle(el);
        if (document.activeElement !== el || style.outlineStyle === "none") bad.push(el.outerHTML.slice(0, 120));
      }
      return bad;
    });
    expect(unseen).toEqual([]);
    await close();
  });
});

describe("what is hostile stays text", () => {
  test("no script of a document, a title or a file name runs", async () => {
    const { page, complaints, close } = await open();
    let alerted = false;
    page.on("dialog", async (dialog) => {
      alerted = true;
      await dialog.dismiss();
    });
    for (const path of [
      "/",
      "/documents",
      "/documents/w66",
      "/findings/f-hostile",
      "/rules/sample-rule",
      "/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    ]) {
      await page.goto(serving.url + path);
      await page.locator("main").hover();
    }
    expect(alerted).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe("looks", () => {
  test("labels on the life line never overlap, and on a phone they are a list", async () => {
    for (const width of [390, 768, 1440]) {
      const { page, close } = await open({ width });
      await page.goto(`${serving.url}/documents/w17?on=2025-12-31`);
      const boxes = await page.locator(".life > li").evaluateAll((items) =>
        items.map((item) => {
          const range = document.createRange();
          range.selectNodeContents(item);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return { left, right, top, bottom };
        }),
      );
      expect(boxes.length).toBeGreaterThan(2);
      for (const [i, a] of boxes.entries())
        for (const b of boxes.slice(i + 1)) expect(a.right <= b.left || a.bottom <= b.top, `${width} px`).toBe(true);
      await close();
    }
  });

  test("law is set in serif, the tool in sans, ended words are struck", async () => {
    const { page, close } = await open();
    await page.goto(`${serving.url}/documents/w17?text=issued`);
    const font = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((el) => getComputedStyle(el).fontFamily);
    expect(await font(".law .cl")).toContain("serif");
    expect(await font(".law .cl")).toMatch(/^(?:ui-serif|"New York")/u);
    expect(await font(".tabs a")).toContain("Segoe UI");
    expect(
      await page
        .locator(".prov--struck .prov__t")
        .first()
        .evaluate((el) => getComputedStyle(el).textDecorationLine),
    ).toBe("line-through");
    await close();
  });

  test("dark is dark, printed paper is white", async () => {
    const { page, close } = await open({ theme: "dark" });
    await page.goto(`${serving.url}/documents/w17`);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe("rgb(20, 24, 22)");
    await page.emulateMedia({ media: "print" });
    expect(await ground()).toBe("rgb(255, 255, 255)");
    expect(await page.locator(".top").isVisible()).toBe(false);
    expect(await page.locator(".print-only").first().isVisible()).toBe(true);
    await close();
  });
});
