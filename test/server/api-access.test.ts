import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/server/app.ts";
import { createToken } from "../../src/use-cases/api-tokens.ts";
import { type Operation, writes } from "../../web/api/operation.ts";
import { OPERATIONS } from "../../web/api/operations.ts";
import { type ApiSite, apiSite } from "./api-site.ts";
import { SAMPLE_RULES, TODAY } from "./sample-store.ts";
import { ALONE } from "../../src/domain/account.ts";

let site: ApiSite;
let keys: Record<"bad" | "expired" | "revoked" | "read" | "decide", string>;
beforeAll(async () => {
  site = await apiSite();
  const now = Date.now();
  const revoked = await createToken({
    store: site.store,
    name: "Máy cũ",
    scope: "decide",
    lastDay: null,
    today: TODAY,
    person: ALONE,
    now,
  });
  if (!revoked.ok) throw new Error(revoked.why);
  await site.store.tokens.revoke(revoked.token.id, now);
  const expired = `rasoat_${"e".repeat(43)}`;
  await site.store.tokens.add({
    ...revoked.token,
    id: "hết hạn",
    name: "Máy hết hạn",
    hash: createHash("sha256").update(expired).digest("hex"),
    expiresAt: now - 1,
  });
  keys = { bad: `rasoat_${"b".repeat(43)}`, expired, revoked: revoked.secret, ...site.keys };
});
afterAll(() => site.store.close());

const addressOf = (o: Operation): string => o.path.replace(/\{[A-Za-z0-9]+\}/gu, "khong-co");

/** Called as far as the door: the body is empty, so that nothing is ever changed here. */
const knock = (o: Operation, key?: string, headers: Record<string, string> = {}) =>
  site.call(addressOf(o), { method: o.method, key, body: writes(o) ? {} : undefined, headers });

const named = (operations: readonly Operation[]) => operations.map((o) => [o.id, o] as const);
const changes = OPERATIONS.filter(writes);

describe("who may call what", () => {
  test.each(named(OPERATIONS))("%s refuses a key that does not hold, and says why", async (_, o) => {
    for (const [kind, code] of [
      ["bad", "key-unknown"],
      ["expired", "key-expired"],
      ["revoked", "key-revoked"],
    ] as const) {
      const { status, json, headers } = await knock(o, keys[kind]);
      expect(status, kind).toBe(401);
      expect(json.type).toBe(`urn:rasoat:problem:${code}`);
      expect(headers.get("www-authenticate")).toBe('Bearer realm="rasoat", error="invalid_token"');
    }
  });

  test.each(named(changes))("%s takes a key that may decide and no other", async (_, o) => {
    const without = await knock(o);
    expect(without.status).toBe(401);
    expect(without.json.type).toBe("urn:rasoat:problem:no-key");
    expect(without.headers.get("www-authenticate")).toBe('Bearer realm="rasoat"');
    const reading = await knock(o, keys.read);
    expect(reading.status).toBe(403);
    expect(reading.json.type).toBe("urn:rasoat:problem:key-reads-only");
    expect([400, 404, 409, 415, 503]).toContain((await knock(o, keys.decide)).status);
  });

  test.each(named(OPERATIONS.filter((o) => !writes(o))))(
    "%s is open to everybody who may see the pages",
    async (_, o) => {
      for (const key of [undefined, keys.read, keys.decide])
        expect([200, 400, 404]).toContain((await knock(o, key)).status);
    },
  );

  test("what is no bearer key is none", async () => {
    for (const shown of [
      "Basic abc",
      "Bearer",
      "Bearer  ",
      `Bearer ${"x".repeat(5000)}`,
      `Bearer ${keys.decide} x`,
      "rasoat_",
    ]) {
      const { status } = await site.call("/overview", { headers: { Authorization: shown } });
      expect(status, shown.slice(0, 20)).toBe(401);
    }
  });
});

describe("a page of another site", () => {
  const [first] = changes as [Operation];

  test.each(named(changes))("%s refuses what a browser sends from elsewhere, key or not", async (_, o) => {
    for (const headers of [
      { Origin: "https://elsewhere.example" },
      { Origin: "null" },
      { Origin: "http://localhost.elsewhere.example" },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
      { Origin: "http://localhost", "Sec-Fetch-Site": "cross-site" },
    ] as Record<string, string>[]) {
      const { status, json } = await knock(o, keys.decide, headers);
      expect(status).toBe(403);
      expect(json.type).toBe("urn:rasoat:problem:cross-site");
    }
  });

  test("a plain form cannot call, whatever cookies come along", async () => {
    const page = await site.app.request("http://localhost/findings/f-ended");
    const cookie = page.headers.get("set-cookie") ?? "";
    const response = await site.app.request("http://localhost/api/v1/findings/f-ended/decisions", {
      method: "POST",
      headers: { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded", Origin: "http://localhost" },
      body: "verdict=confirmed",
    });
    expect(response.status).toBe(401);
    const typed = await site.app.request("http://localhost/api/v1/findings/f-ended/decisions", {
      method: "POST",
      headers: { Authorization: `Bearer ${keys.decide}`, "Content-Type": "text/plain" },
      body: '{"verdict":"confirmed"}',
    });
    expect(typed.status).toBe(415);
    expect(await site.store.decisions.of("f-ended")).toEqual([]);
  });

  test("the tool's own page may call", async () => {
    const headers = { Origin: "http://localhost", "Sec-Fetch-Site": "same-origin" };
    expect((await knock(first, keys.decide, headers)).status).not.toBe(403);
  });

  test("nothing lets another site read answers", async () => {
    const { headers } = await site.call("/overview", { headers: { Origin: "https://elsewhere.example" } });
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});

describe("how often", () => {
  test("after so many calls a minute a caller waits, others do not", async () => {
    const app = createApp({
      store: site.store,
      rules: SAMPLE_RULES,
      today: () => TODAY,
      version: "0",
      apiLimits: { reads: 3, writes: 1 },
    });
    const ask = (key?: string) =>
      app.request("http://localhost/api/v1/rules", { headers: key ? { Authorization: `Bearer ${key}` } : {} });
    for (let i = 0; i < 3; i++) expect((await ask()).status).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(((await refused.json()) as { type: string }).type).toBe("urn:rasoat:problem:too-many-calls");
    expect((await ask(keys.read)).status).toBe(200);
  });

  test("the use of a key is noted, at most once a minute", async () => {
    await site.call("/rules", { key: keys.read });
    const used = async () => (await site.store.tokens.all()).find((t) => t.name === "Cổng đọc")?.lastUsedAt ?? null;
    await expect.poll(used).not.toBeNull();
    const first = await used();
    await site.call("/rules", { key: keys.read });
    expect(await used()).toBe(first);
  });
});

test("no answer and no stored row holds a secret", async () => {
  const { text } = await site.call("/findings", { key: keys.read });
  expect(text).not.toContain(keys.read);
  expect(JSON.stringify(await site.store.tokens.all())).not.toContain(keys.read.slice(7));
  expect(site.errors).toEqual([]);
});
