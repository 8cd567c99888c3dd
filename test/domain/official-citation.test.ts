import { describe, expect, test } from "vitest";
import { officialCitation, unitCitation, writtenDay } from "../../src/domain/official-citation.ts";
import type { Work } from "../../src/domain/work.ts";

const decision: Work = {
  id: "w17",
  symbol: "17/2025/QĐ-UBND",
  type: "quyet-dinh",
  title: "Ban hành Quy định quản lý bến khách ngang sông trên địa bàn tỉnh An Khê",
  issuer: "Ủy ban nhân dân tỉnh An Khê",
  issuedOn: "2025-05-12",
  effectiveOn: null,
  known: "text",
  normative: "yes",
};
const amender: Work = { ...decision, id: "w06", symbol: "06/2026/QĐ-UBND", title: "Sửa đổi", issuedOn: "2026-02-03" };
const law: Work = {
  ...decision,
  id: "l",
  symbol: "711/2023/QH15",
  type: "luat",
  title: "Luật Bến bãi",
  issuer: "Quốc hội",
  issuedOn: "2023-11-15",
};
const attached = [
  { eId: "att_1", num: null, heading: "QUY ĐỊNH Quản lý bến khách" },
  { eId: "att_2", num: "II", heading: "Phụ lục II Bảng giá" },
];

describe("days", () => {
  test.each([
    ["2025-05-12", "ngày 12 tháng 5 năm 2025"],
    ["2025-10-06", "ngày 06 tháng 10 năm 2025"],
    ["2025-02-03", "ngày 03 tháng 02 năm 2025"],
    ["2025-03-31", "ngày 31 tháng 3 năm 2025"],
  ])("%s is written %s", (day, written) => expect(writtenDay(day)).toBe(written));
});

describe("units, smallest first", () => {
  test.each([
    ["art_5", "Điều 5"],
    ["art_5__cl_2", "khoản 2 Điều 5"],
    ["art_5a__cl_2__point_đ", "điểm đ khoản 2 Điều 5a"],
    ["art_5__point_a__indent_1", "gạch đầu dòng thứ nhất điểm a Điều 5"],
    ["chp_II", "Chương II"],
    ["chp_II__sec_1", "Mục 1 Chương II"],
    ["att_1", "Quy định ban hành kèm theo"],
    ["att_1__art_5__cl_2", "khoản 2 Điều 5 Quy định ban hành kèm theo"],
    ["att_2", "Phụ lục II ban hành kèm theo"],
    ["att_2__sec_1", "Mục 1 Phụ lục II ban hành kèm theo"],
    ["att_9", "Văn bản ban hành kèm theo"],
    ["att_IV", "Phụ lục IV ban hành kèm theo"],
  ])("%s is %s", (eId, cited) => expect(unitCitation(eId, attached)).toBe(cited));

  test("of two attachments of one kind each is called by its whole heading", () => {
    const two = [
      { eId: "att_1", num: null, heading: "Quy chế phối hợp" },
      { eId: "att_2", num: null, heading: "Quy chế bảo vệ" },
    ];
    expect(unitCitation("att_2__art_1", two)).toBe("Điều 1 Quy chế bảo vệ ban hành kèm theo");
  });
});

describe("documents", () => {
  test("whole at first, then without the name, then type and number", () => {
    expect(officialCitation(decision, "art_5__cl_2__point_a")).toEqual({
      first:
        "điểm a khoản 2 Điều 5 Quyết định số 17/2025/QĐ-UBND ngày 12 tháng 5 năm 2025 của Ủy ban nhân dân tỉnh An Khê ban hành Quy định quản lý bến khách ngang sông trên địa bàn tỉnh An Khê",
      plain:
        "điểm a khoản 2 Điều 5 Quyết định số 17/2025/QĐ-UBND ngày 12 tháng 5 năm 2025 của Ủy ban nhân dân tỉnh An Khê",
      again: "điểm a khoản 2 Điều 5 Quyết định số 17/2025/QĐ-UBND",
    });
  });

  test("a law by name and year", () => {
    expect(officialCitation(law, "art_3")).toEqual({
      first: "Điều 3 Luật Bến bãi năm 2023",
      plain: "Điều 3 Luật Bến bãi năm 2023",
      again: "Điều 3 Luật Bến bãi",
    });
  });

  test("without a number the name stays; a name that begins with a proper name keeps its capital", () => {
    const plan: Work = { ...decision, symbol: null, type: "ke-hoach", title: "An Khê xanh" };
    expect(officialCitation(plan).plain).toBe(
      "Kế hoạch An Khê xanh ngày 12 tháng 5 năm 2025 của Ủy ban nhân dân tỉnh An Khê",
    );
  });

  test("nothing is invented where issuer, day or name are not known", () => {
    const bare: Work = { ...decision, issuer: null, issuedOn: null, title: null };
    expect(officialCitation(bare).first).toBe("Quyết định số 17/2025/QĐ-UBND");
  });
});

test("an amended unit names what changed it, in the order of the changes", () => {
  const cited = officialCitation(decision, "att_1__art_6__cl_1", attached, [
    { state: "amended", work: amender, eId: "art_1__cl_1", attachments: [] },
    { state: "repealed", work: law, eId: null, attachments: [] },
  ]);
  expect(cited.plain).toBe(
    "khoản 1 Điều 6 Quy định ban hành kèm theo Quyết định số 17/2025/QĐ-UBND ngày 12 tháng 5 năm 2025 của Ủy ban nhân dân tỉnh An Khê, được sửa đổi, bổ sung bởi khoản 1 Điều 1 Quyết định số 06/2026/QĐ-UBND ngày 03 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh An Khê; đã được bãi bỏ bởi Luật Bến bãi năm 2023",
  );
  expect(cited.again).toBe("khoản 1 Điều 6 Quy định ban hành kèm theo Quyết định số 17/2025/QĐ-UBND");
});
