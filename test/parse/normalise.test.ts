import { describe, expect, it } from "vitest";
import { toSourceSpan } from "../../src/domain/span.ts";
import { normalise } from "../../src/parse/normalise.ts";

const lines = (source: string): string[] => normalise(source).lines.map((l) => l.text);

/** Where a word of the normalised text stood in the source. */
function sourceOf(source: string, words: string): string {
  const { text, offsets } = normalise(source);
  const start = text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const span = toSourceSpan(offsets, { start, end: start + words.length });
  return source.slice(span.start, span.end);
}

describe("characters", () => {
  it("makes one Đ of its look-alikes and composes accents", () => {
    expect(lines("Số: 05/2025/QÐ-UBND; Nghi\u0323 quyê\u0301t ð")).toEqual(["Số: 05/2025/QĐ-UBND; Nghị quyết đ"]);
  });

  it("unifies dashes, exotic spaces and Cyrillic letters, drops what cannot be seen", () => {
    expect(lines("12/2025/NQ\u2013HĐND\u00a0của\u2003tỉnh \u200bАn")).toEqual(["12/2025/NQ-HĐND của tỉnh An"]);
  });

  it("keeps a soft hyphen that a portal put for the hyphen of a number", () => {
    expect(lines("Số 12/2025/QĐ\u00adUBND về khuyến\u00adnông")).toEqual(["Số 12/2025/QĐ-UBND về khuyếnnông"]);
  });

  it("leads back to the source through composed accents and collapsed blanks", () => {
    const source = "Nghi\u0323   quyê\u0301t của   hội đồng";
    expect(sourceOf(source, "quyết")).toBe("quyê\u0301t");
    expect(sourceOf(source, "hội đồng")).toBe("hội đồng");
  });
});

describe("Markdown", () => {
  it("takes out marks but neither footnote stars nor products", () => {
    expect(lines("## Chương I\n\n**Điều 1.** *Giá* (*) là 2 * 3\n\n1\\. Một")).toEqual([
      "Chương I",
      "Điều 1. Giá (*) là 2 * 3",
      "1. Một",
    ]);
  });

  it("knows how far a line is bold, over bold blanks and empty bold runs", () => {
    const bold = (s: string): string => {
      const line = normalise(`**A**\n\n${s}`).lines.at(-1);
      return line ? line.text.slice(0, line.bold) : "";
    };
    expect(bold("**Điều 1.**** **Ban hành")).toBe("Điều 1.");
    expect(bold("**Điều 2.** **Hiệu lực**")).toBe("Điều 2. Hiệu lực");
    expect(bold("Hồ sơ** **gồm ba bản")).toBe("");
  });

  it("turns rows and lone marks of tables into one line a cell", () => {
    const { lines: found } = normalise(
      "**x**\n\n| STT | Mức |\n|---|---|\n| 1 | 97 |\n\n|\na\n|\nb\n|\n|\nc\n|\nd\n|\nHết bảng rồi nhé, đây là câu.",
    );
    expect(found.map((l) => l.text)).toEqual([
      "x",
      "STT",
      "Mức",
      "1",
      "97",
      "a",
      "b",
      "c",
      "d",
      "Hết bảng rồi nhé, đây là câu.",
    ]);
    expect(found.map((l) => l.cell > 0)).toEqual([false, true, true, true, true, true, true, true, true, false]);
  });

  it("leaves stars and bars of a plain text alone", () => {
    expect(lines("Ghi chú * xem | bảng")).toEqual(["Ghi chú * xem | bảng"]);
  });
});

const GAZETTE = `CÔNG BÁO/Số 12 + 13/Ngày 05-9-2025
41
Điều 1. Phạm vi điều chỉnh
Quyết định này quy định việc giữ rừng tre của tỉnh An Khê và của các xã có rừng tre
theo Nghị định số 742/2024/NĐ-CP ngày 12 tháng 6 năm 2024 của Chính phủ và theo các
văn bản hướng dẫn thi hành của Bộ Nông nghiệp và Môi trường về rừng tre của người dân
Người ký: Cổng Thông tin điện tử
Email: congbao@ankhe.example
Cơ quan: Văn phòng
Thời gian ký: 06.9.2025 10:00:00 +07:00
42
CÔNG BÁO/Số 12 + 13/Ngày 05-9-2025

địa phương trong vùng đệm.
Điều 2. Đối tượng áp dụng
1. Người giữ rừng tre quy định tại
Điều 5 của Nghị định số 742/2024/NĐ-CP và tại khoản
2 Điều 6 của Nghị định đó; người có quyền theo Quyết định số 12/2025/QĐ-
UBND của tỉnh.
2. Ủy ban nhân dân cấp xã.`;

describe("lines", () => {
  it("takes out page heads, page numbers and digital signatures, and joins the sentence across them", () => {
    const { text } = normalise(GAZETTE);
    expect(text).not.toMatch(/CÔNG BÁO|Người ký|Email|\n4[12]\n/u);
    expect(text).toContain("rừng tre của người dân địa phương trong vùng đệm.");
  });

  it("does not take a cited article at a line's start for a unit", () => {
    expect(lines(GAZETTE)).toContain(
      "1. Người giữ rừng tre quy định tại Điều 5 của Nghị định số 742/2024/NĐ-CP và tại khoản 2 Điều 6 của Nghị định đó; người có quyền theo Quyết định số 12/2025/QĐ-UBND của tỉnh.",
    );
  });

  it("keeps headings, clauses and citations lines apart", () => {
    expect(lines(GAZETTE).slice(0, 2)).toEqual([
      "Điều 1. Phạm vi điều chỉnh",
      expect.stringMatching(/^Quyết định này/u),
    ]);
    expect(lines(GAZETTE).at(-1)).toBe("2. Ủy ban nhân dân cấp xã.");
  });

  it("leaves paragraphs of one line each as they are", () => {
    const source = "Điều 1. Tên\nMột câu ngắn\nmột dòng khác viết thường";
    expect(lines(source)).toHaveLength(3);
  });

  it("drops a form feed and an empty text without complaint", () => {
    expect(normalise("").lines).toEqual([]);
    expect(lines("\fĐiều 1. Tên")).toEqual(["Điều 1. Tên"]);
  });
});
