import { describe, expect, it } from "vitest";
import { amendmentLines, decision, facts } from "./documents.ts";

const BASE =
  "Sửa đổi, bổ sung một số điều của Quyết định số 12/2021/QĐ-UBND ngày 05 tháng 4 năm 2021 của Ủy ban nhân dân tỉnh An Sơn quy định về quản lý chợ";
const ATTACHED =
  "Sửa đổi, bổ sung một số điều của Quy định về quản lý chợ ban hành kèm theo Quyết định số 12/2021/QĐ-UBND ngày 05 tháng 4 năm 2021 của Ủy ban nhân dân tỉnh An Sơn";
const END = "Điều 2. Điều khoản thi hành\nQuyết định này có hiệu lực kể từ ngày 01 tháng 12 năm 2025.";
const amending = (items: string, title = BASE): string[] =>
  amendmentLines(decision(title, `Điều 1. ${title}\n${items}\n${END}`)).map((l) => l.replace("12/2021/QĐ-UBND ", ""));

describe("new wording", () => {
  it.each([
    [
      "1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:\n“2. Chợ hạng 2 mở cửa hằng ngày.”",
      ["art_1__cl_1 amend art_5__cl_2"],
    ],
    [
      "1. Khoản 2 Điều 5 được sửa đổi, bổ sung như sau:\n“2. Chợ hạng 2 mở cửa hằng ngày.”",
      ["art_1__cl_1 amend art_5__cl_2"],
    ],
    ["1. Sửa đổi khoản 2 Điều 5 như sau:\n2. Chợ hạng 2 mở cửa hằng ngày.", ["art_1__cl_1 amend art_5__cl_2"]],
    [
      "1. Bổ sung Điều 6a vào sau Điều 6 như sau:\n“Điều 6a. Chợ đêm\nChợ đêm mở đến 23 giờ.”",
      ["art_1__cl_1 insert art_6a"],
    ],
    ["1. Bổ sung khoản 4 vào sau khoản 3 Điều 7 như sau:\n“4. Có lối thoát hiểm.”", ["art_1__cl_1 insert art_7__cl_4"]],
    ["1. Bổ sung khoản 3 vào Điều 8 như sau:\n“3. Có bảng giá.”", ["art_1__cl_1 insert art_8__cl_3"]],
    ["1. Điều 9 được bổ sung khoản 4 như sau:\n“4. Có bảng giá.”", ["art_1__cl_1 insert art_9__cl_4"]],
    [
      "1. Sửa đổi khoản 3, bổ sung khoản 5 Điều 10 như sau:\n“3. Ba.\n5. Năm.”",
      ["art_1__cl_1 amend art_10__cl_3", "art_1__cl_1 insert art_10__cl_5"],
    ],
    [
      "1. Sửa đổi, bổ sung điểm a và điểm c khoản 1 Điều 3 như sau:\n“a) Một;\nc) Ba;”",
      ["art_1__cl_1 amend art_3__cl_1__point_a", "art_1__cl_1 amend art_3__cl_1__point_c"],
    ],
    ["1. Thay thế Phụ lục I bằng Phụ lục I ban hành kèm theo Quyết định này.", ["art_1__cl_1 amend att_I"]],
  ])("%s", (items, lines) => {
    expect(amending(items)).toEqual(lines);
  });

  it("speaks of the attached regulation where the heading does", () => {
    expect(amending("1. Sửa đổi Điều 4 như sau:\n“Điều 4. Hạng chợ\nCó ba hạng.”", ATTACHED)).toEqual([
      "art_1__cl_1 amend att_1__art_4",
    ]);
  });

  it("says it once where a heading is spelled out in points", () => {
    expect(
      amending(
        "1. Sửa đổi, bổ sung Điều 8 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Một.”\nb) Bổ sung khoản 7 như sau:\n“7. Bảy.”",
      ),
    ).toEqual(["art_1__cl_1__point_a amend art_8__cl_1", "art_1__cl_1__point_b insert art_8__cl_7"]);
  });

  it("keeps the wording and the anchor", () => {
    const { amendments, document } = facts(
      decision(
        BASE,
        `Điều 1. ${BASE}\n1. Bổ sung Điều 6a vào sau Điều 6 như sau:\n“Điều 6a. Chợ đêm\nMở đến 23 giờ.”\n${END}`,
      ),
    );
    const content = amendments[0]?.content;
    expect(content && document.text.slice(content.start, content.end)).toBe("Điều 6a. Chợ đêm\nMở đến 23 giờ.");
    expect(amendments[0]?.after).toBe("art_6");
  });

  it("says where only a part of a unit changes", () => {
    const { amendments } = facts(
      decision(BASE, `Điều 1. ${BASE}\n1. Sửa đổi đoạn mở đầu khoản 2 Điều 5 như sau:\n“2. Chợ hạng 2:”\n${END}`),
    );
    expect(amendments.map((a) => [a.action, a.target.eId, a.exception])).toEqual([
      ["amend", "art_5__cl_2", "chỉ sửa một phần của đơn vị"],
    ]);
  });

  it("marks a change of a heading alone", () => {
    const { amendments } = facts(
      decision(BASE, `Điều 1. ${BASE}\n1. Sửa đổi tên Điều 6 như sau:\n“Điều 6. Giờ mở cửa”\n${END}`),
    );
    expect(amendments.map((a) => [a.action, a.target.eId, a.exception])).toEqual([
      ["amend", "art_6", "chỉ sửa tên của đơn vị"],
    ]);
  });
});

it("gives each unit its own part of a common quotation", () => {
  const { amendments, document } = facts(
    decision(
      BASE,
      `Điều 1. ${BASE}\n1. Sửa đổi khoản 3 và bổ sung khoản 4 vào sau khoản 3 Điều 5 như sau:\n“3. Ba.\n4. Bốn,\na) Một.”\n${END}`,
    ),
  );
  expect(
    amendments.map((a) => [a.action, a.target.eId, a.content && document.text.slice(a.content.start, a.content.end)]),
  ).toEqual([
    ["amend", "art_5__cl_3", "3. Ba."],
    ["insert", "art_5__cl_4", "4. Bốn,\na) Một."],
  ]);
});

it("repeals the documents at the heads of the rows of an annexed list", () => {
  const tail =
    "DANH MỤC\nVĂN BẢN BÃI BỎ\n(Ban hành kèm theo Quyết định số 45/2025/QĐ-UBND ngày 20 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh An Khê)\n1. Quyết định số 12/2021/QĐ-UBND ngày 05/4/2021 về quản lý chợ\n2. Quyết định số 15/2022/QĐ-UBND ngày 01/3/2022 sửa đổi Quyết định số 12/2021/QĐ-UBND và Quyết định số 11/2020/QĐ-UBND";
  const text = decision(
    "Bãi bỏ một số văn bản quy phạm pháp luật",
    "Điều 1. Bãi bỏ các văn bản quy phạm pháp luật trong Danh mục ban hành kèm theo Quyết định này.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.",
    { tail },
  );
  expect(amendmentLines(text)).toEqual([
    "art_1 repeal-document 12/2021/QĐ-UBND -",
    "art_1 repeal-document 15/2022/QĐ-UBND -",
  ]);
});

describe("phrases", () => {
  it.each([
    [
      "1. Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại khoản 1 Điều 2 và Điều 5.",
      ["art_1__cl_1 replace-phrase art_2__cl_1 cấp huyện→cấp xã", "art_1__cl_1 replace-phrase art_5 cấp huyện→cấp xã"],
    ],
    [
      "1. Tại khoản 1 Điều 2, thay cụm từ “cấp huyện” thành “cấp xã”.",
      ["art_1__cl_1 replace-phrase art_2__cl_1 cấp huyện→cấp xã"],
    ],
    [
      "1. Tại điểm a khoản 2 Điều 5, bỏ cụm từ “X”; tại Điều 6, thay cụm từ “Y” bằng “Z”.",
      ["art_1__cl_1 delete-phrase art_5__cl_2__point_a X→", "art_1__cl_1 replace-phrase art_6 Y→Z"],
    ],
    ["1. Bỏ cụm từ “và cấp huyện” tại khoản 1 Điều 2.", ["art_1__cl_1 delete-phrase art_2__cl_1 và cấp huyện→"]],
    [
      "1. Bổ sung cụm từ “, đặc khu” vào sau cụm từ “xã, phường” tại Điều 4.",
      ["art_1__cl_1 replace-phrase art_4 xã, phường→xã, phường, đặc khu"],
    ],
    [
      "1. Thay thế, bãi bỏ cụm từ như sau:\na) Cụm từ “A1” bằng cụm từ “B1”; cụm từ “A2” bằng cụm từ “B2” tại Điều 15;\nb) Cụm từ “A3” thành “B3” tại Điều 16.",
      [
        "art_1__cl_1__point_a replace-phrase art_15 A1→B1",
        "art_1__cl_1__point_a replace-phrase art_15 A2→B2",
        "art_1__cl_1__point_b replace-phrase art_16 A3→B3",
      ],
    ],
    [
      "1. Bãi bỏ một số khoản, cụm từ như sau:\na) Khoản 2 Điều 15;\nb) Cụm từ “cũ” tại khoản 1 Điều 2.",
      ["art_1__cl_1__point_a repeal art_15__cl_2", "art_1__cl_1__point_b delete-phrase art_2__cl_1 cũ→"],
    ],
  ])("%s", (items, lines) => {
    expect(amending(items)).toEqual(lines);
  });
});

describe("repeals, replacements, expiry", () => {
  const ending = (clause: string, title = "Quy định quản lý chợ"): string[] =>
    amendmentLines(
      decision(
        title,
        `Điều 1. Phạm vi điều chỉnh\nQuyết định này quy định về chợ.\nĐiều 2. Hiệu lực thi hành\n1. Quyết định này có hiệu lực từ ngày 01 tháng 12 năm 2025.\n2. ${clause}\nĐiều 3. Trách nhiệm thi hành\nGiám đốc Sở Xây dựng chịu trách nhiệm thi hành Quyết định này.`,
      ),
    );

  it.each([
    [
      "Bãi bỏ Quyết định số 12/2021/QĐ-UBND ngày 05/4/2021 của Ủy ban nhân dân tỉnh An Sơn.",
      ["art_2__cl_2 repeal-document 12/2021/QĐ-UBND -"],
    ],
    [
      "Quyết định này thay thế Quyết định số 12/2021/QĐ-UBND ngày 05/4/2021 của Ủy ban nhân dân tỉnh An Sơn.",
      ["art_2__cl_2 replace-document 12/2021/QĐ-UBND -"],
    ],
    [
      "Quyết định số 12/2021/QĐ-UBND ngày 05/4/2021 của Ủy ban nhân dân tỉnh An Sơn hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
      ["art_2__cl_2 expire 12/2021/QĐ-UBND -"],
    ],
    [
      "Bãi bỏ khoản 3 Điều 4, Điều 7 và Phụ lục II của Quyết định số 12/2021/QĐ-UBND.",
      [
        "art_2__cl_2 repeal 12/2021/QĐ-UBND art_4__cl_3",
        "art_2__cl_2 repeal 12/2021/QĐ-UBND art_7",
        "art_2__cl_2 repeal 12/2021/QĐ-UBND att_II",
      ],
    ],
    [
      "Các Quyết định sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực:\na) Quyết định số 12/2021/QĐ-UBND;\nb) Quyết định số 15/2022/QĐ-UBND.",
      ["art_2__cl_2__point_a expire 12/2021/QĐ-UBND -", "art_2__cl_2__point_b expire 15/2022/QĐ-UBND -"],
    ],
    [
      "Các quy định về phí chợ tại Quyết định số 12/2021/QĐ-UBND hết hiệu lực kể từ ngày 01 tháng 12 năm 2025.",
      ["art_2__cl_2 unknown 12/2021/QĐ-UBND -"],
    ],
    ["Bãi bỏ một phần Quyết định số 12/2021/QĐ-UBND.", ["art_2__cl_2 unknown 12/2021/QĐ-UBND -"]],
    [
      "Quyết định số 12/2021/QĐ-UBND tiếp tục có hiệu lực đến hết ngày 31 tháng 12 năm 2026.",
      ["art_2__cl_2 extend 12/2021/QĐ-UBND -"],
    ],
    [
      "Tạm ngưng hiệu lực khoản 2 Điều 5 Quyết định số 12/2021/QĐ-UBND từ ngày 01/12/2025 đến ngày 31/12/2026.",
      ["art_2__cl_2 suspend 12/2021/QĐ-UBND art_5__cl_2"],
    ],
  ])("%s", (clause, lines) => {
    expect(ending(clause)).toEqual(lines);
  });

  it("reads a lead-in before its object, and the event it names", () => {
    const text = (lead: string): string =>
      decision(
        "Quy định quản lý chợ",
        `Điều 1. Hiệu lực\n1. Kể từ ngày ${lead} có hiệu lực, Quyết định số 12/2021/QĐ-UBND hết hiệu lực, trừ quy định tại Điều 5.`,
      );
    expect(facts(text("Quyết định này")).amendments.map((a) => [a.action, a.event, a.exception])).toEqual([
      ["expire", null, "trừ quy định tại Điều 5"],
    ]);
    expect(facts(text("Luật Cấp nước")).amendments.map((a) => [a.action, a.event])).toEqual([
      ["expire", "Kể từ ngày Luật Cấp nước có hiệu lực"],
    ]);
    expect(
      facts(
        decision(
          "Quy định quản lý chợ",
          "Điều 1. Hiệu lực\n1. Quyết định số 12/2021/QĐ-UBND hết hiệu lực kể từ ngày Luật Cấp nước có hiệu lực.",
        ),
      ).amendments.map((a) => a.event),
    ).toEqual(["kể từ ngày Luật Cấp nước có hiệu lực"]);
  });

  it("does not end documents that only stand in a title", () => {
    expect(
      ending(
        "Bãi bỏ Quyết định số 15/2022/QĐ-UBND ngày 01/3/2022 của Ủy ban nhân dân tỉnh An Sơn sửa đổi, bổ sung một số điều của Quyết định số 12/2021/QĐ-UBND và Quyết định số 13/2021/QĐ-UBND.",
      ),
    ).toEqual(["art_2__cl_2 repeal-document 15/2022/QĐ-UBND -"]);
    expect(
      ending(
        "Bãi bỏ Thông tư số 721/2010/TT-BTC ngày 01/3/2010 của Bộ trưởng Bộ Tài chính, Bộ Nội vụ hướng dẫn thi hành Luật Giá và Nghị định số 742/2009/NĐ-CP của Chính phủ.",
      ),
    ).toEqual(["art_2__cl_2 repeal-document 721/2010/TT-BTC -"]);
  });

  it("draws nothing from catch-alls, prose and headings", () => {
    expect(ending("Những quy định trước đây trái với Quyết định này đều bãi bỏ.")).toEqual([]);
    expect(
      ending("Việc sửa đổi, bổ sung Quyết định này do Sở Xây dựng đề nghị theo Nghị định số 742/2024/NĐ-CP."),
    ).toEqual([]);
    expect(
      ending("Giấy phép cấp theo Điều 5 Nghị định số 742/2024/NĐ-CP trước ngày 01/12/2025 hết hiệu lực sau 12 tháng."),
    ).toEqual([]);
    expect(ending("Bổ sung số lượng máy móc theo quy định tại khoản 1 Điều 4 Quyết định số 715/2025/QĐ-TTg.")).toEqual(
      [],
    );
  });

  it("keeps days, ends and exceptions", () => {
    const text = decision(
      "Quy định quản lý chợ",
      "Điều 1. Hiệu lực\n1. Tạm ngưng hiệu lực Quyết định số 12/2021/QĐ-UBND từ ngày 01/12/2025 đến ngày 31/12/2026.\n2. Bãi bỏ Quyết định số 15/2022/QĐ-UBND, trừ khoản 2 Điều 5.\n3. Quyết định số 16/2022/QĐ-UBND hết hiệu lực kể từ ngày 01 tháng 3 năm 2026.",
    );
    const found = facts(text).amendments.map((a) => [a.target.symbol, a.effectiveOn, a.until, a.exception]);
    expect(found).toEqual([
      ["12/2021/QĐ-UBND", "2025-12-01", "2026-12-31", null],
      ["15/2022/QĐ-UBND", null, null, "trừ khoản 2 Điều 5"],
      ["16/2022/QĐ-UBND", "2026-03-01", null, null],
    ]);
  });

  it("repeals a list of documents, one each", () => {
    const list =
      "Điều 1. Bãi bỏ các Quyết định sau đây:\n1. Quyết định số 12/2021/QĐ-UBND ngày 05/4/2021 của Ủy ban nhân dân tỉnh An Sơn ban hành Quy định quản lý chợ.\n2. Quyết định số 15/2022/QĐ-UBND ngày 01/3/2022 của Ủy ban nhân dân tỉnh An Sơn sửa đổi Quyết định số 12/2021/QĐ-UBND.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.";
    expect(amendmentLines(decision("Bãi bỏ một số Quyết định của Ủy ban nhân dân tỉnh An Sơn", list))).toEqual([
      "art_1__cl_1 repeal-document 12/2021/QĐ-UBND -",
      "art_1__cl_2 repeal-document 15/2022/QĐ-UBND -",
    ]);
  });
});
