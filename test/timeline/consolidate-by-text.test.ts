import { describe, expect, it } from "vitest";
import { consolidateText } from "./amend-by-text.ts";

/** Invented law, read by the same grammar as real law: what a clever drafter writes, and what a careless one does. */
const BEES = `Điều 1. Phạm vi điều chỉnh

Quyết định này quy định mức hỗ trợ cho hộ nuôi ong và hộ nuôi tằm.

Điều 2. Mức hỗ trợ

1. Hộ nuôi ong được hỗ trợ như sau:

a) Giống: 500.000 đồng;

b) Thùng: 1.500.000 đồng;

c) Tập huấn: 100.000 đồng.

2. Ủy ban nhân dân cấp xã chi trả trong thời hạn 10 ngày làm việc. Phòng Kinh tế theo dõi việc chi trả; hộ nuôi ong nhận tiền tại xã.

3. Hồ sơ gồm: đơn đề nghị, bản sao giấy tờ.

Điều 3. Trách nhiệm của Sở Nông nghiệp

Sở Nông nghiệp và Phát triển nông thôn chủ trì. Sở Nông nghiệp hướng dẫn hộ nuôi ong.

Điều 4. Tổ chức thực hiện

1. Sở Tài chính bố trí kinh phí.

2. Kho bạc Nhà nước kiểm soát chi.`;

const GOATS = `Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh

Quyết định này quy định việc chăn dê.

Chương II

MỨC HỖ TRỢ

Mục 1. HỖ TRỢ GIỐNG

Điều 2. Giống

1. Hộ nghèo được hỗ trợ:

a) Dê đực: 2.000.000 đồng/con;

b) Dê cái: 1.500.000 đồng/con.

Các mức trên áp dụng cho hộ nghèo ở xã vùng cao.

2. Hộ khác được hỗ trợ một nửa.

Mục 2. HỖ TRỢ CHUỒNG

Điều 3. Chuồng

Mức hỗ trợ chuồng là 3.000.000 đồng.

Chương III

TỔ CHỨC THỰC HIỆN

Điều 4. Trách nhiệm

1. Ủy ban nhân dân cấp huyện, cấp xã thực hiện.`;

const changed = (base: string, ...instructions: string[]) => {
  const result = consolidateText(base, ...instructions);
  return {
    lines: result.lines.filter((l) => !l.includes("[original]")),
    why: result.refused.map((r) => `${r.effect.targetEId}: ${r.why}`),
    todo: result.refused.map((r) => r.todo ?? ""),
    complete: result.complete,
    title: result.title?.text,
    all: result.lines,
  };
};

describe("instructions as drafted are worked in exactly", () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      "name of an article and one of its clauses on one day",
      BEES,
      "1. Sửa đổi tên Điều 4 và khoản 2 Điều 4 như sau:\n\na) Sửa đổi tên Điều 4 như sau:\n\n“Điều 4. Trách nhiệm thi hành”.\n\nb) Sửa đổi khoản 2 Điều 4 như sau:\n\n“2. Kho bạc Nhà nước khu vực kiểm soát chi.”.",
      ["art_4 [amended] Trách nhiệm thi hành", "art_4__cl_2 [amended] 2. Kho bạc Nhà nước khu vực kiểm soát chi."],
    ],
    [
      "two clauses inserted at once keep their order",
      BEES,
      "1. Bổ sung khoản 2a và khoản 2b vào sau khoản 2 Điều 2 như sau:\n\n“2a. Chi trả qua tài khoản.\n\n2b. Chi trả bằng tiền mặt.”.",
      ["art_2__cl_2a [inserted] 2a. Chi trả qua tài khoản.", "art_2__cl_2b [inserted] 2b. Chi trả bằng tiền mặt."],
    ],
    [
      "units behind the last one",
      BEES,
      "1. Bổ sung khoản 4 vào sau khoản 3 Điều 2 như sau:\n\n“4. Thời hạn là 05 ngày.”.\n\n2. Bổ sung điểm d vào sau điểm c khoản 1 Điều 2 như sau:\n\n“d) Thuốc: 50.000 đồng.”.",
      ["art_2__cl_1__point_d [inserted] d) Thuốc: 50.000 đồng.", "art_2__cl_4 [inserted] 4. Thời hạn là 05 ngày."],
    ],
    [
      "cụm từ A … và cụm từ B … of one sentence",
      BEES,
      "1. Thay thế cụm từ “hộ nuôi ong” bằng cụm từ “hộ nuôi ong, nuôi tằm” và cụm từ “Phòng Kinh tế” bằng cụm từ “Phòng Nông nghiệp” tại khoản 2 Điều 2.",
      [
        "art_2__cl_2 [amended] 2. Ủy ban nhân dân cấp xã chi trả trong thời hạn 10 ngày làm việc. Phòng Nông nghiệp theo dõi việc chi trả; hộ nuôi ong, nuôi tằm nhận tiền tại xã.",
      ],
    ],
    [
      "a number that also ends a longer one",
      BEES,
      "1. Thay thế cụm từ “500.000 đồng” bằng cụm từ “700.000 đồng” tại khoản 1 Điều 2.",
      ["art_2__cl_1__point_a [amended] a) Giống: 700.000 đồng;"],
    ],
    [
      "a phrase of the name only",
      BEES,
      "1. Thay thế cụm từ “Sở Nông nghiệp” bằng cụm từ “Sở Nông nghiệp và Môi trường” tại tên Điều 3.",
      [
        "art_3 [amended] Trách nhiệm của Sở Nông nghiệp và Môi trường⏎Sở Nông nghiệp và Phát triển nông thôn chủ trì. Sở Nông nghiệp hướng dẫn hộ nuôi ong.",
      ],
    ],
    [
      "a quotation inside the wording, at its end",
      BEES,
      "1. Sửa đổi khoản 3 Điều 2 như sau:\n\n“3. Hồ sơ gồm đơn theo mẫu “Đơn hỗ trợ” và bản sao giấy tờ “nếu có”.”.",
      ["art_2__cl_3 [amended] 3. Hồ sơ gồm đơn theo mẫu “Đơn hỗ trợ” và bản sao giấy tờ “nếu có”."],
    ],
    [
      "the opening words of a clause; its points stay",
      BEES,
      "1. Sửa đổi đoạn mở đầu khoản 1 Điều 2 như sau:\n\n“1. Hộ nuôi ong, hộ nuôi tằm được hỗ trợ:”.",
      ["art_2__cl_1 [amended] 1. Hộ nuôi ong, hộ nuôi tằm được hỗ trợ:"],
    ],
    [
      "phrases left out",
      BEES,
      "1. Bỏ cụm từ “và hộ nuôi tằm” tại Điều 1 và cụm từ “, bản sao giấy tờ” tại khoản 3 Điều 2.",
      [
        "art_1 [amended] Phạm vi điều chỉnh⏎Quyết định này quy định mức hỗ trợ cho hộ nuôi ong.",
        "art_2__cl_3 [amended] 3. Hồ sơ gồm: đơn đề nghị.",
      ],
    ],
    [
      "a chapter's name, a phrase at a named clause",
      GOATS,
      "1. Sửa đổi tên Chương II như sau:\n\n“Chương II\n\nMỨC VÀ ĐIỀU KIỆN HỖ TRỢ”.\n\n2. Thay thế cụm từ “cấp huyện, cấp xã” bằng cụm từ “cấp xã” tại khoản 1 Điều 4.",
      [
        "chp_II [amended] Chương II⏎MỨC VÀ ĐIỀU KIỆN HỖ TRỢ",
        "art_4__cl_1 [amended] 1. Ủy ban nhân dân cấp xã thực hiện.",
      ],
    ],
    [
      "a chapter IIa with its articles, before chapter III",
      GOATS,
      "1. Bổ sung Chương IIa vào sau Chương II như sau:\n\n“Chương IIa\n\nKIỂM TRA\n\nĐiều 3a. Kiểm tra\n\n1. Sở Tài chính kiểm tra.\n\n2. Kiểm tra hằng năm.\n\nĐiều 3b. Báo cáo\n\nBáo cáo hằng quý.”.",
      [
        "chp_IIa [inserted] Chương IIa⏎KIỂM TRA",
        "art_3a [inserted] Kiểm tra",
        "art_3a__cl_1 [inserted] 1. Sở Tài chính kiểm tra.",
        "art_3a__cl_2 [inserted] 2. Kiểm tra hằng năm.",
        "art_3b [inserted] Báo cáo⏎Báo cáo hằng quý.",
      ],
    ],
    ["a section repealed", GOATS, "1. Bãi bỏ Mục 2 Chương II.", ["chp_II__sec_2 [repealed] Mục 2. (được bãi bỏ)"]],
    [
      "điểm a1 behind điểm a",
      GOATS,
      "1. Bổ sung điểm a1 vào sau điểm a khoản 1 Điều 2 như sau:\n\n“a1) Dê lai: 1.000.000 đồng/con;”.",
      ["art_2__cl_1__point_a1 [inserted] a1) Dê lai: 1.000.000 đồng/con;"],
    ],
    [
      "cells of a table are no clauses",
      GOATS,
      "1. Sửa đổi Điều 3 như sau:\n\n“Điều 3. Chuồng\n\n| STT | Loại |\n|---|---|\n| 1. | Chuồng gỗ |\n| 2. | Chuồng xây |”.",
      ["art_3 [amended] Chuồng⏎STT⏎Loại⏎1.⏎Chuồng gỗ⏎2.⏎Chuồng xây"],
    ],
  ])("%s", (_, base, instructions, expected) => {
    const result = changed(base, instructions);
    expect(result.why).toEqual([]);
    expect(result.lines).toEqual(expected);
  });

  it("the title of the document", () => {
    const result = changed(BEES, "1. Sửa đổi tên Quyết định như sau: “Quy định mức hỗ trợ nuôi ong, nuôi tằm”.");
    expect(result.complete).toBe(true);
    expect(result.title).toBe("Quy định mức hỗ trợ nuôi ong, nuôi tằm");
  });

  it("chapter IIa stands between II and III", () => {
    const { all } = changed(
      GOATS,
      "1. Bổ sung Chương IIa vào sau Chương II như sau:\n\n“Chương IIa\n\nKIỂM TRA\n\nĐiều 3a. Kiểm tra\n\nSở Tài chính kiểm tra.”.",
    );
    const ids = all.map((l) => l.split(" ")[0]);
    expect(ids.slice(ids.indexOf("art_3"), ids.indexOf("chp_III") + 1)).toEqual([
      "art_3",
      "chp_IIa",
      "art_3a",
      "chp_III",
    ]);
  });
});

describe("what does not fit exactly is refused, says why and what to do, and leaves the words alone", () => {
  it.each<[string, string, readonly string[], RegExp]>([
    [
      "wording with a unit the instruction does not name",
      BEES,
      ["1. Sửa đổi khoản 2 Điều 2 như sau:\n\n“2. Ủy ban nhân dân cấp xã chi trả.\n\n3. Hồ sơ gồm đơn đề nghị.”."],
      /còn có khoản 3 Điều 2 mà chỉ dẫn không nêu/u,
    ],
    [
      "a phrase inside a longer name",
      BEES,
      ["1. Thay thế cụm từ “Sở Nông nghiệp” bằng cụm từ “Sở Nông nghiệp và Môi trường” tại Điều 3."],
      /một phần của tên dài hơn/u,
    ],
    [
      "re-numbering of what follows",
      BEES,
      ["1. Bãi bỏ khoản 2 Điều 2; khoản 3 Điều 2 được đánh số lại thành khoản 2."],
      /đánh lại số thứ tự/u,
    ],
    [
      "a clause of an article that has none",
      BEES,
      ["1. Sửa đổi khoản 1 Điều 3 như sau:\n\n“1. Sở Nông nghiệp và Môi trường chủ trì.”."],
      /Điều 3 không chia khoản/u,
    ],
    [
      "a clause added to an article that has none",
      BEES,
      ["1. Bổ sung khoản 2 vào Điều 1 như sau:\n\n“2. Không áp dụng với hộ nuôi dế.”."],
      /không có đơn vị đứng liền trước khoản 2 Điều 1/u,
    ],
    [
      "one sentence of a clause",
      BEES,
      ["1. Sửa đổi câu thứ hai khoản 2 Điều 2 như sau:\n\n“Phòng Nông nghiệp theo dõi.”."],
      /một phần của đơn vị/u,
    ],
    [
      "the first of several places",
      BEES,
      ["1. Thay thế cụm từ “hộ nuôi ong” thứ nhất bằng cụm từ “hộ nuôi tằm” tại khoản 2 Điều 2."],
      /một phần của đơn vị/u,
    ],
    [
      "wording with an ellipsis",
      BEES,
      [
        "1. Sửa đổi, bổ sung Điều 4 như sau:\n\n“Điều 4. Tổ chức thực hiện\n\n…\n\n2. Kho bạc Nhà nước khu vực kiểm soát chi.”.",
      ],
      /chấm lửng/u,
    ],
    [
      "two documents that change one phrase differently on one day",
      BEES,
      [
        "1. Thay thế cụm từ “10 ngày” bằng cụm từ “07 ngày” tại khoản 2 Điều 2.",
        "1. Thay thế cụm từ “10 ngày” bằng cụm từ “05 ngày” tại khoản 2 Điều 2.",
      ],
      /chồng lên nhau/u,
    ],
    [
      "a paragraph behind the last point that may belong to the clause",
      GOATS,
      ["1. Sửa đổi điểm b khoản 1 Điều 2 như sau:\n\n“b) Dê cái: 1.800.000 đồng/con.”."],
      /còn một đoạn có thể thuộc khoản 1 Điều 2/u,
    ],
    [
      "the same with a point put behind it",
      GOATS,
      ["1. Bổ sung điểm c vào sau điểm b khoản 1 Điều 2 như sau:\n\n“c) Dê con: 500.000 đồng/con.”."],
      /còn một đoạn có thể thuộc khoản 1 Điều 2/u,
    ],
    [
      "a capital in the middle of a sentence",
      GOATS,
      ["1. Thay thế cụm từ “Hộ nghèo” bằng cụm từ “Hộ nghèo, hộ cận nghèo” tại khoản 1 Điều 2."],
      /viết hoa, viết thường/u,
    ],
    [
      "the end of something inside a clause",
      GOATS,
      ["1. Bãi bỏ quy định về hỗ trợ hộ khác tại khoản 2 Điều 2."],
      /một phần của đơn vị|chưa hiểu được/u,
    ],
    [
      "a chapter rewritten without one of its articles",
      GOATS,
      ["1. Sửa đổi, bổ sung Chương II như sau:\n\n“Chương II\n\nHỖ TRỢ\n\nĐiều 2. Giống\n\nHỗ trợ giống dê.”."],
      /không có Điều 3/u,
    ],
  ])("%s", (_, base, instructions, why) => {
    const result = changed(base, ...instructions);
    expect(result.why.join("\n")).toMatch(why);
    expect(result.todo.every((t) => t.length > 10)).toBe(true);
    expect(result.complete).toBe(false);
    expect(result.lines).toEqual([]);
  });

  it("a phrase that also stands in wording of the same day", () => {
    const result = changed(
      BEES,
      "1. Sửa đổi khoản 3 Điều 2 như sau:\n\n“3. Hồ sơ của hộ nuôi ong gồm đơn đề nghị.”.\n\n2. Thay thế cụm từ “hộ nuôi ong” bằng cụm từ “hộ nuôi ong mật” tại Điều 2.",
    );
    expect(result.lines).toEqual(["art_2__cl_3 [amended] 3. Hồ sơ của hộ nuôi ong gồm đơn đề nghị."]);
    expect(result.why[0]).toMatch(/còn đứng trong lời văn mới/u);
  });
});
