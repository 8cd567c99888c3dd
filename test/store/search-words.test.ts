import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery, searchWords, slowWords } from "../../src/store/search/words.ts";
import { snippetOf } from "../../src/store/search/snippet.ts";

const VIETNAMESE =
  "aăâáàảãạắằẳẵặấầẩẫậbcdđeêéèẻẽẹếềểễệghiíìỉĩịklmnoôơóòỏõọốồổỗộớờởỡợpqrstuưúùủũụứừửữựvxyýỳỷỹỵ ĐÊÔƠƯẮẾỘỢỰ.,;:/-–“”…0123456789\n\u0301\u0323";

describe("search words", () => {
  it("are the folded words, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => searchWords(text) === slowWords(text)),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...VIETNAMESE), maxLength: 200 }),
        (text) => searchWords(text) === slowWords(text),
      ),
      { numRuns: 1_000 },
    );
  });

  it("fold đ, tones and signs", () => {
    expect(searchWords("Quyết định số 97/2025/QĐ-UBND – “Đất”")).toBe("quyet dinh so 97 2025 qd ubnd dat");
    expect(searchWords("Ξένος đ")).toBe(slowWords("Ξένος đ"));
  });
});

describe("queries", () => {
  it("split into phrases and words", () => {
    const query = parseQuery('"Bảng giá đất" năm 2026');
    expect(query.clauses).toEqual([["bang", "gia", "dat"], ["nam"], ["2026"]]);
    expect({ quoted: query.quoted, accented: query.accented }).toEqual({ quoted: true, accented: true });
    expect(parseQuery("nam 2026").accented).toBe(false);
  });

  it("stay small", () => {
    expect(parseQuery("a ".repeat(10_000)).words.length).toBeLessThanOrEqual(24);
    expect(parseQuery("a".repeat(3_000)).words).toEqual([]);
  });
});

describe("snippets", () => {
  it("mark words of the text itself, inside the snippet, for any text and query", () => {
    const text = fc.string({ unit: fc.constantFrom(...VIETNAMESE), maxLength: 900 });
    fc.assert(
      fc.property(text, text, (body, typed) => {
        const query = parseQuery(typed);
        const { snippet, marks } = snippetOf(body, query);
        const sought = new Set(query.words.map((word) => word.folded));
        return (
          snippet.length <= 262 && marks.every(({ start, end }) => sought.has(searchWords(snippet.slice(start, end))))
        );
      }),
      { numRuns: 500 },
    );
  });

  it("mark a word of a phrase only where the whole phrase stands", () => {
    const marked = (typed: string): string[] => {
      const { snippet, marks } = snippetOf("Bến khách ngang sông; bến hàng hóa; hành khách.", parseQuery(typed));
      return marks.map(({ start, end }) => snippet.slice(start, end));
    };
    expect(marked('"bến khách"')).toEqual(["Bến", "khách"]);
    expect(marked("bến khách")).toEqual(["Bến", "khách", "bến", "khách"]);
    expect(marked('"bến khách" hàng')).toEqual(["Bến", "khách", "hàng"]);
  });
});
