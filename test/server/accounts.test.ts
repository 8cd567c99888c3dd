import { beforeAll, describe, expect, test } from "vitest";
import { firstAccountCode } from "../../src/use-cases/first-account.ts";
import { IDLE, LONGEST_SESSION, presentWith } from "../../src/use-cases/sessions.ts";
import { accountsSite, addPeople, type Browser, PASSWORD } from "./accounts-site.ts";

type Site = Awaited<ReturnType<typeof accountsSite>>;

const tokenIn = (html: string): string => /name="token" value="([^"]+)"/u.exec(html)?.[1] ?? "";
const secretOf = (response: Response): string =>
  /session=([A-Za-z0-9_-]{43})/u.exec(response.headers.get("set-cookie") ?? "")?.[1] ?? "";

/** A browser that nobody has signed in with yet: it has the secret its first form gave it. */
async function stranger(site: Site, path = "/sign-in"): Promise<{ browser: Browser; token: string }> {
  const page = await site.app.request(`http://localhost${path}`);
  return { browser: site.browser(secretOf(page)), token: tokenIn(await page.text()) };
}

const signIn = async (site: Site, login: string, password: string, to = "/") => {
  const { browser, token } = await stranger(site);
  return browser.post("/sign-in", { token, login, password, to });
};

describe("the first account", () => {
  let site: Site;
  beforeAll(async () => {
    site = await accountsSite();
  });
  const make = async (fields: Record<string, string>) => {
    const { browser, token } = await stranger(site, "/first-account");
    const form = { login: "ha.le", name: "Lê Thu Hà", password: PASSWORD, repeated: PASSWORD, code: "", ...fields };
    return browser.post("/first-account", { token, ...form });
  };

  test("until there is one, a single person works alone and every page says so", async () => {
    const home = await (await site.browser(null).get("/")).text();
    expect(home).toContain("Dùng thử một người, chưa có tài khoản");
    expect((await site.browser(null).get("/admin/accounts")).status).toBe(200);
  });

  test("needs the code that was printed, a good password typed twice, and exists once", async () => {
    const code = (await firstAccountCode(site.store)) ?? "";
    expect((await make({ code: "sai" })).status).toBe(400);
    expect((await make({ code, repeated: "khác hẳn thế này" })).status).toBe(400);
    const weak = await make({ code, password: "matkhau123456", repeated: "matkhau123456" });
    expect(weak.status).toBe(400);
    expect(await weak.text()).toContain("dễ đoán");
    const done = await make({ code });
    expect(done.status).toBe(303);
    expect(done.headers.get("location")).toBe("/admin/units");
    const browser = site.browser(secretOf(done));
    expect(await (await browser.get("/admin/accounts")).text()).toContain("Lê Thu Hà");
    expect((await site.browser(null).get("/first-account")).headers.get("location")).toBe("/sign-in");
    expect(await firstAccountCode(site.store)).toBeNull();
  });

  test("ends the trial: everybody signs in from then on", async () => {
    const away = await site.browser(null).get("/findings?severity=high");
    expect(away.status).toBe(303);
    expect(away.headers.get("location")).toBe("/sign-in?to=%2Ffindings%3Fseverity%3Dhigh");
    expect((await site.app.request("http://localhost/api/v1/documents")).status).toBe(401);
    expect((await site.browser(null).get("/healthz")).status).toBe(200);
    expect((await site.browser(null).get("/help")).status).toBe(200);
  });

  test("cannot be had without the code where other machines can come in", async () => {
    const open = await accountsSite({ door: { alone: false } });
    expect((await open.browser(null).get("/")).status).toBe(303);
    expect((await open.browser(null).get("/first-account")).status).toBe(200);
  });
});

describe("signing in", () => {
  let site: Site;
  beforeAll(async () => {
    site = await accountsSite();
    await addPeople(site.store);
  });

  test("gives a new secret, leads on, and never to another site", async () => {
    const done = await signIn(site, "REVIEWER-own", PASSWORD, "/findings?severity=high");
    expect(done.status).toBe(303);
    expect(done.headers.get("location")).toBe("/findings?severity=high");
    expect(done.headers.get("set-cookie")).toMatch(/HttpOnly/u);
    expect((await site.browser(secretOf(done)).get("/findings")).status).toBe(200);
    for (const to of ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
      expect((await signIn(site, "reviewer-own", PASSWORD, to)).headers.get("location")).toBe("/");
  });

  test("says the same of a wrong password and of a login nobody has, and keeps neither", async () => {
    const [wrong, unknown] = [
      await signIn(site, "viewer-own", "sai hoàn toàn"),
      await signIn(site, "khong.co", PASSWORD),
    ];
    expect([wrong.status, unknown.status]).toEqual([400, 400]);
    const strip = (html: string): string => html.replace(/value="[^"]*"/gu, "");
    expect(strip(await wrong.text())).toBe(strip(await unknown.text()));
    const trail = JSON.stringify(await site.store.audit.list({ action: "session.fail", limit: 10 }));
    expect(trail).not.toContain("sai hoàn toàn");
    expect(trail).not.toContain("khong.co");
  });

  test("locks after five wrong passwords, for the right one as well, and a new password opens it again", async () => {
    for (let i = 0; i < 4; i++)
      expect(await (await signIn(site, "drafter-own", "sai hoàn toàn")).text()).toContain("không đúng");
    expect(await (await signIn(site, "drafter-own", "sai hoàn toàn")).text()).toContain("tạm khóa đến");
    expect(await (await signIn(site, "drafter-own", PASSWORD)).text()).toContain("tạm khóa đến");
    const admin = await site.signedIn("admin-own");
    const page = await (await admin.post("/admin/accounts/drafter-own/reset")).text();
    const password = /<code class="secret">([a-z0-9-]{19})<\/code>/u.exec(page)?.[1] ?? "";
    const done = await signIn(site, "drafter-own", password);
    expect(done.status).toBe(303);
    const browser = site.browser(secretOf(done));
    expect((await browser.get("/findings")).headers.get("location")).toBe("/me");
    const fresh = { old: password, fresh: "thuyền thúng neo cửa sông", repeated: "thuyền thúng neo cửa sông" };
    expect((await browser.post("/me/password", fresh)).headers.get("location")).toBe("/me?said=changed");
    expect((await browser.get("/findings")).status).toBe(200);
  });

  test("ends by signing out, after 30 minutes of silence, after 12 hours, and when the role changes", async () => {
    const first = await site.signedIn("viewer-own");
    expect((await first.post("/sign-out")).headers.get("location")).toBe("/sign-in?said=ended");
    expect((await first.get("/")).status).toBe(303);
    const secret = (await site.signedIn("viewer-own")).cookie.slice("session=".length);
    const now = Date.now();
    expect(await presentWith(site.store, secret, now + IDLE - 1000)).not.toBeNull();
    expect(await presentWith(site.store, secret, now + 2 * IDLE)).toBeNull();
    let at = now;
    for (; at < now + LONGEST_SESSION; at += IDLE - 1000) await presentWith(site.store, secret, at);
    expect(await presentWith(site.store, secret, at)).toBeNull();
    const again = await site.signedIn("viewer-own");
    const admin = await site.signedIn("admin-own");
    const form = { name: "Người xem", email: "", role: "drafter", unit: "own", active: "yes" };
    const version = String((await site.store.accounts.account("viewer-own"))?.version);
    expect((await admin.post("/admin/accounts/viewer-own", { ...form, version })).status).toBe(303);
    expect((await again.get("/")).status).toBe(303);
    const late = await admin.post("/admin/accounts/viewer-own", { ...form, version });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("Có người vừa sửa tài khoản này");
  });

  test("the last administrator cannot be taken away", async () => {
    const admin = await site.signedIn("admin-own");
    const change = async (id: string) => {
      const version = String((await site.store.accounts.account(id))?.version);
      return admin.post(`/admin/accounts/${id}`, {
        name: "Q",
        email: "",
        role: "viewer",
        unit: "own",
        active: "yes",
        version,
      });
    };
    expect((await change("admin-other")).status).toBe(303);
    const refused = await change("admin-own");
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("người quản trị cuối cùng");
  });

  test("a form of a page from before signing in no longer counts", async () => {
    const { browser, token } = await stranger(site);
    const done = await browser.post("/sign-in", { token, login: "reviewer-own", password: PASSWORD });
    const inside = site.browser(secretOf(done));
    expect((await inside.post("/findings/f-conflict/notes", { token, text: "x" })).status).toBe(403);
  });

  test("nothing tells what a password is: no page, no trail, no list of the interface", async () => {
    const admin = await site.signedIn("admin-own");
    for (const path of ["/admin/accounts", "/admin/accounts/reviewer-own", "/admin/audit", "/admin/audit/export"])
      expect(await (await admin.get(path)).text()).not.toMatch(/argon2|rêu đá/u);
  });
});

describe("one's own account", () => {
  test("takes an address for the daily letter, and signs other browsers out", async () => {
    const site = await accountsSite();
    await addPeople(site.store);
    const [here, there] = [await site.signedIn("reviewer-own"), await site.signedIn("reviewer-own")];
    expect((await here.post("/me/mail", { email: "khong-phai-thu", digest: "yes" })).status).toBe(400);
    expect((await here.post("/me/mail", { email: "ha@ankhe.example", digest: "yes" })).status).toBe(303);
    expect(await site.store.accounts.account("reviewer-own")).toMatchObject({
      email: "ha@ankhe.example",
      digest: true,
    });
    expect((await here.post("/me/sessions")).headers.get("location")).toBe("/me?said=ended");
    expect((await there.get("/")).status).toBe(303);
    expect((await here.get("/")).status).toBe(200);
  });

  test("the address of a form leads to its page when it is opened again", async () => {
    const site = await accountsSite();
    await addPeople(site.store);
    const reviewer = await site.signedIn("reviewer-own");
    const again = await reviewer.get("/findings/f-conflict/decide?on=2026-01-01");
    expect([again.status, again.headers.get("location")]).toEqual([303, "/findings/f-conflict?on=2026-01-01"]);
    expect((await reviewer.get("/me/password")).headers.get("location")).toBe("/me");
  });
});

describe("bounds", () => {
  test("each person may search and upload so often a minute; trying passwords is bounded for each address", async () => {
    const site = await accountsSite({ limits: { search: 3, upload: 2, "sign-in": 4 } });
    await addPeople(site.store);
    const [ha, duc] = [await site.signedIn("reviewer-own"), await site.signedIn("reviewer-other")];
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await ha.get("/search?q=ben")).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await duc.get("/search?q=ben")).status).toBe(200);
    for (let i = 0; i < 2; i++) expect((await ha.post("/drafts", { text: "" })).status).toBe(400);
    const refused = await ha.post("/drafts", { text: "" });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    for (let i = 0; i < 4; i++) expect((await signIn(site, `khong-${i}`, PASSWORD)).status).toBe(400);
    expect((await signIn(site, "reviewer-own", PASSWORD)).status).toBe(429);
  });
});

describe("what people see", () => {
  let site: Site;
  beforeAll(async () => {
    site = await accountsSite();
    await addPeople(site.store);
  });
  const page = async (who: string, path: string): Promise<string> =>
    (await (await site.signedIn(who)).get(path)).text();

  test("a finding can be decided by who answers for its document; others read it and are told why", async () => {
    expect(await page("reviewer-own", "/findings/f-conflict")).toContain('action="/findings/f-conflict/decide"');
    const other = await page("reviewer-other", "/findings/f-conflict");
    expect(other).not.toContain("/findings/f-conflict/decide");
    expect(other).toContain("do đơn vị khác phụ trách");
    const viewer = await page("viewer-own", "/findings/f-conflict");
    expect(viewer).not.toContain("/findings/f-conflict/decide");
    expect(viewer).toContain("Vai trò của bạn không kết luận phát hiện");
  });

  test("nothing is offered that would be refused", async () => {
    const viewer = await page("viewer-own", "/documents/w17?tab=properties");
    expect(viewer).not.toContain("/documents/w17/metadata");
    expect(viewer).not.toContain('href="/import"');
    expect(viewer).not.toContain('href="/admin"');
    expect(await page("admin-own", "/")).toContain('href="/admin"');
    expect(await page("reviewer-own", "/documents/w17?tab=properties")).toContain("/documents/w17/metadata");
  });

  test("many at once leaves alone what another unit answers for, and says so", async () => {
    const other = await site.signedIn("reviewer-other");
    const preview = await (await other.get("/findings/bulk?pick=f-conflict&pick=f-ended")).text();
    expect(preview).toContain("thuộc đơn vị khác");
    const form = { keys: "f-conflict f-ended", to: "confirmed", why: "", note: "", until: "" };
    expect((await other.post("/findings/bulk", form)).status).toBe(400);
    expect((await site.store.findings.find("f-conflict"))?.verdict).toBeNull();
  });

  test("what one does is signed with name and login", async () => {
    const reviewer = await site.signedIn("reviewer-own");
    await reviewer.post("/findings/f-conflict/notes", { text: "Đã hỏi Sở Xây dựng" });
    const [entry] = await site.store.audit.list({ action: "finding.note", limit: 1 });
    expect(entry?.by).toBe("reviewer own (reviewer-own)");
  });
});
