import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { consolidatedDocx } from "../../src/report/consolidated-docx.ts";
import { consolidatedMarkdown } from "../../src/report/consolidated-markdown.ts";
import { consolidatedModel, refusedChanges } from "../../src/report/consolidated-model.ts";
import { writtenDay } from "../../src/report/consolidated-notes.ts";
import { consolidate } from "../../src/timeline/consolidate.ts";
import { effect, madeDocument, work } from "../timeline/made-up.ts";

const BASE = work("12/2025/QĐ-UBND", "2025-07-10", "2025-07-20", { title: "Quy định mức hỗ trợ nuôi ong" });
const FIRST = work("04/2026/QĐ-UBND", "2026-02-10", "2026-03-01", { title: "Sửa đổi, bổ sung một số điều" });
const SECOND = work("07/2026/QĐ-UBND", "2026-05-10", "2026-06-01");

const document = {
  ...madeDocument([
    ["art_1", "article", "Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định mức hỗ trợ hộ nuôi ong."],
    ["art_2", "article", "Điều 2. Mức hỗ trợ"],
    ["art_2__cl_1", "clause", "1. Hộ nuôi ong: 500.000 đồng."],
    ["art_2__cl_2", "clause", "2. Xã chi trả."],
    ["att_1", "attachment", "PHỤ LỤC\nMẪU ĐƠN\n(Kèm theo Quyết định số 12/2025/QĐ-UBND)\nKính gửi: Ủy ban nhân dân xã"],
  ]),
};

const effects = [
  effect("amend", FIRST.id, BASE.id, "2026-03-01", {
    sourceEId: "art_1__cl_3",
    targetEId: "art_2__cl_1",
    content: "“1. Hộ nuôi ong: 700.000 đồng.”",
  }),
  effect("insert", FIRST.id, BASE.id, "2026-03-01", { targetEId: "art_2__cl_3", content: "“3. Sở kiểm tra.”" }),
  effect("repeal", SECOND.id, BASE.id, "2026-06-01", { targetEId: "art_2__cl_2", sourceEId: null }),
  effect("replace-phrase", SECOND.id, BASE.id, "2026-06-01", {
    targetEId: "art_1",
    phraseFrom: "hộ nuôi ong",
    phraseTo: "hộ nuôi ong mật",
  }),
  effect("amend", SECOND.id, BASE.id, "2026-06-01", { targetEId: "art_9", content: "Điều 9. X" }),
];

const model = (on = "2026-11-26") => {
  const consolidation = consolidate({ work: BASE, document, effects, on });
  return consolidatedModel({
    work: BASE,
    document,
    consolidation,
    works: new Map([FIRST, SECOND].map((w) => [w.id, w])),
    refused: refusedChanges(document, consolidation.refused),
    idle: [],
  });
};

describe("a consolidated text", () => {
  it("says of each changed unit what, by which clause of which document, from which day", () => {
    const says = model().units.flatMap((u) => u.notes.map((n) => `${u.eId}: ${n.says}`));
    const by = "Quyết định số 04/2026/QĐ-UBND ngày 10 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh An Khê";
    const then = "Quyết định số 07/2026/QĐ-UBND ngày 10 tháng 5 năm 2026 của Ủy ban nhân dân tỉnh An Khê";
    expect(says).toEqual([
      `art_1: Cụm từ “hộ nuôi ong” được thay thế bằng cụm từ “hộ nuôi ong mật” theo quy định tại Điều 3 ${then}, có hiệu lực kể từ ngày 01 tháng 6 năm 2026.`,
      `art_2__cl_1: Khoản này được sửa đổi, bổ sung theo quy định tại khoản 3 Điều 1 ${by}, có hiệu lực kể từ ngày 01 tháng 3 năm 2026.`,
      `art_2__cl_2: Khoản này được bãi bỏ theo quy định tại ${then}, có hiệu lực kể từ ngày 01 tháng 6 năm 2026.`,
      `art_2__cl_3: Khoản này được bổ sung theo quy định tại Điều 3 ${by}, có hiệu lực kể từ ngày 01 tháng 3 năm 2026.`,
    ]);
  });

  it("keeps the words before, in reading order, with the number as printed", () => {
    const units = model().units;
    expect(units.map((u) => u.text.split("\n")[0])).toEqual([
      "Điều 1. Phạm vi điều chỉnh",
      "Điều 2. Mức hỗ trợ",
      "1. Hộ nuôi ong: 700.000 đồng.",
      "2. (được bãi bỏ)",
      "3. Sở kiểm tra.",
      "PHỤ LỤC",
    ]);
    expect(units[2]?.notes[0]?.oldText).toBe("1. Hộ nuôi ong: 500.000 đồng.");
    expect(units[3]?.notes[0]?.oldText).toBe("2. Xã chi trả.");
    expect(units[4]?.notes[0]?.oldText).toBeNull();
  });

  it("lists the documents worked in by their days, and only those", () => {
    expect(model().amenders.map((a) => [a.symbol, a.from])).toEqual([
      ["04/2026/QĐ-UBND", "2026-03-01"],
      ["07/2026/QĐ-UBND", "2026-06-01"],
    ]);
    expect(model("2026-04-01").amenders).toHaveLength(1);
    expect(model("2025-12-01").amenders).toEqual([]);
  });

  it("writes days as official documents do", () => {
    expect([writtenDay("2026-02-05"), writtenDay("2026-03-15"), writtenDay("2026-12-01")]).toEqual([
      "ngày 05 tháng 02 năm 2026",
      "ngày 15 tháng 3 năm 2026",
      "ngày 01 tháng 12 năm 2026",
    ]);
  });
});

describe("as Markdown", () => {
  const text = consolidatedMarkdown(model());

  it("is marked as a copy without official value, names its sources and what is missing", () => {
    expect(text).toMatch(/^> \*\*BẢN HỢP NHẤT THAM KHẢO\*\*/u);
    expect(text).toContain("không có giá trị chính thức");
    expect(text).toContain("được sửa đổi, bổ sung bởi:\n\n1. Quyết định số 04/2026/QĐ-UBND");
    expect(text).toContain("> **CHƯA ĐẦY ĐỦ: 1 chỉ dẫn chưa đưa được vào lời văn**");
    expect(text).toMatch(/> - Điều 9, theo .*07\/2026\/QĐ-UBND .*: văn bản không có Điều 9\. .{10,}/u);
  });

  it("keeps printed numbers from becoming a list, and every note has its mark", () => {
    expect(text).toContain("1\\. Hộ nuôi ong: 700.000 đồng.[^2]");
    expect(text.match(/\[\^\d\](?!:)/gu)).toHaveLength(4);
    expect(text.match(/^\[\^\d\]: /gmu)).toHaveLength(4);
  });
});

describe("as a Word document", () => {
  it("has real footnotes, A4 with official margins, a page number from page 2, the warning above the text", async () => {
    const files = unzipSync(await consolidatedDocx(model()));
    const xml = (name: string): string => new TextDecoder().decode(files[name]);
    const body = xml("word/document.xml");
    const words = body.replace(/<[^>]+>/gu, "|");
    expect(xml("word/footnotes.xml")).toContain("Khoản này được bãi bỏ theo quy định tại");
    expect(body.match(/<w:footnoteReference /gu)).toHaveLength(4);
    expect(body).toMatch(/<w:pgSz w:w="1190\d" w:h="168\d\d"/u);
    expect(body).toMatch(/<w:pgMar w:top="1134" w:right="85\d" w:bottom="1134" w:left="1701"/u);
    expect(body).toContain("<w:titlePg/>");
    expect(xml("word/styles.xml")).toContain("Times New Roman");
    expect(words.indexOf("BẢN HỢP NHẤT THAM KHẢO")).toBeLessThan(words.indexOf("CỘNG HÒA XÃ HỘI"));
    expect(words.indexOf("CHƯA ĐẦY ĐỦ: 1 CHỈ DẪN")).toBeLessThan(words.indexOf("Phạm vi điều chỉnh"));
    expect(words.indexOf("CHƯA ĐẦY ĐỦ: 1 CHỈ DẪN")).toBeGreaterThan(0);
    expect(words).toContain("(được bãi bỏ)");
  });
});
