import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** How a person may look at a page. */
export interface Look {
  readonly theme: "light" | "dark";
  readonly lang: "vi" | "en";
  readonly width: number;
}

/** Both themes, both languages, a desk and a phone. */
export const LOOKS: readonly Look[] = [
  { theme: "light", lang: "vi", width: 1440 },
  { theme: "dark", lang: "vi", width: 360 },
  { theme: "dark", lang: "en", width: 1440 },
  { theme: "light", lang: "en", width: 360 },
];

/** A page with that look; what its console and its scripts complain of is collected, save what is `meant`. */
export async function openLook(
  browser: Browser,
  url: string,
  look: Partial<Look>,
  options: BrowserContextOptions = {},
  meant: (said: string) => boolean = () => false,
): Promise<{ readonly page: Page; readonly complaints: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: look.width ?? 1440, height: 900 }, ...options });
  const chosen = { theme: look.theme ?? "light", lang: look.lang ?? "vi" };
  await context.addCookies(Object.entries(chosen).map(([name, value]) => ({ name, value, url })));
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (!meant(message.text())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, complaints, close: () => context.close() };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe minds on a page, each with the first three elements it means. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run({ resultTypes: ["violations"] })).violations.map(
      (v) =>
        `${v.id}: ${v.nodes
          .slice(0, 3)
          .map((n) => n.html.slice(0, 160))
          .join(" | ")}`,
    );
  });
}

/** How far a page runs sideways, in words; empty where it does not. */
export async function sidewaysFaults(page: Page): Promise<readonly string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`${over} px sideways`] : [];
}
