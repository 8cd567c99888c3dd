import { afterAll, beforeAll, expect, test } from "vitest";
import { mendMetadata } from "../../src/use-cases/mend-metadata.ts";
import { aDecision, bringIn } from "../use-cases/place.ts";
import { type ImportSite, importSite } from "./import-site.ts";
import { lacks, says } from "./app.ts";

let site: ImportSite;
let work: string;
beforeAll(async () => {
  site = await importSite();
  const [entry] = await bringIn(site.store, { text: aDecision({ symbol: "50/2025/QĐ-UBND" }) });
  work = entry?.work ?? "";
}, 60_000);
afterAll(() => site?.close());

const get = async (path: string) => {
  const response = await site.app.request(`http://localhost${path}`);
  return { status: response.status, text: await response.text() };
};

const AT = Date.parse("2026-06-01T09:00:00+07:00");

test("an empty trail says when it begins", async () => {
  says((await get("/admin/audit")).text, "Chưa có việc nào được ghi");
});

test("what people do is written down with who, when, what and why, and can be filtered", async () => {
  const values = { title: "Quy định về <b>bến</b> đò" };
  const done = await mendMetadata({ store: site.store, work, values, by: "Lê Thu Hà", now: AT, merge: false });
  expect(done.ok).toBe(true);
  await site.store.audit.append({
    at: AT + 86_400_000,
    by: "Trần Minh Đức",
    action: "finding.decide",
    subject: "k1",
    detail: { verdict: "dismissed", reason: "không cùng đối tượng", until: null },
  });
  const all = await get("/admin/audit");
  says(all.text, "Sửa thông tin văn bản");
  says(all.text, "50/2025/QĐ-UBND");
  says(all.text, "01/06/2026, 09:00");
  says(all.text, "Quy định về &lt;b&gt;bến&lt;/b&gt; đò");
  lacks(all.text, "<b>bến");
  says(all.text, "không cùng đối tượng");
  const hers = await get("/admin/audit?by=L%C3%AA+Thu+H%C3%A0");
  says(hers.text, "Sửa thông tin văn bản</");
  lacks(hers.text, "không cùng đối tượng");
  const day = await get("/admin/audit?from=02/06/2026&to=02/06/2026");
  says(day.text, "không cùng đối tượng");
  lacks(day.text, "50/2025/QĐ-UBND");
  says((await get("/admin/audit?by=Ai")).text, "Không có mục nào khớp bộ lọc");
  expect((await get("/admin/audit?action=x")).status).toBe(400);
  expect((await get("/admin/audit?from=31/06/2026")).status).toBe(400);
  expect((await get("/admin/audit?before=x")).status).toBe(400);
});

test("the whole chain is verified on request and exported entry by entry", async () => {
  says((await get("/admin/audit?verify=yes")).text, "Nhật ký nguyên vẹn: đã kiểm tra 2 mục");
  const lines: string[] = (await get("/admin/audit/export")).text.trim().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([1, 2]);
});

test("says whether the end of the trail is kept elsewhere, and what to do where it does not hold", async () => {
  says((await get("/admin/audit")).text, "RASOAT_ANCHOR_DIR");
  const fault = { kind: "broken", what: "Mục số 2 khác với mã đã lưu <ở> nơi khác." };
  await site.store.settings.set("anchor-state", JSON.stringify({ day: "2026-06-02", at: AT, anchored: null, fault }));
  const { text } = await get("/admin/audit");
  says(text, "Nhật ký không khớp với mã đã lưu ở nơi khác");
  says(text, "lưu &lt;ở&gt; nơi khác");
  says(text, "nhat-ky-neo.txt");
});
