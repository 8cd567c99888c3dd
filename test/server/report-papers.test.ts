import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDocx } from "../../src/read/docx.ts";
import { ANY_DOCUMENT } from "../../src/use-cases/report-scope.ts";
import { countOf } from "../../src/use-cases/report-tables.ts";
import { countReports, FORM_KEYS, fillReport } from "../../src/use-cases/view-reports.ts";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(() => expect(site.errors).toEqual([]));

const YEAR = "from=01/01/2026&to=31/12/2026";

async function send(fields: Readonly<Record<string, string>>) {
  const page = await site.app.request("http://localhost/reports/agency");
  const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
  const token = /name="token" value="([^"]+)"/u.exec(await page.text())?.[1] ?? "";
  const response = await site.app.request("http://localhost/reports/agency", {
    method: "POST",
    headers: { Cookie: cookie, Origin: "http://localhost", "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token, ...fields }).toString(),
  });
  return { status: response.status, text: await response.text() };
}

describe("names of the agency", () => {
  test("are kept, used in titles, and not overwritten by who saw an older version", async () => {
    lacks((await site.get(`/reports?form=02&${YEAR}`)).text, "tỉnh An Khê năm 2026");
    expect((await send({ version: "0", place: "tỉnh An Khê", dateline: "An Khê" })).status).toBe(303);
    says((await site.get(`/reports?form=02&${YEAR}`)).text, "tỉnh An Khê năm 2026");
    const second = await send({ version: "0", place: "tỉnh Khê Giang" });
    expect(second.status).toBe(409);
    says(second.text, "Người khác vừa sửa trước");
    says(second.text, "tỉnh An Khê");
    says((await site.get("/reports/agency")).text, 'value="tỉnh An Khê"');
  });

  test("what cannot be is said beside its field", async () => {
    const { status, text } = await send({ version: "1", place: "x".repeat(300), nationalDatabase: "javascript:1" });
    expect(status).toBe(400);
    says(text, "Mỗi ô không quá 200 ký tự");
    says(text, "Không dùng được làm địa chỉ");
  });
});

describe("the papers around the lists", () => {
  test("count what they hold and come as one Word file", async () => {
    const address = `form=01&with=02&${YEAR}&act=chairman`;
    const { text } = await site.get(`/reports/papers?${address}`);
    says(text, "Hồ sơ gồm");
    says(text, /href="\/reports\/papers\/file\?[^"]*act=chairman/u);
    const file = await site.app.request(`http://localhost/reports/papers/file?${address}&part=act&part=annexes`);
    expect(file.headers.get("content-disposition")).toContain("ho-so-cong-bo-2026-01-01-2026-12-31.docx");
    const read = await readDocx(new Uint8Array(await file.arrayBuffer()), "ho-so.docx");
    if (!read.ok) throw new Error(read.problem.what);
    for (const words of ["QUYẾT ĐỊNH:", "17/2025/QĐ-UBND", "Phụ lục II"]) expect(read.text).toContain(words);
    expect(read.text).not.toContain("TỜ TRÌNH");
  });

  test("are counted as they are filled, for each form, period and scope", async () => {
    const held = new Set<string>();
    for (const form of FORM_KEYS)
      for (const from of ["2024-01-01", "2025-01-01", "2026-01-01"])
        for (const organs of [[], ["hdnd"]] as const) {
          const to = `${from.slice(0, 4)}-12-31`;
          const scope = { ...ANY_DOCUMENT, local: true, organs };
          const query = { form, from, to, scope, regime: null, title: null, publishedUntil: null };
          const { model } = await fillReport(site.store, query);
          const n = model.parts.reduce((all, part) => all + countOf(part), 0);
          const counted = { form: model.form, title: model.title, n };
          expect(await countReports(site.store, query, [form])).toMatchObject([counted]);
          if (n > 0) held.add(form);
        }
    // nothing of the sample has ended as a whole
    expect([...held]).toEqual(["02", "03", "04", "05"]);
  });

  test("refuse an act, a part or a day that nobody offers", async () => {
    for (const bad of ["act=minister", "part=cover", "from=31/02/2026"])
      expect((await site.get(`/reports/papers?${bad}`)).status, bad).toBe(400);
  });
});
