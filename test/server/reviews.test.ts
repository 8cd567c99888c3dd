import { afterAll, beforeAll, expect, test } from "vitest";
import { startOfWeek } from "../../src/use-cases/view-reviews.ts";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
const now = Date.now();
beforeAll(async () => {
  site = await sampleApp();
  const { decisions, desk } = site.store;
  const base = { reason: null, until: null, by: "Trần Hà", at: now - 1000, undoneAt: null };
  await decisions.add({ ...base, id: "d1", finding: "f-conflict", verdict: "dismissed", reason: "=1+1" }, null);
  await decisions.add(
    {
      ...base,
      id: "d2",
      finding: "f-ended",
      verdict: "later",
      until: "2099-01-31",
      by: "Lê Đức",
      at: now - 40 * 86_400_000,
    },
    null,
  );
  await decisions.undo("d1", now);
  await desk.assign({
    id: "a1",
    finding: "f-old-name",
    to: "Phòng Văn bản",
    due: "2026-06-01",
    note: null,
    by: "Hà",
    at: 1,
    endedAt: null,
  });
  await decisions.suppress({
    id: "s1",
    rule: "sample-rule",
    issuerKey: null,
    issuer: null,
    work: "w66",
    field: null,
    reason: "được giao quy định khác",
    by: "Hà",
    at: 5,
    liftedAt: null,
  });
  await site.store.findings.setSuppressed(["f-hostile"], "s1");
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.store.close();
});

test("shows who has what, the log with what was undone, what is put off and what is exempted", async () => {
  const { text } = await site.get("/reviews");
  says(text, "Phòng Văn bản");
  says(text, /<s>Đã bác bỏ<\/s>/u);
  says(text, "đến 31/01/2099");
  says(text, "giữ lại 1 phát hiện");
  says(text, 'action="/suppressions/s1/lift"');
});

test("the log is narrowed by person, verdict, rule and period; a value it does not know is refused", async () => {
  const log = async (query: string) =>
    (await site.get(`/reviews?${query}`)).text.split('id="log"')[1]?.split('id="later"')[0] ?? "";
  says(await log("by=L%C3%AA+%C4%90%E1%BB%A9c"), "Lê Đức</td>");
  lacks(await log("by=L%C3%AA+%C4%90%E1%BB%A9c"), "Trần Hà</td>");
  lacks(await log("period=30"), "Lê Đức</td>");
  says(await log("period=90"), "Lê Đức</td>");
  says(await log("verdict=confirmed"), "Không có kết luận nào khớp bộ lọc");
  expect((await site.get("/reviews?verdict=maybe")).status).toBe(400);
  expect((await site.get("/reviews?period=8")).status).toBe(400);
});

test("the log leaves as a file that no spreadsheet takes for formulas", async () => {
  const csv = await site.get("/reviews/log?format=csv");
  expect(csv.headers.get("content-type")).toContain("text/csv");
  says(csv.text, "Nhật ký kết luận");
  says(csv.text, "'=1+1");
  says(csv.text, "31/01/2099");
  expect((await site.get("/reviews/log?format=xlsx")).headers.get("content-disposition")).toContain(".xlsx");
  expect((await site.get("/reviews/log?format=doc")).status).toBe(400);
});

test("the week begins on Monday in Vietnam", () => {
  const monday = Date.UTC(2026, 5, 28, 17);
  expect(startOfWeek(Date.UTC(2026, 5, 30, 3))).toBe(monday);
  expect(startOfWeek(monday)).toBe(monday);
  expect(startOfWeek(monday - 1)).toBe(monday - 7 * 86_400_000);
});
