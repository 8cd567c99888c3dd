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
    expect(shown).toContain("1 dòng chưa có văn bản trong kho");
    expect(shown).toContain("Khác nhau về toàn bộ hay một phần");
    expect(shown).toContain("&lt;b&gt;ngang sông&lt;/b&gt;");
    const [key, seen] = ["key", "seen"].map(
      (name) => new RegExp(`name="${name}" value="([^"]+)"`, "u").exec(shown)?.[1],
    );
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

  it("says why it could not be read, and what is not there", async () => {
    const junk = await post(site, "/reports/lists", [textFile("giả.docx", "đây không phải Word")]);
    expect(junk.status).toBe(400);
    expect(await junk.text()).toContain("giả.docx");
    expect((await site.app.request(`${HOME}/reports/lists/khong-co`)).status).toBe(404);
  }, 60_000);
});
