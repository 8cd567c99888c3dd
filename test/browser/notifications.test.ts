import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Notification } from "../../src/domain/notification.ts";
import { serve, type Serving } from "../../src/server/serve.ts";
import { type ImportSite, importSite } from "../server/import-site.ts";
import { SAMPLE_RULES, sampleStore } from "../server/sample-store.ts";
import { artefacts } from "./artefacts.ts";
import { byKeyboard } from "./by-keyboard.ts";
import { axeFaults, LOOKS, openLook, sidewaysFaults } from "./look.ts";
import { openBrowser } from "./open-browser.ts";

let site: ImportSite;
let serving: Serving;
let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  site = await importSite({ store: await sampleStore(), rules: SAMPLE_RULES });
  const outcome = await serve({ app: site.app, port: 0 });
  if (!outcome.ok) throw new Error(outcome.what);
  serving = outcome.serving;
  browser = await openBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  await site?.close();
});

const pictures = artefacts("notifications");
const AT = Date.parse("2026-06-29T14:05:00+07:00");
const told = (id: string, given: Partial<Notification> = {}): Notification => ({
  id,
  to: "local",
  kind: "assigned",
  at: AT + Number(id),
  readAt: null,
  mailedAt: null,
  once: id,
  body: {
    path: "/findings/f-conflict",
    values: {
      to: "Phòng Xây dựng và Kiểm tra văn bản quy phạm pháp luật",
      due: "2026-07-05",
      what: "Thời hạn công bố hoạt động bến dài hơn thời hạn nghị định cho phép",
      code: "D03",
      document: "17/2025/QĐ-UBND",
    },
    by: "Lê Thu Hà (ha)",
  },
  ...given,
});
const OVERDUE = {
  path: "/findings?due=over",
  values: { work: "assignment", n: 12, due: "2026-06-20" },
  by: null,
};
const pdf = (name: string) => ({ name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") });

describe("what a person is told", () => {
  test("is counted on every page, read by opening it, and marked as read, all by keyboard", {
    timeout: 60_000,
  }, async () => {
    await site.store.messages.tell([told("1"), told("2"), told("3", { kind: "sheet.proposed" })]);
    const { page, complaints, close } = await openLook(browser, serving.url, {});
    const keys = byKeyboard(page);
    await page.goto(`${serving.url}/documents`);
    expect((await page.locator(".bell").textContent())?.trim()).toBe("3");
    expect(await page.locator(".bell").getAttribute("aria-label")).toBe("Thông báo, 3 chưa đọc");
    await keys.press("!");
    await page.waitForURL("**/notifications");
    await keys.press("j", "j");
    await keys.press("Enter");
    await page.waitForURL("**/findings/f-conflict");
    expect((await page.locator(".bell").textContent())?.trim()).toBe("2");
    await page.goto(`${serving.url}/notifications`);
    await keys.choose("form[action='/notifications/read'] button");
    await page.waitForURL("**/notifications?marked=2");
    expect(await page.locator("main").textContent()).toContain("Không còn thông báo chưa đọc.");
    expect((await page.locator(".bell").textContent())?.trim()).toBe("");
    expect(complaints).toEqual([]);
    await close();
  });

  test("stands on the first page with what waits", { timeout: 60_000 }, async () => {
    await site.store.messages.tell([told("5")]);
    const { page, close } = await openLook(browser, serving.url, {});
    await page.goto(serving.url);
    expect(await page.locator("section:has(#h-mine)").textContent()).toContain("Thời hạn công bố hoạt động bến");
    await close();
  });
});

describe("files beside a finding", () => {
  test("are added, downloaded and taken away, also without script", { timeout: 90_000 }, async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, close } = await openLook(browser, serving.url, {}, { javaScriptEnabled });
      await page.goto(`${serving.url}/findings/f-ended`);
      await page.locator("#files summary").click();
      await page.locator("#files input[type=file]").setInputFiles([pdf("Công văn 214.pdf"), pdf("ghi chú.html")]);
      await page.locator("#files button[type=submit]").click();
      await page.waitForURL("**/attachments");
      expect(await page.locator("main").textContent()).toContain("không nhận tệp .html");
      await page.locator("main a.btn--go").click();
      await page.waitForURL("**/findings/f-ended?attached=1#files");
      const download = page.waitForEvent("download");
      await page.locator("#files a[download]").click();
      expect((await download).suggestedFilename()).toBe("Công văn 214.pdf");
      await page.locator("#files form[action$='/remove'] button").click();
      await page.waitForURL("**attached=removed**");
      expect(await page.locator("#files a[download]").count()).toBe(0);
      await close();
    }
  });
});

test("nobody is shut out: both themes, both languages, a desk and a phone", { timeout: 180_000 }, async () => {
  await site.store.messages.tell([told("7"), told("8", { readAt: 9 }), told("9", { kind: "due.over", body: OVERDUE })]);
  for (const name of ["Công văn số 1240/SXD-QLVB góp ý dự thảo quyết định thay thế, bản có chữ ký.pdf", "b.pdf"])
    await site.store.attachments.add({
      id: name,
      subjectKind: "finding",
      subject: "f-conflict",
      name,
      size: 1_240_000,
      sha256: "",
      by: "Lê Thu Hà (ha)",
      at: AT,
      removedAt: null,
      bytes: new Uint8Array([1]),
    });
  const faults: string[] = [];
  for (const look of LOOKS)
    for (const path of ["/notifications", "/findings/f-conflict", "/sheets/s-06", "/", "/admin", "/patterns"]) {
      const { page, complaints, close } = await openLook(browser, serving.url, look);
      await page.goto(serving.url + path);
      if (/^\/(?:findings|sheets)/u.test(path)) await page.locator("#files summary").click();
      const found = [...(await axeFaults(page)), ...(await sidewaysFaults(page)), ...complaints];
      faults.push(...found.map((fault) => `${path} ${look.theme} ${look.width}: ${fault}`));
      if (look.lang === "vi" && path !== "/patterns")
        await page.screenshot({
          path: join(pictures, `${path.replaceAll("/", "-")}-${look.theme}.png`),
          fullPage: true,
        });
      await close();
    }
  expect(faults).toEqual([]);
});
