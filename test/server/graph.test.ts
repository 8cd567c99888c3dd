import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.store.close();
});

const get = async (path: string): Promise<string> => (await site.get(path)).text;

describe("choosing a document", () => {
  test("by its number goes straight to it, by a number nobody has says so", async () => {
    const found = await site.get("/graph?q=17%2F2025%2FQ%C4%90-UBND");
    expect([found.status, found.headers.get("location")]).toEqual([303, "/graph?work=w17"]);
    says(await get("/graph?q=9999%2F2099%2FXX"), "Không thấy văn bản “9999/2099/XX”");
  });

  test("those that most others cite stand below the box", async () => {
    const page = await get("/graph");
    says(page, "Được dẫn chiếu nhiều nhất");
    says(page, 'href="/graph?work=w742"');
  });

  test("nonsense is refused with a page", async () => {
    expect((await site.get("/graph?work=none")).status).toBe(404);
    expect((await site.get("/graph?work=w17&kind=loves")).status).toBe(400);
    expect((await site.get(`/graph?q=${"x".repeat(300)}`)).status).toBe(400);
  });
});

describe("the neighbourhood", () => {
  test("every box is a link to its own neighbourhood, every line has its name, the table has the same", async () => {
    const page = await get("/graph?work=w17");
    for (const id of ["w742", "w718", "w22", "w06"]) says(page, `<a class="node" href="/graph?work=${id}"`);
    says(page, '<a class="node node--self" href="/documents/w17"');
    says(page, /<text class="e-t"[^>]*>sửa đổi<\/text>/u);
    const table = page.slice(page.indexOf('id="ties"'));
    for (const id of ["w742", "w718", "w22", "w06"]) says(table, `href="/documents/${id}"`);
    says(table, /Bị bãi bỏ bởi|Được sửa đổi, bổ sung bởi/u);
  });

  test("a filter leaves one kind and says how to drop it", async () => {
    const page = await get("/graph?work=w17&kind=amends");
    says(page, 'href="/graph?work=w06"');
    lacks(page, '<a class="node" href="/graph?work=w718"');
    says(page, "Mọi loại");
  });

  test("on an earlier day what was issued later is not drawn, and is counted", async () => {
    const page = await get("/graph?work=w17&on=2025-12-31");
    lacks(page, 'class="node" href="/graph?work=w06');
    says(page, "1 văn bản liên quan ban hành sau ngày đang xem nên chưa có ở đây.");
    says(await get("/graph?work=w17&on=2025-01-01"), "Văn bản này chưa ban hành tại ngày đang xem");
  });

  test("what is issued and does not act yet is drawn with its day", async () => {
    says(await get("/graph?work=w17&on=2026-03-20"), /<text class="e-t"[^>]*>[^<]*, từ 01\/04\/2026<\/text>/u);
  });

  test("two steps show how others are tied among themselves", async () => {
    const near = await get("/graph?work=w06");
    const far = await get("/graph?work=w06&depth=2");
    lacks(near, "Giữa các văn bản khác");
    says(far, "Giữa các văn bản khác");
    says(far, 'class="node" href="/graph?work=w742"');
  });
});
