import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(async () => {
  await site.store.close();
});

const get = async (path: string, cookie?: string): Promise<string> =>
  (await site.get(path, cookie ? { cookie } : {})).text;

describe("the tab of norms", () => {
  it("shows who must do what by when, with the deciding words marked in the text", async () => {
    const page = await get("/documents/w17?tab=norms");
    says(page, "Nội dung quy phạm");
    says(page, "<mark>phải</mark>");
    says(page, /15 ngày làm việc/u);
    says(page, "tính từ nhận đủ hồ sơ");
    says(page, "Cơ quan (dạng so sánh): ubnd xã");
  });

  it("shows one unit, or the clause whose list holds it, and leads back to all", async () => {
    const page = await get("/documents/w17?tab=norms&unit=att_1__art_3__cl_1__point_b");
    says(page, "Cách công trình cầu");
    lacks(page, "Giá vé do chủ bến");
    says(page, "Xem mọi điều khoản");
  });

  it("filters by kind through links and counts the whole document", async () => {
    const all = await get("/documents/w17?tab=norms");
    says(all, /href="\/documents\/w17\?tab=norms&amp;kind=definition"/u);
    const page = await get("/documents/w17?tab=norms&kind=definition");
    says(page, "Bến khách ngang sông");
    lacks(page, "Giá vé do chủ bến");
  });

  it("says under which name a body is known on the day", async () =>
    says(await get("/documents/w17?tab=norms&on=2026-01-01"), "Sở Giao thông vận tải → Sở Xây dựng"));

  it("shows hostile words as words, and speaks English", async () => {
    lacks(await get("/documents/w66?tab=norms"), "<script>alert");
    says(await get("/documents/w17?tab=norms", "lang=en"), "How the machine understands each provision");
  });

  it("opens with filters that name nothing", async () => {
    const nowhere = await site.get("/documents/w17?tab=norms&unit=art_99&kind=nonsense&page=-5");
    expect(nowhere.status).toBe(200);
    says(nowhere.text, "Không có quy phạm nào ở đây");
    expect(site.errors).toEqual([]);
  });
});
