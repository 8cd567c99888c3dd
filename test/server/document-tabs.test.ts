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

const get = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
  (await site.get(path, headers)).text;

describe("the properties of a document", () => {
  test("each value with the words it was read from, or how else it is known; files with their versions", async () => {
    const page = await get("/documents/w17?tab=properties");
    for (const name of ["Số, ký hiệu", "Cơ quan ban hành", "Ngày ban hành", "Người ký", "Lĩnh vực", "Địa bàn áp dụng"])
      says(page, name);
    says(page, /<q class="law-voice">[^<]*Số: <mark><span class="nb">17\/2025\/QĐ-UBND/u);
    says(page, "Lê Văn Khê");
    says(page, "Bản 1, đang dùng");
    says(page, /href="\/originals\/[0-9a-f]{64}" download(?:="[a-z]*")?>/u);
    says(page, 'href="/documents/w17/metadata"');
  });

  test("what is not known or not sure is marked", async () => {
    says(await get("/documents/w17?tab=properties"), "Chưa chắc, cần người xem");
  });

  test("without a text it is said where the values come from, and nothing can be mended", async () => {
    const page = await get("/documents/w718?tab=properties");
    says(page, /Theo danh mục văn bản trung ương|Theo lời văn của văn bản dẫn chiếu/u);
    lacks(page, "/metadata");
    says(await get("/documents/w17?tab=properties", { cookie: "lang=en" }), "How it is known");
  });
});

describe("the review of a document", () => {
  test("what waits stands by group and leads into the queue; what is decided stands below, signed", async () => {
    const before = await get("/documents/w17?tab=review");
    says(before, /<a class="btn btn--go" href="\/findings\/[^"]+document=w17/u);
    says(before, "Mâu thuẫn");
    lacks(before, "đã xác nhận");
    await site.store.decisions.add(
      {
        id: "d1",
        finding: "f-conflict",
        verdict: "confirmed",
        reason: "đúng như nêu",
        until: null,
        by: "Lê Thu Hà",
        at: Date.parse("2026-06-29T03:00:00Z"),
        undoneAt: null,
      },
      null,
    );
    const after = await get("/documents/w17?tab=review");
    says(after, /id="d-confirmed"/u);
    says(after, "Lê Thu Hà");
    says(after, "đúng như nêu");
  });
});
