import { afterAll, beforeAll, expect, test } from "vitest";
import { aDecision, bringIn } from "../use-cases/place.ts";
import { lacks, says } from "./app.ts";
import { HOME, type ImportSite, importSite, post } from "./import-site.ts";

const WAITS =
  "Quyết định số 31/2025/QĐ-UBND ngày 10 tháng 9 năm 2025 của Ủy ban nhân dân tỉnh An Khê hết hiệu lực kể từ ngày Luật Bến bãi sông nước có hiệu lực thi hành.";

let site: ImportSite;
let old = "";
let page = "";

beforeAll(async () => {
  site = await importSite();
  const entries = await bringIn(
    site.store,
    { text: aDecision() },
    {
      text: aDecision({
        symbol: "44/2025/QĐ-UBND",
        day: "2025-11-10",
        title: "Ban hành Quy định quản lý đường thủy nội địa",
        more: `Điều 9. Quy định chuyển tiếp\n${WAITS}\n`,
      }),
    },
  );
  old = entries[0]?.work ?? "";
  const source = entries[1]?.work ?? "";
  const effect = (await site.store.effects.from(source)).find((e) => e.target === old);
  page = `/effects/${source}/${effect?.id}`;
}, 60_000);
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.close();
});

const get = async (path: string): Promise<string> => (await site.app.request(HOME + path)).text();

test("the worklist shows the words and leads to the form", async () => {
  const list = await get("/attention/undated");
  says(list, "Tác động chưa xác định ngày");
  says(list, "hết hiệu lực kể từ ngày Luật Bến bãi sông nước");
  says(list, `href="${page}"`);
  says(await get("/attention"), `href="${page}"`);
  says(await get(`/documents/${old}?tab=effects`), `href="${page}"`);
});

test("a day that cannot be read, and a missing reason, come back with what was typed", async () => {
  const bad = await post(site, page, [
    ["what", "date"],
    ["from", "31/02/2026"],
    ["why", "Luật được thông qua"],
  ]);
  expect(bad.status).toBe(400);
  const text = await bad.text();
  says(text, "Ngày không đọc được");
  says(text, 'value="31/02/2026"');
  says(text, "Luật được thông qua");
  const mute = await post(site, page, [
    ["what", "reject"],
    ["why", " "],
  ]);
  expect(mute.status).toBe(400);
  says(await mute.text(), "Chưa ghi lý do");
});

test("a day is stored, shown beside the computation, and taken back", async () => {
  const sent = await post(site, page, [
    ["what", "date"],
    ["from", "01/03/2026"],
    ["why", "Luật được thông qua"],
  ]);
  expect([sent.status, sent.headers.get("location")]).toEqual([303, "/attention/settled?saved=effect"]);
  const list = await get("/attention/settled?saved=effect");
  says(list, "Đã ghi.");
  says(list, "Đã xác định bằng tay");
  const form = await get(page);
  says(form, "Theo máy");
  says(form, "phụ thuộc sự kiện");
  says(form, "Tính từ ngày 01/03/2026".toLowerCase());
  says(await get(`/documents/${old}?on=2026-03-01`), "Hết hiệu lực");
  await post(site, page, [["what", "undo"]]);
  says(await get(page), "Các lần xác định");
  lacks(await get(page), "Hoàn tác, để máy tính</button>");
});

test("an effect is added from the document's page", async () => {
  const form = `/documents/${old}/effects/new`;
  says(await get(`/documents/${old}?tab=effects`), form);
  const fields = [
    ["action", "repeal-document"],
    ["source", "569/QĐ-UBND"],
    ["sourceDay", "10/02/2026"],
    ["from", "10/02/2026"],
    ["quote", "Bãi bỏ Quyết định số 31/2025/QĐ-UBND"],
  ] as const;
  expect((await post(site, form, fields)).status).toBe(400);
  expect((await post(site, form, [...fields, ["why", "Bản giấy"]])).status).toBe(303);
  expect((await site.store.statuses.on(old, "2026-02-10"))?.status).toBe("ceased");
  says(await get("/attention/settled"), "569/QĐ-UBND");
});

test("nothing is changed without the page's token, and what is not there is not found", async () => {
  const body = new FormData();
  body.append("what", "reject");
  body.append("why", "x");
  expect((await site.app.request(HOME + page, { method: "POST", body })).status).toBe(403);
  expect((await site.app.request(`${HOME}/effects/none/none`)).status).toBe(404);
  expect((await site.app.request(`${HOME}/documents/none/effects/new`)).status).toBe(404);
});

test("addresses of earlier versions lead to where things are now, with what was asked", async () => {
  const moved = async (path: string) => {
    const answer = await site.app.request(HOME + path);
    return [answer.status, answer.headers.get("location")];
  };
  expect(await moved("/gaps")).toEqual([308, "/attention"]);
  expect(await moved("/gaps/citations/w1?key=a%3Ab")).toEqual([308, "/attention/citations/w1?key=a%3Ab"]);
  expect(await moved("/effects?on=2026-01-01")).toEqual([308, "/attention/undated?on=2026-01-01"]);
  expect((await site.app.request(`${HOME}/attention/nothing-such`)).status).toBe(404);
});

test("the overview counts what waits and what is settled, and narrows by body", async () => {
  const all = await get("/attention");
  says(all, /Còn [\d.]+ việc/u);
  says(all, /Đã xử lý bằng tay [1-9]/u);
  const body = (await site.store.facets.all())[0]?.body ?? "";
  const of = async (query: string) =>
    (await get(`/attention/undated?${query}`)).match(/class="law-voice"/gu)?.length ?? 0;
  expect(await of(`body=${encodeURIComponent(body)}`)).toBeGreaterThan(0);
  expect(await of("body=khong-co")).toBe(0);
});
