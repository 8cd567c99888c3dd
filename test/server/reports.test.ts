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
      { work: "w742", level: "central", body: null, bodyName: null, fields: [], territory: [], territoryNames: [] },
    ]);
    // whoever files documents anew says so
    await site.store.settings.set("index-revision", "1000");
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

  test("it says what to compare before signing, and that a period ahead is open", async () => {
    const { text } = await site.get(`/reports?form=01&${YEAR}`);
    says(text, "đối chiếu với bản đã ký");
    says(text, "Ngày cuối kỳ còn ở phía trước");
    lacks((await site.get("/reports?form=01&from=01/01/2025&to=31/12/2025")).text, "Ngày cuối kỳ còn ở phía trước");
  });

  test("an older period takes the forms of its decree, and another decree may be asked for", async () => {
    says((await site.get("/reports?form=01&from=01/01/2023&to=31/12/2023")).text, "Nghị định số 34/2016/NĐ-CP");
    const asked = (await site.get(`/reports?form=01&${YEAR}&regime=nd-34-2016`)).text;
    says(asked, "Mẫu số 03");
    expect((await site.get("/reports?regime=nd-1-1999")).status).toBe(400);
  });

  test("a scope narrows by kind of body, field, unit and a saved list; what nobody offers is refused", async () => {
    const row = 'href="/documents/w17" data-row';
    const of = async (more: string) => (await site.get(`/reports?form=02&${YEAR}&${more}`)).text;
    says(await of("organ=ubnd"), row);
    lacks(await of("organ=hdnd"), row);
    await site.store.desk.saveView({
      id: "t1",
      page: "documents",
      name: "Bến thủy",
      query: "type=nghi-quyet",
      by: "x",
      at: 1,
    });
    lacks(await of("topic=t1"), row);
    says(await of("topic=t1"), "theo chuyên đề Bến thủy");
    for (const bad of ["organ=so", "field=99", "unit=x", "topic=x"])
      expect((await site.get(`/reports?${bad}`)).status, bad).toBe(400);
  });

  test("documents of undetermined status are named with why, not dropped", async () => {
    const { text } = await site.get(`/reports?form=03&${YEAR}&bodies=all`);
    says(text, /văn bản cần xác định hiệu lực/u);
    says(text, "không có trong danh mục nào cho đến khi xác định được hiệu lực");
  });

  test("what is still to be handled stands in form 04 with who drafts it and until when", async () => {
    lacks((await site.get(`/reports?form=04&${YEAR}`)).text, "Sửa Điều 4");
    await site.store.handlings.add([
      {
        id: "h1",
        work: "w17",
        unit: "Sở Xây dựng",
        state: "open",
        due: "2027-02-28",
        importId: null,
        row: null,
        result: null,
        version: 1,
        at: Date.parse("2026-03-01T03:00:00Z"),
        updatedAt: 0,
        body: {
          asWritten: null,
          form: "amend",
          formText: "",
          content: "Sửa Điều 4",
          officer: "",
          sheet: null,
          steps: {},
          session: "",
          doneMonth: null,
          note: "",
          outcome: null,
          history: [],
          by: "Lê Thu Hà",
        },
      },
    ]);
    const { text } = await site.get(`/reports?form=04&${YEAR}`);
    for (const words of ["Sửa đổi, bổ sung", "Sửa Điều 4", "Sở Xây dựng", "28/02/2027"]) says(text, words);
    lacks((await site.get("/reports?form=04&from=2025-01-01&to=2025-12-31")).text, "Sửa Điều 4");
  });

  test("a conclusion that nobody follows yet stands in form 04 from the day it was concluded", async () => {
    const [sample] = (await site.store.sheets.list({ limit: 1 })).rows;
    if (!sample) throw new Error("the sample has a sheet");
    // later than what the tracker has of the document, which would follow an earlier conclusion
    const at = Date.parse("2026-10-04T03:00:00Z");
    const concludedBy = { id: "p", signature: "Lê Thu Hà", at };
    const body = { ...sample.body, form: "abolish" as const, content: "Không còn đối tượng", concludedBy };
    await site.store.sheets.open({ ...sample, id: "s2", work: "w17", state: "concluded", body });
    says((await site.get(`/reports?form=04&${YEAR}`)).text, "Không còn đối tượng");
    lacks((await site.get("/reports?form=04&from=01/01/2026&to=03/10/2026")).text, "Không còn đối tượng");
  });

  test("a document whose text is not here stands in form 04 as well, unless its issuer is another one's", async () => {
    const [row] = await site.store.handlings.all();
    if (!row) throw new Error("the sample has handlings");
    const body = { ...row.body, form: "replace" as const, content: "Thay bằng quyết định mới", sheet: null };
    const at = Date.parse("2026-03-01T03:00:00Z");
    await site.store.handlings.add([{ ...row, id: "h2", work: "w22", state: "open", at, body }]);
    says((await site.get(`/reports?form=04&${YEAR}`)).text, "Thay bằng quyết định mới");
    lacks((await site.get(`/reports?form=04&${YEAR}&organ=hdnd`)).text, "Thay bằng quyết định mới");
    lacks((await site.get(`/reports?form=04&${YEAR}&scope=khe+giang`)).text, "Thay bằng quyết định mới");
  });

  test("the file has the rows of the page, in every format", async () => {
    for (const [format, type] of [
      ["csv", "text/csv"],
      ["json", "application/json"],
      ["html", "text/html"],
      ["xlsx", "spreadsheetml"],
      ["docx", "wordprocessingml"],
    ]) {
      const { status, headers, text } = await site.get(`/reports/list?form=02&${YEAR}&format=${format}`);
      expect(status, format).toBe(200);
      expect(headers.get("content-type")).toContain(type);
      expect(headers.get("content-disposition")).toContain(`danh-muc-mau-02-2026-01-01-2026-12-31.${format}`);
      if (format !== "xlsx" && format !== "docx") says(text, "17/2025/QĐ-UBND");
      else expect(text.startsWith("PK")).toBe(true);
    }
  });
});
