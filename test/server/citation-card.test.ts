import { afterAll, beforeAll, expect, test } from "vitest";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(async () => {
  await site.store.close();
});

test("a citation in the reader names its card, with the unit and the day", async () => {
  says((await site.get("/documents/w17")).text, 'data-card="/documents/w742/card?unit=art_3&amp;in=w17"');
  says(
    (await site.get("/documents/w17?on=2025-12-31")).text,
    'data-card="/documents/w742/card?unit=art_3&amp;in=w17&amp;on=2025-12-31"',
  );
});

test("the card is a piece of a page: name, status since when, the words as issued; kept for a minute", async () => {
  const { status, headers, text } = await site.get("/documents/w742/card?unit=art_3");
  expect(status).toBe(200);
  expect(headers.get("cache-control")).toBe("private, max-age=60");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  says(text, "742/2024/NĐ-CP");
  says(text, /Còn hiệu lực<\/span><\/span> từ \d\d\/\d\d\/\d{4}/u);
  says(text, /<blockquote class="law-voice">Điều 3/u);
  lacks(text, /<html|<script|style=/u);
});

test("a unit the text does not have is a warning, and so is an ended document", async () => {
  const missing = (await site.get("/documents/w742/card?unit=art_99")).text;
  says(missing, "Văn bản không có Điều 99.");
  lacks(missing, "<blockquote");
  const ended = (await site.get("/documents/w718/card?unit=art_2__cl_4")).text;
  says(ended, "Văn bản được dẫn chiếu đã hết hiệu lực.");
  says(ended, "Kho chưa có lời văn của điều khoản này.");
  lacks(ended, "Văn bản không có");
});

test("a repealed unit says so on the day, and not before", async () => {
  const unit = (await site.store.statuses.on("w17", "2026-06-30"))?.units.find((u) => u.status === "repealed")?.eId;
  says((await site.get(`/documents/w17/card?unit=${unit}`)).text, "Điều khoản được dẫn chiếu đã bị bãi bỏ.");
  lacks((await site.get(`/documents/w17/card?unit=${unit}&on=2026-01-01`)).text, "đã bị bãi bỏ");
});

test("long words are cut, hostile ones stay text, nonsense is refused", async () => {
  const hostile = (await site.get("/documents/w66/card")).text;
  lacks(hostile, /<script|<b>tỉnh/u);
  expect((await site.get("/documents/none/card")).status).toBe(404);
  expect((await site.get(`/documents/w17/card?unit=${"x".repeat(400)}`)).status).toBe(400);
  says((await site.get("/documents/w742/card?unit=art_3", { cookie: "lang=en" })).text, "In force");
});
