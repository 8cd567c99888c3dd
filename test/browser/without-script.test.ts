import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROUTES } from "../../src/server/routes.ts";
import { serve, type Serving } from "../../src/server/serve.ts";
import { PATHS } from "../server/app.ts";
import { type ImportSite, importSite } from "../server/import-site.ts";
import { SAMPLE_RULES, sampleStore } from "../server/sample-store.ts";
import { openLook } from "./look.ts";
import { openBrowser } from "./open-browser.ts";

let site: ImportSite;
let serving: Serving;
let browser: Browser;
beforeAll(async () => {
  site = await importSite({ store: await sampleStore(), rules: SAMPLE_RULES });
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

const open = (script: boolean) =>
  openLook(browser, serving.url, {}, { javaScriptEnabled: script }, (said) => said.startsWith("Failed to load"));

describe("reading", () => {
  test("every page says the same with and without script", async () => {
    const [live, still] = [await open(true), await open(false)];
    const missing: string[] = [];
    for (const path of PATHS) {
      const lines = async ({ page }: typeof live): Promise<readonly string[]> => {
        await page.goto(serving.url + path);
        // what only a script can run (a button that copies, the key of a program that goes into a header) is offered
        // where one runs; it says nothing of the law
        await page.evaluate(() => {
          for (const el of Array.from(document.querySelectorAll('main button[type="button"], main api-key')))
            el.remove();
        });
        return (await page.locator("main").allInnerTexts())
          .join("\n")
          .split("\n")
          .map((line) => line.trim());
      };
      const [withScript, without] = [await lines(live), new Set(await lines(still))];
      missing.push(...withScript.filter((line) => !without.has(line)).map((line) => `${path}: ${line}`));
    }
    await live.close();
    await still.close();
    expect(missing).toEqual([]);
  }, 600_000);
});

interface Form {
  readonly path: string;
  /** Place of the form among those of its page, and of the button among those of the form. */
  readonly nth: number;
  readonly button: number;
  readonly method: string;
  readonly action: string;
  /** Names of the fields one sees, and what the button says: two forms alike in these are one. */
  readonly fields: string;
}

/** Forms that only stand on pages this collection cannot show; the tests that send them. */
const NOT_ON_THESE_PAGES: Readonly<Record<string, string>> = {
  "/import": "a file that is chosen: test/browser/import.test.ts",
  "/import/:job/cancel": "a running job: test/browser/import.test.ts",
  "/drafts/:id/forget": "a checked draft: test/server/drafts.test.ts",
  "/effects/:source/:key": "an effect that waits: test/server/effects.test.ts",
  "/documents/:id/metadata": "the form to mend metadata: test/browser/import.test.ts",
  "/findings/:key/opinion": "a second reader: test/server/decide.test.ts",
  "/findings/:key/undo": "a decision that stands: test/server/decide.test.ts",
  "/findings/:key/unassign": "a finding that was given to someone: test/server/decide.test.ts",
  "/findings/:key/notes/:id/remove": "a note: test/server/decide.test.ts",
  "/findings/bulk/:batch/undo": "findings decided together: test/browser/triage.test.ts",
  "/suppressions/:id/lift": "a suppression: test/server/decide.test.ts",
  "/reports/jobs": "a list that can be put together: test/browser/lists.test.ts",
  "/reports/jobs/:id/cancel": "a running job: test/server/report-jobs.test.ts",
  "/reports/published/:id/correct": "a list that was published: test/server/published.test.ts",
  "/reports/lists/:id/dates": "a list that was read in: test/server/published-lists.test.ts",
  "/reports/lists/:id/answer": "a list that was read in: test/server/published-lists.test.ts",
  "/batches/:id/refresh": "a batch with newcomers: test/server/batches.test.ts",
  "/admin/mail/test": "a mail server: test/server/admin.test.ts",
  "/handling/imports/preview/:key": "a workbook that is read: test/browser/tracker.test.ts",
  "/notifications/read": "a message: test/browser/notifications.test.ts",
  "/sign-in": "accounts: test/browser/accounts.test.ts",
  "/sign-out": "accounts: test/server/accounts.test.ts",
  "/me/password": "accounts: test/browser/accounts.test.ts",
  "/me/mail": "accounts: test/server/accounts.test.ts",
  "/me/sessions": "accounts: test/server/accounts.test.ts",
  "/admin/accounts/:id": "accounts: test/server/accounts.test.ts",
  "/admin/accounts/:id/reset": "accounts: test/server/accounts.test.ts",
  ...Object.fromEntries(
    ["findings/:key", "sheets/:id", "opinions/:id", "handling/:id", "petitions/:id", "inspections/:id"].map((at) => [
      `/${at}/attachments/:file/remove`,
      "a file that was attached: test/server/attachments.test.ts",
    ]),
  ),
};

describe("forms", () => {
  test("every form is taken: it brings its token, and the answer says what became of it", async () => {
    const { page, close } = await open(false);
    const forms = new Map<string, Form>();
    const faults: string[] = [];
    const paths = new Set<string>([...PATHS.filter((p) => p !== "/patterns")]);
    // what was done can be undone, what was given taken back: those forms stand there only after the first round
    for (const _ of ["do", "undo"]) {
      const found: Form[] = [];
      for (const path of paths) {
        await page.goto(serving.url + path);
        for (const form of await page.evaluate(formsOfPage, path)) {
          const key = `${form.method} ${routeOf(form)} ${form.fields}`;
          if (!forms.has(key)) found.push(form);
          forms.set(key, forms.get(key) ?? form);
        }
      }
      paths.clear();
      for (const form of found) {
        faults.push(...(await send(page, form)));
        if (form.method === "post") for (const url of [form.path, page.url()]) paths.add(pathOf(url));
      }
    }
    const sent = new Set([...forms.values()].filter((f) => f.method === "post").map(routeOf));
    const routes = ROUTES.filter((route) => route.method === "POST").map((route) => route.path);
    await close();
    expect(faults).toEqual([]);
    expect(forms.size).toBeGreaterThan(10);
    expect(routes.filter((path) => !sent.has(path) && !(path in NOT_ON_THESE_PAGES))).toEqual([]);
  }, 600_000);
});

const pathOf = (url: string): string => url.replace(serving.url, "").replace(/#.*/u, "");

/** The route that takes the form, by its pattern; its own address where none does. */
function routeOf({ method, action }: Pick<Form, "method" | "action">): string {
  const path = new URL(action, "http://localhost").pathname;
  const fits = (pattern: string) => new RegExp(`^${pattern.replace(/:[a-zA-Z0-9]+/gu, "[^/]+")}$`, "u").test(path);
  const routes = ROUTES.filter((r) => (r.method ?? "GET").toLowerCase() === method && fits(r.path));
  return (routes.find((r) => r.path === path) ?? routes[0])?.path ?? path;
}

/** Opens the page anew and sends the form as it stands, with something in each field that asks for it. */
async function send(page: Page, form: Form): Promise<readonly string[]> {
  const where = `${form.path}: ${form.method} ${form.action} (${form.fields})`;
  await page.goto(serving.url + form.path);
  const there = (await page.evaluate(formsOfPage, form.path)).some(
    (f) => f.nth === form.nth && f.fields === form.fields,
  );
  // an earlier form has changed the page; this one was of the same collection
  if (!there) return [];
  const answered = page.waitForNavigation({ timeout: 10_000 }).catch(() => null);
  await page.evaluate(sendForm, [form.nth, form.button] as const);
  const response = await answered;
  // a file is handed out: the page stays
  if (response === null) return form.method === "get" ? [] : [`${where} is not sent`];
  const status = response.status();
  // 400 and 409: the form comes back and says what it lacks; trying the interface of programs, that interface says it
  const says = form.method === "post" || new URL(form.action).pathname === "/api/try";
  const taken = status < 400 || (says && (status === 400 || status === 409));
  return taken ? [] : [`${where} answers ${status}`];
}

function formsOfPage(path: string): Form[] {
  return Array.from(document.forms).flatMap((form, nth) => {
    // a dialog is opened by a script, and its form only closes it
    if (form.closest("dialog:not([open])") !== null) return [];
    const buttons = Array.from(form.elements).filter((el) => (el as HTMLButtonElement).type === "submit");
    const shown = (Array.from(form.elements) as HTMLInputElement[]).filter((el) => el.type !== "hidden");
    const names = Array.from(new Set(shown.map((el) => el.name)));
    return buttons.map((el, button) => {
      const own = el as HTMLButtonElement;
      // a field may be called "action" or "method": the attribute is never one
      const method = own.formMethod || (form.getAttribute("method") ?? "get");
      return {
        path,
        nth,
        button,
        method: method.toLowerCase(),
        action: own.hasAttribute("formaction")
          ? own.formAction
          : new URL(form.getAttribute("action") ?? "", location.href).href,
        fields: `${names.filter(Boolean).sort().join(" ")} ${own.name} ${own.value}`,
      };
    });
  });
}

function sendForm([nth, button]: readonly [number, number]): void {
  const form = document.forms[nth] as HTMLFormElement;
  // no file can be put in by a script: the form then comes back and says that none was chosen
  for (const el of Array.from(form.elements) as HTMLInputElement[])
    if (el.type === "file") el.required = false;
    else if (el.required && el.value === "") el.value = el.type === "email" ? "a@b.vn" : "1";
  // of rows to choose from, two
  const boxes = (Array.from(form.elements) as HTMLInputElement[]).filter((el) => el.type === "checkbox");
  for (const box of boxes.slice(0, 2)) box.checked = true;
  const buttons = Array.from(form.elements).filter((el) => (el as HTMLButtonElement).type === "submit");
  form.requestSubmit(buttons[button] as HTMLElement);
}
