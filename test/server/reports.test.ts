import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(() => expect(site.errors).toEqual([]));

const YEAR = "from=01/01/2026&to=31/12/2026";

describe("official lists", () => {
  test("a document that ended in part in the period stands in form 02 with its units and its proof, not in form 01", async () => {
    const { text } = await site.get(`/reports?form=02&${YEAR}`);
    says(text, "VĂN BẢN HẾT HIỆU LỰC MỘT PHẦN");
    says(text, /href="\/documents\/w17"[^>]*>.*17\/2025\/QĐ-UBND/u);
    says(text, "Bằng chứng");
    says(text, 'href="/documents/w06#');
    lacks((await site.get(`/reports?form=01&${YEAR}`)).text, 'href="/documents/w17"');
  });

  test("outside its period it is not listed, and the page says what to do", async () => {
    const { text } = await site.get("/reports?form=02&from=01/01/2024&to=31/12/2024");
    lacks(text, 'href="/documents/w17"');
    says(text, "Không có văn bản nào trong kỳ này");
  });

  test("central documents stand in a list only when they are asked for; a scope narrows by words without marks", async () => {
    await site.store.facets.save([
      { work: "w742", level: "central", body: null, bodyName: null, field: null, territory: [], territoryNames: [] },
    ]);
    const decree = />\s*(?:<span class="nb">)?742\/2024\/NĐ-CP/u;
    lacks((await site.get("/reports?form=03&to=31/12/2026&scope=chinh+phu&from=01/01/2026")).text, decree);
    const all = (await site.get("/reports?form=03&to=30/12/2026&from=01/01/2026&bodies=all&scope=chinh+phu")).text;
    says(all, decree);
    lacks(all, 'href="/documents/w06" data-row');
  });

  test("what is no day, a period turned round, and a form nobody offers are said", async () => {
    says((await site.get("/reports?from=31/02/2026")).text, "“31/02/2026” không phải là một ngày");
    says((await site.get("/reports?from=02/01/2026&to=01/01/2026")).text, "Đổi chỗ hai ngày");
    expect((await site.get("/reports?form=09")).status).toBe(400);
    expect((await site.get("/reports/list?form=01&format=pdf")).status).toBe(400);
    expect((await site.get("/reports/list?form=01&format=csv&from=31/02/2026")).status).toBe(400);
  });

  test("it says that it is no official form, and that a period ahead is open", async () => {
    const { text } = await site.get(`/reports?form=01&${YEAR}`);
    says(text, "Chưa phải biểu mẫu chính thức");
    says(text, "Ngày cuối kỳ còn ở phía trước");
    lacks((await site.get("/reports?form=01&from=01/01/2025&to=31/12/2025")).text, "Ngày cuối kỳ còn ở phía trước");
  });

  test("the file has the rows of the page, in every format", async () => {
    for (const [format, type] of [
      ["csv", "text/csv"],
      ["json", "application/json"],
      ["html", "text/html"],
      ["xlsx", "spreadsheetml"],
    ]) {
      const { status, headers, text } = await site.get(`/reports/list?form=02&${YEAR}&format=${format}`);
      expect(status, format).toBe(200);
      expect(headers.get("content-type")).toContain(type);
      expect(headers.get("content-disposition")).toContain(`danh-muc-mau-02-2026-01-01-2026-12-31.${format}`);
      if (format !== "xlsx") says(text, "17/2025/QĐ-UBND");
      else expect(text.startsWith("PK")).toBe(true);
    }
  });
});
