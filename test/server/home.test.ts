import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { openStore } from "../../src/store/open.ts";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(() => expect(site.errors).toEqual([]));

describe("the overview", () => {
  test("every figure of the three tables is a link to its list on the same day", async () => {
    const { text } = await site.get("/?on=2026-03-01");
    says(text, 'href="/documents?type=quyet-dinh&amp;on=2026-03-01"');
    says(text, 'href="/documents?body=unfiled&amp;on=2026-03-01"');
    says(text, "Theo cơ quan ban hành");
  });

  test("a list that was due and whose day has passed is told as passed, without claiming that it was published", async () => {
    const { text } = await site.get("/?on=2027-02-10");
    says(text, "quá 10 ngày");
    says(text, "Công cụ không biết danh mục đã được công bố hay chưa");
    lacks((await site.get("/?on=2027-01-31")).text, "Công cụ không biết danh mục");
    says((await site.get("/?on=2027-01-31")).text, "đúng ngày này");
  });

  test("the queue by month is drawn with its figures in words and again in a table", async () => {
    const { text } = await site.get("/");
    says(text, /<svg class="chart" role="img" aria-labelledby="h-back-said"/u);
    says(text, "Còn chờ đến cuối:");
    says(text, "Số liệu dạng bảng");
  });

  test("all rows of a table are shown when asked for; a table nobody offers is a fault", async () => {
    expect((await site.get("/?all=type")).status).toBe(200);
    expect((await site.get("/?all=colour")).status).toBe(400);
    expect((await site.get("/news?since=yesterday")).status).toBe(400);
  });

  test("an empty collection says what to do first", async () => {
    const store = await openStore(":memory:");
    const app = createApp({ store, rules: [], today: () => "2026-06-30", version: "0" });
    const text = await (await app.request("http://localhost/")).text();
    says(text, "Kho chưa có văn bản");
    says(text, /class="btn btn--go" href="\/import"/u);
    for (const path of ["/due", "/news", "/reports"])
      expect((await app.request(`http://localhost${path}`)).status, path).toBe(200);
    await store.close();
  });

  test("news opens the same stretch of time, in both languages", async () => {
    const since = 0;
    const { text } = await site.get(`/news?since=${since}`);
    says(text, "phát hiện mới");
    says(text, 'href="/findings?rule=');
    says((await site.get(`/news?since=${since}&lang=en`)).text, "new findings");
  });
});
