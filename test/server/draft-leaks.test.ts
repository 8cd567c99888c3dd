import { beforeAll, describe, expect, test } from "vitest";
import { PATHS } from "./app.ts";
import { accountsSite, addPeople, type Browser } from "./accounts-site.ts";

/** Words no document of the sample has: wherever they show, the draft has leaked. */
const SECRET = "vonguyetminhchau";
const DRAFT = `ỦY BAN NHÂN DÂN
TỈNH AN KHÊ
Số: /2026/QĐ-UBND

QUYẾT ĐỊNH
Về việc quản lý ${SECRET} trên địa bàn tỉnh

Căn cứ Quyết định số 17/2025/QĐ-UBND;

Điều 1. Phạm vi điều chỉnh
Quyết định này quy định về ${SECRET}.

Điều 2. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 01 tháng 9 năm 2026.`;

let site: Awaited<ReturnType<typeof accountsSite>>;
let id: string;
let owner: Browser;
beforeAll(async () => {
  site = await accountsSite();
  await addPeople(site.store);
  owner = await site.signedIn("drafter-own");
  const made = await owner.post("/drafts", { text: DRAFT });
  id = (made.headers.get("location") ?? "").replace("/drafts/", "");
});

const shows = async (response: Response): Promise<boolean> => {
  const bytes = Buffer.from(await response.arrayBuffer());
  const head: string[] = [];
  response.headers.forEach((value) => head.push(value));
  return bytes.includes(SECRET) || head.join(" ").includes(SECRET);
};

describe("a draft of another unit", () => {
  test("is there for its owner, and for a colleague of the unit", async () => {
    expect(id).toMatch(/^[0-9a-f]{64}$/u);
    expect(await shows(await owner.get(`/drafts/${id}`))).toBe(true);
    expect(await shows(await (await site.signedIn("reviewer-own")).get(`/drafts/${id}`))).toBe(true);
  });

  test("is for others exactly as a draft that never was", async () => {
    const never = "0".repeat(64);
    for (const who of ["drafter-other", "reviewer-other", "approver-other"]) {
      const browser = await site.signedIn(who);
      for (const path of ["", "/docx"]) {
        const [real, none] = [await browser.get(`/drafts/${id}${path}`), await browser.get(`/drafts/${never}${path}`)];
        expect(real.status).toBe(none.status);
        const plain = async (r: Response): Promise<string> =>
          (await r.text())
            .replaceAll(id, "")
            .replaceAll(never, "")
            .replace(/value="[A-Za-z0-9_-]{43}"/gu, "");
        expect(await plain(real)).toBe(await plain(none));
      }
      await browser.post(`/drafts/${id}/forget`);
      const against = await browser.post("/drafts", { text: "Điều 1. Khác", before: id });
      expect(await shows(await browser.get(against.headers.get("location") ?? "/"))).toBe(false);
    }
    expect((await owner.get(`/drafts/${id}`)).status).toBe(200);
  });

  test("shows on no page, in no list, count, suggestion, export or fault: every page, and probes made for it", {
    timeout: 120_000,
  }, async () => {
    const probes = [
      ...PATHS,
      `/search?q=${SECRET}`,
      `/search?q="${SECRET}"`,
      `/search?q=${SECRET}&part=titles`,
      `/suggest?q=${SECRET}`,
      `/suggest?q=${SECRET.slice(0, 6)}`,
      `/documents?q=${SECRET}`,
      `/documents/list?q=${SECRET}&format=csv`,
      `/documents/values?facet=body&find=${SECRET}`,
      `/findings?q=${SECRET}`,
      `/findings/${id}`,
      `/documents/${id}`,
      `/impact?symbol=${SECRET}`,
      `/impact?work=${id}`,
      `/graph?q=${SECRET}`,
      `/compare?left=${id}@&right=w17@`,
      `/original/${id}`,
      `/import/${id}`,
      `/drafts?before=${id}`,
      `/drafts/${id}`,
      `/drafts/${id}/docx`,
      `/drafts/${id.toUpperCase()}`,
      `/drafts/${id}%00`,
      `/drafts/../drafts/${id}`,
      `/reports?scope=${SECRET}`,
      `/admin/audit?subject=${id}`,
      `/attention/unresolved?q=${SECRET}`,
      "/news?since=0",
      "/healthz",
      "/api/v1/openapi.json",
    ];
    const leaks: string[] = [];
    for (const who of ["viewer-own", "drafter-other", "reviewer-other", "approver-other", "admin-own", null]) {
      const browser = who === null ? site.browser(null) : await site.signedIn(who);
      for (const path of probes)
        if ((await shows(await browser.get(path))) && !path.includes(SECRET)) leaks.push(`${who} ${path}`);
      for (const path of probes.filter((p) => p.includes(SECRET))) {
        // the word that was asked for comes back in its box; nothing of the draft may stand beside it
        const text = await (await browser.get(path)).text();
        if (text.includes(`quản lý ${SECRET}`) || text.includes(`về ${SECRET}`)) leaks.push(`${who} ${path}`);
      }
    }
    expect(leaks).toEqual([]);
    expect(probes.length - PATHS.length).toBeGreaterThanOrEqual(25);
  });

  test("shows in no answer of the interface to another's key", async () => {
    const browser = await site.signedIn("reviewer-other");
    const page = await (await browser.post("/admin/tokens", { name: "khóa khác", scope: "decide", last: "" })).text();
    const key = /rasoat_[A-Za-z0-9_-]{43}/u.exec(page)?.[0] ?? "";
    const call = (path: string, method = "GET"): Promise<Response> =>
      Promise.resolve(
        site.app.request(`http://localhost/api/v1${path}`, { method, headers: { Authorization: `Bearer ${key}` } }),
      );
    for (const path of [`/drafts/${id}`, `/drafts/${id}/file`]) expect((await call(path)).status).toBe(404);
    expect((await call(`/drafts/${id}`, "DELETE")).status).toBe(404);
    for (const path of [`/search?q=${SECRET}`, `/documents?q=${SECRET}`, "/findings", "/audit", "/documents"])
      expect((await (await call(path)).text()).includes(`quản lý ${SECRET}`)).toBe(false);
    expect((await owner.get(`/drafts/${id}`)).status).toBe(200);
  });

  test("leaves a trace that leads nowhere", async () => {
    const trail = JSON.stringify(await site.store.audit.after(0, 1000));
    expect(trail).not.toContain(SECRET);
    expect(trail).not.toContain(id);
    expect(trail).toContain("draft.see");
  });
});
