import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCells } from "../../src/read/spreadsheet-cells.ts";
import { fileAll } from "../../src/use-cases/work-facets.ts";
import { lacks, sampleApp, says } from "./app.ts";
import { post } from "./import-site.ts";
import { DECISION_17 } from "./sample-texts.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
  await fileAll(site.store);
});
afterAll(() => site.store.close());

const bytesOf = async (path: string): Promise<{ readonly response: Response; readonly bytes: Uint8Array }> => {
  const response = await site.app.request(`http://localhost${path}`);
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
};
const plain = (html: string): string => html.replace(/<[^>]+>/gu, " ").replace(/\s+/gu, " ");

describe("filters", () => {
  test("several values of one facet hold together, and each has its own way out", async () => {
    const { text } = await site.get("/documents?type=nghi-dinh&type=quyet-dinh");
    says(text, 'href="/documents/w742"');
    says(text, 'href="/documents/w17"');
    says(text, /class="chip" href="\/documents\?type=quyet-dinh"[^>]*>\s*Nghị định/u);
    says(text, /href="\/documents\?type=nghi-dinh&amp;type=quyet-dinh&amp;status=/u);
  });

  test("an old address with one value, a name of a body or a year works as before", async () => {
    says((await site.get("/documents?year=2024")).text, 'href="/documents/w742"');
    const { text } = await site.get(`/documents?issuer=${encodeURIComponent("UBND tỉnh An Khê")}`);
    says(text, 'href="/documents/w17"');
    lacks(text, 'href="/documents/w742"');
  });

  test("what was not filed can be asked for", async () => {
    says(plain((await site.get("/documents")).text), "Chưa phân lĩnh vực");
    says((await site.get("/documents?field=unfiled")).text, "Lĩnh vực: Chưa phân lĩnh vực");
  });

  test.each(["status=dead", "type=x", "year=20x", "from=abc", "sort=x", "quality=gold", "level=x", "rows=7"])(
    "%s is refused, and what was wrong is named",
    async (query) => {
      const { status, text } = await site.get(`/documents?${query}`);
      expect(status).toBe(400);
      says(text, `Không lọc được theo “${query.split("=")[1]}”`);
    },
  );

  test("all values of a facet are listed, narrowed by words without accents, and nothing ticked is lost", async () => {
    const { text } = await site.get("/documents/values?facet=type&find=nghi&type=quyet-dinh&from=2020");
    says(text, /type="checkbox" name="type" value="nghi-dinh"/u);
    lacks(text, /type="checkbox" name="type" value="quyet-dinh"/u);
    says(text, /type="hidden" name="type" value="quyet-dinh"/u);
    says(text, /type="hidden" name="from" value="2020"/u);
    expect((await site.get("/documents/values?facet=x")).status).toBe(400);
  });
});

describe("sort, columns, pages", () => {
  test("columns are those of the address; the document and its status always stand", async () => {
    const { text } = await site.get("/documents?col=field&col=quality&col=nonsense");
    says(text, /<th[^>]*>Lời văn<\/th>/u);
    lacks(text, /<th[^>]*>(?:<a [^>]*>)?Cơ quan ban hành/u);
    says(text, /<th[^>]*>(?:<a [^>]*>)?Văn bản/u);
  });

  test("sorting and paging keep the filters", async () => {
    const { text } = await site.get("/documents?type=quyet-dinh&type=nghi-dinh&sort=title");
    const form = /<form class="rowx small"[^]*?<\/form>/u.exec(text)?.[0] ?? "";
    expect(form.match(/type="hidden" name="type"/gu)).toHaveLength(2);
    says(form, '<option value="title" selected="">');
  });
});

describe("export", () => {
  test("holds all that matches, with day, filters, count and what is not known at its head", async () => {
    const { response, bytes } = await bytesOf("/documents/export?format=csv&type=quyet-dinh&on=2026-06-30");
    expect(response.headers.get("content-disposition")).toContain('filename="van-ban-2026-06-30.csv"');
    const lines = new TextDecoder().decode(bytes).split("\r\n");
    expect(lines[0]).toContain("hiệu lực tính tại ngày 30/06/2026");
    expect(lines[1]).toBe("Bộ lọc: Loại văn bản: Quyết định");
    expect(lines[2]).toBe("Số văn bản: 3");
    expect(lines[3]).toContain("Chưa biết hoặc cần xem lại: ");
    expect(lines.filter((line) => /^\d+,/u.test(line))).toHaveLength(3);
  });

  test("of ticked rows holds these; in English pages it stays Vietnamese", async () => {
    const response = await site.app.request("http://localhost/documents/export?format=xlsx&picked=yes&work=w17", {
      headers: { cookie: "lang=en" },
    });
    const [sheet] = await readCells(new Uint8Array(await response.arrayBuffer()));
    expect(sheet?.rows[1]?.[0]).toBe("Bộ lọc: 1 văn bản được chọn");
    expect(sheet?.rows.at(-1)?.[1]).toBe("17/2025/QĐ-UBND");
  });

  test("of all that matches takes no notice of the ticks", async () => {
    const { bytes } = await bytesOf("/documents/export?format=csv&picked=yes&all=yes&work=w17");
    expect(new TextDecoder().decode(bytes)).toContain("Số văn bản: 4");
  });

  test("nothing ticked is said, and what to do", async () => {
    const { status, text } = await site.get("/documents/export?format=csv&picked=yes");
    expect(status).toBe(400);
    says(text, "Chưa chọn văn bản nào");
    expect((await site.get("/documents/export?format=pdf")).status).toBe(400);
  });
});

describe("original files", () => {
  test("come in one archive with safe names and a list of what is in it", async () => {
    const { response, bytes } = await bytesOf("/documents/originals?picked=yes&work=w17&work=w66&sort=symbol");
    expect(response.headers.get("content-disposition")).toContain("tep-goc-2.zip");
    const files = unzipSync(bytes);
    const names = Object.keys(files);
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/^\d{3}-[^/\\:*?"<>|]+$/u);
    const own = names.find((name) => name.includes("17-2025-QĐ-UBND")) as string;
    expect(new TextDecoder().decode(files[own])).toBe(DECISION_17);
    expect(new TextDecoder().decode(files["000-danh-muc-tep.csv"])).toContain(own);
  });
});

describe("compare", () => {
  test("takes two, on the day of the page", async () => {
    const two = await site.app.request(
      "http://localhost/documents/compare?picked=yes&work=w17&work=w742&on=2026-06-01",
    );
    expect(two.status).toBe(303);
    expect(two.headers.get("location")).toBe("/compare?left=w17%402026-06-01&right=w742%402026-06-01&on=2026-06-01");
    const one = await site.get("/documents/compare?picked=yes&work=w17");
    expect(one.status).toBe(400);
    says(one.text, "So sánh cần đúng hai văn bản, đang chọn 1");
  });
});

test("boxes are ticked by an address where no script runs", async () => {
  const { text } = await site.get("/documents");
  expect(text.match(/name="work"[^>]*checked/gu)).toBeNull();
  says(text, 'href="/documents?pick=page"');
  const picked = (await site.get("/documents?pick=page")).text;
  expect(picked.match(/name="work"[^>]*checked/gu)).toHaveLength(4);
  says(picked, "Đã chọn 4");
});

describe("filing in fields", () => {
  const send = (address: string, fields: Readonly<Record<string, string>>) =>
    post(site, address, Object.entries(fields), "/documents/fields?type=quyet-dinh");
  const fieldsOf = async (id: string): Promise<readonly string[] | undefined> =>
    (await site.store.facets.of([id])).get(id)?.fields;
  const ABOVE = "/documents/fields?picked=yes&type=quyet-dinh&work=w17";

  test("ticked documents are shown as they are filed, filed together, and the list keeps its filters", async () => {
    const before = await fieldsOf("w17");
    const { text } = await site.get(ABOVE);
    says(text, 'href="/documents/w17"');
    says(text, 'name="fields 11"');
    lacks(text, 'href="/documents/w742"');
    const none = await send(ABOVE, { works: "w17", way: "besides" });
    expect(none.status).toBe(400);
    says(await none.text(), "Chưa chọn lĩnh vực nào");
    const saved = await send(ABOVE, { works: "w17", way: "instead", "fields 11": "on", "fields 21": "on" });
    expect([saved.status, saved.headers.get("location")]).toEqual([303, "/documents?type=quyet-dinh&filed=1"]);
    says((await site.get("/documents?type=quyet-dinh&filed=1")).text, "Đã xếp lĩnh vực cho 1 văn bản.");
    expect(await fieldsOf("w17")).toEqual(["11", "21"]);
    await send(ABOVE, { works: "w17", way: "besides", "fields 45": "on" });
    expect(await fieldsOf("w17")).toEqual(["11", "21", "45"]);
    for (const field of ["11", "21", "45"])
      says((await site.get(`/documents?field=${field}`)).text, 'href="/documents/w17"');
    expect((await site.store.overrides.of("w17")).map(({ field, value }) => [field, value])).toEqual([
      ["fields", "11,21,45"],
    ]);
    await send(ABOVE, { works: "w17", way: "read" });
    expect(await fieldsOf("w17")).toEqual(before);
    const trail = (await site.store.audit.list({ limit: 9 })).filter(({ action }) => action === "document.mend");
    expect(trail.map(({ subject }) => subject)).toEqual(["w17", "w17", "w17"]);
  });

  test("nothing chosen, and a way nobody offers, are said", async () => {
    expect((await site.get("/documents/fields?picked=yes")).status).toBe(400);
    expect((await send(ABOVE, { works: "w17", way: "perhaps", "fields 11": "on" })).status).toBe(400);
  });
});
