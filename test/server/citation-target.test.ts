import { afterAll, beforeAll, expect, test } from "vitest";
import { LOCAL_PERSON } from "../../src/domain/account.ts";
import { aDecision, bringIn } from "../use-cases/place.ts";
import { lacks, says } from "./app.ts";
import { HOME, type ImportSite, importSite, post } from "./import-site.ts";

const KEY = "name:luật bến bãi sông nước";
const CITES = "Điều 9. Việc khác\nViệc khai thác thực hiện theo quy định của Luật Bến bãi sông nước.\n";

let site: ImportSite;
let work = "";
let target = "";
let page = "";

beforeAll(async () => {
  site = await importSite();
  const entries = await bringIn(
    site.store,
    { text: aDecision({ more: CITES }) },
    { text: aDecision({ symbol: "88/2024/QĐ-UBND", day: "2024-02-01", title: "Ban hành Quy định quản lý chợ" }) },
  );
  work = entries[0]?.work ?? "";
  target = entries[1]?.work ?? "";
  page = `/attention/citations/${work}?key=${encodeURIComponent(KEY)}`;
});
afterAll(async () => {
  await site.close();
});

const get = async (path: string): Promise<string> => (await site.app.request(HOME + path)).text();
const choose = (value: string): Promise<Response> =>
  post(
    site,
    page,
    [
      ["key", KEY],
      ["target", value],
    ],
    `/attention/citations/${work}`,
  );

test("the worklist shows the sentence and leads to the form", async () => {
  const text = await get("/attention/unresolved");
  says(text, "<mark>Luật Bến bãi sông nước</mark>");
  says(text, `/attention/citations/${work}?key=name%3A`);
  const form = await get(page);
  says(form, "theo quy định của <mark>Luật Bến bãi sông nước</mark>");
  lacks(form, "Hoàn tác");
});

test("a search offers documents; choosing one is stored with who and shown; it can be undone", async () => {
  says(await get(`${page}&q=88%2F2024`), `name="target" value="${target}"`);
  says(await get(`${page}&q=khongconhuvay`), "Không thấy văn bản nào.");
  const answer = await choose(target);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/attention/settled?saved=citation"]);
  const list = await get("/attention/settled?saved=citation");
  says(list, "Đã ghi.");
  says(list, LOCAL_PERSON);
  says(list, `href="/documents/${target}"`);
  says(await get(page), "Hoàn tác, để máy tự tìm");
  expect((await choose("undo")).status).toBe(303);
  lacks(await get(page), "Hoàn tác");
});

test("words that name no document leave the list, and the reader shows no link", async () => {
  expect((await choose("none")).status).toBe(303);
  lacks(await get("/attention/unresolved"), "<mark>Luật Bến bãi sông nước</mark>");
  says(await get("/attention/settled"), "không phải dẫn chiếu văn bản");
  lacks(await get(`/documents/${work}`), "cite--lost");
});

test("nothing is stored without a token, for an unknown target or an unknown citation", async () => {
  const before = await site.store.overrides.targets();
  const bare = new FormData();
  bare.append("key", KEY);
  bare.append("target", target);
  const answer = await site.app.request(`${HOME}/attention/citations/${work}`, {
    method: "POST",
    headers: { origin: HOME, "sec-fetch-site": "same-origin" },
    body: bare,
  });
  expect(answer.status).toBe(403);
  expect((await choose("khong-co")).status).toBe(404);
  expect((await site.app.request(`${HOME}/attention/citations/${work}?key=khong-co`)).status).toBe(404);
  expect(await site.store.overrides.targets()).toEqual(before);
  expect(site.errors).toEqual([]);
});

test("what other documents write alike is offered with its sentence, and settled where it is ticked", async () => {
  const others = await bringIn(
    site.store,
    {
      text: aDecision({ symbol: "91/2024/QĐ-UBND", day: "2024-03-01", title: "Ban hành Quy định đò dọc", more: CITES }),
    },
    { text: aDecision({ symbol: "92/2024/QĐ-UBND", day: "2024-03-02", title: "Ban hành Quy định phà", more: CITES }) },
  );
  const [ticked, left] = others.map((entry) => entry.work ?? "");
  lacks(await get(page.replace(work, ticked ?? "")), "Văn bản khác cũng viết như vậy");
  const answer = await choose(target);
  const location = answer.headers.get("location") ?? "";
  expect(location).toBe(
    `/attention/citations/${work}?key=${encodeURIComponent(KEY).replace(/%20/gu, "+")}&saved=citation`,
  );
  const offered = await get(location);
  says(offered, /Văn bản khác cũng viết như vậy, chưa rõ là văn bản nào <span class="n">2</);
  says(offered, `name="also ${ticked}" value="yes" checked`);
  const sent = await post(
    site,
    page,
    [
      ["key", KEY],
      ["target", target],
      [`also ${ticked}`, "yes"],
      ["also khong-co", "yes"],
    ],
    `/attention/citations/${work}`,
  );
  expect(sent.headers.get("location")).toBe("/attention/settled?saved=citation");
  const meaning = async (id: string | undefined) =>
    (await site.store.links.from(id ?? "")).find((l) => l.key === KEY)?.resolution;
  expect(await meaning(ticked)).toMatchObject({ kind: "work", work: target });
  expect((await meaning(left))?.kind).toBe("unresolved");
  says(await get(page), /chưa rõ là văn bản nào <span class="n">1</);
});
