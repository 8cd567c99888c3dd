import { afterAll, beforeAll, expect, test } from "vitest";
import { ANY_DOCUMENT } from "../../src/use-cases/report-scope.ts";
import { keepList } from "../../src/use-cases/import-list.ts";
import { freezeReport } from "../../src/use-cases/freeze-report.ts";
import { livingList } from "../../src/use-cases/living-list.ts";
import { readListText } from "../../src/extract/read-list-text.ts";
import { type ApiSite, apiSite } from "./api-site.ts";

let site: ApiSite;
beforeAll(async () => {
  site = await apiSite();
});
afterAll(() => site.store.close());

const decide = (path: string, body: unknown) => site.call(path, { key: site.keys.decide, body });

test("a frozen list with its proof, published once", async () => {
  const period = { from: "2025-01-01", to: "2026-06-30", regime: null, title: null, publishedUntil: null };
  const living = await livingList(site.store, { ...period, scope: ANY_DOCUMENT }, ["03"], "/reports?form=03");
  const { id } = await freezeReport(site.store, living, "Hà", 1000);
  const deciding = { symbol: "315/QĐ-UBND", issuer: "Ủy ban nhân dân tỉnh An Khê", issuedOn: "2026-07-02" };
  expect((await site.call(`/publications/${id}/publish`, { body: deciding })).status).toBe(401);
  expect((await decide(`/publications/${id}/publish`, { ...deciding, symbol: "số" })).status).toBe(400);
  expect((await decide(`/publications/${id}/publish`, deciding)).status).toBe(200);
  expect((await decide(`/publications/${id}/publish`, deciding)).status).toBe(409);
  const { json } = await site.call("/publications");
  expect(json.rows[0]).toMatchObject({ id, state: "published", kind: "list" });
  const one = (await site.call(`/publications/${id}`)).json;
  expect(one).toMatchObject({ proof: { whole: true, headStands: true }, correction: null });
  expect(one.parts[0].groups.length).toBeGreaterThan(0);
  expect((await site.call("/publications/khong-co")).status).toBe(404);
});

test("a list that was read, its differences, and an answer", async () => {
  const text = `A. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ
STT
Văn bản hết hiệu lực
Lý do hết hiệu lực
Ngày hết hiệu lực
1
Quyết định số 17/2025/QĐ-UBND ngày 06/10/2025 của Ủy ban nhân dân tỉnh An Khê về bến khách
Bị bãi bỏ bởi Quyết định số 06/2026/QĐ-UBND
01/06/2026
Tổng số: 1 văn bản`;
  const read = { ok: true as const, list: readListText(text), head: text };
  const id = await keepList(site.store, { file: "dm.txt", sha256: "s", ...read }, "Hà", 1000);
  expect((await site.call("/published-lists")).json.rows).toMatchObject([{ id, file: "dm.txt", rows: 1, open: 1 }]);
  const one = (await site.call(`/published-lists/${id}`)).json;
  expect(one.differences).toMatchObject([{ theirs: { symbol: "17/2025/QĐ-UBND" }, answer: null }]);
  const [{ key, seen }] = one.differences;
  const answer = { key, seen, side: "ours", reason: "Danh mục nhầm" };
  expect((await decide(`/published-lists/${id}/answers`, { ...answer, reason: "" })).status).toBe(400);
  expect((await decide(`/published-lists/${id}/answers`, answer)).status).toBe(200);
  expect((await decide(`/published-lists/${id}/answers`, answer)).status).toBe(409);
  const after = (await site.call(`/published-lists/${id}`)).json.differences[0];
  expect(after.answer).toMatchObject({ side: "ours", reason: "Danh mục nhầm" });
});

test("a report of the department for a period", async () => {
  const { status, json } = await site.call("/periodic-reports/year/2026");
  expect([status, json.from, json.to, json.due]).toEqual([200, "2026-01-01", "2026-12-31", "2027-01-20"]);
  expect((await site.call("/periodic-reports/month/2026-13")).status).toBe(400);
});
