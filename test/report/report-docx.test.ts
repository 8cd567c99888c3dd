import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../src/read/docx.ts";
import { decidingPaper, PAPER_PARTS, type PaperPart } from "../../src/report/deciding-paper.ts";
import type { ReportModel } from "../../src/report/form.ts";
import { decidingActs } from "../../src/report/forms/deciding-acts.ts";
import { fillForm } from "../../src/report/forms/fill-form.ts";
import { type FormKey, formOn } from "../../src/report/forms/form-definition.ts";
import { formSections } from "../../src/report/report-docx.ts";
import { wordBytes, WordLinks, type WordPaper } from "../../src/report/word/word-file.ts";
import { listed, LAND, material, work } from "./forms/listing.ts";

const YEAR = { from: "2026-01-01", to: "2026-12-31" };
const OF = "của Hội đồng nhân dân, Ủy ban nhân dân tỉnh An Khê";

const works = [
  listed(work("11/2022/NQ-HĐND", "2022-07-08", { title: "Quy định về <bến> & “chợ” =1+1" }), "ceased", "2026-02-10", {
    reason: "Bị bãi bỏ\nbởi Quyết định A",
    fields: [LAND],
  }),
  listed(work("12/2020/QĐ-UBND", "2020-04-24"), "ceased", "2025-02-10"),
  listed(work("13/2020/QĐ-UBND", "2020-04-24"), "in-force", "2020-05-24", { fields: [LAND] }),
];
const model = (key: FormKey): ReportModel =>
  fillForm(
    { form: formOn(key, YEAR.to, null).form, period: YEAR, of: OF, body: "Ủy ban nhân dân tỉnh An Khê" },
    material(works),
  );

function paperOf(of: ReportModel, linkTo: (href: string) => string | null = () => null): WordPaper {
  const links = new WordLinks();
  return { title: of.title, links, sections: formSections(of, { links, linkTo }) };
}

/** The words of the file as our own reader has them, and its parts. */
async function reread(paper: WordPaper) {
  const bytes = await wordBytes(paper);
  const outcome = await readDocx(bytes, "mau.docx");
  if (!outcome.ok) throw new Error(outcome.problem.what);
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  return { bytes, text: outcome.text, xml: parts["word/document.xml"] ?? "", parts };
}

describe("a form as a Word file", () => {
  test("says every cell of the model, in its order", async () => {
    const { text } = await reread(paperOf(model("01")));
    let at = 0;
    const said = (words: string): void => {
      const found = text.replace(/\u00a0/gu, " ").indexOf(words, at);
      expect(found, words).toBeGreaterThanOrEqual(at);
      at = found;
    };
    const { heading, kind, title, parts } = model("01");
    for (const words of [heading ?? "", kind, title]) said(words);
    for (const part of parts) {
      said(part.label);
      for (const { label } of part.columns) said(label);
      for (const group of part.groups) {
        said(group.label);
        for (const row of group.rows) for (const cell of row) for (const line of cell.text.split("\n")) said(line);
      }
      said(part.total?.label ?? "");
    }
  });

  test("is A4 in landscape, Times New Roman, with the head of each table on every page", async () => {
    const { xml, parts } = await reread(paperOf(model("01")));
    expect(xml).toContain('w:orient="landscape"');
    expect(parts["word/styles.xml"]).toContain('w:ascii="Times New Roman"');
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(2);
    expect(parts["word/header1.xml"]).toContain(" PAGE ");
    expect(xml).toContain("&lt;bến&gt; &amp; “chợ” =1+1");
  });

  test("the same model is the same bytes", async () => {
    const [a, b] = [await wordBytes(paperOf(model("01"))), await wordBytes(paperOf(model("01")))];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
  });

  test("leads where it is told, each address once", async () => {
    const { xml, parts } = await reread(paperOf(model("01"), (href) => `https://vbpl.example${href}`));
    expect(xml.match(/<w:hyperlink r:id="rLink1"/gu)).toHaveLength(1);
    expect(parts["word/_rels/document.xml.rels"]).toContain(
      'Target="https://vbpl.example/documents/11/2022/NQ-HĐND" TargetMode="External"',
    );
  });

  test("the collection has a cover before its table", async () => {
    const { text, xml } = await reread(paperOf(model("05")));
    const at = (words: string): number => text.indexOf(words);
    expect(at("ỦY BAN NHÂN DÂN TỈNH AN KHÊ")).toBeGreaterThanOrEqual(0);
    expect(at("TẬP HỆ THỐNG HÓA")).toBeGreaterThan(at("ỦY BAN NHÂN DÂN TỈNH AN KHÊ"));
    expect(text).toContain("TRONG KỲ HỆ THỐNG HÓA TỪ NĂM 2026 ĐẾN NĂM 2026");
    expect(at("I. LĨNH VỰC ĐẤT ĐAI")).toBeGreaterThan(at("TẬP HỆ THỐNG HÓA"));
    expect(xml.match(/<w:sectPr>/gu)).toHaveLength(2);
  });
});

describe("the papers that go to be signed", () => {
  const names = {
    place: "tỉnh An Khê",
    dateline: "An Khê",
    department: "Sở Tư pháp",
    departmentCode: "STP",
    councilChair: "Trần Thị Bình",
    committeeChair: "Lê Văn An",
    departmentHead: "Phạm Thị Cúc",
    recipients: "Bộ Tư pháp;\nThường trực Tỉnh ủy",
  };
  function papers(
    act: string,
    parts: readonly PaperPart[],
    made = "2027-01-15",
    forms: readonly FormKey[] = ["01", "02"],
  ) {
    const words = decidingActs();
    const chosen = words.acts.find((each) => each.key === act);
    if (!chosen) throw new Error(act);
    return decidingPaper(
      {
        act: chosen,
        words,
        models: forms.map(model),
        period: YEAR,
        of: OF,
        publishedUnder: { yearly: "Điều 43 của Nghị định", systematization: "Điều 51 của Nghị định" },
        names,
        made,
        links: new WordLinks(),
        linkTo: () => null,
      },
      parts,
    );
  }
  const said = async (paper: WordPaper): Promise<string> => (await reread(paper)).text.replace(/\u00a0/gu, " ");

  test("a decision of the committee: head, bases, articles with the number of documents, recipients, who signs", async () => {
    const text = await said(papers("committee", ["act"]));
    for (const words of [
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      "/QĐ-UBND",
      "An Khê, ngày",
      "Về việc công bố Danh mục văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân tỉnh An Khê hết hiệu lực, tạm ngưng hiệu lực năm 2026",
      "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
      "Theo đề nghị của Giám đốc Sở Tư pháp tại Tờ trình số",
      "QUYẾT ĐỊNH:",
      "1. Danh mục văn bản quy phạm pháp luật hết hiệu lực, tạm ngưng hiệu lực toàn bộ của Hội đồng nhân dân, Ủy ban nhân dân tỉnh An Khê năm 2026: 02 văn bản, trong đó 01 văn bản thuộc kỳ trước chưa được công bố (Phụ lục I);",
      ": 0 văn bản (Phụ lục II).",
      "thi hành Quyết định này./.",
      "- Như Điều 3;",
      "- Thường trực Tỉnh ủy;",
      "TM. ỦY BAN NHÂN DÂN",
      "Lê Văn An",
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/\d{4}\/QĐ-UBND/u);
    expect(text).not.toMatch(/[{}]/u);
  });

  test("the chairman signs for himself; the council resolves", async () => {
    const chairman = await said(papers("chairman", ["act"]));
    expect(chairman).toContain("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN KHÊ");
    expect(chairman).not.toContain("TM. ỦY BAN NHÂN DÂN");
    const council = await said(papers("council", ["act"]));
    for (const words of ["NGHỊ QUYẾT", "/NQ-HĐND", "QUYẾT NGHỊ:", "thông qua ngày", "Trần Thị Bình"])
      expect(council).toContain(words);
  });

  test("a committee is asked by its department, a council by the committee", async () => {
    const department = await said(papers("committee", ["submission"]));
    for (const words of [
      "/TTr-STP",
      "Kính gửi: Ủy ban nhân dân tỉnh An Khê.",
      "Thực hiện Điều 43 của Nghị định và trên cơ sở",
      "(gửi kèm dự thảo Quyết định và các phụ lục)./.",
      "GIÁM ĐỐC",
      "Phạm Thị Cúc",
    ])
      expect(department).toContain(words);
    const committee = await said(papers("council", ["submission"], "2029-02-01", ["01", "03"]));
    for (const words of [
      "/TTr-UBND",
      "Kính gửi: Hội đồng nhân dân tỉnh An Khê.",
      "Thực hiện Điều 51 của Nghị định và trên cơ sở",
      "Ủy ban nhân dân tỉnh An Khê kính trình Hội đồng nhân dân tỉnh An Khê xem xét, ban hành Nghị quyết",
      "- Ban Pháp chế Hội đồng nhân dân tỉnh An Khê;",
      "TM. ỦY BAN NHÂN DÂN",
      "Lê Văn An",
    ])
      expect(committee).toContain(words);
    expect(committee).not.toMatch(/GIÁM ĐỐC|TTr-STP/u);
  });

  test("rests on the laws of the day it is made", async () => {
    expect(await said(papers("committee", ["act"], "2025-05-01"))).toContain(
      "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;",
    );
    expect(await said(papers("committee", ["act"], "2024-01-10"))).toContain("Nghị định số 34/2016/NĐ-CP");
  });

  test("submission, act and annexes are sections of one file, each counting its own pages", async () => {
    const { text, xml } = await reread(papers("committee", PAPER_PARTS));
    expect(text.indexOf("TỜ TRÌNH")).toBeLessThan(text.indexOf("QUYẾT ĐỊNH:"));
    expect(text).toContain("Phụ lục II");
    expect(text).toContain("(Kèm theo Quyết định số");
    expect(text).not.toContain("Mẫu số 01");
    expect(xml.match(/<w:pgNumType w:start="1"\/>/gu)).toHaveLength(4);
    expect(xml.match(/w:orient="landscape"/gu)).toHaveLength(2);
  });

  test("with lists of what is in force it publishes the results of systematization", async () => {
    expect(await said(papers("committee", ["act"], "2029-02-01", ["01", "02", "03"]))).toContain(
      "kết quả hệ thống hóa văn bản quy phạm pháp luật",
    );
  });
});
