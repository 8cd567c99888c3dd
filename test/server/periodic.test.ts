import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { departmentAtWork } from "../use-cases/periodic-sample.ts";
import { HOME, type ImportSite, importSite, openForm } from "./import-site.ts";

const AT = "/reports/periodic?kind=month&period=2026-11";
let site: ImportSite;
beforeAll(async () => {
  const store = await openStore(":memory:");
  await departmentAtWork(store);
  site = await importSite({ store });
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.close();
  await site.store.close();
});

const get = (path: string) => site.app.request(HOME + path);
const page = async (path: string): Promise<string> => (await get(path)).text();
async function post(path: string, fields: Record<string, string>) {
  const { token, headers } = await openForm(site, AT);
  return site.app.request(HOME + path, {
    method: "POST",
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token, ...fields }).toString(),
  });
}

describe("a report of the department", () => {
  it("leads from every number to as many rows", async () => {
    const shown = await page(AT);
    const links = [...shown.matchAll(/<a href="(\/reports\/periodic\/behind[^"]+)">(\d+)<\/a>/gu)];
    expect(links.length).toBeGreaterThan(10);
    for (const [, href, n] of links) {
      const list = await page((href ?? "").replaceAll("&amp;", "&"));
      expect(list.split('<tr role="row"').length - 2, href).toBe(Number(n));
    }
  }, 60_000);

  it("is taken away in every format", async () => {
    for (const format of ["docx", "xlsx", "csv", "html", "json"]) {
      const file = await get(`/reports/periodic/file?kind=month&period=2026-11&format=${format}`);
      expect([format, file.status]).toEqual([format, 200]);
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(500);
    }
    for (const path of [
      "/reports/periodic/file?kind=month&period=2026-11&format=pdf",
      "/reports/periodic?kind=week",
      "/reports/periodic?kind=month&period=2026-Q1",
    ])
      expect((await get(path)).status, path).toBe(400);
    expect((await get(`${AT.replace("?", "/behind?")}&figure=khong-co`)).status).toBe(404);
  }, 60_000);

  it("keeps what people write; the second writer sees both versions and nothing is lost", async () => {
    const key = "report/month/2026-11/views";
    const first = { key, seen: "0", text: "Khó khăn: <b>thiếu người</b>" };
    expect((await post("/reports/periodic/prose?kind=month&period=2026-11", first)).status).toBe(303);
    const late = await post("/reports/periodic/prose?kind=month&period=2026-11", { ...first, text: "Bản thứ hai" });
    const shown = await late.text();
    expect(late.status).toBe(409);
    expect(shown).toContain("Bản thứ hai");
    expect(shown).toContain("Khó khăn: &lt;b&gt;thiếu người&lt;/b&gt;");
    const wrong = await post("/reports/periodic/prose?kind=month&period=2026-11", { ...first, key: "report/x" });
    expect(wrong.status).toBe(400);
  });

  it("is frozen with what people wrote, and sent under its number", async () => {
    const frozen = await post("/reports/freeze", { path: AT });
    const at = (frozen.headers.get("location") ?? "").split("?")[0] as string;
    expect(frozen.status).toBe(303);
    const shown = await page(at);
    expect(shown).toContain("Kết quả rà soát, xử lý văn bản quy phạm pháp luật tháng 11 năm 2026");
    expect(shown).toContain("thiếu người");
    const sent = await post(`${at}/publish`, { symbol: "123/BC-STP", day: "05/12/2026", issuer: "Sở Tư pháp" });
    expect(sent.status).toBe(303);
    expect(await page("/reports/published")).toContain("123/BC-STP");
  });
});
