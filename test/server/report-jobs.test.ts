import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDocx } from "../../src/read/docx.ts";
import { sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(async () => {
  await site.reports.close();
  expect(site.errors).toEqual([]);
});

const YEARS = "form=05&from=01/01/2024&to=31/12/2028&bodies=all";

async function send(path: string, fields: Readonly<Record<string, string>>) {
  const page = await site.app.request(`http://localhost/reports?${YEARS}`);
  const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
  const token = /name="token" value="([^"]+)"/u.exec(await page.text())?.[1] ?? "";
  return site.app.request(`http://localhost${path}`, {
    method: "POST",
    headers: { Cookie: cookie, Origin: "http://localhost", "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token, ...fields }).toString(),
  });
}

describe("Tập hệ thống hóa", () => {
  test("is made in the background: cover, table with links, the text of every document, what is not whole", async () => {
    const started = await send("/reports/jobs", { kind: "package", query: YEARS });
    expect(started.status).toBe(303);
    const at = started.headers.get("location") ?? "";
    await site.reports.idle();
    says((await site.get(at)).text, "Đã lập xong");
    const response = await site.app.request(`http://localhost${at}/file`);
    expect(response.headers.get("content-disposition")).toContain("tap-he-thong-hoa-2024-01-01-2028-12-31.zip");
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const names = Object.keys(parts);
    expect(names.slice(0, 2)).toEqual(["tap-he-thong-hoa.docx", "index.html"]);
    expect(names).toContain("van-ban/17-2025-QD-UBND.docx");
    const index = strFromU8(parts["index.html"] as Uint8Array);
    expect(index).toContain('href="van-ban/17-2025-QD-UBND.docx"');
    expect(index).not.toContain('href="/documents');
    for (const [, target] of index.matchAll(/href="([^"]+)"/gu)) expect(names).toContain(target);
    const text = await readDocx(parts["van-ban/17-2025-QD-UBND.docx"] as Uint8Array, "17.docx");
    expect(text.ok && text.text).toContain("17/2025/QĐ-UBND");
    const table = unzipSync(parts["tap-he-thong-hoa.docx"] as Uint8Array);
    expect(strFromU8(table["word/_rels/document.xml.rels"] as Uint8Array)).toContain(
      'Target="van-ban/17-2025-QD-UBND.docx"',
    );
    expect(strFromU8(parts["ghi-chu.txt"] as Uint8Array)).toContain("không có giá trị chính thức");
  });

  test("is stopped when it is told, and then has no file", async () => {
    const id = site.reports.start({ title: "x", owner: "nobody" }, async ({ signal }) => ({
      name: "x",
      type: "x",
      bytes: (async function* () {
        while (true) {
          yield new Uint8Array(10);
          await new Promise((others) => setImmediate(others));
          signal.throwIfAborted();
        }
      })(),
    }));
    await new Promise((others) => setTimeout(others, 20));
    expect(site.reports.cancel(id ?? "")).toBe(true);
    await site.reports.idle();
    expect(site.reports.find(id ?? "")).toMatchObject({ state: "cancelled", file: null });
    // a job is for who asked for it
    expect((await site.get(`/reports/jobs/${id}`)).status).toBe(404);
    expect((await send(`/reports/jobs/${id}/cancel`, {})).status).toBe(404);
  });

  test("what fails is said and told to who keeps the machine", async () => {
    const id = site.reports.start({ title: "x", owner: "nobody" }, async () => Promise.reject(new Error("no")));
    await site.reports.idle();
    expect(site.reports.find(id ?? "")?.state).toBe("failed");
    expect(site.errors.splice(0)).toHaveLength(1);
  });

  test("a kind that nobody offers here is refused: without a Chromium there is no PDF", async () => {
    expect((await send("/reports/jobs", { kind: "pdf", query: YEARS })).status).toBe(400);
    expect((await site.get(`/reports?${YEARS}`)).text).not.toContain('value="pdf"');
  });
});

test("the print page opens with its own style by hash, and leads on", async () => {
  const { headers, text } = await site.get("/reports/list?form=02&from=01/01/2026&to=31/12/2026&format=html");
  expect(headers.get("content-disposition")).toContain("inline");
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/u);
  expect(text).toContain('<a href="/documents/w17">');
});
