import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(async () => {
  await site.store.close();
});

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/ ([.,;])/gu, "$1");

describe("the comparison", () => {
  test("two days of one document: counts, marked words, insertions, repeals with their clause, equal units folded", async () => {
    const { text } = await site.get("/compare?left=w17@&right=w17@2026-06-30");
    says(plain(text), "So sánh hai bản của 17/2025/QĐ-UBND");
    says(plain(text), /1 sửa đổi · 1 thêm · 1 bỏ · \d+ không đổi/u);
    says(text, /Giá vé do chủ bến <del>quyết định và thông báo tại bến<\/del>/u);
    says(text, /Giá vé do chủ bến <ins>niêm yết công khai/u);
    says(text, /<ins class="whole"><p><b>Điều 6a\. Vé điện tử<\/b>/u);
    says(text, /<del class="whole"><p><b>Điều 8\. Kiểm tra bến<\/b>/u);
    says(plain(text), "Được bãi bỏ bởi khoản 3 Điều 1 06/2026/QĐ-UBND");
    says(text, /<details class="diff__same fold"><summary>Điều 1 đến Điều 3: không đổi/u);
    says(
      text,
      /<p class="diff__frame">Quy định kèm theo<\/p><details class="diff__same fold"><summary>Chương I đến Điều 6: không đổi/u,
    );
    says(plain(text), "Bản tại ngày 30/06/2026: còn 1 thay đổi chưa áp dụng được vào lời văn.");
  });

  test("a day before the change is the original, and says so", async () => {
    const { text } = await site.get("/compare?left=w17@&right=w17@2025-12-31");
    says(text, "Hai bản giống nhau từng chữ ở mọi điều khoản.");
    lacks(text, "<del>qu");
  });

  test("two documents: what is alike is found under other numbers, the rest stands apart", async () => {
    const { text } = await site.get("/compare?left=w17@&right=w742@");
    says(plain(text), "So sánh 17/2025/QĐ-UBND với 742/2024/NĐ-CP");
    says(plain(text), "Điều 20 Đánh số lại từ Điều 2, có sửa lời văn");
    says(plain(text), "Điều 3 Chuyển chỗ từ Điều 2 Quy định kèm theo");
  });

  test("the whole text shows equal units too", async () => {
    const { text } = await site.get("/compare?left=w17@&right=w17@2026-06-30&show=all");
    lacks(text, "diff__same");
    expect(text.match(/data-change="same"/gu)?.length).toBeGreaterThan(20);
  });

  test("the form's fields lead to an address that can be kept; an empty day is the original", async () => {
    const asked = `/compare?a=${encodeURIComponent("17/2025/QĐ-UBND")}&aday=&b=&bday=01/04/2026`;
    const answer = await site.get(asked);
    expect(answer.status).toBe(303);
    expect(decodeURIComponent(answer.headers.get("location") ?? "")).toBe("/compare?left=w17@&right=w17@2026-04-01");
  });

  test("what cannot be found, read or dated is named", async () => {
    says((await site.get("/compare?a=9/2099&b=w17")).text, "Bên trái (cũ): Không thấy văn bản “9/2099”");
    says((await site.get("/compare?left=w17@31/02/2026")).text, "“31/02/2026” không phải là một ngày");
    says(plain((await site.get("/compare?left=w17@&right=w718@")).text), "Kho chưa có lời văn của 718/2017/NĐ-CP");
    lacks((await site.get("/compare?left=%3Cscript%3E@")).text, "<script>");
  });

  test("a document's tab leads to the original beside the day looked at", async () => {
    says((await site.get("/documents/w17")).text, 'href="/compare?left=w17%40&amp;right=w17%402026-06-30"');
    lacks((await site.get("/documents/w718")).text, 'href="/compare?');
  });
});
