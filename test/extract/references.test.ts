import { describe, expect, it } from "vitest";
import { stepsOf, pathEId } from "../../src/extract/frame.ts";
import { readReferences } from "../../src/extract/read-references.ts";
import type { Reference } from "../../src/extract/reference.ts";
import { tokenize } from "../../src/extract/tokens.ts";

const read = (text: string): Reference[] => readReferences(tokenize(text), text, new Map());
const spans = (text: string): string[] => read(text).map((r) => text.slice(r.span.start, r.span.end));
const units = (text: string): (string | null)[][] => read(text).map((r) => r.paths.map((p) => pathEId(p, null)));
const symbols = (text: string): (string | null | undefined)[] => read(text).map((r) => r.document?.symbol);

describe("units before a document", () => {
  it.each([
    [
      "theo khoản 2 Điều 5 Nghị định số 742/2024/NĐ-CP ngày 05/4/2024 của Chính phủ",
      "khoản 2 Điều 5 Nghị định số 742/2024/NĐ-CP",
      ["art_5__cl_2"],
    ],
    [
      "tại các khoản 1, 2 và 3 Điều 5 Thông tư số 712/2023/TT-BTC",
      "khoản 1, 2 và 3 Điều 5 Thông tư số 712/2023/TT-BTC",
      ["art_5__cl_1", "art_5__cl_2", "art_5__cl_3"],
    ],
    [
      "điểm a, b và đ khoản 2 Điều 7 của Luật Đất đai",
      "điểm a, b và đ khoản 2 Điều 7 của Luật Đất đai",
      ["art_7__cl_2__point_a", "art_7__cl_2__point_b", "art_7__cl_2__point_đ"],
    ],
    [
      "từ điểm a đến điểm đ khoản 1 Điều 3 Nghị định số 742/2024/NĐ-CP",
      "điểm a đến điểm đ khoản 1 Điều 3 Nghị định số 742/2024/NĐ-CP",
      ["a", "b", "c", "d", "đ"].map((l) => `art_3__cl_1__point_${l}`),
    ],
    [
      "quy định từ Điều 5 đến Điều 9 Nghị định số 742/2024/NĐ-CP",
      "Điều 5 đến Điều 9 Nghị định số 742/2024/NĐ-CP",
      ["art_5", "art_6", "art_7", "art_8", "art_9"],
    ],
    [
      "điểm d khoản 3 hoặc điểm c khoản 4 Điều 12a Luật số 732/2024/QH15",
      "điểm d khoản 3 hoặc điểm c khoản 4 Điều 12a Luật số 732/2024/QH15",
      ["art_12a__cl_3__point_d", "art_12a__cl_4__point_c"],
    ],
    [
      "Điều 3, khoản 2 Điều 4 và Phụ lục II Quyết định số 12/2021/QĐ-UBND",
      "Điều 3, khoản 2 Điều 4 và Phụ lục II Quyết định số 12/2021/QĐ-UBND",
      ["art_3", "art_4__cl_2", "att_II"],
    ],
    ["khoản 2, Điều 5 Nghị định số 742/2024/NĐ-CP", "khoản 2, Điều 5 Nghị định số 742/2024/NĐ-CP", ["art_5__cl_2"]],
    [
      "Mục 2 Chương III Nghị định số 742/2024/NĐ-CP",
      "Mục 2 Chương III Nghị định số 742/2024/NĐ-CP",
      ["chp_III__sec_2"],
    ],
    [
      "điểm c (iii) khoản 5 Điều 8 Thông tư số 711/2023/TT-NHNN",
      "điểm c (iii) khoản 5 Điều 8 Thông tư số 711/2023/TT-NHNN",
      ["art_8__cl_5__point_c"],
    ],
    [
      "Điều 4 Quy chế ban hành kèm theo Quyết định số 12/2021/QĐ-UBND",
      "Điều 4 Quy chế ban hành kèm theo Quyết định số 12/2021/QĐ-UBND",
      ["art_4"],
    ],
  ])("%s", (text, span, eIds) => {
    expect(spans(text)).toEqual([span]);
    expect(units(text)).toEqual([eIds]);
  });

  it("cuts off units without an eId", () => {
    expect(spans("tại mục V Phụ lục I Thông tư số 712/2023/TT-BTC")).toEqual(["Phụ lục I Thông tư số 712/2023/TT-BTC"]);
    expect(spans("tại điểm 6 tiểu mục 2.5 mục 2 Bản mô tả việc làm")).toEqual([]);
  });

  it("does not take quantities for numbers of a list", () => {
    expect(units("theo khoản 2, 15 ngày làm việc kể từ ngày nhận hồ sơ")).toEqual([["cl_2"]]);
    expect(spans("đạt từ 8 điểm a trở lên")).toEqual([]);
  });

  it("leaves headings of units alone", () => {
    expect(spans("Điều 5. Phạm vi điều chỉnh\nĐối tượng tại Điều 3;\nChương II\n“Điều 6a. Hỗ trợ")).toEqual(["Điều 3"]);
  });
});

describe("documents", () => {
  it.each([
    ["Quyết định số 055/2025/QĐ-UBND", "055/2025/QĐ-UBND"],
    ["Thông tư số 09b/2013/TT-BTP", "09b/2013/TT-BTP"],
    ["Nghị quyết số 66.7/2025/NQ-CP", "66.7/2025/NQ-CP"],
    ["Quyết định số 63/ 2006/QĐ - UBND ngày 05/6/2006", "63/2006/QĐ-UBND"],
    ["Nghị định số 64/CP", "64/CP"],
    ["Quyết định số 3076/QĐ-UB", "3076/QĐ-UB"],
    ["Thông tư liên tịch số 12/2016/ TTLT-BTC-BTP", "12/2016/TTLT-BTC-BTP"],
    ["Tờ trình số 596/TTr-SNN&MT", "596/TTr-SNN&MT"],
    ["Thông tư số 716/2025/TT-BNNMT. Trường hợp khác", "716/2025/TT-BNNMT"],
    ["Nghị quyết số 46-NQ/TW", "46-NQ/TW"],
    ["Luật số 732/2024/QH15", "732/2024/QH15"],
    ["Quyết định 19/1999/QĐ-TTg của Thủ tướng", "19/1999/QĐ-TTg"],
  ])("%s", (text, symbol) => {
    expect(symbols(text)).toEqual([symbol]);
  });

  it("takes the number of a report that stands far from its type word", () => {
    expect(spans("báo cáo thẩm định của Sở Tư pháp số 716/BC-STP ngày 01/7/2025")).toEqual([
      "báo cáo thẩm định của Sở Tư pháp số 716/BC-STP",
    ]);
  });

  it("goes on with numbers after a shared type word", () => {
    expect(spans("các Nghị định của Chính phủ: số 756/2018/NĐ-CP ngày 16/11/2018, số 758/2024/NĐ-CP")).toEqual([
      "số 756/2018/NĐ-CP",
      "số 758/2024/NĐ-CP",
    ]);
  });

  it("reads numbers and dates, not fractions", () => {
    expect(spans("thu 1/2 số tiền, nộp ngày 05/12/2025, đạt 50/100 điểm, theo QCVN 01:2021/BXD")).toEqual([]);
  });
});

describe("names of laws", () => {
  it.each([
    [
      "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
      "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
    ],
    ["theo Luật Nhà ở về phát triển nhà ở", "Luật Nhà ở"],
    [
      "Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam và quy định khác",
      "Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam",
    ],
    ["Căn cứ Luật Giá ngày 19 tháng 6 năm 2023;", "Luật Giá ngày 19 tháng 6 năm 2023"],
    ["theo Điều 103 Luật Đất đai năm 2024 thì", "Điều 103 Luật Đất đai năm 2024"],
    [
      "Luật sửa đổi, bổ sung một số điều của Luật Cấp nước và Luật Đê điều ngày 25 tháng 6 năm 2025;",
      "Luật sửa đổi, bổ sung một số điều của Luật Cấp nước và Luật Đê điều ngày 25 tháng 6 năm 2025",
    ],
    ["theo Luật Quản lý nguồn nước ngầm thì phải xin phép", "Luật Quản lý nguồn nước ngầm"],
    ["Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"],
  ])("%s", (text, span) => {
    expect(spans(text)).toEqual([span]);
  });

  it("is not misled by words that only contain a type word", () => {
    expect(spans("văn bản quy phạm pháp luật THUỘC LĨNH VỰC Y TẾ; kỷ luật Đảng; PHÁP LUẬT VIỆT NAM")).toEqual([]);
  });
});

describe("relative mentions", () => {
  it.each([
    ["quy định tại khoản 1 Điều này", "khoản 1 Điều này"],
    ["kể từ ngày Quyết định này có hiệu lực", "Quyết định này"],
    ["theo Điều 4 của Quy chế này", "Điều 4 của Quy chế này"],
    ["tại Phụ lục II kèm theo Thông tư này", "Phụ lục II kèm theo Thông tư này"],
    ["Phụ lục ban hành kèm theo Nghị định này", "Phụ lục ban hành kèm theo Nghị định này"],
  ])("%s", (text, span) => {
    expect(spans(text)).toEqual([span]);
  });
});

it("takes eIds apart again", () => {
  expect(stepsOf("att_1__art_5__cl_2").map((s) => s.num)).toEqual(["5", "2"]);
});
