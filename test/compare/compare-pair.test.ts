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
  it.each([
    [
      "definition",
      "Bến thuyền được hiểu là công trình ven sông có cầu tàu.",
      "Bến thuyền là công trình ven sông có cầu tàu, nhà chờ hoặc mái che.",
    ],
    [
      "scope",
      "Chủ bến thuyền có đăng ký thường trú trên địa bàn xã được hỗ trợ tiền sửa bến sau mùa lũ.",
      "Chủ bến thuyền được hỗ trợ tiền sửa bến sau mùa lũ.",
    ],
    [
      "condition",
      "Chủ bến thuyền được vay vốn sửa bến; ngoài ra, phải có xác nhận của trưởng thôn nơi có bến.",
      "Chủ bến thuyền được vay vốn sửa bến.",
    ],
    ["procedure", "Chủ bến thuyền nộp 03 bộ hồ sơ đăng ký bến.", "Chủ bến thuyền nộp 01 bộ hồ sơ đăng ký bến."],
  ])("sees a changed element: %s", (kind, subject, basis) => {
    expect(compare(subject, basis)).toMatchObject({ verdict: "conflict", kinds: [kind] });
    expect(compare(basis, basis).verdict).not.toBe("conflict");
  });
  it("sees through rewording and reordering of all elements", () => {
    const basis =
      "Trường hợp bến thuyền không đủ điều kiện, cơ quan có thẩm quyền phải thông báo bằng văn bản cho tổ chức, cá nhân và nêu rõ lý do, trừ trường hợp bến đã đóng cửa.";
    const subject =
      "Trừ trường hợp bến đã đóng cửa, nếu bến thuyền không đáp ứng đủ điều kiện thì cấp có thẩm quyền có trách nhiệm thông báo bằng hình thức văn bản cho cá nhân, tổ chức và ghi rõ lý do.";
    expect(compare(subject, basis).verdict).toBe("overlap");
  });
  it.each([
    [
      "hai hạng",
      "Sở Xây dựng phê duyệt nội quy của bến thuyền hạng 1.",
      "Ủy ban nhân dân cấp xã phê duyệt nội quy của bến thuyền hạng 3.",
    ],
    [
      "hai sự kiện",
      "Chủ bến thuyền niêm yết nội quy trong 20 ngày kể từ ngày nội quy được phê duyệt.",
      "Chủ bến thuyền niêm yết nội quy trong 10 ngày kể từ ngày bến mở cửa trở lại.",
    ],
    [
      "trong khoảng",
      "Ban quản lý bến thuyền có 14 thành viên do chủ bến cử.",
      "Ban quản lý bến thuyền có từ 13 đến 15 thành viên do chủ bến cử.",
    ],
    [
      "cùng cơ quan",
      "Giám đốc Sở Xây dựng công bố bến thuyền đủ điều kiện.",
      "Sở Xây dựng công bố bến thuyền đủ điều kiện.",
    ],
  ])("no conflict: %s", (_, subject, basis) => expect(compare(subject, basis).verdict).not.toBe("conflict"));
  const local = (text: string) => ({
    symbol: "07/2026/QĐ-UBND",
    position: "Quyết định của Ủy ban nhân dân tỉnh An Khê",
    text,
  });
  const central = (text: string) => ({
    symbol: "742/2024/NĐ-CP",
    position: "Điều 5, Nghị định số 742/2024/NĐ-CP",
    text,
  });
  it("sees a task given to another body under its heading", () => {
    const found = comparePair(
      local("Điều 3. Sở Du lịch\n\n2. Cấp, gia hạn giấy phép đón khách cho thuyền du lịch chạy trên hồ thủy điện."),
      central(
        "Điều 5. Ban Quản lý khu du lịch có các nhiệm vụ sau:\n\nb) Cấp, gia hạn, thu hồi giấy phép đón khách cho thuyền du lịch chạy trên hồ thủy điện;",
      ),
    );
    expect(found).toMatchObject({ verdict: "conflict", kinds: ["competence"] });
  });
  it("sees a case added to a closed list", () => {
    const list =
      "Giấy phép đón khách bị thu hồi trong các trường hợp sau đây:\n\na) Thuyền hết niên hạn sử dụng;\n\nb) Chủ thuyền trả lại giấy phép;";
    const found = comparePair(
      local(`${list}\n\nc) Bến chưa lắp máy quay hình nối với trung tâm điều hành du lịch.`),
      central(list),
    );
    expect(found.verdict).toBe("conflict");
    expect(found.kinds).toContain("scope");
    expect(comparePair(local(list), central(list)).verdict).not.toBe("conflict");
  });
  it("sees conditions where a higher text forbids a lower body to set them", () => {
    const found = comparePair(
      local(
        "Điều 4. Điều kiện kinh doanh\n\nChủ thuyền có đủ điều kiện sau đây thì được đón khách:\n\n1. Có bến riêng.\n\n2. Có hai thuyền.",
      ),
      central("Ủy ban nhân dân các cấp không được ban hành quy định về điều kiện đầu tư kinh doanh."),
    );
    expect(found.kinds).toContain("hierarchy");
  });
  it("puts a local text that rules for itself before one that only applies, and both before two provinces", () => {
    const higherText = central("Điều 5. Bến thuyền phải có đèn hiệu và phao tiêu theo mẫu chung.");
    const own = comparePair(
      local("Bến thuyền trên sông An có đèn hiệu màu vàng và phao tiêu sơn đỏ do xã cấp."),
      higherText,
    );
    const applies = comparePair(
      local("Đèn hiệu và phao tiêu của bến thuyền thực hiện theo quy định tại Điều 5 Nghị định số 742/2024/NĐ-CP."),
      higherText,
    );
    const other = comparePair(local("Bến thuyền phải có đèn hiệu và phao tiêu."), {
      symbol: "09/2026/QĐ-UBND",
      position: "Quyết định của Ủy ban nhân dân tỉnh Khê Giang",
      text: "Bến thuyền phải có đèn hiệu và phao tiêu.",
    });
    expect(own.score).toBeGreaterThan(applies.score);
    expect(applies.score).toBeGreaterThan(other.score);
  });
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
