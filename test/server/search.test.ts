import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacks, sampleApp, says } from "./app.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(async () => {
  expect(site.errors).toEqual([]);
  await site.store.close();
});

const search = async (q: string, more = ""): Promise<string> =>
  (await site.get(`/search?q=${encodeURIComponent(q)}${more}`)).text;
/** Symbols of the documents whose provisions are shown, in order. */
const groups = (text: string): string[] =>
  [...text.matchAll(/<article class="hits">.*?<a class="sym" href="[^"]*">([^<]*)</gsu)].map((m) => m[1] as string);

describe("the search page", () => {
  test("teaches by examples that find something here", async () => {
    const { text } = await site.get("/search");
    const examples = [...text.matchAll(/<dd><a href="(\/search\?q=[^"]*)"/gu)].map((m) => m[1] as string);
    expect(examples).toHaveLength(4);
    for (const href of examples) lacks((await site.get(href.replace(/&amp;/gu, "&"))).text, "Không thấy");
  });

  test.each(["17/2025/QĐ-UBND", "17 2025 qd ubnd", "17/2025/qdubnd", "17-2025-QD-UBND", "17–2025–QĐ–UBND"])(
    "%s names one document, which Enter opens",
    async (q) => {
      const text = await search(q);
      says(text, "Văn bản mang đúng số này");
      says(text, /Nơi nhắc tới số này.*<mark>.*17\/2025\/QĐ-UBND/su);
      says(text, /<a class="sym" href="\/documents\/w17" data-row="(?:true)?" autofocus=""/u);
    },
  );

  test.each(["QĐ 17/2025", "quyết định 17", "nđ742", "Nghị định số 742/2024"])(
    "%s is the beginning of a number",
    async (q) => {
      says(await search(q), "Văn bản mang số này");
    },
  );

  test("leads straight to a unit named with its document", async () => {
    const text = await search("khoản 2 điều 5 17/2025/QĐ-UBND");
    says(text, 'href="/documents/w17#att_1__art_5__cl_2"');
    says(text, "Tới Khoản 2 Điều 5");
    says(await search("Điều 3 nghị định 742/2024"), 'href="/documents/w742#art_3"');
    lacks(await search("khoản 77 điều 5 17/2025/QĐ-UBND"), "Tới Khoản");
  });

  test("puts what is applied on the day first and says what has become of a unit", async () => {
    const text = await search("bến kiểm tra");
    says(text, /Điều 8.*Bị bãi bỏ từ 01\/04\/2026/su);
    lacks(await search("bến kiểm tra", "&on=2026-01-31"), "Bị bãi bỏ từ");
  });

  test("narrows by every filter, each with its chip and its way out", async () => {
    const all = groups(await search("hành khách"));
    expect(all).toEqual(expect.arrayContaining(["17/2025/QĐ-UBND", "742/2024/NĐ-CP"]));
    const decree = await search("hành khách", "&type=nghi-dinh");
    expect(groups(decree)).toEqual(["742/2024/NĐ-CP"]);
    says(decree, /class="chip" href="\/search\?q=h%C3%A0nh\+kh%C3%A1ch"/u);
    expect(groups(await search("hành khách", "&from=2025&to=2025"))).not.toContain("742/2024/NĐ-CP");
    expect(groups(await search("hành khách", "&applied=1&status=in-force"))).not.toContain("17/2025/QĐ-UBND");
    expect(groups(await search("hành khách", "&document=w742"))).toEqual(["742/2024/NĐ-CP"]);
    expect(groups(await search("hành khách", "&part=titles"))).toEqual([]);
    says(await search("hành khách", "&part=titles"), "742/2024/NĐ-CP");
    says(await search("hành khách", "&type=luat"), "Không thấy “hành khách” trong phần đang lọc");
  });

  test("opens the rest of a document", async () => {
    const text = await search("bến");
    const more = /<a href="(\/search\?[^"]*document=w17[^"]*)">Còn \d+ điều khoản nữa/u.exec(text)?.[1];
    const inside = (await site.get((more as string).replace(/&amp;/gu, "&"))).text;
    says(inside, "Điều khoản có những từ này trong");
    expect(inside.match(/class="hits__unit"/gu)?.length).toBeGreaterThan(3);
  });

  test("refuses filters nobody offers", async () => {
    for (const filter of [
      "type=luat-rung",
      "status=alive",
      "from=25",
      "level=world",
      "part=all",
      "applied=yes",
      "field=x",
    ])
      expect((await site.get(`/search?q=ben&${filter}`)).status, filter).toBe(400);
  });

  test("offers near spellings where nothing is found, and nothing it cannot find", async () => {
    says(await search("hành khácch"), /Có phải bạn muốn tìm.*hành khách/su);
    says(await search("quarn lys"), /Có phải bạn muốn tìm.*quản lý/su);
    lacks(await search("zzzzqq"), "Có phải bạn muốn tìm");
  });

  test("keeps filters when other words are tried, and the day", async () => {
    const text = await search("ben", "&type=quyet-dinh&on=2026-01-31");
    says(text, '<input type="hidden" name="type" value="quyet-dinh"/>');
    says(text, '<input type="hidden" name="on" value="2026-01-31"/>');
  });
});

describe("suggestions", () => {
  const suggest = async (q: string): Promise<string> => (await site.get(`/suggest?q=${encodeURIComponent(q)}`)).text;

  test("are options that are links: units, numbers, titles", async () => {
    says(await suggest("17/20"), /role="option"[^>]*href="\/documents\/w17"/u);
    says(await suggest("nd 742"), 'href="/documents/w742"');
    says(await suggest("ben khach ng"), 'href="/documents/w17"');
    says(await suggest("Điều 5 17/2025/QĐ-UBND"), 'href="/documents/w17#att_1__art_5"');
  });

  test("say when there are none, and are not asked of one letter", async () => {
    for (const q of ["", "b", "zzzz", "<zz>", "\0", '"'.repeat(300)]) says(await suggest(q), "Không có gợi ý");
  });

  test("escape what documents are called", async () => lacks(await suggest("66/2025"), /<script|<b>tỉnh/u));
});
