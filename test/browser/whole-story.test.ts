import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WHOLE_SCOPE } from "../../src/domain/account.ts";
import type { AuditAction } from "../../src/domain/audit.ts";
import { hashPassword } from "../../src/use-cases/passwords.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import { PASSWORD } from "../server/accounts-site.ts";
import { aUnit, anAccount } from "../store/conformance-accounts.ts";
import { type AnKheSite, openAnKheSite, workOf } from "./an-khe-site.ts";
import { artefacts } from "./artefacts.ts";
import { openLook } from "./look.ts";

/** A decree that ends the one a decision of the province rests on. */
const DECREE = `CHÍNH PHỦ
Số: 801/2026/NĐ-CP

Hà Nội, ngày 20 tháng 11 năm 2026

NGHỊ ĐỊNH
Quy định về quản lý, khai thác bến khách ngang sông

Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Chính phủ ban hành Nghị định quy định về quản lý, khai thác bến khách ngang sông.

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về điều kiện hoạt động, quản lý và khai thác bến khách ngang sông.

Điều 2. Tải trọng của xe qua bến
Xe chở hàng qua bến có tổng trọng lượng không quá 3,5 tấn.

Điều 3. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 22 tháng 11 năm 2026.
2. Nghị định này thay thế Nghị định số 742/2024/NĐ-CP ngày 20 tháng 12 năm 2024 của Chính phủ quy định về quản lý, khai thác bến khách ngang sông.

TM. CHÍNH PHỦ
THỦ TƯỚNG
`;

/** What the province issues in the end. */
const DECISION = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
Số: 97/2026/QĐ-UBND

An Khê, ngày 25 tháng 11 năm 2026

QUYẾT ĐỊNH
Quy định về hoạt động của xe chở hàng tại bến khách ngang sông trên địa bàn tỉnh An Khê

Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
Căn cứ Nghị định số 801/2026/NĐ-CP ngày 20 tháng 11 năm 2026 của Chính phủ quy định về quản lý, khai thác bến khách ngang sông;
Ủy ban nhân dân ban hành Quyết định quy định về hoạt động của xe chở hàng tại bến khách ngang sông trên địa bàn tỉnh An Khê.

Điều 1. Tải trọng
Xe chở hàng qua bến có tổng trọng lượng không quá 3,5 tấn.

Điều 2. Hiệu lực thi hành
1. Quyết định này có hiệu lực thi hành từ ngày 26 tháng 11 năm 2026.
2. Quyết định này thay thế Quyết định số 19/2026/QĐ-UBND ngày 25 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh An Khê quy định về hoạt động của xe chở hàng tại bến khách ngang sông trên địa bàn tỉnh An Khê.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
`;

let site: AnKheSite;
beforeAll(async () => {
  site = await openAnKheSite();
  const { accounts } = site.store;
  await accounts.addUnit(aUnit("stp", { name: "Sở Tư pháp" }));
  // roads and waterways: subject 14 of the Bộ Pháp điển
  const scope = { ...WHOLE_SCOPE, fields: ["14"], levels: ["province"] as const };
  await accounts.addUnit(aUnit("sxd", { name: "Sở Xây dựng", scope }));
  const passwordHash = await hashPassword(PASSWORD);
  const add = (id: string, name: string, role: "reviewer" | "approver", unit: string) =>
    accounts.addAccount(anAccount(id, { name, role, unit, passwordHash }));
  await add("duc", "Trần Minh Đức", "approver", "stp");
  await add("ha", "Lê Thu Hà", "reviewer", "sxd");
}, 180_000);
afterAll(() => site?.close());

const pictures = artefacts("whole-story");

async function person(login: string) {
  const { page, complaints, close } = await openLook(site.browser, site.serving.url, {});
  const go = (path: string): Promise<unknown> => page.goto(site.serving.url + path);
  await go("/sign-in");
  await page.fill("#login", login);
  await page.fill("#password", PASSWORD);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await page.waitForURL(`${site.serving.url}/`);
  let n = 0;
  const see = (name: string): Promise<unknown> =>
    page.screenshot({ path: `${pictures}/${login}-${++n}-${name}.png`, fullPage: true });
  return { page, go, see, complaints, close };
}

/** Through the page, and until the job is done. */
async function bringIn(page: Page, name: string, text: string): Promise<void> {
  await page.goto(`${site.serving.url}/import`);
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.locator("main form button[type=submit]").first().click();
  await page.waitForURL("**/import/*");
  const job = page.url().split("/").at(-1) ?? "";
  for (let waited = 0; waited < 600 && (await site.store.jobs.find(job))?.finishedAt == null; waited++)
    await page.waitForTimeout(100);
  expect((await site.store.jobs.find(job))?.state).toBe("done");
}

test("a new decree comes in; what it touches is reviewed by one, concluded by another, handled by the province, closed; all of it in the trail", {
  timeout: 240_000,
}, async () => {
  const reviewed = await workOf(site, "19/2026/QĐ-UBND");
  const ha = await person("ha");
  const duc = await person("duc");

  // the decree, and what it means for the province
  await bringIn(ha.page, "nghi-dinh-801.txt", DECREE);
  const decree = await workOf(site, "801/2026/NĐ-CP");
  await duc.go(`/impact?work=${decree}`);
  await duc.see("impact");
  expect(await duc.page.locator("main").textContent()).toContain("19/2026/QĐ-UBND");
  await duc.page.getByRole("link", { name: /Lập đợt rà soát/u }).click();
  await duc.page.getByLabel("Tên đợt").fill("Rà soát theo Nghị định 801/2026/NĐ-CP");
  await duc.page.getByLabel("Hạn", { exact: true }).fill("31/12/2026");
  await duc.page.locator("button[name=do][value=make]").click();
  await duc.page.getByText("Đã lập đợt. Việc tiếp theo: phân công.").waitFor();
  await duc.see("batch");
  await duc.page.locator(`.tick input[value="${reviewed}"]`).check();
  await duc.page.getByLabel("Giao cho đơn vị").fill("Sở Xây dựng");
  await duc.page.getByRole("button", { name: /^Phân công/u }).click();
  await duc.page.getByRole("button", { name: "Giao 1 văn bản" }).click();
  await duc.page.getByText("Đã giao 1 văn bản.").waitFor();
  const batch = new URL(duc.page.url()).pathname;

  // the unit is told, decides the finding, fills the sheet, proposes
  await ha.go("/notifications");
  await ha.see("told");
  expect(await ha.page.locator("main").textContent()).toContain("Nghị định 801/2026/NĐ-CP");
  const [finding] = (await site.store.findings.list({ work: reviewed, limit: 1 })).rows;
  await ha.go(`/findings/${finding?.key}`);
  await ha.see("finding");
  await ha.page.locator("body").press("c");
  await ha.page.waitForURL(/[?&]did=/u);
  await ha.go(batch);
  await ha.page.locator(`button[form="sheet-of-${reviewed}"]`).click();
  await ha.page.getByRole("heading", { name: /Phiếu rà soát văn bản/u }).waitFor();
  await ha.see("sheet");
  await ha.page.locator("#content-assessment").fill("Tải trọng tại Điều 2 trái Điều 2 Nghị định 801/2026/NĐ-CP");
  await ha.page.getByLabel("Hình thức xử lý", { exact: true }).selectOption("replace");
  const why = ha.page.getByLabel(/Lý do chọn khác/u);
  if (await why.isVisible()) await why.fill("Nội dung chính của Quyết định không còn phù hợp");
  await ha.page.getByLabel("Nội dung kiến nghị xử lý").fill("Ban hành quyết định thay thế");
  await ha.page.getByRole("button", { name: /^Lưu và đề xuất/u }).click();
  await ha.page.getByText("Đã đề xuất. Phiếu chờ người khác kết luận.").waitFor();
  const sheet = new URL(ha.page.url()).pathname;
  expect(await ha.page.getByRole("button", { name: /^Đồng ý, kết luận/u }).count()).toBe(0);

  // another person concludes; the recommendation is followed from then on
  await duc.go(sheet);
  await duc.page.getByRole("button", { name: /^Đồng ý, kết luận/u }).click();
  await duc.page.getByText("Đã kết luận.").waitFor();
  await duc.see("concluded");
  const [handling] = (await site.store.handlings.all()).filter((one) => one.work === reviewed);
  expect(handling).toMatchObject({ state: "open", body: { form: "replace" } });

  // the province has acted: the decision comes in, and the case is closed by its own clause
  await bringIn(ha.page, "quyet-dinh-97.txt", DECISION);
  const result = await workOf(site, "97/2026/QĐ-UBND");
  const closed = await site.store.handlings.find(handling?.id ?? "");
  expect(closed).toMatchObject({ state: "done", result });
  expect(closed?.body.outcome).toContain("thay thế Quyết định số 19/2026/QĐ-UBND");
  await duc.go(`/handling/${handling?.id}`);
  await duc.see("closed");
  expect(await duc.page.locator("main").textContent()).toContain("97/2026/QĐ-UBND");
  await duc.go(batch);
  await duc.see("batch-after");

  // every step can be proved
  await duc.go("/admin/audit");
  await duc.see("trail");
  const trail = (await site.store.audit.after(0, 1000)).map((entry) => entry.action);
  const story: AuditAction[] = [
    "import.start",
    "batch.make",
    "batch.assign",
    "finding.decide",
    "sheet.open",
    "sheet.propose",
    "handling.make",
    "sheet.conclude",
    "import.start",
    "handling.close",
  ];
  let at = 0;
  for (const action of story) {
    at = trail.indexOf(action, at) + 1;
    expect(at, `${action} in ${trail.join(" ")}`).toBeGreaterThan(0);
  }
  expect((await verifyAudit(site.store)).ok).toBe(true);
  expect(site.errors).toEqual([]);
  expect([...ha.complaints, ...duc.complaints]).toEqual([]);
  await ha.close();
  await duc.close();
});
