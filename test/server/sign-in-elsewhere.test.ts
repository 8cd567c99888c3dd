import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signInElsewhere } from "../../src/use-cases/sign-in-elsewhere.ts";
import { anAccount } from "../store/conformance-accounts.ts";
import { accountsSite, addPeople } from "./accounts-site.ts";
import { type FakePerson, fakeProvider, type Lies } from "./fake-provider.ts";

let provider: Awaited<ReturnType<typeof fakeProvider>>;
let site: Awaited<ReturnType<typeof accountsSite>>;
beforeAll(async () => {
  provider = await fakeProvider();
  const elsewhere = signInElsewhere({
    issuer: provider.issuer,
    clientId: "rasoat",
    clientSecret: "bí mật",
    returnUrl: "http://localhost/sign-in/return",
  });
  site = await accountsSite({ door: { alone: false, publicUrl: "http://localhost", elsewhere } });
  await addPeople(site.store);
  await site.store.accounts.addAccount(anAccount("duc", { email: "duc@ankhe.example", passwordHash: null }));
});
afterAll(() => provider.close());

const cookies = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

/** The whole way: to the provider, and back with what it says. `cookie`: what the browser brings back. */
async function goThrough(person: FakePerson, lies: Lies = {}, cookie?: string) {
  provider.says(person, lies);
  const away = await site.app.request("http://localhost/sign-in/elsewhere?to=/findings");
  const atProvider = await fetch(away.headers.get("location") ?? "", { redirect: "manual" });
  const back = atProvider.headers.get("location") ?? "";
  const came = await site.app.request(back, { headers: { cookie: cookie ?? cookies(away) } });
  return { came, back, cookie: cookies(away) };
}
const said = ({ came }: { came: Response }): string | null => came.headers.get("location");

describe("signing in with an account of the organisation", () => {
  test("ties an account by login the first time, by subject from then on", async () => {
    const first = await goThrough({ sub: "s-1", preferred_username: "Reviewer-Own" });
    expect(said(first)).toBe("/findings");
    const secret = /session=([^;]+)/u.exec(first.came.headers.get("set-cookie") ?? "")?.[1] ?? "";
    expect((await site.browser(secret).get("/findings")).status).toBe(200);
    expect((await site.store.accounts.account("reviewer-own"))?.subject).toBe(`${provider.issuer} s-1`);
    expect(said(await goThrough({ sub: "s-1", preferred_username: "doi.ten" }))).toBe("/findings");
    // the login is tied to somebody: another subject that claims it does not get in
    expect(said(await goThrough({ sub: "s-2", preferred_username: "reviewer-own" }))).toBe("/sign-in?said=unknown");
  });

  test("ties by an address only when the provider has verified it", async () => {
    const claims = { sub: "s-3", email: "duc@ankhe.example" };
    expect(said(await goThrough(claims))).toBe("/sign-in?said=unknown");
    expect(said(await goThrough({ ...claims, email_verified: true }))).toBe("/findings");
  });

  test("lets in nobody an administrator has not made, and names no administrator", async () => {
    expect(said(await goThrough({ sub: "s-4", preferred_username: "la.hoac" }))).toBe("/sign-in?said=unknown");
    expect(said(await goThrough({ sub: "s-5", preferred_username: "admin-own" }))).toBe("/sign-in?said=unknown");
    const account = await site.store.accounts.account("viewer-own");
    if (account) await site.store.accounts.changeAccount({ ...account, active: false });
    expect(said(await goThrough({ sub: "s-6", preferred_username: "viewer-own" }))).toBe("/sign-in?said=unknown");
  });

  test("refuses another nonce, another audience, another key, a refusal, a browser that did not begin", async () => {
    const person = { sub: "s-1" };
    for (const lie of [{ nonce: "khác" }, { aud: "khác" }, { otherKey: true }, { deny: true }])
      expect(said(await goThrough(person, lie))).toBe("/sign-in?said=refused");
    expect(said(await goThrough(person, {}, ""))).toBe("/sign-in?said=refused");
    expect(said(await goThrough(person, {}, "elsewhere=khong-phai"))).toBe("/sign-in?said=refused");
  });

  test("takes a code once, and another state never", async () => {
    const { back, cookie } = await goThrough({ sub: "s-1" });
    const again = await site.app.request(back, { headers: { cookie } });
    expect(again.headers.get("location")).toBe("/sign-in?said=refused");
    const away = await site.app.request("http://localhost/sign-in/elsewhere");
    const other = new URL(back);
    other.searchParams.set("state", "khác");
    const came = await site.app.request(other.href, { headers: { cookie: cookies(away) } });
    expect(came.headers.get("location")).toBe("/sign-in?said=refused");
  });

  test("is offered on the page of signing in, beside local accounts", async () => {
    const page = await (await site.browser(null).get("/sign-in?to=/due")).text();
    expect(page).toContain("/sign-in/elsewhere?to=%2Fdue");
    expect(page).toContain('name="password"');
  });
});
