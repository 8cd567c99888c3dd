import { describe, expect, it } from "vitest";
import { citationLines, decision, facts } from "./documents.ts";

const END = "Điều 2. Điều khoản thi hành\nQuyết định này có hiệu lực kể từ ngày 01 tháng 12 năm 2025.";

describe("roles", () => {
  it("tells basis, title and reference apart", () => {
    const basis =
      "Căn cứ Luật Giá số 716/2023/QH15 được sửa đổi, bổ sung bởi Luật số 744/2024/QH15;\nCăn cứ Nghị định số 742/2024/NĐ-CP ngày 05 tháng 4 năm 2024 của Chính phủ quy định chi tiết một số điều của Luật Giá được sửa đổi, bổ sung bởi Nghị định số 751/2025/NĐ-CP;";
    const lines = citationLines(
      decision("Quy định quản lý chợ", `Điều 1. Phạm vi\nTheo Điều 3 Luật Giá.\n${END}`, { basis }),
    );
    expect(lines.slice(0, 7)).toEqual([
      "basis 716/2023/QH15 -: Luật Giá số 716/2023/QH15",
      "basis 744/2024/QH15 -: Luật số 744/2024/QH15",
      "basis 742/2024/NĐ-CP -: Nghị định số 742/2024/NĐ-CP",
      "title 716/2023/QH15 -: Luật Giá",
      "basis 751/2025/NĐ-CP -: Nghị định số 751/2025/NĐ-CP",
      "reference 721/TTr-SXD -: Tờ trình số 721/TTr-SXD",
      "reference 716/2023/QH15 art_3: Điều 3 Luật Giá",
    ]);
  });

  it("names the base in title and heading", () => {
    const title =
      "Sửa đổi Quy định về chợ ban hành kèm theo Quyết định số 12/2021/QĐ-UBND ngày 05/4/2021 của Ủy ban nhân dân tỉnh An Sơn";
    const lines = citationLines(
      decision(
        title,
        `Điều 1. ${title}\n1. Bổ sung Điều 6a vào sau Điều 6 như sau:\n“Điều 6a. Chợ đêm\n1. Một.\n2. Theo khoản 1 Điều này.”\n${END}`,
      ),
    );
    expect(lines).toContain("title 12/2021/QĐ-UBND att_1: Quyết định số 12/2021/QĐ-UBND");
    expect(lines).toContain("amends 12/2021/QĐ-UBND att_1: Quyết định số 12/2021/QĐ-UBND");
    expect(lines).toContain("amends 12/2021/QĐ-UBND att_1__art_6a: Điều 6a");
    expect(lines).toContain("reference 12/2021/QĐ-UBND att_1__art_6: Điều 6");
    expect(lines).toContain("reference 12/2021/QĐ-UBND att_1__art_6a__cl_1: khoản 1 Điều này");
    expect(lines).toContain("reference 45/2025/QĐ-UBND art_3: Điều 3");
  });
});

describe("frames", () => {
  it("completes what is relative", () => {
    const lines = citationLines(
      decision(
        "Quy định quản lý chợ",
        `Điều 1. Hạng chợ\n1. Có ba hạng.\n2. Hạng theo khoản 1 Điều này:\na) Hạng 1;\nb) Trừ điểm a khoản này.\n${END}`,
      ),
    );
    expect(lines).toContain("reference 45/2025/QĐ-UBND art_1__cl_1: khoản 1 Điều này");
    expect(lines).toContain("reference 45/2025/QĐ-UBND art_1__cl_2__point_a: điểm a khoản này");
  });

  it("means the attached regulation inside it", () => {
    const tail =
      "QUY ĐỊNH\nVề quản lý chợ\n(Ban hành kèm theo Quyết định số 45/2025/QĐ-UBND ngày 20 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh An Khê)\nĐiều 1. Phạm vi\nQuy định này áp dụng cho chợ.\nĐiều 2. Hạng chợ\n1. Theo Điều 1 Quy định này.\n2. Theo Điều 1 và khoản 1 Điều này.";
    const lines = citationLines(
      decision(
        "Ban hành Quy định quản lý chợ",
        `Điều 1. Ban hành kèm theo Quyết định này Quy định quản lý chợ.\n${END}`,
        { tail },
      ),
    );
    expect(lines).toContain("reference 45/2025/QĐ-UBND -: Quyết định số 45/2025/QĐ-UBND");
    expect(lines).toContain("reference 45/2025/QĐ-UBND att_1: Quy định này");
    expect(lines).toContain("reference 45/2025/QĐ-UBND att_1__art_1: Điều 1 Quy định này");
    expect(lines).toContain("reference 45/2025/QĐ-UBND att_1__art_1,att_1__art_2__cl_1: Điều 1 và khoản 1 Điều này");
  });

  it("fills short forms from the text itself", () => {
    const lines = citationLines(
      decision(
        "Quy định quản lý chợ",
        `Điều 1. Phạm vi\n1. Theo Nghị định số 742/2024/NĐ-CP ngày 05/4/2024 của Chính phủ.\n2. Theo Điều 4 Nghị định số 742 nêu trên.\n${END}`,
      ),
    );
    expect(lines).toContain("reference 742/2024/NĐ-CP art_4: Điều 4 Nghị định số 742");
  });

  it("does not give a law of another year the number of the căn cứ", () => {
    const lines = citationLines(
      decision("Quy định quản lý chợ", `Điều 1. Phạm vi\nTheo Luật Giá năm 2012.\n${END}`, {
        basis: "Căn cứ Luật Giá số 716/2023/QH15;",
      }),
    );
    expect(lines).toContain("reference Luật Giá -: Luật Giá năm 2012");
  });
});

describe("commencement and norms", () => {
  const of = (clause: string) =>
    facts(decision("Quy định quản lý chợ", `Điều 1. Hiệu lực thi hành\n${clause}`)).commencement;

  it.each([
    ["Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 12 năm 2025.", "fixed", "2025-12-01"],
    ["Quyết định này có hiệu lực từ ngày 01/12/2025 và thay thế Quyết định số 12/2021/QĐ-UBND.", "fixed", "2025-12-01"],
    ["Quyết định này có hiệu lực kể từ ngày ký ban hành.", "on-signing", "2025-11-20"],
    ["Quyết định này có hiệu lực sau 15 (mười lăm) ngày kể từ ngày ký.", "days-after", null],
    ["Quyết định này có hiệu lực khi Luật Cấp nước có hiệu lực.", "event", null],
    ["Luật Cấp nước có hiệu lực từ ngày 01/01/2026.", "none", null],
  ])("%s", (clause, how, day) => {
    expect([of(clause).how, of(clause).effectiveOn]).toEqual([how, day]);
  });

  it("keeps days, parts and terms", () => {
    expect(of("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.").days).toBe(10);
    expect(
      of(
        "1. Quyết định này có hiệu lực từ ngày 01/12/2025, trừ khoản 2 Điều này.\n2. Điều 3 của Quyết định này có hiệu lực từ ngày 01/7/2026.",
      ).splits.map((s) => [s.eIds, s.effectiveOn]),
    ).toEqual([[["art_3"], "2026-07-01"]]);
    expect(of("Quyết định này có hiệu lực từ ngày 01/12/2025 đến hết ngày 31/12/2026.").expiresOn).toBe("2026-12-31");
  });

  it("judges by kind and number", () => {
    const value = (symbol: string) => facts(decision("Quy định quản lý chợ", END, { symbol })).normative.value;
    expect([value("45/2025/QĐ-UBND"), value("4567/QĐ-UBND")]).toEqual(["yes", "no"]);
  });
});
