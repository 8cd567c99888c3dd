import { describe, expect, it } from "vitest";
import { readBytes } from "../../src/read/read-file.ts";
import { inList, list, listDefinition, paragraph, wordFile } from "./word-file.ts";

async function textOf(bytes: Uint8Array): Promise<string> {
  const outcome = await readBytes(bytes, "thu.docx");
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.source.text;
}

const LAW_LIST =
  listDefinition(0, [
    ["decimal", "Điều %1."],
    ["decimal", "%2."],
    ["lowerLetter", "%3)"],
    ["bullet", "\uf0b7"],
  ]) + list(1, 0);

describe("Word's automatic numbers", () => {
  it("are written out at every level, begin again under a new parent, and go on after a plain paragraph", async () => {
    const text = await textOf(
      wordFile(
        [
          paragraph("Phạm vi điều chỉnh", inList(1, 0)),
          paragraph("Quyết định này quy định việc thử nghiệm.", inList(1, 1)),
          paragraph("Quy định này không áp dụng đối với:", inList(1, 1)),
          paragraph("Cơ quan trung ương;", inList(1, 2)),
          paragraph("Đơn vị sự nghiệp.", inList(1, 2)),
          paragraph("Một đoạn không đánh số."),
          paragraph("gạch đầu dòng", inList(1, 3)),
          paragraph("Đối tượng áp dụng", inList(1, 0)),
          paragraph("Tổ chức, cá nhân tại tỉnh An Khê.", inList(1, 1)),
        ].join(""),
        { numbering: LAW_LIST },
      ),
    );
    expect(text.split("\n\n")).toEqual([
      "Điều 1. Phạm vi điều chỉnh",
      "1. Quyết định này quy định việc thử nghiệm.",
      "2. Quy định này không áp dụng đối với:",
      "a) Cơ quan trung ương;",
      "b) Đơn vị sự nghiệp.",
      "Một đoạn không đánh số.",
      "- gạch đầu dòng",
      "Điều 2. Đối tượng áp dụng",
      "1. Tổ chức, cá nhân tại tỉnh An Khê.",
    ]);
  });

  it("come from the style where the paragraph names none, and numId 0 takes them away", async () => {
    const numbering =
      listDefinition(3, [
        ["upperRoman", "Chương %1", '<w:pStyle w:val="Chuong"/>'],
        ["decimal", "Điều %2.", '<w:pStyle w:val="Dieu"/>'],
      ]) + list(7, 3);
    const styles =
      '<w:style w:type="paragraph" w:styleId="Chuong"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="DieuCon"><w:basedOn w:val="Dieu"/></w:style>';
    const styled = (text: string, style: string, more = ""): string =>
      paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);
    const text = await textOf(
      wordFile(
        [
          styled("QUY ĐỊNH CHUNG", "Chuong"),
          styled("Phạm vi điều chỉnh", "Dieu"),
          styled("Giải thích từ ngữ", "DieuCon"),
          styled("Không đánh số ở đây", "Dieu", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
          styled("ĐIỀU KHOẢN THI HÀNH", "Chuong"),
        ].join(""),
        { numbering, styles },
      ),
    );
    expect(text.split("\n\n")).toEqual([
      "Chương I QUY ĐỊNH CHUNG",
      "Điều 1. Phạm vi điều chỉnh",
      "Điều 2. Giải thích từ ngữ",
      "Không đánh số ở đây",
      "Chương II ĐIỀU KHOẢN THI HÀNH",
    ]);
  });

  it("restart where the list overrides its start, and share the counter where it does not", async () => {
    const numbering =
      listDefinition(0, [["decimal", "%1."]]) +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    const items = [1, 1, 2, 3, 3].map((id, i) => paragraph(`Nội dung thứ ${i} của danh sách`, inList(id, 0))).join("");
    const numbers = (await textOf(wordFile(items, { numbering }))).split("\n\n").map((line) => line.split(" ")[0]);
    expect(numbers).toEqual(["1.", "2.", "3.", "5.", "6."]);
  });

  it("are found under another prefix of the namespace too", async () => {
    const { strFromU8, strToU8, unzipSync, zipSync } = await import("fflate");
    const files = unzipSync(
      wordFile(paragraph("Phạm vi điều chỉnh của văn bản", inList(1, 0)), { numbering: LAW_LIST }),
    );
    for (const name of ["word/document.xml", "word/numbering.xml"]) {
      const xml = strFromU8(files[name] as Uint8Array);
      files[name] = strToU8(xml.replace(/(<\/?| )w:/gu, "$1ns0:").replace("xmlns:w=", "xmlns:ns0="));
    }
    expect(await textOf(zipSync(files))).toBe("Điều 1. Phạm vi điều chỉnh của văn bản");
  });

  it("do not count twice the copy of a text box, and leave an empty item without a bare number", async () => {
    const item = paragraph("Nội dung trong khung", inList(1, 1));
    const text = await textOf(
      wordFile(
        paragraph("Điều khoản mở đầu của văn bản", inList(1, 1)) +
          `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${item}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${item}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>` +
          `<w:p><w:pPr>${inList(1, 1)}</w:pPr></w:p>` +
          paragraph("Nội dung cuối", inList(1, 1)),
        { numbering: LAW_LIST },
      ),
    );
    expect(text).toContain("2. Nội dung trong khung");
    expect(text).toContain("4. Nội dung cuối");
    expect(text).not.toMatch(/^\d\.$/mu);
  });
});

describe("what a reader of the printed page sees", () => {
  it("leaves out deletions, moved and hidden text and footnote marks; keeps insertions, cells and line ends", async () => {
    const run = (t: string, properties = ""): string =>
      `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${t}</w:t></w:r>`;
    const cell = (...lines: string[]): string => `<w:tc>${lines.map((l) => paragraph(l)).join("")}</w:tc>`;
    const bytes = wordFile(
      `<w:tbl><w:tr>${cell("ỦY BAN NHÂN DÂN", "TỈNH AN KHÊ")}${cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")}</w:tr></w:tbl>` +
        `<w:p>${run("Mức hỗ trợ là ")}<w:del><w:r><w:delText>năm</w:delText></w:r></w:del><w:ins>${run("sáu")}</w:ins>${run(" triệu đồng", "")}<w:r><w:footnoteReference w:id="2"/></w:r>${run("ẩn", "<w:vanish/>")}${run(".")}</w:p>` +
        `<w:p><w:moveFrom>${run("đoạn chuyển đi")}</w:moveFrom>${run("Nơi nhận:")}<w:r><w:tab/><w:tab/><w:tab/></w:r>${run("TM. ỦY BAN NHÂN DÂN")}</w:p>` +
        `<w:p>${run("dòng một")}<w:r><w:br/></w:r>${run("dòng hai")}</w:p>`,
    );
    const outcome = await readBytes(bytes, "thu.docx");
    expect(outcome.ok && outcome.source.text).toBe(
      "ỦY BAN NHÂN DÂN\n\nTỈNH AN KHÊ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nMức hỗ trợ là sáu triệu đồng.\n\n" +
        "Nơi nhận:\nTM. ỦY BAN NHÂN DÂN\n\ndòng một\ndòng hai",
    );
    expect(outcome.ok && outcome.source.notes?.map((n) => n.code)).toEqual(["footnotes-left-out"]);
  });

  it("never follows a link or a picture and shows a link's words only", async () => {
    const text = await textOf(
      wordFile(
        `<w:p><w:hyperlink r:id="x" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>Nghị định số 742/2024/NĐ-CP của Chính phủ</w:t></w:r></w:hyperlink></w:p>`,
      ),
    );
    expect(text).toBe("Nghị định số 742/2024/NĐ-CP của Chính phủ");
  });

  it("text boxes once, in either of their two forms, after the paragraph they hang on", async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const drawing = (text: string): string =>
      `<w:drawing><wp:anchor><wp:posOffset>914400</wp:posOffset><a:graphic><wps:txbx>${box(text)}</wps:txbx></a:graphic></wp:anchor></w:drawing>`;
    const vml = (text: string): string => `<w:pict><v:shape><v:textbox>${box(text)}</v:textbox></v:shape></w:pict>`;
    const around = (inside: string): string =>
      `<w:p><w:r><w:t>trước </w:t>${inside}</w:r><w:r><w:t>sau</w:t></w:r></w:p>`;
    const both = `<mc:AlternateContent><mc:Choice>${drawing("khung một")}</mc:Choice><mc:Fallback>${vml("khung một")}</mc:Fallback></mc:AlternateContent>`;
    const one = `<mc:AlternateContent><mc:Choice>${drawing("khung hai")}</mc:Choice></mc:AlternateContent>`;
    const text = await textOf(
      wordFile(around(both) + around(one) + around(vml("khung ba")) + around(drawing("khung bốn"))),
    );
    expect(text.split("\n\n")).toEqual(
      ["khung một", "khung hai", "khung ba", "khung bốn"].flatMap((inside) => ["trước sau", inside]),
    );
  });

  it("moved text once, where it went; a deleted paragraph mark joins two paragraphs", async () => {
    const run = (t: string): string => `<w:r><w:t xml:space="preserve">${t}</w:t></w:r>`;
    const text = await textOf(
      wordFile(
        `<w:p><w:moveFromRangeStart w:id="1"/><w:moveFrom w:id="2">${run("Câu được chuyển. ")}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${run("Câu thứ nhất.")}</w:p>` +
          `<w:p>${run("Câu thứ hai. ")}<w:moveTo w:id="3">${run("Câu được chuyển.")}</w:moveTo></w:p>` +
          `<w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>${run("Nửa câu ")}</w:p>${paragraph("và nửa kia.")}` +
          `<w:p>${run("Theo ")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("Điều 5")}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:noBreakHyphen/><w:sym w:char="F0A3"/></w:r></w:p>`,
      ),
    );
    expect(text.split("\n\n")).toEqual([
      "Câu thứ nhất.",
      "Câu thứ hai. Câu được chuyển.",
      "Nửa câu và nửa kia.",
      "Theo Điều 5‑•",
    ]);
  });

  it("shows in its notes what footnotes, endnotes and running heads say", async () => {
    const { strToU8 } = await import("fflate");
    const root = (name: string, inside: string): Uint8Array =>
      strToU8(
        `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inside}</w:${name}>`,
      );
    const outcome = await readBytes(
      wordFile(
        `<w:p><w:r><w:t>Mức hỗ trợ là sáu triệu đồng</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="1"/></w:r></w:p>`,
        {
          extra: {
            "word/footnotes.xml": root(
              "footnotes",
              `<w:footnote w:type="separator" w:id="0">${paragraph("---")}</w:footnote><w:footnote w:id="2">${paragraph("Mức cũ là năm triệu.")}</w:footnote>`,
            ),
            "word/endnotes.xml": root("endnotes", `<w:endnote w:id="1">${paragraph("Xem phụ lục.")}</w:endnote>`),
            "word/header1.xml": root("hdr", paragraph("Công báo An Khê")),
            "word/footer1.xml": root("ftr", paragraph("3")),
          },
        },
      ),
      "thu.docx",
    );
    if (!outcome.ok) throw new Error(outcome.problem.what);
    expect(outcome.source.text).toBe("Mức hỗ trợ là sáu triệu đồng");
    const notes = outcome.source.notes ?? [];
    expect(notes.map((n) => n.code)).toEqual(["footnotes-left-out", "headers-left-out"]);
    expect(notes[0]?.what).toContain("2 chú thích");
    expect(notes[0]?.why).toContain("[1] Mức cũ là năm triệu. [2] Xem phụ lục.");
    expect(notes[1]?.why).toContain("Công báo An Khê");
  });
});
