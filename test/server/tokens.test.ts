import { afterAll, beforeAll, expect, test } from "vitest";
import { checkToken } from "../../src/use-cases/api-tokens.ts";
import { lacks, sampleApp, says } from "./app.ts";
import { openForm } from "./import-site.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(() => site.store.close());

const HOME = "http://localhost:3000";

async function post(to: string, fields: Record<string, string>, withToken = true) {
  const { token, headers } = await openForm(site, "/admin/tokens");
  const response = await site.app.request(HOME + to, {
    method: "POST",
    headers: { ...headers, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...(withToken ? { token } : {}), ...fields }).toString(),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}

test("a key is shown once, works, and is refused after it was revoked", async () => {
  const made = await post("/admin/tokens", { name: "Cổng <dữ> liệu", scope: "decide", last: "31/12/2026" });
  expect(made.status).toBe(200);
  const secret = /rasoat_[A-Za-z0-9_-]{43}/u.exec(made.text)?.[0] ?? "";
  expect(secret).not.toBe("");
  const listed = (await site.get("/admin/tokens")).text;
  lacks(listed, secret);
  says(listed, "Cổng &lt;dữ&gt; liệu");
  says(listed, "01/01/2027, 00:00");
  const checked = await checkToken(site.store, secret, Date.parse("2026-12-31T16:59:00Z"));
  expect(checked.ok).toBe(true);
  expect(await checkToken(site.store, secret, Date.parse("2026-12-31T17:00:00Z"))).toEqual({
    ok: false,
    why: "expired",
  });
  const [token] = await site.store.tokens.all();
  const revoked = await post(`/admin/tokens/${token?.id}/revoke`, {});
  expect(revoked.status).toBe(303);
  says((await site.get("/admin/tokens?revoked=yes")).text, "Đã thu hồi khóa.");
  expect(await checkToken(site.store, secret, 0)).toEqual({ ok: false, why: "revoked" });
});

test("what is wrong comes back beside its field, and nothing is stored", async () => {
  const before = (await site.store.tokens.all()).length;
  for (const [fields, says_] of [
    [{ name: " ", scope: "read" }, "Ghi tên có chữ hoặc số."],
    [{ name: "a", scope: "all" }, "Chọn một quyền."],
    [{ name: "a", scope: "read", last: "31/02/2027" }, "Ghi một ngày có trong lịch"],
    [{ name: "a", scope: "read", last: "01/01/2020" }, "Ghi một ngày có trong lịch"],
  ] as const) {
    const { status, text } = await post("/admin/tokens", fields);
    expect(status).toBe(400);
    says(text, says_);
  }
  expect(await site.store.tokens.all()).toHaveLength(before);
});

test("without the page's token no key is made", async () => {
  const before = (await site.store.tokens.all()).length;
  expect((await post("/admin/tokens", { name: "Máy lạ", scope: "decide" }, false)).status).toBe(403);
  expect(await site.store.tokens.all()).toHaveLength(before);
});
