import { describe, expect, it } from "vitest";
import { comparePair } from "../../src/compare/compare-pair.ts";
import { spelledNumber } from "../../src/compare/spelled-number.ts";

const higher =
  "Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Ủy ban nhân dân cấp xã phê duyệt nội quy bến thuyền và thông báo cho chủ bến.";
const compare = (subject: string, basis = higher) => comparePair({ text: subject }, { text: basis });

describe("comparePair", () => {
  it("sees another term in the same rule, in other words and order", () => {
    const found = compare(
      "Ủy ban nhân dân cấp xã phê duyệt nội quy bến thuyền, thông báo cho chủ bến chậm nhất là mười lăm (15) ngày làm việc từ khi nhận đủ hồ sơ hợp lệ.",
    );
    expect(found).toMatchObject({ verdict: "conflict", kinds: ["deadline"] });
    expect(found.evidence).toEqual([
      { side: "subject", quote: "mười lăm (15) ngày làm việc" },
      { side: "basis", quote: "10 ngày làm việc" },
    ]);
  });
  it("tells days from working days", () =>
    expect(compare(higher.replace("ngày làm việc", "ngày")).kinds).toEqual(["deadline"]));
  it("calls the same rule in other words no conflict", () => {
    expect(
      compare(
        `Trên địa bàn tỉnh, ${higher.replace("10 ngày", "mười ngày").replace("Ủy ban nhân dân", "UBND")} Hồ sơ được lưu trữ ít nhất 05 năm.`,
      ).verdict,
    ).toBe("overlap");
  });
  it("sees another deciding body", () =>
    expect(compare(higher.replace("Ủy ban nhân dân cấp xã", "Sở Xây dựng")).kinds).toEqual(["competence"]));
  it("does not compare what speaks of another matter", () => {
    expect(
      compare("Trong thời hạn 15 ngày làm việc, Sở Tài chính thông báo kết quả thẩm tra quyết toán dự án hoàn thành.")
        .verdict,
    ).toBe("none");
  });
  it.each([
    [
      "Bến thuyền được mở cửa ban đêm khi có đèn hiệu.",
      "Bến thuyền không được mở cửa ban đêm khi có đèn hiệu.",
      "modality",
    ],
    [
      "Mức hỗ trợ chủ bến thuyền là 1,5 triệu đồng mỗi tháng.",
      "Mức hỗ trợ chủ bến thuyền là 1.200.000 đồng mỗi tháng.",
      "amount",
    ],
    ["Chủ bến thuyền nộp 25% doanh thu bán vé.", "Chủ bến thuyền nộp hai mươi phần trăm doanh thu bán vé.", "rate"],
    [
      "Chủ bến thuyền nộp phí neo đậu hằng tháng.",
      "Chủ bến thuyền nộp phí neo đậu hằng tháng, trừ trường hợp bến tạm dừng do thiên tai.",
      "condition",
    ],
  ])("%s × %s: %s", (subject, basis, kind) =>
    expect(compare(subject, basis)).toMatchObject({ verdict: "conflict", kinds: [kind] }),
  );
  it("lets a lower text stay under a ceiling", () => {
    expect(
      compare(
        "Mức hỗ trợ chủ bến thuyền không quá 800.000 đồng mỗi tháng.",
        "Mức hỗ trợ chủ bến thuyền không quá 1.000.000 đồng mỗi tháng.",
      ).verdict,
    ).not.toBe("conflict");
  });
  it("lets two provinces differ", () => {
    const rule = (place: string, sum: string) => ({
      position: `Điều 1 Quyết định số 12/2021/QĐ-UBND của Ủy ban nhân dân tỉnh ${place}`,
      text: `Giá vé qua bến thuyền là ${sum} đồng một lượt.`,
    });
    expect(comparePair(rule("An Sơn", "3.000"), rule("Khê Giang", "4.000")).verdict).not.toBe("conflict");
  });
  it("is total", () => {
    expect(compare("", "")).toMatchObject({ verdict: "none", score: 0 });
    expect(compare("1.1.1.1 %%% (((", "năm năm năm").verdict).toBe("none");
  });
});

describe("spelledNumber", () => {
  it.each([
    ["mười lăm", 15],
    ["hai mươi mốt", 21],
    ["một trăm linh năm", 105],
    ["một trăm hai mươi triệu", 120_000_000],
    ["năm trăm nghìn", 500_000],
  ])("%s = %i", (words, n) => expect(spelledNumber(words.split(" "))).toBe(n));
  it("is null for what is no number", () => expect(spelledNumber(["hai", "ba"])).toBeNull());
});
