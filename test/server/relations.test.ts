import { afterAll, beforeAll, expect, test } from "vitest";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(async () => {
  await site.store.close();
});

test("relations are a table: kind, document, scope, day and words, from both ends", async () => {
  const acted = (await site.get("/documents/w17?tab=relations")).text;
  says(acted, "Quan hệ với văn bản khác");
  says(acted, /được sửa đổi, bổ sung bởi|bị bãi bỏ bởi|được thay thế bởi/iu);
  const acting = (await site.get("/documents/w06?tab=relations")).text;
  says(acting, /<td role="cell">(?:Sửa đổi, bổ sung|Bãi bỏ)/u);
  says(acting, 'href="/documents/w17"');
  lacks(acting, "bị bãi bỏ bởi");
});

test("a document with citations alone says that there is nothing more; the words are there in English", async () => {
  says((await site.get("/documents/w17?tab=relations", { cookie: "lang=en" })).text, "Relations to other documents");
  const { status } = await site.get("/documents/w66?tab=relations");
  expect(status).toBe(200);
});
