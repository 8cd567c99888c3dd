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

describe("the piece with what is copied", () => {
  test("a clause as official texts name it, with its change, its words and its link on the day", async () => {
    const { status, headers, text } = await site.get("/documents/w17/citation?unit=att_1__art_6__cl_1");
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("private, max-age=60");
    says(
      text,
      "khoản 1 Điều 6 Quy định ban hành kèm theo Quyết định số 17/2025/QĐ-UBND ngày 06 tháng 10 năm 2025 của Ủy ban nhân dân tỉnh An Khê, được sửa đổi, bổ sung bởi khoản 1 Điều 1 Quyết định số 06/2026/QĐ-UBND ngày 16 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh An Khê",
    );
    says(text, "niêm yết công khai");
    says(text, 'href="/documents/w17?on=2026-06-30#att_1__art_6__cl_1"');
    lacks(text, /<html|<script|style=/u);
  });

  test("before the change it names no change and has the old words", async () => {
    const text = await get("/documents/w17/citation?unit=att_1__art_6__cl_1&on=2025-12-31");
    lacks(text, "sửa đổi");
    says(text, "thông báo tại bến");
  });

  test("a unit that comes later says from when, a repealed one by whom, a wrong one what is near", async () => {
    const early = await get("/documents/w17/citation?unit=att_1__art_6a&on=2025-12-31");
    says(early, "Điều 6a Quy định kèm theo không có trong lời văn tại ngày 31/12/2025");
    says(early, 'href="/documents/w17?on=2026-04-01#att_1__art_6a"');
    const gone = await get("/documents/w17/citation?unit=att_1__art_8");
    says(gone, "đã được bãi bỏ bởi khoản 3 Điều 1 Quyết định số 06/2026/QĐ-UBND");
    const wrong = await get("/documents/w17/citation?unit=att_1__art_6__cl_9");
    says(wrong, "Văn bản không có khoản 9 Điều 6 Quy định kèm theo ở ngày nào");
    says(wrong, /cite=att_1__art_6#att_1__art_6"[^>]*>Gần nhất là Điều 6/u);
  });

  test("the whole document, one without text, and nonsense", async () => {
    says(await get("/documents/w17/citation"), "ban hành Quy định quản lý hoạt động bến khách");
    says(await get("/documents/w718/citation?unit=art_2"), "Điều 2 Nghị định số 718/2017/NĐ-CP");
    expect((await site.get("/documents/none/citation")).status).toBe(404);
    expect((await site.get(`/documents/w17/citation?unit=${"x".repeat(400)}`)).status).toBe(400);
  });
});

describe("without script", () => {
  test("the number of a clause opens the same below it; what does not stand on the day is said above the text", async () => {
    const page = await get("/documents/w17?on=2026-06-30&cite=att_1__art_6__cl_1");
    says(page, /id="att_1__art_6__cl_1">[\s\S]{0,900}<section class="quote-panel"/u);
    const early = await get("/documents/w17?on=2025-12-31&cite=att_1__art_6a");
    says(early, /<div class="before-text[^>]*><section class="quote-panel"/u);
    says(await get("/documents/w17?cite=document"), "Trích dẫn: cả văn bản");
  });

  test("a link of a later day leads to a line that says when the unit stands", async () => {
    says(
      await get("/documents/w17?on=2025-12-31"),
      /<li id="att_1__art_6a"[^>]*><a href="\/documents\/w17\?on=2026-04-01#att_1__art_6a">Điều 6a Quy định kèm theo: có từ ngày 01\/04\/2026/u,
    );
    lacks(await get("/documents/w17"), "Điều khoản có sau ngày này");
  });
});
