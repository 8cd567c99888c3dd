import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, type Serving } from "../../src/server/serve.ts";
import { firstAccountCode } from "../../src/use-cases/first-account.ts";
import { accountsSite, PASSWORD } from "../server/accounts-site.ts";
import { artefacts } from "./artefacts.ts";
import { byKeyboard } from "./by-keyboard.ts";
import { axeFaults, LOOKS, openLook, sidewaysFaults } from "./look.ts";
import { openBrowser } from "./open-browser.ts";

type Site = Awaited<ReturnType<typeof accountsSite>>;

let site: Site;
let serving: Serving;
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  site = await accountsSite();
  const outcome = await serve({ app: site.app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  serving = outcome.serving;
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await serving?.close();
});

const pictures = artefacts("accounts");
const MEANT = "Failed to load resource: the server responded with a status of 4";
const open = (look: Parameters<typeof openLook>[2] = {}) =>
  openLook(browser, serving.url, look, {}, (said) => said.startsWith(MEANT));
const submit = (page: Page, label: string): Promise<void> =>
  page.locator("main button[type=submit]", { hasText: label }).first().click();

describe("a department begins", () => {
  let password = "";

  test("the first administrator, a unit and an account, without a mouse", { timeout: 120_000 }, async () => {
    const { page, complaints, close } = await open();
    await page.goto(`${serving.url}/first-account?code=${await firstAccountCode(site.store)}`);
    const keys = byKeyboard(page);
    await keys.fill("#login", "ha.le");
    await keys.fill("#name", "Lê Thu Hà");
    await keys.fill("#password", PASSWORD);
    await keys.fill("#repeated", PASSWORD);
    await keys.press("Enter");
    await page.waitForURL("**/admin/units");
    await keys.choose("a[href='/admin/units/new']");
    await page.waitForURL("**/admin/units/new");
    await keys.fill("#name", "Sở Xây dựng");
    await keys.choose(".checks summary");
    await keys.tabTo("input[name='fields 44']");
    await keys.press("Space");
    await keys.choose("main form button[type=submit]");
    await page.waitForURL("**/admin/units?said=saved");
    expect(await page.locator("main table").textContent()).toContain("Sở Xây dựng");
    await page.goto(`${serving.url}/admin/accounts`);
    await keys.fill("#login", "duc");
    await keys.fill("#name", "Trần Minh Đức");
    await keys.press("Enter");
    await page.locator("code.secret").nth(1).waitFor();
    password = ((await page.locator("code.secret").nth(1).textContent()) ?? "").trim();
    expect(password).toMatch(/^[a-z0-9-]{19}$/u);
    expect(complaints).toEqual([]);
    await close();
  });

  test("the new person signs in, must choose a password, and comes to the page they asked for", async () => {
    const { page, close } = await open({ width: 360 });
    await page.goto(`${serving.url}/findings?severity=high`);
    await page.fill("#login", "duc");
    await page.fill("#password", password);
    await submit(page, "Đăng nhập");
    await page.waitForURL("**/me");
    await page.fill("#old", password);
    await page.fill("#fresh", "thuyền thúng neo cửa sông");
    await page.fill("#repeated", "thuyền thúng neo cửa sông");
    await submit(page, "Đổi mật khẩu");
    await page.waitForURL("**/me?said=changed");
    await page.goto(`${serving.url}/findings?severity=high`);
    expect(await page.locator("main").textContent()).not.toContain("Đăng nhập");
    await close();
  });

  test.each(LOOKS)(
    "pages of the door please axe: $theme, $lang, $width px",
    async (look) => {
      const { page, close } = await open(look);
      const faults: string[] = [];
      const see = async (name: string): Promise<void> => {
        faults.push(...[...(await sidewaysFaults(page)), ...(await axeFaults(page))].map((f) => `${name}: ${f}`));
        await page.screenshot({
          path: `${pictures}/${name}-${look.theme}-${look.lang}-${look.width}.png`,
          fullPage: true,
        });
      };
      await page.goto(`${serving.url}/sign-in`);
      await see("sign-in");
      await page.fill("#login", "duc");
      await page.fill("#password", "sai hoàn toàn");
      await page.locator("main button[type=submit]").click();
      await see("sign-in-wrong");
      await page.fill("#password", "thuyền thúng neo cửa sông");
      await page.locator("main button[type=submit]").click();
      await page.waitForURL(`${serving.url}/`);
      for (const path of ["/me", "/findings/f-conflict", "/admin/accounts", "/"]) {
        await page.goto(serving.url + path);
        await see(path.replaceAll("/", "-"));
      }
      expect(faults).toEqual([]);
      await close();
    },
    60_000,
  );
});
