import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { multipartParts } from "../../src/server/multipart.ts";
import { shownName, UPLOAD_LIMITS } from "../../src/server/receive-form.ts";
import { openImportDesk } from "../../src/use-cases/import-desk.ts";
import { aDecision, bringIn } from "../use-cases/place.ts";
import { HOME, type ImportSite, importSite, openForm, post, textFile } from "./import-site.ts";

let site: ImportSite;
beforeEach(async () => {
  site = await importSite();
});
afterEach(async () => {
  expect(site.errors).toEqual([]);
  await site.close();
});

const page = async (path: string): Promise<string> => (await site.app.request(HOME + path)).text();

describe("an upload", () => {
  it("is imported in the background; every file is accounted for under its own name, and nothing is left lying", async () => {
    const sent = await post(site, "/import", [
      textFile("quyet-dinh-31.txt", aDecision()),
      textFile("../../etc/passwd/vượt rào.txt", aDecision({ symbol: "32/2025/QĐ-UBND" })),
      textFile("không số.txt", aDecision({ title: "Văn bản khác" }).replace(/Số: .*\n/u, "")),
      textFile("chương trình.exe", "MZ\u0090\u0000"),
      textFile("giả.docx", "đây không phải Word"),
    ]);
    expect(sent.status).toBe(303);
    const job = sent.headers.get("location") ?? "";
    expect(job).toMatch(/^\/import\/[0-9a-f]{16}$/u);
    await site.desk.idle();
    const shown = await page(job);
    expect(await site.store.jobs.find(job.slice(8))).toMatchObject({ state: "done", done: 5, total: 5 });
    const outcomes = await site.store.imports.ofJob(job.slice(8), { offset: 0, limit: 9 });
    expect(Object.fromEntries(outcomes.map((e) => [e.file, e.outcome]))).toEqual({
      "quyet-dinh-31.txt": "imported",
      "vượt rào.txt": "imported",
      "không số.txt": "needs-look",
      "chương trình.exe": "refused",
      "giả.docx": "refused",
    });
    for (const { reason } of outcomes) expect(reason ?? "").not.toContain("/tmp");
    expect(shown).toContain("Không thấy số, ký hiệu.");
    expect(shown).toMatch(/href="\/documents\/[0-9a-f]{16}\/metadata"/u);
    expect(shown).not.toContain("http-equiv");
    expect(await page(`${job}?group=refused`)).not.toContain("quyet-dinh-31");
    expect(site.left()).toEqual([]);
  }, 60_000);

  it("answers a program with an address, and shows numbers while it runs", async () => {
    const { token, headers } = await openForm(site, "/import");
    const body = new FormData();
    body.append("token", token);
    body.append("files", new File([aDecision()], "a.txt"));
    const answer = await site.app.request(`${HOME}/import`, {
      method: "POST",
      headers: { ...headers, accept: "application/json" },
      body,
    });
    expect(answer.status).toBe(201);
    const { location } = (await answer.json()) as { location: string };
    const progress = await site.app.request(`${HOME}${location}/progress`);
    expect(await progress.json()).toMatchObject({ total: 1, cancelRequested: false });
    await site.desk.idle();
  }, 60_000);

  it("refuses the file that is too large and takes the others", async () => {
    await site.close();
    site = await importSite({ limits: { ...UPLOAD_LIMITS, file: 20_000, total: 200_000 } });
    const sent = await post(site, "/import", [
      textFile("lớn.txt", "x".repeat(30_000)),
      textFile("vừa.txt", aDecision()),
    ]);
    await site.desk.idle();
    const entries = await site.store.imports.latest(9);
    expect(sent.status).toBe(303);
    expect(entries.map((e) => [e.file, e.outcome])).toEqual([
      ["vừa.txt", "imported"],
      ["lớn.txt", "refused"],
    ]);
    const all = await post(site, "/import", [textFile("quá lớn.txt", "x".repeat(250_000))]);
    expect(all.status).toBe(413);
    expect(site.left()).toEqual([]);
  }, 60_000);

  it("of nothing, or cut off on the way, is refused and leaves nothing", async () => {
    expect((await post(site, "/import", [])).status).toBe(400);
    const { token, headers } = await openForm(site, "/import");
    const cut = `--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${token}\r\n--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nnửa chừng`;
    const answer = await site.app.request(`${HOME}/import`, {
      method: "POST",
      headers: { ...headers, "content-type": "multipart/form-data; boundary=b" },
      body: cut,
    });
    expect(answer.status).toBe(400);
    expect(site.left()).toEqual([]);
    expect(await site.store.jobs.latest(9)).toEqual([]);
  });
});

describe("a form that is not ours", () => {
  const send = async (headers: Record<string, string>, token: string, to = "/import") => {
    const body = new FormData();
    body.append("token", token);
    body.append("files", new File([aDecision()], "a.txt"));
    return (await site.app.request(HOME + to, { method: "POST", headers, body })).status;
  };

  it("is refused: other origin, no origin, no token, another browser's token", async () => {
    const mine = await openForm(site, "/import");
    const other = await openForm(site, "/import");
    const { cookie } = mine.headers;
    expect(await send({ cookie, origin: "https://evil.example" }, mine.token)).toBe(403);
    expect(await send({ cookie, origin: HOME, "sec-fetch-site": "cross-site" }, mine.token)).toBe(403);
    expect(await send({ cookie, origin: "http://localhost:9", "sec-fetch-site": "same-site" }, mine.token)).toBe(403);
    expect(await send({ cookie, origin: "null" }, mine.token)).toBe(403);
    expect(await send({ cookie, origin: "null", "sec-fetch-site": "cross-site" }, mine.token)).toBe(403);
    expect(await send({ cookie }, mine.token)).toBe(403);
    expect(await send(mine.headers, "")).toBe(403);
    expect(await send(mine.headers, other.token)).toBe(403);
    expect(await send({ ...mine.headers, cookie: "" }, mine.token)).toBe(403);
    for (const to of ["/import/0000/cancel", "/documents/0000/metadata"])
      expect(await send({ cookie, origin: "https://evil.example" }, mine.token, to)).toBe(403);
    expect([site.left(), await site.store.jobs.latest(9)]).toEqual([[], []]);
  });

  it("is not stored when the file comes before the token", async () => {
    const { token, headers } = await openForm(site, "/import");
    const body = new FormData();
    body.append("files", new File([aDecision()], "a.txt"));
    body.append("token", token);
    expect((await site.app.request(`${HOME}/import`, { method: "POST", headers, body })).status).toBe(403);
    expect(site.left()).toEqual([]);
  });

  it("and pages only read are never changed by a GET", async () => {
    const led = await site.app.request(`${HOME}/import/0000/cancel`);
    expect([led.status, led.headers.get("location")]).toEqual([303, "/import/0000"]);
    expect((await site.app.request(`${HOME}/documents`, { method: "POST" })).status).toBe(405);
  });
});

describe("stopping", () => {
  it("keeps what was imported before, drops what waits, and says so", async () => {
    const many = Array.from({ length: 80 }, (_, i) =>
      textFile(`${i}.txt`, aDecision({ symbol: `${i + 100}/2025/QĐ-UBND` })),
    );
    const first = (await post(site, "/import", many)).headers.get("location") ?? "";
    const second =
      (await post(site, "/import", [textFile("sau.txt", aDecision({ symbol: "9/2025/QĐ-UBND" }))])).headers.get(
        "location",
      ) ?? "";
    for (let seen = 0; seen === 0; ) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      seen = (await site.store.documents.counts()).documents;
    }
    for (const job of [first, second]) {
      const stopped = await post(site, job, [], `${job}/cancel`);
      expect([stopped.status, stopped.headers.get("location")]).toEqual([303, job]);
    }
    await site.desk.idle();
    const { documents } = await site.store.documents.counts();
    expect(documents).toBeGreaterThan(0);
    expect(documents).toBeLessThan(80);
    for (const job of [first, second]) expect((await site.store.jobs.find(job.slice(8)))?.state, job).toBe("cancelled");
    expect(await page(first)).toContain("Đã dừng theo yêu cầu");
    expect((await site.store.statuses.allOn("2026-01-01")).length).toBeGreaterThan(0);
    expect(site.left()).toEqual([]);
  }, 120_000);

  it("of the program marks its open jobs when it starts again", async () => {
    const job = {
      id: "00000000000000aa",
      kind: "import",
      state: "running",
      step: "reading",
      done: 3,
      total: 9,
      current: "a.txt",
      cancelRequested: false,
      problem: null,
      by: "người dùng máy này",
      createdAt: 5,
      finishedAt: null,
    } as const;
    await site.store.jobs.add(job);
    const again = await openImportDesk({
      store: site.store,
      rules: [],
      parsers: 1,
      now: () => 77,
      today: () => "2026-01-01",
    });
    await again.close();
    expect(await site.store.jobs.find(job.id)).toMatchObject({ state: "interrupted", done: 3, finishedAt: 77 });
    expect(await page(`/import/${job.id}`)).toContain("Bị ngắt khi ứng dụng tắt");
  });
});

describe("mending by form", () => {
  it("shows the words each value was read from, stores what is right, and follows the document", async () => {
    const [entry] = await bringIn(site.store, { text: aDecision({ symbol: "37/2025/QĐ-UBND" }) });
    const path = `/documents/${entry?.work}/metadata`;
    expect(await page(path)).toMatch(/<mark>.*37\/2025\/QĐ-UBND.*<\/mark>/u);
    const faulty = await post(site, path, [
      ["issuedOn", "31/06/2025"],
      ["title", "Tên <script>mới</script>"],
    ]);
    expect(faulty.status).toBe(400);
    const form = await faulty.text();
    expect(form).toContain("31/06/2025");
    expect(form).toContain("Tên &lt;script&gt;mới");
    const saved = await post(site, path, [["symbol", "31/2025/QĐ-UBND"]]);
    expect(saved.status).toBe(303);
    const to = saved.headers.get("location") ?? "";
    expect(to).not.toContain(entry?.work);
    const shown = await page(to);
    expect(shown).toContain("Đã ghi thông tin.");
    expect(shown).toContain("Đã sửa bằng tay: người dùng máy này");
    expect(shown).toContain("37/2025/QĐ-UBND");
    expect((await site.app.request(HOME + path)).status).toBe(404);
    const old = await site.app.request(`${HOME}/documents/${entry?.work}`);
    expect([old.status, old.headers.get("location")]).toEqual([303, to.replace(/\/metadata.*/u, "")]);
    await site.desk.idle();
  }, 60_000);

  it("files a document in several fields by boxes", async () => {
    const [entry] = await bringIn(site.store, { text: aDecision({ symbol: "38/2025/QĐ-UBND" }) });
    const path = `/documents/${entry?.work}/metadata`;
    expect(await page(path)).toContain('name="fields 21"');
    const saved = await post(site, path, [
      ["fields-shown", "yes"],
      ["fields 11", "on"],
      ["fields 21", "on"],
    ]);
    expect(saved.status).toBe(303);
    expect((await site.store.facets.of([entry?.work ?? ""])).get(entry?.work ?? "")?.fields).toEqual(["11", "21"]);
    const tab = await page(path.replace("/metadata", "?tab=properties"));
    expect(tab).toContain("Đất đai; Môi trường");
    expect(await page(path)).toMatch(/name="fields 11" checked/u);
    await post(site, path, [["fields-shown", "yes"]]);
    expect(await site.store.overrides.of(entry?.work ?? "")).toEqual([]);
    await site.desk.idle();
  }, 60_000);

  it("asks before two documents become one", async () => {
    const [a, b] = await bringIn(
      site.store,
      { text: aDecision() },
      { text: aDecision({ symbol: "37/2025/QĐ-UBND", width: 7 }) },
    );
    const path = `/documents/${b?.work}/metadata`;
    const asked = await post(site, path, [["symbol", "31/2025/QĐ-UBND"]]);
    expect(asked.status).toBe(409);
    expect(await asked.text()).toContain(`/documents/${a?.work}`);
    const merged = await post(site, path, [
      ["symbol", "31/2025/QĐ-UBND"],
      ["merge", "yes"],
    ]);
    expect(merged.headers.get("location")).toContain(a?.work);
    await site.desk.idle();
  }, 60_000);
});

describe("a multipart form", () => {
  const read = async (body: Buffer, size: number, type = "multipart/form-data; boundary=xx") => {
    const parts: [string, string | null, string][] = [];
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
    }
    for await (const part of multipartParts(chunks(), type)) {
      const held: Buffer[] = [];
      for await (const chunk of part.body) held.push(chunk);
      parts.push([part.name, part.filename, Buffer.concat(held).toString("utf8")]);
    }
    return parts;
  };
  const form = Buffer.from(
    'lời mở\r\n--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\n--x\r\n-\r\n--xx\r\nContent-Disposition: form-data; name="f"; filename="C:\\\\v%22n.txt"\r\nContent-Type: text/plain\r\n\r\n\r\n--xx--\r\n',
  );

  it.each([1, 2, 3, 7, 1000])("is read alike in pieces of %i bytes", async (size) => {
    const { [0]: first, [1]: second } = await read(form, size);
    expect(first).toEqual(["a", null, "--x\r\n-"]);
    expect(second).toEqual(["f", 'C:\\\\v"n.txt', ""]);
  });

  it("that is none, or has no end, is refused", async () => {
    await expect(read(form, 9, "text/plain")).rejects.toThrow();
    await expect(read(form.subarray(0, 80), 9)).rejects.toThrow();
    await expect(read(Buffer.from(`--xx\r\n${"x".repeat(20_000)}`), 100)).rejects.toThrow();
  });

  it("names files by their last part, without what controls a terminal or a page", () => {
    expect(shownName("../../a/b.docx")).toBe("b.docx");
    expect(shownName("C:\\Users\\x\\quyết định.doc")).toBe("quyết định.doc");
    expect(shownName("a\u202etxt.exe\u0000.docx")).toBe("atxt.exe.docx");
    expect(shownName("..")).toBe("khong-ten");
    expect(shownName(`${"x".repeat(400)}.docx`)).toMatch(/^x+….docx$/u);
  });
});
