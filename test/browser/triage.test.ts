import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WORKS } from "../server/sample-facts.ts";
import { TODAY } from "../server/sample-store.ts";
import { aFinding } from "../store/build.ts";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

const FORTY = 40;
let here: SampleSite;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  here = await openSampleSite();
  const findings = Array.from({ length: FORTY }, (_, i) =>
    aFinding(WORKS.d17, {
      key: `t${String(i).padStart(2, "0")}`,
      eId: `art_${(i % 4) + 1}`,
      rule: i < 26 ? "sample-rule" : "old-name",
      code: i < 26 ? "D03" : "G03",
      severity: i < 10 ? "critical" : i < 26 ? "high" : "medium",
      confidence: 0.9,
      message: `Thời hạn công bố dài hơn nghị định cho phép, việc thứ ${i + 1}`,
    }),
  );
  await here.site.store.findings.record(TODAY, findings, Date.now());
  page = await here.browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
}, 60_000);
afterAll(() => here?.close());

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
/** The page says it and has loaded: before, its keys are not there yet. */
const shows = async (text: string): Promise<void> => {
  await page.locator("main").getByText(text).first().waitFor({ timeout: 10_000 });
  await page.waitForLoadState();
};
const current = (): string => new URL(page.url()).pathname.split("/").at(-1) ?? "";
/** As one who tabs to it and presses Enter. */
const tabTo = async (name: string): Promise<void> => {
  await page.locator("main").getByText(name, { exact: true }).first().focus();
  await press("Enter");
};
const decisionOn = async (key: string) =>
  (await here.site.store.decisions.of(key)).findLast((d) => d.undoneAt === null);

test("the queue is walked without a wait: the next page is there already, nothing is loaded", async () => {
  await page.goto(`${here.serving.url}/findings`);
  await shows("việc thứ 1");
  await page.waitForTimeout(500);
  await page.evaluate(() => Object.assign(window, { same: true }));
  await press("j");
  await page.waitForURL("**/findings/t01");
  await page.waitForTimeout(300);
  await press("j");
  await page.waitForURL("**/findings/t02");
  expect(await page.locator("#h-f").textContent()).toContain("việc thứ 3");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("h-f");
  expect(await page.title()).toContain("việc thứ 3");
  await press("k");
  await page.waitForURL("**/findings/t01");
  await page.goBack();
  await page.waitForURL("**/findings/t02");
  await page.locator("#h-f").getByText("việc thứ 3").waitFor();
  expect(await page.evaluate(() => "same" in window)).toBe(true);
}, 60_000);

test("confirm, dismiss with a reason by its number, undo, put off, ask: a key or two each", async () => {
  await page.goto(`${here.serving.url}/findings/t00`);
  await press("c");
  await shows("Đã xác nhận. Còn 39.");
  expect(current()).toBe("t01");
  await press("d", "2", "Enter");
  await shows("Đã bác bỏ. Còn 38.");
  expect((await decisionOn("t01"))?.reason).toBe("Không cùng đối tượng hoặc phạm vi");
  await press("u");
  await shows("Đã hoàn tác.");
  expect(current()).toBe("t01");
  expect(await decisionOn("t01")).toBeUndefined();
  await press("d", "Escape");
  expect(await page.locator("details.act[open]").count()).toBe(0);
  await press("d", "Enter");
  await shows("Chưa có lý do bác bỏ");
  await press("4", "Enter");
  await shows("Đã bác bỏ. Còn 38.");
  await press("s");
  await page.keyboard.type("15/08/2026");
  await press("Enter");
  await shows("Đã để sau.");
  expect((await decisionOn("t02"))?.until).toBe("2026-08-15");
  await press("o");
  await shows("Đã ghi là cần ý kiến.");
}, 60_000);

test("assign with a day and a note beside the finding; both stay on it and in its row", async () => {
  const key = current();
  await press("a");
  await page.keyboard.type("Sở Xây dựng");
  await press("Tab");
  await page.keyboard.type("31/06/2026");
  await press("Enter");
  await shows("Hạn phải là một ngày có thật");
  await press("Tab");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("01/06/2026");
  await press("Enter");
  await shows("Đã giao.");
  expect(await page.locator(".tq__row", { has: page.locator("[aria-current=true]") }).textContent()).toContain(
    "Giao Sở Xây dựng, quá hạn 01/06/2026",
  );
  await press("n");
  await page.keyboard.type("Đã hỏi Sở Xây dựng");
  await page.keyboard.press("Control+Enter");
  await shows("Đã ghi chú.");
  expect((await here.site.store.desk.notesOf(key)).map((note) => note.text)).toEqual(["Đã hỏi Sở Xây dựng"]);
  await page.goto(`${here.serving.url}/findings?assigned=none&due=over`);
  await shows("Không có phát hiện nào khớp");
  await page.goto(`${here.serving.url}/findings?due=over`);
  await shows("Giao Sở Xây dựng");
}, 60_000);

test("ticked findings are decided together after a preview, and undone together", async () => {
  await page.goto(`${here.serving.url}/findings`);
  const first = (await here.site.store.findings.list({ limit: 2 })).rows.map((f) => f.key);
  await press("x");
  await page.waitForTimeout(300);
  await press("j");
  await page.waitForURL(`**/findings/${first[1]}`);
  await press("x", "b");
  await shows("Sẽ kết luận 2 phát hiện");
  await press("d");
  await shows("Chưa có lý do bác bỏ.");
  await press("1", "d");
  await shows("Đã bác bỏ 2 phát hiện.");
  for (const key of first) expect((await decisionOn(key))?.verdict).toBe("dismissed");
  await press("u");
  await shows("Đã hoàn tác 2 kết luận.");
  for (const key of first) expect(await decisionOn(key)).toBeUndefined();
  await press("j");
  await page.waitForURL("**/findings");
}, 60_000);

test("a whole heading is decided at once, the filters are kept under a name, the keys are listed", async () => {
  await tabTo("Quy tắc");
  await page.waitForURL("**/findings?by=rule");
  await page.locator("main").getByText("Kết luận cả nhóm…").last().focus();
  await press("Enter");
  await shows("Kết luận 14 phát hiện cùng quy tắc?");
  await press("5", "d");
  await shows("Đã bác bỏ 14 phát hiện.");
  await page.goto(`${here.serving.url}/findings?severity=high`);
  await tabTo("Lọc và danh sách: đang lọc 1 điều kiện");
  await tabTo("Lưu bộ lọc này");
  await press("Tab");
  await page.keyboard.type("Mức cao");
  await press("Enter");
  await page.waitForURL("**/findings?severity=high");
  const left = (await here.site.store.findings.list({ limit: 1, severity: "high" })).total;
  await tabTo("Lọc và danh sách: đang lọc 1 điều kiện");
  expect(await page.locator(".views__row").textContent()).toContain(`Mức cao${left}`);
  await page.goto(`${here.serving.url}/findings`);
  await press("?");
  const help = page.locator("dialog[open]");
  await help.waitFor();
  const listed = await help.textContent();
  for (const words of ["cXác nhận", "dBác bỏ", "aGiao", "nGhi chú", "EnterĐọc tại chỗ"])
    expect(listed).toContain(words);
  await press("c");
  expect(page.url()).toBe(`${here.serving.url}/findings`);
  await press("Escape");
  expect(await help.count()).toBe(0);
}, 60_000);

test("ticks stay when a decision leads to the next finding", async () => {
  await page.goto(`${here.serving.url}/findings`);
  const boxes = page.locator("[name=pick]");
  const [a, b] = [await boxes.nth(3).getAttribute("value"), await boxes.nth(5).getAttribute("value")];
  await page.locator(`[name=pick][value="${a}"]`).check();
  await page.locator(`[name=pick][value="${b}"]`).check();
  await press("c");
  await shows("Đã xác nhận.");
  const kept = await page
    .locator("[name=pick]:checked")
    .evaluateAll((all) => all.map((box) => box.getAttribute("value")));
  expect(kept).toEqual([a, b]);
  await press("u");
  await shows("Đã hoàn tác.");
  for (const key of [a, b]) await page.locator(`[name=pick][value="${key}"]`).uncheck();
}, 60_000);

test("all forty before lunch: the last one leads to a queue that is done", async () => {
  await page.goto(`${here.serving.url}/findings`);
  let left = (await here.site.store.findings.list({ limit: 1 })).total;
  expect(left).toBeGreaterThan(15);
  while (left > 0) {
    await press("c");
    left -= 1;
    await shows(`Còn ${left}.`);
  }
  await shows("Đã xem hết");
  const decided = await here.site.store.findings.countsByState();
  expect((decided.confirmed ?? 0) + (decided.dismissed ?? 0)).toBe(FORTY - 2);
  expect(complaints.filter((c) => !c.includes("status of 400"))).toEqual([]);
}, 120_000);
