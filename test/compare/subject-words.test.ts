import { describe, expect, it } from "vitest";
import { indexTitles, titlesAlike } from "../../src/compare/subject-words.ts";

const titles = (entries: Record<string, string>) => Object.entries(entries).map(([id, title]) => ({ id, title }));

const REST = titles({
  x1: "Quy định mức thu học phí tại cơ sở giáo dục mầm non công lập",
  x2: "Quy định tiêu chuẩn xét tặng danh hiệu gia đình văn hóa",
  x3: "Ban hành bảng giá đất giai đoạn 2020 - 2024",
});

describe("titles that speak of the same matter", () => {
  it("finds the same matter in other words around it, and says which words", () => {
    const all = titles({
      a: "Quy định quản lý bến khách ngang sông trên địa bàn tỉnh An Sơn",
      b: "Quy định về hoạt động của xe chở hàng tại bến khách ngang sông",
    });
    const [found, ...more] = titlesAlike(indexTitles([...all, ...REST]), all[0] as (typeof all)[number]);
    expect(found).toMatchObject({ id: "b", shared: ["bến khách ngang"] });
    expect(more).toEqual([]);
  });

  it.each([
    ["the name of a place alone", "Quy định giá nước sạch tỉnh Khê Giang", "Quy định lệ phí hộ tịch tỉnh Khê Giang"],
    [
      "words of drafting alone",
      "Sửa đổi, bổ sung một số điều của Quy định lò mổ",
      "Sửa đổi, bổ sung một số điều của Quy chế kho bãi",
    ],
    [
      "the body that issued the amended document",
      "Sửa đổi Thông tư số 706/2018/TT-BGTVT của Bộ trưởng Bộ Giao thông vận tải về đèn hiệu",
      "Sửa đổi Thông tư số 709/2018/TT-BGTVT của Bộ trưởng Bộ Giao thông vận tải về xe lam",
    ],
    ["one pair of words", "Quy định hỗ trợ người cao tuổi nhận nhiệm vụ", "Quy định trợ cấp người cao niên"],
  ])("is not moved by %s", (_, one, other) => {
    const all = titles({ one, other });
    expect(titlesAlike(indexTitles([...all, ...REST]), all[0] as (typeof all)[number])).toEqual([]);
  });

  it("are the same whether or not an index of earlier titles is at hand", () => {
    const all = titles({
      a: "Quy định quản lý bến khách ngang sông trên địa bàn tỉnh An Sơn",
      b: "Quy định về hoạt động của xe chở hàng tại bến khách ngang sông",
    });
    const before = indexTitles([...REST, { id: "b", title: "Quy định khác" }]);
    expect(indexTitles([...all, ...REST], before)).toEqual(indexTitles([...all, ...REST]));
  });

  it("bears empty and hostile titles", () => {
    const all = titles({ a: "", b: "của bộ ".repeat(20_000), c: "12/".repeat(20_000) });
    for (const title of all) expect(titlesAlike(indexTitles(all), title)).toEqual([]);
  });
});
