import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOME, type ImportSite, importSite, openForm, post, textFile } from "./import-site.ts";
import { sampleStore } from "./sample-store.ts";

let site: ImportSite;
beforeAll(async () => {
  site = await importSite({ store: await sampleStore() });
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.close();
});

const page = async (path: string): Promise<string> => (await site.app.request(HOME + path)).text();

/** Of the sample, 17/2025 is partly ceased on 30/06/2026: this list says that it has ended. 88/2020 is in no index. */
const LIST = `DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT HẾT HIỆU LỰC NĂM 2026
A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ
STT
Văn bản hết hiệu lực
Lý do hết hiệu lực
Ngày hết hiệu lực
1
Quyết định số 17/2025/QĐ-UBND ngày 06/10/2025 của Ủy ban nhân dân tỉnh An Khê về bến khách <b>ngang sông</b>
Bị bãi bỏ bởi Quyết định số 06/2026/QĐ-UBND
01/06/2026
2
Quyết định số 88/2020/QĐ-UBND ngày 02/02/2020 của Ủy ban nhân dân tỉnh An Khê về phí
Bị bãi bỏ bởi Quyết định số 06/2026/QĐ-UBND
01/06/2026
Tổng số: 3 văn bản
`;

describe("a published list that is read in", () => {
  it("shows what was read, what differs with both sides, and takes an answer", async () => {
    const sent = await post(site, "/reports/lists", [textFile("danh-muc.txt", LIST)]);
    expect(sent.status).toBe(303);
    const at = (sent.headers.get("location") ?? "").split("?")[0] as string;
    const shown = await page(at);
    expect(shown).toContain("Danh mục ghi 3 văn bản, đọc được 2 dòng");
    expect(shown).toContain("1 dòng chưa khớp với văn bản nào trong kho");
    expect(shown).toContain("Khác nhau về toàn bộ hay một phần");
    expect(shown).toContain("&lt;b&gt;ngang sông&lt;/b&gt;");
    const [, key, seen] =
      /name="key" value="([^"]+)"\/?><input type="hidden" name="seen" value="([^"]+)"/u.exec(shown) ?? [];
    const { token, headers } = await openForm(site, at);
    const say = (fields: Record<string, string>) =>
      site.app.request(`${HOME}${at}/answer`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ token, key: key ?? "", seen: seen ?? "", ...fields }).toString(),
      });
    expect((await say({ side: "ours", reason: "" })).status).toBe(400);
    expect((await say({ side: "mine", reason: "x" })).status).toBe(400);
    expect((await say({ side: "ours", reason: "Danh mục nhầm" })).status).toBe(303);
    const late = await say({ side: "theirs", reason: "Kho nhầm" });
    expect([late.status, (await late.text()).includes("Người khác vừa kết luận")]).toEqual([409, true]);
    expect(await page(at)).toContain("Danh mục nhầm");
    expect(await page("/reports/lists")).toContain("danh-muc.txt");
    expect(site.left()).toEqual([]);
  }, 60_000);

  it("is dated by a person; until then it stands as not clear, and what is wrong is said beside its field", async () => {
    const sent = await post(site, "/reports/lists", [textFile("khong-ngay.txt", LIST.replace(" NĂM 2026", ""))]);
    const at = (sent.headers.get("location") ?? "").split("?")[0] as string;
    expect(await page(at)).toContain("Chưa rõ ngày công bố");
    expect(await page("/reports/lists")).toContain("chưa rõ ngày công bố");
    const { token, headers } = await openForm(site, at);
    const say = async (fields: Record<string, string>) => {
      const answer = await site.app.request(`${HOME}${at}/dates`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ token, seen: "0", symbol: "", day: "", from: "", to: "", ...fields }).toString(),
      });
      return { status: answer.status, text: await answer.text() };
    };
    const wrong = await say({ day: "31/02/2026", symbol: "<i>" });
    expect([wrong.status, wrong.text.includes("Không phải là một ngày")]).toEqual([400, true]);
    expect(wrong.text).toContain("31/02/2026");
    expect(wrong.text).toContain("&lt;i&gt;");
    const half = await say({ from: "01/01/2025" });
    expect([half.status, half.text.includes("Kỳ thiếu một đầu")]).toEqual([400, true]);
    expect((await say({ symbol: "9/QĐ-UBND", day: "05/01/2026" })).status).toBe(303);
    const late = await say({ day: "06/01/2026" });
    expect([late.status, late.text.includes("Người khác vừa ghi trước")]).toEqual([409, true]);
    const shown = await page(at);
    expect(shown).toContain("9/QĐ-UBND");
    expect(shown).not.toContain("Chưa rõ ngày công bố");
    expect(await page("/admin/audit")).toContain("Ghi ngày công bố của danh mục đã nhập");
  }, 60_000);

  it("has its differences among what needs a person and on the page of each document", async () => {
    const [list] = (await site.store.listImports.all(9)).filter(({ body }) => body.includes("khong-ngay.txt"));
    const waiting = await page("/attention/published-lists");
    expect(waiting).toContain("Khác nhau về toàn bộ hay một phần");
    const [, href] = new RegExp(`href="(/reports/lists/${list?.id}#d-[^"]+)"`, "u").exec(waiting) ?? [];
    const place = (href ?? "").split("#")[1];
    expect(await page(`/reports/lists/${list?.id}`)).toContain(`id="${place}"`);
    expect(await page("/attention")).toContain("Khác danh mục đã công bố");
    const [work] = await site.store.works.bySymbol("17/2025/QĐ-UBND");
    const tab = await page(`/documents/${work?.id}?tab=effects`);
    expect(tab.replace(/<[^>]{1,200}>/gu, "")).toContain(
      "Có tên trong Danh mục kèm theo 9/QĐ-UBND ngày 05/01/2026, phần A, dòng 1",
    );
    expect(tab).toContain(`href="${href}"`);
    expect(tab).toContain("Khác nhau về toàn bộ hay một phần");
  }, 60_000);

  it("says why it could not be read, and what is not there", async () => {
    const junk = await post(site, "/reports/lists", [textFile("giả.docx", "đây không phải Word")]);
    expect(junk.status).toBe(400);
    expect(await junk.text()).toContain("giả.docx");
    expect((await site.app.request(`${HOME}/reports/lists/khong-co`)).status).toBe(404);
  }, 60_000);
});
