import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normsIn, normsOf } from "../../src/compare/norms-of.ts";
import type { ProvisionNorm } from "../../src/domain/norm.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";

const one = (text: string): ProvisionNorm => {
  const [norm] = normsIn(text);
  if (!norm) throw new Error("no norm");
  return norm;
};
const texts = (words: readonly { readonly text: string }[]) => words.map((w) => w.text);
const at = (norms: readonly ProvisionNorm[], eId: string) => norms.filter((n) => n.eId === eId);

describe("one sentence", () => {
  it("reads bearer, duty, act, term with its event, and exception", () => {
    const norm = one(
      "Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ, Ủy ban nhân dân cấp xã phải phê duyệt nội quy bến thuyền, trừ trường hợp có thiên tai.",
    );
    expect(norm).toMatchObject({ kind: "obligation", modality: "must", body: "ubnd xã", bearerFrom: "sentence" });
    expect(norm.bearer?.text).toBe("Ủy ban nhân dân cấp xã");
    expect(norm.verb?.text).toBe("phê duyệt");
    expect(norm.action?.text).toBe("phê duyệt nội quy bến thuyền");
    expect(texts(norm.exceptions)).toEqual(["trừ trường hợp có thiên tai"]);
    expect(norm.values.find((v) => v.kind === "deadline")).toMatchObject({
      number: 10,
      unit: "ngày làm việc",
      bound: "ceiling",
      event: "nhận đủ hồ sơ",
    });
    expect(norm.unread).toEqual([]);
  });

  it.each([
    ["Nghiêm cấm neo đậu ngoài vùng quy định.", "prohibition", "must-not"],
    ["Chủ bến thuyền không được thu thêm tiền.", "prohibition", "must-not"],
    ["Chủ bến thuyền được miễn phí neo đậu.", "permission", "entitled"],
    ["Chủ bến thuyền có thể thuê người trông bến.", "permission", "may"],
    ["Thuyền chỉ được neo đậu trong vùng.", "permission", "only"],
    ["Khuyến khích chủ bến thuyền lắp đèn chiếu sáng.", "permission", "may"],
    ["Sở Xây dựng tổng hợp, báo cáo Ủy ban nhân dân tỉnh.", "task", "states"],
    ["Giao Sở Xây dựng tổ chức kiểm tra bến thuyền.", "obligation", "must"],
    ["Giao Ủy ban nhân dân cấp xã quy định giờ đóng bến.", "delegation", "must"],
    ["Chủ bến thu sai giá bị phạt tiền từ 2.000.000 đồng đến 5.000.000 đồng.", "sanction", "states"],
    ["Mức thu: 20.000 đồng/lượt.", "value", "states"],
    ["Bến thuyền là công trình ven sông có cầu tàu.", "definition", "defines"],
    ["Quyết định này quy định việc quản lý bến thuyền trên địa bàn tỉnh An Khê.", "scope", "states"],
    ["Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 12 năm 2025.", "formal", "states"],
    ["Màu nước sông thay đổi theo mùa.", "other", "states"],
  ])("%s → %s", (text, kind, modality) => expect(one(text)).toMatchObject({ kind, modality }));

  it.each([
    ["Cơ quan, tổ chức, cá nhân có liên quan phải gửi báo cáo.", "Cơ quan, tổ chức, cá nhân có liên quan"],
    ["Đơn vị sự nghiệp công lập thuộc Sở Y tế phải lập dự toán.", "Đơn vị sự nghiệp công lập thuộc Sở Y tế"],
    ["Tổ chức, cá nhân khi khai thác bến phải treo biển.", "Tổ chức, cá nhân"],
    ["Hằng năm, căn cứ dự toán được giao, Sở Tài chính phải bố trí kinh phí.", "Sở Tài chính"],
    ["Trường hợp hồ sơ thiếu thì Ủy ban nhân dân cấp xã phải trả lại.", "Ủy ban nhân dân cấp xã"],
    ["Mức thu do Hội đồng nhân dân tỉnh quyết định.", "Hội đồng nhân dân tỉnh"],
  ])("who: %s", (text, bearer) => expect(one(text).bearer?.text).toBe(bearer));

  it.each([
    ["Sở Xây dựng chỉ đạo việc kiểm tra bến thuyền.", "states", "“chỉ đạo” is no restriction"],
    ["Cơ quan được giao quản lý bến thuyền có trách nhiệm kiểm tra.", "must", "“được giao” allows nothing"],
    ["Chủ tịch nước quyết định việc phải làm.", "states", "the modal word governs what is decided"],
  ])("%s → %s: %s", (text, modality) => expect(one(text).modality).toBe(modality));

  it("says to whom, on what condition and by which day of the calendar", () => {
    const norm = one(
      "Trước ngày 31 tháng 3 hằng năm, chủ bến thuyền phải gửi báo cáo cho Ủy ban nhân dân cấp xã khi có thay đổi công suất.",
    );
    expect(norm.counterpart?.text).toBe("Ủy ban nhân dân cấp xã");
    expect(texts(norm.conditions)).toEqual(["khi có thay đổi công suất"]);
    expect(norm.values).toMatchObject([{ kind: "deadline", value: "31/3 hằng năm", bound: "ceiling" }]);
  });

  it.each([
    ["Người từ đủ 18 tuổi trở lên được lái thuyền.", { kind: "age", number: 18, bound: "floor" }],
    ["Bến rộng tối thiểu 1.500 m2.", { kind: "area", number: 1500, bound: "floor" }],
    ["Hỗ trợ tối đa hai mươi phần trăm (20%) chi phí.", { kind: "rate", number: 20, bound: "ceiling" }],
    ["Mức hỗ trợ từ 2 đến 5 triệu đồng.", { kind: "amount", number: 2_000_000, upTo: 5_000_000 }],
    ["Giấy phép có giá trị 03 năm.", { kind: "period", number: 3, unit: "năm" }],
    ["Hồ sơ phải nộp trong thời hạn 06 tháng.", { kind: "deadline", number: 6, bound: "ceiling" }],
  ])("%s: the value", (text, value) =>
    expect(one(text).values.find((v) => v.kind === value.kind)).toMatchObject(value),
  );

  it("lets only terms run from an event", () =>
    expect(one("Đơn vị tự bảo đảm dưới 70% chi phí (sau đây gọi là đơn vị nhóm ba) gửi báo cáo.").values).toMatchObject(
      [{ kind: "rate", event: null }],
    ));

  it("says which act a sanction is for", () => {
    const norm = one("Phạt tiền từ 1.000.000 đồng đến 3.000.000 đồng đối với hành vi chở khách khi có bão.");
    expect(norm.kind).toBe("sanction");
    expect(norm.subject?.text).toBe("hành vi chở khách khi có bão");
    expect(norm.values.find((v) => v.kind === "amount")).toMatchObject({ number: 1_000_000, upTo: 3_000_000 });
  });

  it("parts a definition into term, genus and elements", () => {
    const { definition } = one("Bến thuyền là công trình ven sông có cầu tàu, được cấp phép hoạt động.");
    expect(definition?.term.text).toBe("Bến thuyền");
    expect(definition?.genus?.text).toBe("công trình ven sông");
    expect(definition && texts(definition.elements)).toEqual(["có cầu tàu", "được cấp phép hoạt động"]);
  });

  it("takes no body for competent that is only named in passing", () =>
    expect(one("Thực hiện theo Nghị định số 742/2024/NĐ-CP của Chính phủ quy định về vận tải.").values).toEqual([]));

  it("keeps what it does not understand as unread words", () => {
    const norm = one(
      "Bằng mọi giá và trên tinh thần ấy, chủ bến thuyền phải treo biển, nhìn chung như vẫn thường thấy.",
    );
    expect(norm.kind).toBe("obligation");
    const understood = [norm.action, norm.bearer, norm.subject].filter((w) => w !== null);
    expect(understood.length + norm.unread.length).toBeGreaterThan(1);
  });

  it("is total, and every part quotes its span", () => {
    const legal = fc
      .array(
        fc.constantFrom(
          ..."Sở Tài chính|phải|được|không được|khi|nếu|trừ trường hợp|, |; |: |. |\n|1. |a) |10 ngày|kể từ ngày nhận hồ sơ|là|Giao|tổ chức|Trường hợp|thì|do Ủy ban nhân dân xã quyết định".split(
            "|",
          ),
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(" "));
    fc.assert(
      fc.property(fc.oneof(legal, fc.string({ maxLength: 200 })), (text) => {
        for (const n of normsIn(text)) {
          const own = [n.modal, n.bearer, n.subject, n.counterpart, n.verb, n.action].filter((w) => w !== null);
          for (const part of [n, ...own, ...n.conditions, ...n.exceptions, ...n.values, ...n.listed, ...n.unread])
            expect(text.slice(part.span.start, part.span.end)).toBe(part.text);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const DOCUMENT = `QUY ĐỊNH
Điều 1. Giải thích từ ngữ
1. Chủ bến: cá nhân, tổ chức đứng tên giấy phép.
Điều 2. Trách nhiệm của Sở Xây dựng
1. Hướng dẫn chủ bến lập hồ sơ.
2. Chủ trì, phối hợp với Công an tỉnh kiểm tra bến thuyền.
Điều 3. Hồ sơ cấp phép
1. Hồ sơ cấp phép gồm:
a) Đơn đề nghị;
b) Bản sao giấy chứng nhận.
2. Ủy ban nhân dân cấp xã cấp phép khi có đủ các điều kiện sau đây:
a) Có mặt bằng;
b) Có đèn chiếu sáng.
3. Chủ bến có trách nhiệm:
a) Treo biển báo;
b) Bố trí người trông bến.
4. Đối với bến thuyền du lịch:
a) Sở Du lịch kiểm tra hằng năm;
b) Chủ bến phải mua bảo hiểm.
Điều 4. Các hành vi bị nghiêm cấm
1. Chở khách khi có bão.
2. Thu tiền để được ưu tiên xếp chỗ.
Điều 5. Sửa đổi khoản 1 Điều 6 của Quy định ban hành kèm theo Quyết định số 17/2025/QĐ-UBND như sau:
“1. Chủ bến phải nộp 50.000 đồng.”
`;

describe("a document", () => {
  const document = parseDocument(DOCUMENT);
  const norms = normsOf(document);
  const of = (eId: string): ProvisionNorm => at(norms, eId)[0] as ProvisionNorm;

  it("takes the bearer from the heading and from the lead of a list, and says so", () => {
    expect(of("art_2__cl_1")).toMatchObject({ kind: "obligation", bearerFrom: "heading", body: "sở xây dựng" });
    expect(of("art_2__cl_1").bearer?.text).toBe("Sở Xây dựng");
    expect(of("art_2__cl_2").verb?.text).toBe("Chủ trì, phối hợp");
    expect(of("art_3__cl_3__point_b")).toMatchObject({ kind: "obligation", modality: "must", bearerFrom: "lead" });
    expect(of("art_3__cl_3__point_b").bearer?.text).toBe("Chủ bến");
  });

  it("lays the case of a lead on each norm below it", () => {
    expect(texts(of("art_3__cl_4__point_b").conditions)).toEqual(["Đối với bến thuyền du lịch"]);
    expect(of("art_3__cl_4__point_a").bearer?.text).toBe("Sở Du lịch");
    expect(at(norms, "art_3__cl_4")).toEqual([]);
  });

  it("keeps papers and conditions with the sentence that opens their list", () => {
    expect(of("art_3__cl_1").listedAs).toBe("papers");
    expect(texts(of("art_3__cl_1").listed)).toEqual(["Đơn đề nghị", "Bản sao giấy chứng nhận"]);
    expect(of("art_3__cl_2").listedAs).toBe("conditions");
    expect(texts(of("art_3__cl_2").listed)).toEqual(["Có mặt bằng", "Có đèn chiếu sáng"]);
    expect(at(norms, "art_3__cl_2__point_a")).toEqual([]);
  });

  it("reads acts under a heading of bans as banned, whatever modal words they hold", () => {
    expect(of("art_4__cl_1")).toMatchObject({ kind: "prohibition", modality: "must-not" });
    expect(of("art_4__cl_2")).toMatchObject({ kind: "prohibition", modality: "must-not" });
    expect(of("art_4__cl_1").action?.text).toContain("Chở khách");
  });

  it("reads a term before a colon where the heading says that words are explained", () =>
    expect(of("art_1__cl_1").definition?.term.text).toBe("Chủ bến"));

  it("leaves quoted new wording to the document it belongs to", () =>
    expect(norms.some((n) => n.text.includes("50.000"))).toBe(false));

  it("quotes the document verbatim at its spans", () => {
    for (const n of norms)
      for (const part of [n, n.bearer, n.modal, n.action, ...n.values, ...n.listed, ...n.conditions])
        if (part) expect(document.text.slice(part.span.start, part.span.end)).toBe(part.text);
  });
});
