import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults, openLook, sidewaysFaults } from "./look.ts";
import { openSampleSite, type SampleSite } from "./sample-site.ts";

let sample: SampleSite;
beforeAll(async () => {
  sample = await openSampleSite();
}, 60_000);
afterAll(() => sample.close());

/** From an impact list to a concluded sheet, with the keyboard's buttons where there are keys, watched by axe in both themes. */
test.each([
  { theme: "light", width: 1440, work: "w17" },
  { theme: "dark", width: 360, work: "w66" },
] as const)(
  "a batch is made, a document of it reviewed, asked about and concluded ($theme, $width px)",
  async (look) => {
    const { serving, site, browser } = sample;
    const { page, complaints, close } = await openLook(browser, serving.url, look);
    const whole = async (): Promise<void> => {
      expect(await axeFaults(page)).toEqual([]);
      expect(await sidewaysFaults(page)).toEqual([]);
    };
    await page.goto(`${serving.url}/batches/new?picked=yes&work=${look.work}`);
    await page.getByLabel("Tên đợt").fill(`Đợt ${look.theme}`);
    await page.getByLabel("Hạn", { exact: true }).fill("31/12/2026");
    await whole();
    await page.getByRole("button", { name: "Lập đợt với 1 văn bản" }).click();
    await page.getByText("Đã lập đợt. Việc tiếp theo: phân công.").waitFor();
    await whole();

    await page.locator(".tick input").first().check();
    await page.getByLabel("Giao cho đơn vị").fill("Sở Xây dựng");
    await page.getByRole("button", { name: /^Phân công/u }).click();
    await whole();
    await page.getByRole("button", { name: "Giao 1 văn bản" }).click();
    await page.getByText("Đã giao 1 văn bản.").waitFor();

    await page.getByRole("button", { name: "Lập phiếu" }).click();
    await page.getByRole("heading", { name: /Phiếu rà soát văn bản/u }).waitFor();
    await whole();
    await page.locator(".ask-unit > summary").click();
    await page.getByLabel("Đơn vị được hỏi").fill("Sở Tài chính");
    await page.getByRole("button", { name: "Xin ý kiến" }).click();
    await page.getByText("Đã gửi câu hỏi.").waitFor();
    await page.locator("#content-assessment").fill("Khoản 2 Điều 5 trái nghị định");
    await page.getByLabel("Hình thức xử lý", { exact: true }).selectOption("amend");
    await page.getByLabel(/Lý do chọn khác/u).fill("Đã đối chiếu từng điều");
    await page.getByLabel("Nội dung kiến nghị xử lý").fill("Sửa khoản 2 Điều 5");
    await page.getByRole("button", { name: /^Lưu và đề xuất/u }).click();
    await page.getByText("Đã đề xuất. Phiếu chờ người khác kết luận.").waitFor();
    await page.getByText("Còn 1 ý kiến chưa được trả lời.").waitFor();
    await whole();
    await page.getByRole("button", { name: /^Đồng ý, kết luận/u }).click();
    await page.getByText("Đã kết luận.").waitFor();
    await whole();

    const [sheet] = await site.store.sheets.ofWork(look.work);
    expect(sheet?.state).toBe("concluded");
    expect(await site.store.batches.item(sheet?.batch ?? "", look.work)).toMatchObject({
      state: "done",
      unit: "Sở Xây dựng",
    });
    expect((await site.store.handlings.all()).filter((h) => h.body.sheet === sheet?.id)).toHaveLength(1);
    expect(complaints).toEqual([]);
    await close();
  },
  120_000,
);
