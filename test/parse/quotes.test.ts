import { describe, expect, it } from "vitest";
import { eIds, parseBody, quotesOf } from "./an-khe.ts";

const head = "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 08/2019/QĐ-UBND\n";
const tail = "\nĐiều 2. Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày ký.";

describe("new wording in amending documents", () => {
  it("keeps quoted articles and clauses out of the document's own", () => {
    const document = parseBody(
      `${head}1. Bổ sung Điều 5a vào sau Điều 5 như sau:\n“Điều 5a. Mức chi\n1. Tre;\n2. Trúc.”.\n2. Sửa đổi khoản 2 Điều 6 như sau: “2. Nứa\na) Tươi;\nb) Khô.”${tail}`,
    );
    expect(eIds(document)).toEqual(["art_1", "art_1__cl_1", "art_1__cl_2", "art_2"]);
    expect(quotesOf(document)).toEqual(["Điều 5a. Mức chi\n1. Tre;\n2. Trúc.", "2. Nứa\na) Tươi;\nb) Khô."]);
  });

  it("bears nested marks, straight marks and closing marks with a semicolon", () => {
    const document = parseBody(
      `${head}1. Sửa đổi khoản 2 Điều 5 như sau:\n"2. Rừng "thiêng" của làng;\n3. Rừng “cấm”.";\n2. Sửa đổi khoản 1 Điều 6 như sau:\n“1. Quỹ “tre xanh” của xã.”.${tail}`,
    );
    expect(eIds(document)).toEqual(["art_1", "art_1__cl_1", "art_1__cl_2", "art_2"]);
    expect(quotesOf(document)).toEqual(['2. Rừng "thiêng" của làng;\n3. Rừng “cấm”.', "1. Quỹ “tre xanh” của xã."]);
  });

  it("ends a block whose mark was never closed before the next instruction, and says so", () => {
    const document = parseBody(
      `${head}1. Sửa đổi Điều 7 như sau:\n“Điều 7. Mức chi\n1. Tre.\n2. Trúc.\n2. Bãi bỏ khoản 3 Điều 9.${tail}`,
    );
    expect(eIds(document)).toEqual(["art_1", "art_1__cl_1", "art_1__cl_2", "art_2"]);
    expect(document.problems.map((p) => p.code)).toContain("unclosed-quotation");
  });

  it("takes the block after the colon where there are no marks at all", () => {
    const document = parseBody(
      `${head}1. Sửa đổi khoản 1 Điều 11 như sau:\n1. Xã giữ rừng.\n2. Sửa đổi khoản 2 Điều 11 như sau:\n2. Tỉnh trả tiền.${tail}`,
    );
    expect(eIds(document)).toEqual(["art_1", "art_1__cl_1", "art_1__cl_2", "art_2"]);
    expect(quotesOf(document)).toEqual(["1. Xã giữ rừng.", "2. Tỉnh trả tiền."]);
  });

  it("does not take replaced phrases for blocks", () => {
    const document = parseBody(
      `${head}1. Thay thế một số cụm từ như sau: “huyện” thành “xã” tại khoản 1 Điều 2; “cũ” thành “mới” tại Điều 3.\n2. Bãi bỏ Điều 4.${tail}`,
    );
    expect(eIds(document)).toEqual(["art_1", "art_1__cl_1", "art_1__cl_2", "art_2"]);
    expect(document.quotes).toEqual([]);
  });

  it("leaves lists after 'như sau:' in other documents alone", () => {
    const document = parseBody(
      "Điều 1. Mức chi\nMức chi như sau:\n1. Tre: 5 đồng;\n2. Trúc: 6 đồng.\nĐiều 2. Hiệu lực\nTừ ngày ký.",
    );
    expect(document.quotes).toEqual([]);
    expect(eIds(document, "clause")).toEqual(["art_1__cl_1", "art_1__cl_2"]);
  });
});
