import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { PATHS } from "../server/app.ts";
import { artefacts } from "./artefacts.ts";
import { axeFaults, LOOKS, type Look, openLook, sidewaysFaults } from "./look.ts";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

const PATHS_AND_FAULT = [...PATHS, "/documents/none", "/?on=31/06/2026"];

let here: SampleSite;
beforeAll(async () => {
  here = await openSampleSite();
}, 60_000);
afterAll(() => here?.close());

/** Chromium itself reports the status of a page that is meant to be 4xx. */
const MEANT = "Failed to load resource: the server responded with a status of 4";

async function open(look: Partial<Look> & { readonly script?: boolean } = {}) {
  const options = { javaScriptEnabled: look.script ?? true, reducedMotion: "reduce" } as const;
  const opened = await openLook(here.browser, here.serving.url, look, options, (said) => said.startsWith(MEANT));
  opened.page.on("requestfailed", (request) => opened.complaints.push(`not loaded: ${request.url()}`));
  return opened;
}

const pictures = artefacts("pages");
/** `findings-f-conflict-light-vi-1440.png` */
const pictureOf = (path: string, { theme, lang, width }: Look): string =>
  `${`${path.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/gu, "") || "home"}-${theme}-${lang}-${width}`.slice(-180)}.png`;

describe.each(LOOKS)("$theme, $lang, $width px", (look) => {
  test("every page: nothing in the console, nothing sideways, nothing axe minds; its picture is kept", async () => {
    const { page, complaints, close } = await open(look);
    const faults: string[] = [];
    for (const path of PATHS_AND_FAULT) {
      await page.goto(here.serving.url + path);
      const found = [...(await sidewaysFaults(page)), ...(await axeFaults(page))];
      faults.push(...found.map((f) => `${path}: ${f}`));
      await page.screenshot({ path: join(pictures, pictureOf(path, look)), fullPage: true });
    }
    await close();
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    const kept = readdirSync(pictures);
    expect(PATHS.filter((path) => !kept.includes(pictureOf(path, look)))).toEqual([]);
  }, 600_000);
});

describe("widths", () => {
  test.each([320, 390, 768, 1024, 1920, 3840])(
    "no page runs sideways at %i px",
    async (width) => {
      const { page, close } = await open({ width });
      for (const path of PATHS) {
        await page.goto(here.serving.url + path);
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
    await page.goto(`${here.serving.url}/documents`);
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
    await page.goto(`${here.serving.url}/findings`);
    expect(await page.locator("h1").textContent()).toContain("To decide");
    await close();
  }, 60_000);

  test("filters open by their link on a narrow screen", async () => {
    const { page, close } = await open({ script: false, width: 360 });
    await page.goto(`${here.serving.url}/documents`);
    expect(await page.locator(".facets").isVisible()).toBe(false);
    await page.getByRole("link", { name: "Bộ lọc" }).click();
    expect(await page.locator(".facets").isVisible()).toBe(true);
    await close();
  });
});

describe("keyboard", () => {
  test("the first Tab is the skip link, and it leads to the content", async () => {
    const { page, close } = await open();
    await page.goto(`${here.serving.url}/documents`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
    expect(await page.locator(".skip").evaluate((el) => el.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    await close();
  });

  test("/ goes to the search field, j and k walk the list, Enter opens", async () => {
    const { page, close } = await open();
    await page.goto(`${here.serving.url}/documents`);
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
    expect(href).toMatch(/^\/documents\/w/u);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${href}`);
    await close();
  });

  test("j walks the list of documents and Enter opens one", async () => {
    const { page, close } = await open();
    await page.goto(`${here.serving.url}/documents`);
    await page.keyboard.press("j");
    const href = await page.evaluate(() => document.activeElement?.getAttribute("href"));
    expect(href).toMatch(/^\/documents\/w/u);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === href);
    await close();
  });

  test("keys can be turned off", async () => {
    const { page, close } = await open();
    await page.goto(`${here.serving.url}/?keys=off`);
    await page.keyboard.press("/");
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe("q");
    await close();
  });

  test("every link and button can be reached and shows where the focus is", async () => {
    const { page, close } = await open();
    await page.goto(`${here.serving.url}/documents/w17`);
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
      await page.goto(here.serving.url + path);
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
      await page.goto(`${here.serving.url}/documents/w17?on=2025-12-31`);
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
    await page.goto(`${here.serving.url}/documents/w17?text=issued`);
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
    await page.goto(`${here.serving.url}/documents/w17`);
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await ground()).toBe("rgb(20, 24, 22)");
    await page.emulateMedia({ media: "print" });
    expect(await ground()).toBe("rgb(255, 255, 255)");
    expect(await page.locator(".top").isVisible()).toBe(false);
    expect(await page.locator(".print-only").first().isVisible()).toBe(true);
    await close();
  });
});
