import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { decision, eIds, headings, parseBody, textOf } from "./an-khe.ts";

describe("articles", () => {
  it("reads all ways to print an article's number", () => {
    const document = parseBody(
      "Điều 1. Phạm vi\nMột.\nĐIỀU 2 . Đối tượng\nHai.\nÐiều 3: Mức chi\nBa.\nĐiều 4\nHiệu lực\nBốn câu ở đây.\nĐiều 5.\nNăm câu ở đây.",
    );
    expect(headings(document)).toEqual({
      art_1: "Phạm vi",
      art_2: "Đối tượng",
      art_3: "Mức chi",
      art_4: "Hiệu lực",
      art_5: null,
    });
  });

  it("believes numbers in sequence only", () => {
    const document = parseBody(
      "Điều 1. Phạm vi\nMột.\nĐiều 12. của Luật này không áp dụng.\nĐiều 2. Đối tượng\nHai.\nĐiều 2a. Người khác\nKhác.\nĐiều 3. Cuối\nBa.",
    );
    expect(eIds(document, "article")).toEqual(["art_1", "art_2", "art_2a", "art_3"]);
    expect(document.problems.filter((p) => p.code.startsWith("numbering"))).toEqual([]);
  });

  it("reports a real gap and repairs nothing", () => {
    const document = parseBody("Điều 1. Phạm vi\nMột.\nĐiều 2. Đối tượng\nHai.\nĐiều 4. Cuối\nBốn.");
    expect(eIds(document, "article")).toEqual(["art_1", "art_2", "art_4"]);
    const problem = document.problems.find((p) => p.code === "numbering-gap");
    expect(problem?.span && document.text.slice(problem.span.start, problem.span.end)).toBe("Điều 4. Cuối");
  });

  it("tells a heading from a sentence", () => {
    const document = parseBody(
      "Điều 1. Ban hành kèm theo Quyết định này Quy định về rừng tre.\nĐiều 2. Trách nhiệm của Sở Tài chính\nSở Tài chính trả tiền.\nĐiều 3. Ủy ban nhân dân cấp xã giữ rừng:\n1. Tre;\n2. Trúc.\nĐiều 4. 1. Sở Tài chính trả tiền.\n2. Xã nhận tiền.\nĐiều 5. Chánh Văn phòng chịu trách nhiệm thi hành./.",
    );
    expect(headings(document)).toEqual({
      art_1: null,
      art_2: "Trách nhiệm của Sở Tài chính",
      art_3: null,
      art_4: null,
      art_5: null,
    });
    expect(eIds(document, "clause")).toEqual(["art_3__cl_1", "art_3__cl_2", "art_4__cl_1", "art_4__cl_2"]);
  });

  it("trusts bold type where the source has it", () => {
    const document = parseDocument(
      decision(
        "**Điều 1.**** **Giao Sở Tài chính\ntrả tiền cho xã.\n\n**Điều 2. Mức chi cho người\ngiữ rừng**\n\nMức chi là 5.000 đồng.\n\n**Điều 3.** **Hiệu lực**\n\nTừ ngày ký.",
      ),
    );
    expect(headings(document)).toEqual({ art_1: null, art_2: "Mức chi cho người giữ rừng", art_3: "Hiệu lực" });
  });
});

describe("groups", () => {
  it("opens no chapter where one is cited at a line's start", () => {
    const document = parseBody(
      "Chương I Quy định chung\nĐiều 1. Một\nChương II của Luật này áp dụng;\nChương III, Chương IV thì không.\nMục 4 (“cũ”) bỏ.\nChương II Luật sư\nĐiều 2. Hai\nA.",
    );
    expect(eIds(document, "chapter")).toEqual(["chp_I", "chp_II"]);
  });

  it("reads parts, chapters, sections and subsections, headings on one line or below", () => {
    const document = parseBody(
      "Phần thứ nhất\nQUY ĐỊNH CHUNG\nChương I: PHẠM VI\nĐiều 1. Một\nA.\nChương II\nRỪNG TRE\nVÀ RỪNG TRÚC\nMục 1. TRE\nTiểu mục 1. TRE GAI\nĐiều 2. Hai\nB theo Chương II của Luật này.\nMục 2\nTRÚC\nĐiều 3. Ba\nC.",
    );
    const groups = document.provisions.filter((p) => ["part", "chapter", "section", "subsection"].includes(p.kind));
    expect(groups.map((g) => [g.eId, g.heading])).toEqual([
      ["part_I", "QUY ĐỊNH CHUNG"],
      ["chp_I", "PHẠM VI"],
      ["chp_II", "RỪNG TRE VÀ RỪNG TRÚC"],
      ["chp_II__sec_1", "TRE"],
      ["chp_II__sec_1__subsec_1", "TRE GAI"],
      ["chp_II__sec_2", "TRÚC"],
    ]);
    expect(document.provisions.find((p) => p.eId === "art_2")?.parent).toBe("chp_II__sec_1__subsec_1");
    expect(textOf(document, "chp_II__sec_1")).toMatch(/^Mục 1[\s\S]*của Luật này\.$/u);
  });
});

describe("clauses and points", () => {
  it("reads points with Vietnamese letters, in all prints", () => {
    const document = parseBody(
      "Điều 1. Mức\n1. Gồm:\na) Tre;\nb. Trúc;\nc/ Nứa;\nd) Vầu;\nđ) Luồng;\ne) Mai;\ng) Bương.\n2) Khác:\na) Một;\na1) Hai.\n2a. Thêm.",
    );
    expect(eIds(document).filter((e) => e.includes("__"))).toEqual([
      "art_1__cl_1",
      ...["a", "b", "c", "d", "đ", "e", "g"].map((l) => `art_1__cl_1__point_${l}`),
      "art_1__cl_2",
      "art_1__cl_2__point_a",
      "art_1__cl_2__point_a1",
      "art_1__cl_2a",
    ]);
  });

  it("keeps a list inside a point from becoming clauses, even when its numbers would fit", () => {
    const document = parseBody(
      "Điều 1. Hồ sơ\n1. Đơn;\n2. Giấy tờ:\na) Của xã, gồm:\n1. Biên bản;\n2. Bản đồ;\n3. Ảnh;\nb) Của tỉnh.\n3. Phí.\n4. Lệ phí.",
    );
    expect(eIds(document, "clause")).toEqual(["art_1__cl_1", "art_1__cl_2", "art_1__cl_3", "art_1__cl_4"]);
    expect(textOf(document, "art_1__cl_3")).toBe("3. Phí.");
  });

  it("is not misled by amounts, decimals, dates and table cells", () => {
    const document = parseDocument(
      decision(
        "**Điều 1. Mức chi**\n\n1. Mức:\n\n|\n1. Tre\n|\n2. Trúc\n|\n|\n3. Nứa\n|\n97\n|\n\n2. 500.000 đồng.\n\n2. Nguồn:\n\n2.1. Ngân sách;\n\n2.2. Xã hội hóa.",
      ),
    );
    expect(eIds(document, "clause")).toEqual(["art_1__cl_1", "art_1__cl_2"]);
    expect(eIds(document, "point")).toEqual(["art_1__cl_2__point_2.1", "art_1__cl_2__point_2.2"]);
  });

  it("counts dashes below the unit they stand in", () => {
    const document = parseBody("Điều 1. Mức\n1. Gồm:\n- Tre:\n+ Gai;\n+ Ngà;\n- Trúc.");
    expect(eIds(document, "indent")).toEqual([
      "art_1__cl_1__indent_1",
      "art_1__cl_1__indent_1__indent_1",
      "art_1__cl_1__indent_1__indent_2",
      "art_1__cl_1__indent_2",
    ]);
  });

  it("divides an article that a scanner ran into one line", () => {
    const document = parseBody(
      "Điều 1. Phạm vi\n1. Quyết định này quy định a) Mức hỗ trợ cho người giữ rừng tre trên địa bàn tỉnh; b) Trách nhiệm của xã. 2. Quyết định này không áp dụng cho rừng trúc.\nĐiều 2. Hiệu lực\nTừ ngày ký.",
    );
    expect(eIds(document)).toEqual([
      "art_1",
      "art_1__cl_1",
      "art_1__cl_1__point_a",
      "art_1__cl_1__point_b",
      "art_1__cl_2",
      "art_2",
    ]);
  });

  it("gives a unit its own words up to its first child", () => {
    const document = parseBody("Điều 1. Mức\n1. Gồm:\na) Tre;\nb) Trúc.");
    const clause = document.provisions.find((p) => p.eId === "art_1__cl_1");
    expect(clause && document.text.slice(clause.own.start, clause.own.end)).toBe("1. Gồm:");
    expect(textOf(document, "art_1__cl_1")).toBe("1. Gồm:\na) Tre;\nb) Trúc.");
  });
});

describe("fragments and plans", () => {
  it("reads a cutting that begins in the middle", () => {
    const document = parseDocument(
      "CHÍNH PHỦ\nSố: 742/2024/NĐ-CP\nNGHỊ ĐỊNH\nVề rừng tre\nĐiều 6.\n4. Người giữ rừng:\nđ) Được trả tiền.",
    );
    expect(eIds(document)).toEqual(["art_6", "art_6__cl_4", "art_6__cl_4__point_đ"]);
  });

  it("reads a plan numbered I, 1, (1), a)", () => {
    const document = parseDocument(
      "ỦY BAN NHÂN DÂN\nTỈNH AN KHÊ\nSố: 77/KH-UBND\nAn Khê, ngày 02 tháng 02 năm 2026\nKẾ HOẠCH\nTrồng tre năm 2026\nThực hiện Nghị định số 742/2024/NĐ-CP, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Mục đích\na) Giữ đất;\nb) Giữ nước.\n2. Yêu cầu\n(1) Đúng hạn;\n(2) Đủ cây.\nII. THỰC HIỆN\nGiao các xã./.",
    );
    expect(eIds(document)).toEqual([
      "sec_I",
      "sec_I__cl_1",
      "sec_I__cl_1__point_a",
      "sec_I__cl_1__point_b",
      "sec_I__cl_2",
      "sec_I__cl_2__point_1",
      "sec_I__cl_2__point_2",
      "sec_II",
    ]);
    expect(document.meta.title?.value).toBe("Trồng tre năm 2026");
  });
});
