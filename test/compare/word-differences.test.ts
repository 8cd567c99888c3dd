import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareSame, wordDifferences } from "../../src/compare/word-differences.ts";

const changes = (left: string, right: string): string =>
  (wordDifferences(left, right) ?? []).map((p) => (p.same ? p.right : `[${p.left.trim()}→${p.right.trim()}]`)).join("");

describe("wordDifferences", () => {
  test("marks the words that changed and no others", () => {
    expect(
      changes(
        "2. Chủ bến gửi hồ sơ tới Sở Giao thông vận tải trước khi khởi công.",
        "2. Chủ bến gửi hồ sơ tới Sở Xây dựng trước khi khởi công.",
      ),
    ).toBe("2. Chủ bến gửi hồ sơ tới Sở[Giao thông vận tải→Xây dựng] trước khi khởi công.");
    expect(changes("báo động 3, phương tiện", "báo động 2, phương tiện")).toBe("báo động[3→2], phương tiện");
  });

  test("a small word left between two changes is read with them", () => {
    expect(
      changes(
        "Chủ bến quyết định giá và thông báo bằng bảng tại bến.",
        "Chủ bến niêm yết công khai và gửi giá vé tại bến.",
      ),
    ).toBe("Chủ bến[quyết định giá và thông báo bằng bảng→niêm yết công khai và gửi giá vé] tại bến.");
  });

  test("an accent is a difference, white space and the way accents are encoded are not", () => {
    expect(changes("mức thu tại bên", "mức thu tại bến")).toBe("mức thu tại[bên→bến]");
    expect(wordDifferences("mức  thu\ntại bến", "mức thu tại bến".normalize("NFD"))?.every((p) => p.same)).toBe(true);
  });

  test("whatever the texts, each side can be put together again", () => {
    const word = fc.constantFrom("khoản", "điểm", "đ", "1.", "và", " ", "\n", ";", "bến", "khách", "(a)");
    const text = fc.array(word, { maxLength: 60 }).map((w) => w.join(" "));
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ maxLength: 80 })),
        fc.oneof(text, fc.string({ maxLength: 80 })),
        (a, b) => {
          const parts = wordDifferences(a, b) ?? [];
          expect(parts.map((p) => p.left).join("")).toBe(a);
          expect(parts.map((p) => p.right).join("")).toBe(b);
        },
      ),
      { numRuns: 400 },
    );
  });

  test("what is too long or too unlike is not picked apart", () => {
    const words = (n: number, of: string): string => Array.from({ length: n }, (_, i) => `${of}${i}`).join(" ");
    expect(wordDifferences(words(7_000, "a"), words(7_000, "a"))).not.toBeNull();
    expect(wordDifferences(words(7_000, "a"), words(6_999, "a"))).toBeNull();
    expect(wordDifferences(words(3_000, "a"), words(3_000, "b"))).toBeNull();
  });
});

test("shareSame is the part both have", () => {
  expect(shareSame(wordDifferences("a b c d", "a b c d") ?? [])).toBe(1);
  expect(shareSame(wordDifferences("một hai ba", "bốn năm sáu") ?? [])).toBe(0);
  expect(shareSame([])).toBe(1);
});
