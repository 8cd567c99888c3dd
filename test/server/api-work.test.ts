import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../src/domain/finding.ts";
import { OPERATIONS } from "../../web/api/operations.ts";
import { type ApiSite, apiSite } from "./api-site.ts";
import { importSite } from "./import-site.ts";
import { TODAY } from "./sample-store.ts";
import { createToken } from "../../src/use-cases/api-tokens.ts";
import { ALONE } from "../../src/domain/account.ts";

let site: ApiSite;
beforeAll(async () => {
  site = await apiSite();
});
afterAll(() => site.store.close());

const decide = (path: string, body: unknown, method?: string) =>
  site.call(path, { key: site.keys.decide, body, method });

describe("pages of a list", () => {
  const walk = async (path: string, between?: (page: number) => Promise<void>): Promise<string[]> => {
    const seen: string[] = [];
    let next: string | null = path;
    for (let page = 0; next !== null && page < 50; page++) {
      const { status, json, headers } = await site.call(next);
      expect(status, JSON.stringify(json)).toBe(200);
      seen.push(
        ...json.rows.map((r: { key?: string; id?: string; work?: { id: string } }) => r.key ?? r.id ?? r.work?.id),
      );
      const link: string | undefined = /^<\/api\/v1([^>]+)>; rel="next"$/u.exec(headers.get("link") ?? "")?.[1];
      expect(link === undefined).toBe(json.next === null);
      next = link ?? null;
      await between?.(page);
    }
    return seen;
  };

  test("rows that come in between are neither repeated nor make others fall out", async () => {
    const [one] = (await site.store.findings.list({ limit: 1 })).rows;
    const known = (await site.store.findings.list({ limit: 200 })).rows;
    const made = (key: string, confidence: number): Finding => ({
      ...(one as Finding),
      key,
      confidence,
      severity: "high",
    });
    const many = Array.from({ length: 12 }, (_, i) => made(`p-${String(i).padStart(2, "0")}`, 0.5));
    await site.store.findings.record(TODAY, [...known, ...many], 2);
    const before = await walk("/findings?severity=high&limit=5");
    expect(new Set(before).size).toBe(before.length);
    let added = 0;
    const during = await walk("/findings?severity=high&limit=5", async (page) => {
      // one before everything that is still to come, one after
      const fresh = [made(`q-${page}`, 0.99), made(`z-${page}`, 0.1)];
      added += fresh.length;
      await site.store.findings.record(TODAY, fresh, 3, () => false);
    });
    expect(new Set(during).size).toBe(during.length);
    for (const key of before) expect(during).toContain(key);
    expect(added).toBeGreaterThan(4);
  });

  test("documents and effects page through to their end", async () => {
    const documents = await walk("/documents?limit=1");
    expect(documents.length).toBe((await site.call("/documents")).json.total);
    expect(new Set(documents).size).toBe(documents.length);
    const effects = await walk("/documents/w17/effects?limit=2");
    expect(effects.sort()).toEqual(["e1", "e2", "e3", "e4", "e5"]);
  });

  test("a cursor of another list, of other filters, or a mangled one is refused", async () => {
    const { next } = (await site.call("/findings?limit=1")).json;
    for (const path of [
      `/findings?limit=1&severity=high&after=${next}`,
      `/documents?after=${next}`,
      `/findings?after=${next.slice(1)}`,
      "/findings?after=%00",
      "/findings?after=x",
    ]) {
      const { status, json } = await site.call(path);
      expect(status, path).toBe(400);
      expect(json.type).toBe("urn:rasoat:problem:bad-cursor");
    }
    expect((await site.call(`/findings?limit=2&after=${next}`)).status).toBe(200);
  });
});

describe("what is sent wrongly", () => {
  test.each([
    ["/documents?limit=0", 400],
    ["/documents?limit=201", 400],
    ["/documents?limit=abc", 400],
    ["/documents?stauts=ceased", 400],
    ["/documents?status=gone", 400],
    ["/documents?sort=title&sort=symbol", 400],
    ["/documents/w17?on=31/02/2026", 400],
    ["/documents/w17/provisions/art_999", 404],
    ["/documents/<script>", 404],
    ["/documents/%2e%2e%2f%2e%2e%2fetc", 404],
    ["/documents/%ff", 404],
    ["/originals/zz", 400],
    ["/search", 400],
    ["/search?q=", 400],
    [`/search?q=${"a".repeat(201)}`, 400],
    ["/compare?left=w17&right=khong-co", 404],
    ["/compare?left=w17&right=w718", 404],
    ["/nothing", 404],
  ])("%s: %d, said in three parts", async (path, status) => {
    const called = await site.call(path);
    expect(called.status).toBe(status);
    expect(called.headers.get("content-type")).toContain("application/problem+json");
    for (const part of ["title", "why", "todo"]) expect(called.json[part]).not.toBe("");
  });

  test("every wrong field is named, in the caller's language", async () => {
    const bad = { key: site.keys.decide, body: { verdict: "maybe", reason: 5, extra: true } };
    const { status, json } = await site.call("/findings/f-ended/decisions", bad);
    expect(status).toBe(400);
    expect(json.errors.map((e: { at: string }) => e.at)).toEqual(
      expect.arrayContaining(["body.verdict", "body.reason"]),
    );
    expect(json.title).toBe("Có giá trị không nhận được");
    const english = await site.call("/findings/f-ended/decisions", { ...bad, headers: { "Accept-Language": "en-GB" } });
    expect(english.json.title).toBe("Some values cannot be taken");
    expect(await site.store.decisions.of("f-ended")).toEqual([]);
  });

  test("a wrong method names those that are taken", async () => {
    const { status, headers } = await site.call("/documents", { method: "DELETE" });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("GET");
  });

  test("broken or huge bodies are turned away", async () => {
    const send = (body: string) =>
      site.app.request("http://localhost/api/v1/findings/f-ended/decisions", {
        method: "POST",
        headers: { Authorization: `Bearer ${site.keys.decide}`, "Content-Type": "application/json" },
        body,
      });
    expect((await send("{")).status).toBe(400);
    expect((await send("[]")).status).toBe(400);
    expect((await send('{"__proto__":{"verdict":"confirmed"}}')).status).toBe(400);
    expect((await send(`{"verdict":"${"x".repeat(3_000_000)}"}`)).status).toBe(413);
    expect(await site.store.decisions.of("f-ended")).toEqual([]);
  });
});

describe("deciding", () => {
  test("is signed with the key's name, can be raced, and undone", async () => {
    const made = await decide("/findings/f-ended/decisions", { verdict: "dismissed", reason: "Bến tạm", after: null });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ verdict: "dismissed", by: "Máy rà soát", reason: "Bến tạm" });
    expect(made.headers.get("location")).toBe("/api/v1/findings/f-ended");
    const late = await decide("/findings/f-ended/decisions", { verdict: "confirmed", after: null });
    expect(late.status).toBe(409);
    expect(late.json.type).toBe("urn:rasoat:problem:decided-meanwhile");
    const undone = await decide(`/findings/f-ended/decisions/${made.json.id}`, undefined, "DELETE");
    expect(undone.json).toEqual({ ok: true });
    expect((await site.call("/findings/f-ended")).json.decision).toBeNull();
    expect((await decide(`/findings/f-ended/decisions/${made.json.id}`, undefined, "DELETE")).status).toBe(409);
  });

  test("needs what the pages need: a reason, a day", async () => {
    expect((await decide("/findings/f-ended/decisions", { verdict: "dismissed" })).json.type).toMatch(
      /reason-missing$/u,
    );
    expect((await decide("/findings/f-ended/decisions", { verdict: "later" })).json.type).toMatch(/day-missing$/u);
    const later = await decide("/findings/f-ended/decisions", { verdict: "later", until: "01/09/2026" });
    expect(later.json.until).toBe("2026-09-01");
    await decide(`/findings/f-ended/decisions/${later.json.id}`, undefined, "DELETE");
  });

  test("an exemption is previewed, made and lifted", async () => {
    const preview = await site.call("/findings/f-hostile/suppression?reach=document");
    const made = await decide("/findings/f-hostile/suppression", { reach: "document", reason: "Ngoại lệ" });
    expect(made.status).toBe(201);
    expect(made.json.covered).toBe(preview.json.covered);
    const [row] = (await site.call("/suppressions")).json.rows;
    expect(row).toMatchObject({ reason: "Ngoại lệ", by: "Máy rà soát" });
    expect((await decide(`/suppressions/${row.id}`, undefined, "DELETE")).status).toBe(200);
    expect((await site.call("/suppressions")).json.rows).toEqual([]);
  });

  test("effects are dated and taken back, citations and metadata mended", async () => {
    const dated = await decide("/effects/w06/e5/decisions", { kind: "date", from: "2026-05-01", why: "Điều 2" });
    expect(dated.status).toBe(201);
    expect((await site.call("/effects/w06/e5")).json.effect.byHand).toMatchObject({ kind: "date", by: "Máy rà soát" });
    expect((await decide("/effects/w06/e5/decisions", { kind: "undo" })).status).toBe(201);
    expect((await decide("/effects/w06/e5/decisions", { kind: "date", from: "2026-02-31", why: "x" })).status).toBe(
      400,
    );
    const key = "name:hướng dẫn liên ngành số 45";
    expect((await decide("/documents/w17/citation-target", { key, target: "w999" }, "PUT")).status).toBe(404);
    const mended = await decide("/documents/w66/metadata", { effectiveOn: "15/12/2025" }, "PUT");
    expect(mended.json).toMatchObject({ changed: true });
    const wrong = await decide("/documents/w66/metadata", { effectiveOn: "31/02/2025" }, "PUT");
    expect(wrong.json.errors[0].at).toBe("body.effectiveOn");
  });

  test("a finding is given to somebody and noted on; a note goes only with its writer", async () => {
    const given = await decide("/findings/f-ended/assignments", { to: " Phòng  Pháp chế ", due: "31/12/2026" });
    expect(given.json).toMatchObject({ to: "Phòng Pháp chế", due: "2026-12-31", by: "Máy rà soát" });
    expect((await decide("/findings/f-ended/assignments", { to: " " })).status).toBe(400);
    expect((await decide("/findings/f-ended/notes", { text: "Chờ trả lời" })).status).toBe(201);
    const { notes, assignments } = (await site.call("/findings/f-ended/notes")).json;
    expect(assignments).toHaveLength(1);
    await site.store.desk.addNote({ ...notes[0], id: "n-khac", by: "người khác" });
    expect((await decide("/findings/f-ended/notes/n-khac", undefined, "DELETE")).status).toBe(403);
    expect((await decide(`/findings/f-ended/notes/${notes[0].id}`, undefined, "DELETE")).status).toBe(200);
    expect((await decide("/findings/f-ended/assignments", undefined, "DELETE")).status).toBe(200);
    expect((await decide("/findings/f-ended/assignments", undefined, "DELETE")).status).toBe(404);
  });

  test("nothing above was a fault of the program", () => expect(site.errors).toEqual([]));
});

test("bodies shown as samples would be taken", () => {
  const shown = OPERATIONS.filter((o) => o.sample !== undefined);
  expect(shown.length).toBeGreaterThan(6);
  for (const o of shown) expect(o.body?.safeParse(o.sample).error?.issues ?? [], o.id).toEqual([]);
  for (const o of OPERATIONS.filter((o) => o.method !== "GET" && o.body !== undefined))
    expect(o.sample, o.id).toBeDefined();
});

test("files are imported and drafts checked with a key, and drafts are forgotten", async () => {
  const desk = await importSite();
  const token = await createToken({
    store: desk.store,
    name: "Máy nhập",
    scope: "decide",
    lastDay: null,
    today: TODAY,
    person: ALONE,
    now: Date.now(),
  });
  const headers = { Authorization: `Bearer ${token.ok ? token.secret : ""}` };
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await desk.app.request(`http://localhost/api/v1${path}`, {
      ...init,
      headers: { ...headers, ...init.headers },
    });
    const type = response.headers.get("content-type") ?? "";
    return { status: response.status, json: type.includes("json") ? await response.json() : null } as {
      status: number;
      // biome-ignore lint/suspicious/noExplicitAny: looked at field by field
      json: any;
    };
  };
  const form = new FormData();
  form.append("files", new File(["Số: 01/2025/QĐ-UBND\nQUYẾT ĐỊNH\nĐiều 1. Nội dung."], "qd-01.txt"));
  const started = await ask("/imports", { method: "POST", body: form });
  expect(started.status).toBe(202);
  await desk.desk.idle();
  const job = await ask(`/imports/${started.json.job}`);
  expect(job.json.job).toMatchObject({ state: "done", by: "Máy nhập" });
  expect(job.json.rows).toHaveLength(1);
  expect((await ask(`/imports/${started.json.job}`, { method: "DELETE" })).status).toBe(409);
  expect(desk.left()).toEqual([]);

  const checked = await ask("/drafts", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      text: "QUYẾT ĐỊNH\nVề việc thử\n\nĐiều 1. Nội dung.\nĐiều 2. Hiệu lực.",
      day: "01/08/2026",
    }),
  });
  expect(checked.status).toBe(201);
  const result = await ask(`/drafts/${checked.json.id}`);
  const shape = OPERATIONS.find((o) => o.id === "getDraft")?.answers;
  expect(shape?.safeParse(result.json).error?.issues ?? []).toEqual([]);
  expect(result.json.day).toBe("2026-08-01");
  const both = new FormData();
  both.append("text", "Điều 1.");
  both.append("files", new File(["Điều 1."], "a.txt"));
  expect((await ask("/drafts", { method: "POST", body: both })).json.type).toMatch(/two-drafts$/u);
  expect((await ask(`/drafts/${checked.json.id}`, { method: "DELETE" })).status).toBe(200);
  expect((await ask(`/drafts/${checked.json.id}`)).status).toBe(404);
  expect(desk.left()).toEqual([]);
  expect(desk.errors).toEqual([]);
  await desk.close();
}, 60_000);
