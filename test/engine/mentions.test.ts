import { describe, expect, it } from "vitest";
import { presentMentions } from "../../src/engine/mentions.ts";
import { termPattern } from "../../src/engine/term-pattern.ts";
import { makeSubject } from "./make-subject.ts";

const count = (text: string, term: string) => [...text.matchAll(termPattern([term]))].length;

describe("termPattern", () => {
  it.each([
    [
      "Sở Lao động - Thương binh và Xã hội",
      "Sở Lao động – Thương binh và Xã hội; Sở Lao động, Thương binh và xã hội",
      1,
    ],
    ["Sở Lao động - Thương binh và Xã hội", "Sở Lao động-Thương binh và Xã hội", 1],
    ["Ủy ban nhân dân cấp huyện", "Uỷ ban nhân dân cấp huyện và UBND cấp huyện", 2],
    ["Sở Giao thông vận tải", "Sở Giao thông Vận tải", 1],
    ["Phòng Tư pháp", "phòng tư pháp", 0],
    ["Bộ Y tế", "Bộ Y tếa", 0],
  ])("%s in “%s”: %i", (term, text, n) => expect(count(text, term)).toBe(n));
});

describe("presentMentions", () => {
  const old = termPattern(["Sở Tài nguyên và Môi trường"]);
  const found = (text: string, more: Partial<Parameters<typeof makeSubject>[0]> = {}) =>
    presentMentions(makeSubject({ text, units: [["art_1", "Điều 1"]], ...more }), old).length;

  it.each([
    "Điều 1. Trước ngày 15 tháng 12 hằng năm, Sở Tài nguyên và Môi trường báo cáo.",
    "Điều 1. Trước khi xả nước, chủ hồ báo cho Sở Tài nguyên và Môi trường.",
    "Điều 1. Sở Tài nguyên và Môi trường được thông báo trước khi xả nước.",
  ])("sees a body that is given a duty: %s", (text) => expect(found(text)).toBe(1));
  it.each([
    "Điều 1. Sở Tài nguyên và Môi trường (nay là Sở Nông nghiệp và Môi trường) bàn giao hồ sơ.",
    "Điều 1. Giấy chứng nhận do Sở Tài nguyên và Môi trường cấp trước ngày 01/3/2025 vẫn có giá trị.",
    "Điều 1. Trước đây do Sở Tài nguyên và Môi trường quản lý.",
    "Điều 1. Thay thế cụm từ “Sở Tài nguyên và Môi trường” bằng cụm từ “Sở Nông nghiệp và Môi trường”.",
    "Lời đầu của Sở Tài nguyên và Môi trường\nĐiều 1. Không có gì.",
  ])("leaves out what speaks of the past, of words or outside the units: %s", (text) => expect(found(text)).toBe(0));

  const cited = { citations: [{ words: "Quyết định số 17/2024/QĐ-UBND", target: { symbol: "17/2024/QĐ-UBND" } }] };
  it("leaves out the title of a cited document", () =>
    expect(
      found(
        "Điều 1. Thực hiện theo Quyết định số 17/2024/QĐ-UBND quy định chức năng, nhiệm vụ của Sở Tài nguyên và Môi trường.",
        cited,
      ),
    ).toBe(0));
  it("sees the body that acts after a cited document", () =>
    expect(
      found(
        "Điều 1. Căn cứ Quyết định số 17/2024/QĐ-UBND của Ủy ban nhân dân tỉnh, Sở Tài nguyên và Môi trường lập kế hoạch.",
        cited,
      ),
    ).toBe(1));
  it("leaves out transitional articles", () =>
    expect(
      found("Điều 1. Chuyển tiếp. Sở Tài nguyên và Môi trường làm tiếp.", {
        units: [["art_1", "Điều 1", "Quy định chuyển tiếp"]],
      }),
    ).toBe(0));
});
