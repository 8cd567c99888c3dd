import { describe, expect, it } from "vitest";
import { amendmentLines, citationLines, decision, facts } from "./documents.ts";

const BASE =
  "Sửa đổi, bổ sung một số điều của Quyết định số 12/2021/QĐ-UBND ngày 05 tháng 4 năm 2021 của Ủy ban nhân dân tỉnh An Sơn quy định về quản lý chợ";
const amending = (item: string, title = BASE): string[] =>
  amendmentLines(
    decision(
      title,
      `Điều 1. ${title}\n1. ${item}\nĐiều 2. Điều khoản thi hành\nQuyết định này có hiệu lực kể từ ngày 01 tháng 12 năm 2025.`,
    ),
  ).map((line) => line.replace(/^art_1__cl_1 (\S+) 12\/2021\/QĐ-UBND /u, "$1 "));

describe("chapters, sections and parts as targets", () => {
  it.each([
    ["Sửa đổi, bổ sung Chương II như sau:\n“Chương II\nQUẢN LÝ CHỢ\nĐiều 5. Chợ\nCó chợ.”", ["amend chp_II"]],
    [
      "Bổ sung Chương IIa vào sau Chương II như sau:\n“Chương IIa\nCHỢ ĐÊM\nĐiều 9a. Chợ đêm\nMở đêm.”",
      ["insert chp_IIa"],
    ],
    ["Bãi bỏ Chương III, Mục 2 Chương IV.", ["repeal chp_III", "repeal chp_IV__sec_2"]],
    [
      "Bổ sung Mục 3 vào sau Mục 2 Chương II như sau:\n“Mục 3\nCHỢ NỔI\nĐiều 9b. Chợ nổi\nCó chợ nổi.”",
      ["insert chp_II__sec_3"],
    ],
    ["Bãi bỏ Phần thứ hai.", ["repeal part_II"]],
  ])("%s", (item, lines) => {
    expect(amending(item)).toEqual(lines);
  });

  it("cites a section of a law with parts as the parser numbers it", () => {
    const text = decision(
      "Quy định quản lý chợ",
      "Điều 1. Phạm vi\nTheo Mục 2 Chương III Phần thứ hai Luật Đất đai năm 2024.",
    );
    expect(citationLines(text)).toContain(
      "reference Luật Đất đai chp_III__sec_2: Mục 2 Chương III Phần thứ hai Luật Đất đai năm 2024",
    );
  });
});

describe("annexes and forms as targets", () => {
  it.each([
    ["Thay thế Mẫu số 02 tại Phụ lục II bằng Mẫu số 02 ban hành kèm theo Quyết định này.", ["amend att_II__form_02"]],
    ["Bãi bỏ Mẫu số 03 và Mẫu số 04 Phụ lục I.", ["repeal att_I__form_03", "repeal att_I__form_04"]],
    [
      "Bãi bỏ Mẫu số 01, Mẫu số 02 ban hành kèm theo Quyết định số 12/2021/QĐ-UBND.",
      ["repeal att_mẫu-01", "repeal att_mẫu-02"],
    ],
    ["Bổ sung Phụ lục III vào sau Phụ lục II.", ["insert att_III"]],
    ["Bổ sung Phụ lục III ban hành kèm theo Quyết định này.", ["insert att_III"]],
    ["Bãi bỏ các Phụ lục I, II và III.", ["repeal att_I", "repeal att_II", "repeal att_III"]],
  ])("%s", (item, lines) => {
    expect(amending(item)).toEqual(lines);
  });

  it("does not take the annex of an ordinary decision for an inserted one", () => {
    const text = decision(
      "Quy định quản lý chợ",
      "Điều 1. Hồ sơ\n1. Bổ sung hồ sơ theo Phụ lục III ban hành kèm theo Quyết định này.",
    );
    expect(amendmentLines(text)).toEqual([]);
  });
});

describe("what belongs to which unit", () => {
  const told = (item: string): (string | null)[][] =>
    facts(decision(BASE, `Điều 1. ${BASE}\n1. ${item}`)).amendments.map((a) => [
      `${a.action} ${a.target.eId}`,
      a.content && "wording",
      a.exception,
    ]);

  it("gives a repeal no wording and finds the article behind a semicolon", () => {
    expect(told("Sửa đổi điểm a khoản 1; bãi bỏ khoản 2 Điều 5 như sau:\n“a) Một.”")).toEqual([
      ["amend art_5__cl_1__point_a", "wording", null],
      ["repeal art_5__cl_2", null, null],
    ]);
  });

  it("takes “tên” for the heading of the article alone", () => {
    expect(told("Sửa đổi tên Điều 5 và khoản 1 Điều 5 như sau:\n“Điều 5. Chợ\n1. Một.”")).toEqual([
      ["amend art_5", "wording", "chỉ sửa tên của đơn vị"],
      ["amend art_5__cl_1", "wording", null],
    ]);
  });
});

describe("a regulation named by its title", () => {
  it("is no target beside its own articles", () => {
    const title = "Bãi bỏ một số điều của Quyết định số 12/2021/QĐ-UBND";
    const body =
      "Điều 1. Bãi bỏ khoản 2 Điều 4, Điều 6 của Quy định về quản lý chợ ban hành kèm theo Quyết định số 12/2021/QĐ-UBND ngày 05 tháng 4 năm 2021 của Ủy ban nhân dân tỉnh An Sơn.";
    expect(amendmentLines(decision(title, body))).toEqual([
      "art_1 repeal 12/2021/QĐ-UBND att_1__art_4__cl_2",
      "art_1 repeal 12/2021/QĐ-UBND att_1__art_6",
    ]);
  });
});

describe("one new phrase for several old ones, each with its place", () => {
  it.each([
    "Thay cụm từ “Sở Chợ” tại khoản 1 Điều 2, cụm từ “Sở Nhà đất” tại Điều 5 bằng cụm từ “Sở Xây dựng”.",
    "Thay thế cụm từ “Sở Chợ” tại khoản 1 Điều 2 và cụm từ “Sở Nhà đất” tại Điều 5 thành cụm từ “Sở Xây dựng”.",
  ])("%s", (item) => {
    expect(amending(item)).toEqual([
      "replace-phrase art_2__cl_1 Sở Chợ→Sở Xây dựng",
      "replace-phrase art_5 Sở Nhà đất→Sở Xây dựng",
    ]);
  });

  it.each([
    [
      "Thay thế các cụm từ “huyện” và “thị xã” lần lượt bằng các cụm từ “xã” và “phường” tại Điều 2.",
      ["replace-phrase art_2 huyện→xã", "replace-phrase art_2 thị xã→phường"],
    ],
    ["Sửa đổi số liệu “100” thành “200” tại khoản 2 Điều 5.", ["replace-phrase art_5__cl_2 100→200"]],
    ["Bỏ từ “huyện” và dấu “;” tại Điều 2.", ["delete-phrase art_2 huyện→", "delete-phrase art_2 ;→"]],
  ])("reads each pair: %s", (item, lines) => {
    expect(amending(item)).toEqual(lines);
  });

  it("is not understood where the new phrase is missing", () => {
    expect(amending("Thay cụm từ “Sở Chợ” tại khoản 1 Điều 2, cụm từ “Sở Nhà đất” tại Điều 5.")).toEqual([
      "unknown art_2__cl_1 Sở Chợ→",
      "unknown art_5 Sở Nhà đất→",
    ]);
  });
});
