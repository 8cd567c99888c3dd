import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decision, facts } from "./documents.ts";

/** Scraps of legal language and of dirt, thrown together. */
const SCRAPS = [
  "Điều 5",
  "khoản 2",
  "điểm đ",
  "Phụ lục II",
  "Chương III",
  "Mục 2",
  "Điều này",
  "khoản này",
  "Quyết định này",
  "Quy chế này",
  "Luật Giá",
  "Bộ luật Dân sự",
  "số 742/2024/NĐ-CP",
  "Nghị định số 742/2024/NĐ-CP",
  "ban hành kèm theo",
  "Quyết định số 12/2021/QĐ-UBND",
  "sửa đổi, bổ sung",
  "Bãi bỏ",
  "Thay thế cụm từ",
  "“cấp huyện”",
  "bằng",
  "thành",
  "tại",
  "vào sau",
  "như sau:",
  "hết hiệu lực",
  "có hiệu lực từ ngày 01/12/2025",
  "trừ",
  "và",
  ",",
  ";",
  ".",
  "\n",
  "\n1. ",
  "\na) ",
  "\nĐiều 2. ",
  "(",
  ")",
  "“",
  "”",
  '"',
  "'",
  "được",
  "các",
  "từ",
  "đến",
  "sau đây gọi là",
  "Mẫu số 01",
  "tên",
  "một phần",
  "63/ 2006/QĐ - UBND",
  "ngày 31/02/2025",
  "Căn cứ ",
  "|",
  "**",
  "ð",
  "\u0300",
  "🙂",
  "\u0000",
];

describe("extractFacts", () => {
  it("never throws; spans lie inside the text; mentions never overlap", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ maxLength: 8 })), { maxLength: 60 }),
        (scraps) => {
          const { document, citations, amendments, commencement } = facts(
            decision("Sửa đổi một số điều của Quyết định số 12/2021/QĐ-UBND", `Điều 1. ${scraps.join(" ")}`),
          );
          let last = 0;
          for (const c of citations) {
            expect(c.span.start).toBeGreaterThanOrEqual(last);
            expect(c.span.end).toBeGreaterThan(c.span.start);
            expect(c.text).toBe(document.text.slice(c.span.start, c.span.end));
            last = c.span.end;
          }
          expect(last).toBeLessThanOrEqual(document.text.length);
          for (const s of [
            ...amendments.map((a) => a.span),
            ...amendments.flatMap((a) => (a.content ? [a.content] : [])),
            ...(commencement.span ? [commencement.span] : []),
          ]) {
            expect(s.start).toBeGreaterThanOrEqual(0);
            expect(s.end).toBeLessThanOrEqual(document.text.length);
            expect(s.end).toBeGreaterThanOrEqual(s.start);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("grows no faster than its text", () => {
    const unit =
      "1. Sửa đổi, bổ sung khoản 2 Điều 5 Nghị định số 742/2024/NĐ-CP như sau: theo Luật Giá, Luật Đất đai và ";
    const time = (n: number): number => {
      const text = decision("Quy định quản lý chợ", `Điều 1. Phạm vi\n${unit.repeat(n)}`);
      const start = performance.now();
      facts(text);
      return performance.now() - start;
    };
    time(200);
    expect(time(1600)).toBeLessThan(Math.max(400, time(400) * 20));
  });
});
