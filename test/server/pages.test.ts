import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lacks, PATHS, sampleApp, says } from "./app.ts";
import { sha256Of } from "./sample-store.ts";
import { DECISION_17, DECISION_HOSTILE } from "./sample-texts.ts";

let site: Awaited<ReturnType<typeof sampleApp>>;
beforeAll(async () => {
  site = await sampleApp();
});
afterAll(async () => {
  await site.store.close();
});

describe("pages", () => {
  test.each(PATHS)("%s renders in both languages without an error", async (path) => {
    for (const lang of ["vi", "en"]) {
      const page = await site.get(path, { cookie: `lang=${lang}` });
      expect(page.status).toBe(200);
      expect(page.headers.get("content-type")).toContain("text/html");
      says(page.text, /^<!doctype html>/u);
      says(page.text, `<html lang="${lang}">`);
      expect(page.text.match(/<h1[ >]/gu)).toHaveLength(1);
      lacks(page.text, /undefined|\[object |NaN/u);
    }
    expect(site.errors).toEqual([]);
  });

  test("ids of a page are unique", async () => {
    for (const path of PATHS) {
      const ids = [...(await site.get(path)).text.matchAll(/\sid="([^"]+)"/gu)].map((m) => m[1]);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  test("links of every page lead somewhere", { timeout: 300_000 }, async () => {
    const seen = new Set<string>();
    // the samples of the patterns page are no documents of this collection
    for (const path of PATHS.filter((p) => p !== "/patterns"))
      for (const m of (await site.get(path)).text.matchAll(/href="(\/[^"#]*)/gu))
        seen.add((m[1] as string).replaceAll("&amp;", "&"));
    for (const href of seen) expect((await site.get(href)).status, href).toBeLessThan(400);
    expect(seen.size).toBeGreaterThan(60);
  });

  test("the home page counts by status, lists findings and what is not known", async () => {
    const { text } = await site.get("/");
    says(text, /3 văn bản đang áp dụng/u);
    says(text, "Dẫn chiếu chưa rõ là văn bản nào");
    says(text, 'href="/attention/refused"');
    says(text, 'href="/documents?status=partly-ceased"');
  });

  test("every figure of what is not known opens its list", async () => {
    says((await site.get("/")).text, 'href="/attention/unresolved"');
    const { text } = await site.get("/attention");
    says(text, "Luật Tổ chức chính quyền địa phương số");
    says(text, "Điều 10 không có cụm từ cần thay");
    says(text, "Tệp có mật khẩu nên không đọc được");
    says(text, 'href="/documents/w06#art_1__cl_1"');
  });

  test("the list of documents filters, and says so", async () => {
    const { text } = await site.get("/documents?type=nghi-dinh");
    says(text, "742/2024/NĐ-CP");
    lacks(text, 'href="/documents/w17"');
    says(text, "1 văn bản khớp, trong 4 văn bản");
  });

  test("findings are filtered by group, severity, rule and document", async () => {
    lacks((await site.get("/findings?group=conflict")).text, "/findings/f-old-name");
    says((await site.get("/findings?severity=medium")).text, "/findings/f-old-name?severity=medium");
    lacks((await site.get("/findings?rule=ended-cited")).text, "/findings/f-conflict");
    says((await site.get("/findings?document=w66")).text, "/findings/f-hostile?document=w66");
  });

  test("a finding sets both texts side by side and marks the deciding words", async () => {
    const { text } = await site.get("/findings/f-conflict");
    says(text, "<mark>không quá 07 ngày làm việc</mark>");
    says(text, "<mark>15 ngày làm việc</mark>");
    expect(text.indexOf("không quá 07")).toBeLessThan(text.indexOf("<mark>15 ngày"));
    says(text, "Nên làm:");
    says(text, "Khoản 3 Điều 58 Luật số");
  });

  test("a mere citation is shown in its sentence, the words marked", async () => {
    says(
      (await site.get("/findings/f-ended")).text,
      /<p class="ctx">2\. Từ ngữ khác[^]{0,120}<mark>khoản 4 Điều 2 Nghị định số <span class="nb">718\/2017\/NĐ-CP<\/span><\/mark>/u,
    );
  });

  test("what the register says is said as such, on both sides", async () => {
    const { text } = await site.get("/findings/f-ended");
    const plain = text.replace(/<[^>]+>/gu, "").replace(/\s+/gu, " ");
    says(
      plain,
      "Theo danh mục văn bản trung ương kèm theo phần mềm: được thay thế bằng Nghị định số 742/2024/NĐ-CP ngày 09/05/2024 của Chính phủ từ 01/07/2024",
    );
    says(plain, "kèm theo phần mềm: thay thế Nghị định số 718/2017/NĐ-CP");
    says(plain, "Văn bản không có Điều 99.");
  });

  test("a status not read from the document's own text never looks as certain", async () => {
    for (const path of ["/documents/w718", "/documents/w17?tab=relations", "/findings/f-ended"])
      says(
        (await site.get(path)).text,
        /status--told"[^>]*>.{0,120}Hết hiệu lực toàn bộ<small> \(theo danh mục\)<\/small>/su,
      );
    says((await site.get("/documents/w17?tab=relations")).text, "(theo dẫn chiếu)");
    says((await site.get("/documents/w718")).text, /văn bản mới nhất trong danh mục: \d\d\/\d\d\/\d{4}/u);
    lacks((await site.get("/documents/w17")).text, /status--told/u);
  });

  test("a number asked for comes first, titles with the words come last and are few", async () => {
    const byNumber = (await site.get("/search?q=718/2017")).text;
    says(byNumber, "Văn bản mang số này");
    says(byNumber, "chỉ có trong danh mục");
    const byWords = (await site.get("/search?q=ben")).text;
    lacks(byWords, "Văn bản mang số này");
    const order = ["Điều khoản có những từ này", "Văn bản có những từ này trong tên"].map((h) => byWords.indexOf(h));
    expect(order[0]).toBeGreaterThan(0);
    expect(order[1]).toBeGreaterThan(order[0] as number);
  });

  test("search groups by document and marks the words, accents or not", async () => {
    const { text } = await site.get("/search?q=ao+phao");
    says(text, "<mark>áo phao</mark>");
    says(text, /href="\/documents\/w17#att_1__art_7__cl_1"/u);
  });
});

describe("the reader", () => {
  test("citations are links that carry the state of their target", async () => {
    const { text } = await site.get("/documents/w17");
    says(text, 'href="/documents/w742#art_9__cl_1"');
    says(text, /718\/2017\/NĐ-CP.{0,160}m-ended.{0,90}hết hiệu lực toàn bộ/su);
    says(text, /class="cite cite--lost"[^>]*>hướng dẫn liên ngành số 45/u);
    says(text, /Điều 99 Nghị định.{0,260}không có điều khoản này/su);
  });

  test("the words are those in force on the day, with the clause that made them so and the words before", async () => {
    const { text } = await site.get("/documents/w17");
    says(
      text,
      /<a class="cl__n" href="[^"]*on=2026-06-30[^"]*#att_1__art_6__cl_1"[^>]*>1\. <\/a>Giá vé do chủ bến niêm yết/u,
    );
    says(text, /data-state="amended"[^]{0,900}Đã sửa đổi[^]{0,300}khoản 1 Điều 1[^]{0,200}từ 01\/04\/2026/u);
    says(text, /<del>quyết định và thông báo tại bến<\/del>/u);
    says(text, /Sửa đổi bởi[^]{0,200}khoản 1 Điều 1 Quyết định số/u);
    says(text, /id="att_1__art_6a"[^>]*>Điều 6a\. Vé điện tử/u);
    says(text, /id="att_1__art_8"[^]{0,40}Điều 8\.[^]{0,200}\(được bãi bỏ\)/u);
    lacks(text, "prov--struck");
    says(text, "Sẽ sửa đổi từ 15/07/2026");
    says(text, /class="note"[^]*?\/findings\/f-conflict/u);
    says(text, "1 chỗ sửa đổi, 1 chỗ bổ sung, 1 chỗ bãi bỏ");
  });

  test("what could not be applied stands above the text and beside its unit", async () => {
    const { text } = await site.get("/documents/w17");
    says(text, "Còn 1 thay đổi chưa áp dụng được vào lời văn");
    expect(text.match(/Điều 10 không có cụm từ cần thay/gu)).toHaveLength(2);
  });

  test("the original is one switch away: issued words, ended units struck, no new ones", async () => {
    const { text } = await site.get("/documents/w17?text=issued");
    says(text, "Giá vé do chủ bến quyết định và thông báo tại bến.");
    says(text, /class="prov prov--struck" data-state="ended"[^]*?Điều 8\. Kiểm tra bến/u);
    lacks(text, 'id="att_1__art_6a"');
    says(text, 'href="/documents/w17"');
    says(text, /aria-current="true"[^>]*>\s*Bản gốc như ban hành/u);
  });

  test("citations in words that came later are links too", async () => {
    const { store } = site;
    const source = await store.documents.current("w06");
    const start = source?.document.text.indexOf("Ủy ban nhân dân tỉnh quy định") ?? -1;
    const before = await store.links.from("w06");
    await store.links.replace("w06", [
      {
        ...(await store.links.from("w17"))[1],
        from: "w06",
        start,
        end: start + 29,
        text: "Ủy ban nhân dân tỉnh quy định",
      } as never,
    ]);
    says(
      (await site.get("/documents/w17")).text,
      /vượt quá mức tối đa do <a class="cite" href="\/documents\/w742"[^>]*>Ủy ban nhân dân tỉnh quy định<\/a>/u,
    );
    await store.links.replace("w06", before);
  });

  test("the timeline is drawn, every mark leads to its day, and the table says the same", async () => {
    const { text } = await site.get("/documents/w17?tab=effects&on=2025-12-31");
    const drawing = /<svg class="timeline__drawing"[^]*?<\/svg>/u.exec(text)?.[0] ?? "";
    expect(drawing.match(/class="tl-mark"/gu)).toHaveLength(5);
    says(drawing, 'href="/documents/w17?tab=effects&amp;on=2026-04-01"');
    says(drawing, "Hôm nay 30/06/2026");
    says(drawing, "Ngày đang xem 31/12/2025");
    says(text, /15\/07\/2026[^]{0,300}Sửa đổi, bổ sung/u);
  });

  test("head and foot stand as on paper, in the order of the text", async () => {
    const { text } = await site.get("/documents/w17");
    const head = /class="law__opening paper">([^]*?)<\/div>/u.exec(text)?.[1] ?? "";
    const order = ["paper__left", "Cộng hòa xã hội", "Số:", "paper__middle"].map((w) =>
      head.toLowerCase().indexOf(w.toLowerCase()),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThanOrEqual(0);
    says(text, "law__signature paper");
  });

  test("attachments are called what they are", async () => {
    for (const path of ["/documents/w17", "/documents/w17?tab=effects", "/findings", "/search?q=ao+phao"])
      lacks((await site.get(path)).text, /văn bản kèm theo \d/iu);
    says((await site.get("/documents/w17?tab=effects")).text, "Điều 8 Quy định kèm theo");
  });

  test("what is said of a căn cứ line stands beside that line", async () => {
    const { text } = await site.get("/documents/w17");
    says(
      text,
      /prov--plain"[^>]*><div class="prov__t"><div class="law__preamble"><p>Căn cứ <a[^>]*>Luật Tổ chức[^]{0,1500}?<div class="prov__m"><span class="rail-note">Chưa rõ “Luật Tổ chức/u,
    );
  });

  test("a document does not link to where one already is", async () => {
    const { text } = await site.get("/documents/w17");
    lacks(text, /<a class="cite"[^>]*>Quyết định này/u);
  });

  test("before a change nothing is shown as changed", async () => {
    const { text } = await site.get("/documents/w17?on=2025-12-31");
    lacks(text, "prov--struck");
    lacks(text, 'class="change-card"');
    says(text, "Lời văn tại ngày này là lời văn khi ban hành.");
    says(text, "Giá vé do chủ bến quyết định và thông báo tại bến.");
    says(text, "Còn hiệu lực");
  });

  test("the status opens into its proof", async () => {
    const { text } = await site.get("/documents/w17");
    says(text, "Vì sao biết: 2 căn cứ");
    says(text, "<q>Bãi bỏ Điều 8 của Quy định.</q>");
  });

  test("a work without a text says so and still has its relations", async () => {
    says((await site.get("/documents/w718")).text, "Kho chưa có lời văn của văn bản này");
    says((await site.get("/documents/w718?tab=relations")).text, "17/2025/QĐ-UBND");
  });
});

describe("hostile content", () => {
  test("titles, issuers, texts, findings, rules and file names never become markup", async () => {
    for (const path of [
      ...PATHS,
      "/documents?issuer=%22%3E%3Cscript%3E",
      "/search?q=%3Cscript%3Ealert(9)%3C/script%3E",
      "/findings?document=%22%3E%3Cimg%20src=x%3E",
    ]) {
      const { text } = await site.get(path);
      // nothing but files of our own
      expect(text.match(/<script/gu)?.length ?? 0, path).toBe(
        text.match(/<script type="module" src="\/assets\/[a-z-]+\.js\?v=[0-9a-f]{16}"><\/script>/gu)?.length,
      );
      says(text, /<script type="module" src="\/assets\/hotkeys\.js/u);
      lacks(text, /<img(?! class="guide__shot" src="\/assets\/)|<b>tỉnh|javascript:[^"]*"[^>]*>liên|<i>ngày|<b>vì/u);
      lacks(text, /href="javascript:/u);
      lacks(text, /\son[a-z]+="/u);
      lacks(text, /\sstyle="/u);
    }
  });
});

describe("the day", () => {
  test("another day changes the band, and goes along in links", async () => {
    const { text } = await site.get("/documents?on=31/12/2025");
    says(text, "where--other");
    says(text, "Không phải hôm nay.");
    says(text, 'href="/documents/w17?on=2025-12-31"');
    says(text, 'value="31/12/2025"');
  });

  test("today is quiet, however it is written", async () => {
    for (const on of ["", "?on=30/06/2026", "?on=2026-06-30", "?on="])
      lacks((await site.get(`/documents${on}`)).text, "where--other");
  });

  test("statuses follow the day", async () => {
    says((await site.get("/documents?on=2025-10-01&status=not-yet-in-force")).text, 'href="/documents/w17');
    lacks((await site.get("/documents?status=not-yet-in-force")).text, 'href="/documents/w17');
  });
});

describe("faults", () => {
  test.each([
    ["/documents?on=31/06/2026", 400, "tháng 6 năm 2026 có 30 ngày"],
    ["/?on=hôm qua", 400, "không phải là một ngày"],
    ["/documents?status=xyz", 400, "Không lọc được theo “xyz”"],
    ["/documents?year=20x5", 400, "Không lọc được"],
    ["/documents/w17?tab=zzz", 400, "Không lọc được"],
    ["/documents/w17?text=zzz", 400, "Không lọc được"],
    ["/findings?severity=zzz", 400, "Không lọc được"],
    ["/findings?group=toString", 400, "Không lọc được"],
    ["/documents/none", 404, "Không có văn bản này"],
    ["/findings/none", 404, "Không có phát hiện này"],
    ["/rules/none", 404, "Không có quy tắc này"],
    ["/originals/none", 404, "Không có tệp gốc này"],
    ["/không/có", 404, "Không có trang này"],
    ["/assets/../package.json", 404, "Không có trang này"],
    ["/assets/tokens.ts", 404, "Không có trang này"],
  ])("%s is %i and says what, why and what to do", async (path, status, words) => {
    const page = await site.get(path);
    expect(page.status).toBe(status);
    says(page.text, words);
    says(page.text, page.headers.get("x-request-id") as string);
  });

  test("a broken cursor opens the first page", async () => {
    for (const path of ["/documents?after=rubbish", "/findings?after=rubbish"])
      expect((await site.get(path)).status, path).toBe(200);
    expect(site.errors).toEqual([]);
  });

  test("programs get RFC 9457 problem details", async () => {
    const answer = await site.get("/documents/none", { accept: "application/json" });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(JSON.parse(answer.text)).toMatchObject({
      type: "urn:rasoat:problem:no-document",
      status: 404,
      title: "Không có văn bản này",
      instance: "/documents/none",
      requestId: answer.headers.get("x-request-id"),
    });
  });

  test("what is not a reading request is refused", async () => {
    const response = await site.app.request("http://localhost/documents", { method: "POST" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  test("an error of the program shows its number and nothing else", async () => {
    const { createApp } = await import("../../src/server/app.ts");
    const seen: string[] = [];
    const app = createApp({
      store: { ...site.store, works: { ...site.store.works, find: () => Promise.reject(new Error("secret detail")) } },
      rules: [],
      today: () => "2026-06-30",
      version: "t",
      onError: (_, id) => seen.push(id),
    });
    const response = await app.request("http://localhost/documents/w17");
    const text = await response.text();
    expect(response.status).toBe(500);
    lacks(text, "secret detail");
    says(text, seen[0] as string);
  });
});

describe("headers", () => {
  test("every answer carries the safety headers", async () => {
    for (const path of ["/", "/healthz", "/none", "/assets/base.css", "/documents?on=x"]) {
      const { headers } = await site.get(path);
      expect(headers.get("content-security-policy"), path).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      );
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("referrer-policy"), path).toBe("no-referrer");
      expect(headers.get("x-request-id"), path).toMatch(/^[0-9a-f]{12}$/u);
    }
  });

  test("static files are cached by fingerprint and answered 304 by their tag", async () => {
    const href = /href="(\/assets\/tokens\.css\?v=[0-9a-f]+)"/u.exec((await site.get("/")).text)?.[1] as string;
    const first = await site.get(href);
    expect(first.headers.get("cache-control")).toContain("immutable");
    expect(first.headers.get("content-type")).toContain("text/css");
    const again = await site.get(href, { "if-none-match": first.headers.get("etag") as string });
    expect(again.status).toBe(304);
    expect(again.text).toBe("");
    expect((await site.get("/assets/tokens.css")).headers.get("cache-control")).toBe("public, no-cache");
  });

  test("originals come back byte for byte, as attachments in a sandbox", async () => {
    const { text, headers } = await site.get(`/originals/${sha256Of(DECISION_17)}`);
    expect(text).toBe(DECISION_17);
    expect(headers.get("content-disposition")).toMatch(/^attachment; /u);
    expect(headers.get("content-disposition")).toContain(`filename*=UTF-8''qd-17-2025%20b%E1%BA%BFn%20kh%C3%A1ch.txt`);
    expect(headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    const hostile = await site.get(`/originals/${sha256Of(DECISION_HOSTILE)}`);
    expect(hostile.headers.get("content-type")).toBe("application/octet-stream");
    expect(hostile.headers.get("content-disposition")).toContain(`filename="a_b_c_.html"`);
  });

  test("health is JSON and is never cached", async () => {
    const { text, headers } = await site.get("/healthz");
    expect(JSON.parse(text)).toMatchObject({ status: "ok", documents: 4, dialect: "sqlite" });
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

describe("preferences", () => {
  test("the address sets a cookie, the cookie holds, links do not carry it on", async () => {
    const asked = await site.get("/documents?lang=en&theme=dark");
    expect(asked.headers.getSetCookie().join("\n")).toMatch(/lang=en.*HttpOnly.*SameSite=Lax/u);
    says(asked.text, "Issuing body");
    says(asked.text, /tokens\.dark\.css[^>]*media="screen"/u);
    lacks(asked.text, /href="[^"]*lang=en[^"]*(?:status|type)=/u);
    const later = await site.get("/documents", { cookie: "lang=en; theme=light; keys=off" });
    says(later.text, "Issuing body");
    lacks(later.text, "tokens.dark.css");
    lacks(later.text, "hotkeys.js");
  });

  test("an unknown value falls back to Vietnamese and the device's background", async () => {
    const { text, headers } = await site.get("/?lang=xx&theme=pink");
    says(text, '<html lang="vi">');
    says(text, 'media="(prefers-color-scheme: dark)"');
    expect(headers.getSetCookie().filter((cookie) => /^(?:lang|theme|keys)=/u.test(cookie))).toEqual([]);
  });
});
