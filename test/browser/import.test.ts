import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, type Serving } from "../../src/server/serve.ts";
import { type ImportSite, importSite } from "../server/import-site.ts";
import { aDecision, bringIn } from "../use-cases/place.ts";
import { axeFaults, LOOKS, type Look, openLook, sidewaysFaults } from "./look.ts";
import { openBrowser } from "./open-browser.ts";

let site: ImportSite;
let serving: Serving;
let browser: Browser;
let work: string;

beforeAll(async () => {
  site = await importSite();
  const [entry] = await bringIn(site.store, { text: aDecision({ symbol: "50/2025/QĐ-UBND" }) });
  work = entry?.work ?? "";
  const job = { kind: "import", step: "linking", total: 3, by: "người dùng máy này", problem: null } as const;
  const open = { ...job, done: 2, cancelRequested: false, createdAt: 1_780_000_000_000, finishedAt: null };
  await site.store.jobs.add({ ...open, id: "aa", state: "running", current: "quyết định số 50.docx" });
  await site.store.jobs.add({ ...open, id: "bb", state: "failed", current: null, problem: "Ổ đĩa đã đầy." });
  await site.store.jobs.add({ ...open, id: "cc", state: "cancelled", current: null, cancelRequested: true });
  const file = { sha256: null, at: 5, reason: null } as const;
  await site.store.imports.record(
    [
      {
        ...file,
        file: "một tên tệp rất dài_không có chỗ nào để ngắt_".repeat(4),
        outcome: "refused",
        work: null,
        reason: "Tệp rỗng.",
      },
      { ...file, file: "<b>.docx", outcome: "needs-look", work, reason: "Không thấy ngày ban hành." },
      { ...file, file: "c.docx", outcome: "other-format", work },
    ],
    "aa",
  );
  const outcome = await serve({ app: site.app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  serving = outcome.serving;
  browser = await openBrowser();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await site?.close();
  expect(site?.errors).toEqual([]);
});

const open = (look: Partial<Look> & { readonly script?: boolean } = {}) =>
  openLook(browser, serving.url, look, { javaScriptEnabled: look.script ?? true });

/** What axe minds on a page, and how far it runs sideways. */
const faultsOf = async (page: Page): Promise<readonly string[]> => [
  ...(await sidewaysFaults(page)),
  ...(await axeFaults(page)),
];

const files = (...given: readonly (readonly [name: string, text: string])[]) =>
  given.map(([name, text]) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) }));

describe.each(LOOKS)("$theme, $lang, $width px", (look) => {
  test("import, its jobs and the form to mend: nothing in the console, nothing sideways, nothing axe minds", async () => {
    const { page, complaints, close } = await open(look);
    const faults: string[] = [];
    const check = async (where: string): Promise<void> => {
      faults.push(...(await faultsOf(page)).map((fault) => `${where}: ${fault}`));
    };
    for (const path of ["/import", "/import/aa", "/import/bb", "/import/cc", `/documents/${work}/metadata`]) {
      await page.goto(serving.url + path);
      await check(path);
    }
    expect(complaints).toEqual([]);
    await page.fill("#issuedOn", "31/06/2025");
    await page.click(".mend__form button");
    await check("the form with a fault");
    expect(await page.getAttribute("#issuedOn", "aria-invalid")).toBe("true");
    expect(await page.inputValue("#issuedOn")).toBe("31/06/2025");
    await close();
    expect(faults).toEqual([]);
  }, 120_000);
});

describe("bringing files in", () => {
  test("works without script, from the form to the result and on to mending", async () => {
    const { page, close } = await open({ script: false });
    await page.goto(`${serving.url}/import`);
    expect(await page.locator("[data-part=hint]").isVisible()).toBe(false);
    const bare = aDecision({ title: "Quy định về chợ phiên" }).replace(/Số: .*\n/u, "");
    await page.setInputFiles("#files", files(["a.txt", aDecision({ symbol: "51/2025/QĐ-UBND" })], ["b.txt", bare]));
    await page.getByRole("button", { name: "Nhập", exact: true }).click();
    expect(page.url()).toMatch(/\/import\/[0-9a-f]{16}$/u);
    await site.desk.idle();
    await page.reload();
    expect(await page.locator("h1").textContent()).toBe("Nhập 2 tệp");
    expect(await page.locator(".msg--ok").textContent()).toContain("Đã nhập xong");
    await page.getByRole("link", { name: "Sửa thông tin" }).click();
    await page.fill("#symbol", "52/2025/QĐ-UBND");
    await page.getByRole("button", { name: "Ghi thông tin" }).click();
    expect(await page.locator(".msg--ok").textContent()).toContain("Đã ghi thông tin");
    expect(await page.inputValue("#symbol")).toBe("52/2025/QĐ-UBND");
    await page.getByRole("link", { name: "Về văn bản" }).click();
    expect(await page.locator("main").textContent()).toContain("52/2025/QĐ-UBND");
    await site.desk.idle();
    await close();
  }, 90_000);

  test("takes files dropped on it, joins them to those chosen, sends them and follows the job to its end", async () => {
    const { page, complaints, close } = await open();
    await page.goto(`${serving.url}/import`);
    expect(await page.locator("[data-part=hint]").isVisible()).toBe(true);
    await page.setInputFiles("#files", files(["a.txt", aDecision({ symbol: "61/2025/QĐ-UBND" })]));
    const dropped = await page.evaluateHandle(
      (text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "thả.txt", { lastModified: 1 }));
        transfer.items.add(new File([text], "thả.txt", { lastModified: 1 }));
        return transfer;
      },
      aDecision({ symbol: "62/2025/QĐ-UBND" }),
    );
    await page.dispatchEvent("file-drop", "dragover", { dataTransfer: dropped });
    expect(await page.locator("file-drop[data-over]").count()).toBe(1);
    await page.dispatchEvent("file-drop", "drop", { dataTransfer: dropped });
    expect(await page.locator("[data-part=said]").textContent()).toContain("Đã chọn 2 tệp");
    await page.getByRole("button", { name: "Nhập", exact: true }).click();
    await page.waitForURL(/\/import\/[0-9a-f]{16}$/u);
    await page.locator(".msg--ok").waitFor({ timeout: 30_000 });
    expect(await page.locator("tbody tr").count()).toBe(2);
    expect(await page.locator("main").textContent()).toContain("62/2025/QĐ-UBND");
    await close();
    expect(complaints).toEqual([]);
  }, 90_000);

  test("stops on request: while sending, and while the job runs", async () => {
    const { page, close } = await open();
    await page.goto(`${serving.url}/import`);
    const many = Array.from(
      { length: 60 },
      (_, i) => [`${i}.txt`, aDecision({ symbol: `${i + 200}/2025/QĐ-UBND` })] as const,
    );
    let held: () => void = () => {};
    await page.route("**/import", async (route) => {
      if (route.request().method() === "POST") await new Promise<void>((resolve) => (held = resolve));
      await route.continue().catch(() => {});
    });
    await page.setInputFiles("#files", files(...many));
    await page.getByRole("button", { name: "Nhập", exact: true }).click();
    await page.getByRole("button", { name: "Dừng gửi" }).click();
    held();
    expect(await page.locator("[data-part=said]").textContent()).toContain("Đã dừng gửi");
    await page.unroute("**/import");
    await page.getByRole("button", { name: "Nhập", exact: true }).click();
    await page.waitForURL(/\/import\/[0-9a-f]{16}$/u);
    await page.getByRole("button", { name: "Dừng nhập" }).click();
    await site.desk.idle();
    await page.locator(".msg--warn").waitFor({ timeout: 30_000 });
    expect(await page.locator(".msg--warn").textContent()).toContain("Đã dừng theo yêu cầu");
    await close();
  }, 90_000);
});
