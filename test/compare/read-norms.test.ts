import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normsOf } from "../../src/compare/read-norms.ts";

const one = (text: string) => {
  const [norm] = normsOf(text);
  if (!norm) throw new Error("no norm");
  return norm;
};
const texts = (words: readonly { readonly text: string }[]) => words.map((w) => w.text);

describe("normsOf", () => {
  it("reads bearer, duty, act, term with its event, and exception", () => {
    const norm = one(
      "Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ, Ủy ban nhân dân cấp xã phải phê duyệt nội quy bến thuyền, trừ trường hợp có thiên tai.",
    );
    expect(norm.modality).toBe("must");
    expect(norm.bearer?.text).toBe("Ủy ban nhân dân cấp xã");
    expect(norm.body).toBe("ubnd xã");
    expect(norm.action?.text).toBe("phê duyệt nội quy bến thuyền");
    expect(texts(norm.exceptions)).toEqual(["trừ trường hợp có thiên tai"]);
    expect(norm.values.find((v) => v.kind === "deadline")).toMatchObject({
      number: 10,
      unit: "ngày làm việc",
      event: "nhận đủ hồ sơ",
      text: "10 ngày làm việc",
    });
  });
  it.each([
    ["Nghiêm cấm neo đậu ngoài vùng quy định.", "must-not"],
    ["Chủ bến thuyền được miễn phí neo đậu.", "entitled"],
    ["Chủ bến thuyền được hỗ trợ tiền điện.", "entitled"],
    ["Chủ bến thuyền có thể thuê người trông bến.", "may"],
    ["Chủ bến thuyền không phải nộp phí.", "need-not"],
    ["Thuyền chỉ được neo đậu trong vùng.", "only"],
    ["Bến thuyền là công trình ven sông có cầu tàu.", "defines"],
    ["Mức thu: 20.000 đồng/lượt.", "states"],
  ])("%s → %s", (text, modality) => expect(one(text).modality).toBe(modality));
  it.each([
    ["Người từ đủ 18 tuổi trở lên được lái thuyền.", { kind: "age", number: 18, bound: "floor" }],
    ["Bến rộng tối thiểu 1.500 m2.", { kind: "area", number: 1500, bound: "floor" }],
    ["Hỗ trợ tối đa hai mươi phần trăm (20%) chi phí.", { kind: "rate", number: 20, bound: "ceiling" }],
    ["Hội đồng có từ 13 đến 15 thành viên.", { kind: "quantity", number: 13, upTo: 15 }],
    ["Mức hỗ trợ từ 2 đến 5 triệu đồng.", { kind: "amount", number: 2_000_000, upTo: 5_000_000 }],
    ["Giấy phép có giá trị 03 năm.", { kind: "period", number: 3, unit: "năm" }],
  ])("%s: the value", (text, value) =>
    expect(one(text).values.find((v) => v.kind === value.kind)).toMatchObject(value),
  );
  it("reads what a term means", () => {
    const { definition } = one("Trong Quyết định này, bến thuyền được hiểu là công trình ven sông có cầu tàu.");
    expect(definition?.term.text).toBe("bến thuyền");
    expect(definition?.meaning.text).toBe("công trình ven sông có cầu tàu.");
  });
  it("reads groups, conditions and the papers of a dossier", () => {
    expect(texts(one("Người khuyết tật, người thuộc hộ nghèo được miễn phí neo đậu.").groups)).toEqual([
      "Người khuyết tật",
      "người thuộc hộ nghèo",
    ]);
    expect(texts(one("Chủ thuyền được chuyển bến khi có chỗ trống.").conditions)).toEqual(["khi có chỗ trống"]);
    expect(texts(one("Hồ sơ gồm: đơn đề nghị, bản sao giấy chứng nhận.").items)).toEqual([
      "đơn đề nghị",
      "bản sao giấy chứng nhận",
    ]);
  });
  it("quotes verbatim at its spans, moved by where the text begins", () => {
    const document = "Điều 1. Bến thuyền\nỦy ban nhân dân cấp xã phê duyệt nội quy trong 05 ngày, trừ ngày lễ, tết.";
    const start = document.indexOf("Ủy ban");
    for (const norm of normsOf(document.slice(start), start)) {
      const all = [norm, norm.bearer, norm.modal, norm.action, ...norm.values, ...norm.exceptions];
      for (const part of all) if (part) expect(document.slice(part.span.start, part.span.end)).toBe(part.text);
    }
  });
  it("is total, and its spans stay inside", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const { span } of normsOf(text)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
