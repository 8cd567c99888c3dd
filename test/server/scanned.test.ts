import { afterAll, beforeAll, expect, test } from "vitest";
import { lacks, sampleApp, says } from "./app.ts";

const TAG = /class="tag"[^>]*>\s*nhận dạng từ ảnh/u;
let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
  const typed = await site.store.documents.current("w17");
  if (typed === null) throw new Error("w17 has no text");
  await site.store.documents.add({
    ...typed,
    file: "ban-quet.pdf",
    sha256: "5".repeat(64),
    format: "pdf",
    quality: "ocr",
    importedAt: 2,
    original: new TextEncoder().encode("%PDF"),
  });
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.store.close();
});

test("words recognised from pictures are marked beside the status, in the list and at the hits of a search", async () => {
  for (const [marked, plain] of [
    ["/documents?type=quyet-dinh", "/documents?type=nghi-dinh"],
    ["/search?q=ben+khach&document=w17", "/search?q=ben+khach&document=w742"],
  ] as const) {
    says((await site.get(marked)).text, TAG);
    lacks((await site.get(plain)).text, TAG);
  }
});
