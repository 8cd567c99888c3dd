import { beforeAll, describe, expect, it } from "vitest";
import { sampleApp } from "./app.ts";

type App = Awaited<ReturnType<typeof sampleApp>>;
let site: App;
beforeAll(async () => {
  site = await sampleApp();
});

const LIST = "/reports/freeze?form=02&with=03&from=2025-01-01&to=2026-12-31&bodies=all";

/** The token of a page and its cookie, as a browser sends them. */
async function post(path: string, fields: Record<string, string>) {
  const page = await site.get(LIST);
  const token = /name="token" value="([^"]+)"/u.exec(page.text)?.[1] ?? "";
  const cookie = (page.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const response = await site.app.request(`http://localhost${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: "http://localhost", Cookie: cookie },
    body: new URLSearchParams({ token, ...fields }).toString(),
  });
  return { status: response.status, location: response.headers.get("location") ?? "", text: await response.text() };
}

const pathIn = (text: string): string =>
  (/name="path" value="([^"]+)"/u.exec(text)?.[1] ?? "").replaceAll("&amp;", "&");

describe("a list on its way out", () => {
  it("is looked at, frozen, published, and then said of its documents", async () => {
    const preview = await site.get(LIST);
    expect(preview.status).toBe(200);
    const frozen = await post("/reports/freeze", { path: pathIn(preview.text), title: "Danh mục thử" });
    expect(frozen.status).toBe(303);
    const page = frozen.location.split("?")[0] as string;
    const shown = await site.get(frozen.location);
    expect(shown.text).toContain("Danh mục thử");
    expect(shown.text).toContain("Đã chốt");
    expect((await site.get(`${page}?verify=yes`)).text).toContain("Bản chốt nguyên vẹn");
    const wrong = await post(`${page}/publish`, { symbol: "315/QĐ-UBND", day: "32/01/2027", issuer: "UBND" });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain("không phải là một ngày");
    const fields = { symbol: "315/QĐ-UBND", day: "22/01/2027", issuer: "Ủy ban nhân dân tỉnh An Khê" };
    expect((await post(`${page}/publish`, fields)).status).toBe(303);
    // the second of two is told, nothing is overwritten
    expect((await post(`${page}/publish`, fields)).status).toBe(409);
    const listed = /href="\/documents\/(w\d+)"/u.exec((await site.get(page)).text)?.[1];
    expect((await site.get(`/documents/${listed}?tab=effects`)).text).toContain(
      "Văn bản có tên trong danh mục đã công bố",
    );
    expect((await site.get("/reports/published")).text).toContain("315/QĐ-UBND");
    expect(site.errors).toEqual([]);
  });

  it("gives its files, the same each time, and says what it does not have", async () => {
    const [first] = await site.store.publications.list({ limit: 1 });
    const at = `/reports/published/${first?.id}/file`;
    for (const format of ["xlsx", "html", "csv", "json", "zip"]) {
      const [one, two] = [await site.get(`${at}?format=${format}`), await site.get(`${at}?format=${format}`)];
      expect([one.status, one.text === two.text]).toEqual([200, true]);
    }
    expect((await site.get(`${at}?format=pdf`)).status).toBe(400);
    expect((await site.get(`${at}?format=csv&model=7`)).status).toBe(400);
    expect((await site.get("/reports/published/khong-co")).status).toBe(404);
    expect((await site.get("/reports/published/khong-co/file?format=csv")).status).toBe(404);
    expect((await site.get("/reports/freeze?form=01&from=31/02/2026")).status).toBe(400);
  });

  it("refuses a correction that changes nothing, and one without a reason", async () => {
    const [first] = await site.store.publications.list({ limit: 1 });
    const page = `/reports/published/${first?.id}`;
    expect((await site.get(`${page}?compare=now`)).text).toContain("Không có gì khác");
    const none = await post(`${page}/correct`, { reason: "" });
    expect([none.status, none.text.includes("Thiếu lý do")]).toEqual([400, true]);
    const same = await post(`${page}/correct`, { reason: "Sai ngày" });
    expect([same.status, same.text.includes("Không có gì để đính chính")]).toEqual([400, true]);
  });
});
