import { describe, expect, test } from "vitest";
import { alignUnits, type AlignableUnit, type AlignedPair } from "../../src/compare/align-units.ts";

/** `Điều 5|Tên điều`, `5.1|lời khoản`, `5.1.a|lời điểm`: one line a unit. */
function text(lines: string): AlignableUnit[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [label = "", words = ""] = line.trim().split("|");
      const parts = label.replace("Điều ", "").split(".");
      return {
        key: label.replace("Điều ", ""),
        parent: parts.length === 1 ? null : parts.slice(0, -1).join("."),
        kind: parts.length === 1 ? "article" : parts.length === 2 ? "clause" : "point",
        num: parts.at(-1) as string,
        heading: parts.length === 1 ? words : null,
        words,
      };
    });
}

const say = ({ left, right, place, changed }: AlignedPair): string =>
  left === null
    ? `+ ${right?.key}`
    : right === null
      ? `- ${left.key}`
      : `${place === "here" ? "=" : place} ${left.key}${left.key === right.key ? "" : `>${right.key}`}${changed ? " *" : ""}`;

const align = (left: string, right: string, sameNumbering = true): readonly string[] =>
  alignUnits(text(left), text(right), { sameNumbering }).map(say);

const OLD = `
  Điều 1|Phạm vi điều chỉnh
  1.1|Quy định này quy định việc mở, công bố và quản lý bến khách ngang sông.
  Điều 2|Điều kiện mở bến
  2.1|Vị trí mở bến phù hợp với quy hoạch kết cấu hạ tầng giao thông đường thủy.
  2.2|Bến cách công trình cầu, cống, kè hiện có tối thiểu 200 mét.
  Điều 3|Giá vé
  3.1|Giá vé do chủ bến quyết định và thông báo bằng bảng tại hai đầu bến.
  Điều 4|Trang bị an toàn
  4.1|Phương tiện có đủ áo phao cho mọi hành khách trên phương tiện.`;

describe("alignUnits", () => {
  test("a text and itself are the same", () => {
    expect(align(OLD, OLD)).toEqual(["= 1", "= 1.1", "= 2", "= 2.1", "= 2.2", "= 3", "= 3.1", "= 4", "= 4.1"]);
  });

  test("what is inserted and taken out stands where it belongs, the rest keeps its other", () => {
    const now = OLD.replace(/\n {2}2\.1\|[^\n]*/u, "").replace(
      "\n  Điều 4",
      "\n  3.2|Trẻ em dưới sáu tuổi được miễn vé khi đi cùng người lớn.\n  Điều 3a|Vé điện tử\n  3a.1|Bến đông khách phải bán vé điện tử.\n  Điều 4",
    );
    expect(align(OLD, now)).toEqual([
      ...["= 1", "= 1.1", "= 2", "- 2.1", "= 2.2", "= 3", "= 3.1", "+ 3.2"],
      ...["+ 3a", "+ 3a.1", "= 4", "= 4.1"],
    ]);
  });

  test("a renumbered article is found by its words, its clauses stay where they were in it", () => {
    const now = `
      Điều 1|Phạm vi điều chỉnh
      1.1|Quy định này quy định việc mở, công bố và quản lý bến khách ngang sông.
      Điều 2|Giải thích từ ngữ
      2.1|Bến khách ngang sông là nơi đón và trả khách từ bờ này sang bờ kia.
      Điều 3|Điều kiện mở bến
      3.1|Vị trí mở bến phù hợp với quy hoạch kết cấu hạ tầng giao thông đường thủy.
      3.2|Bến cách công trình cầu, cống, kè hiện có tối thiểu 300 mét.
      Điều 4|Giá vé
      4.1|Giá vé do chủ bến quyết định và thông báo bằng bảng tại hai đầu bến.
      Điều 5|Trang bị an toàn
      5.1|Phương tiện có đủ áo phao cho mọi hành khách trên phương tiện.`;
    expect(align(OLD, now, false)).toEqual([
      ...["= 1", "= 1.1", "+ 2", "+ 2.1", "renumbered 2>3", "= 2.1>3.1", "= 2.2>3.2 *"],
      ...["renumbered 3>4", "= 3.1>4.1", "renumbered 4>5", "= 4.1>5.1"],
    ]);
  });

  test("a clause that went to another article is moved, not taken out and put in", () => {
    const now = OLD.replace(/\n {2}2\.2\|[^\n]*/u, "").concat(
      "\n  4.2|Bến cách công trình cầu, cống, kè hiện có tối thiểu 200 mét.",
    );
    expect(align(OLD, now)).toEqual([
      ...["= 1", "= 1.1", "= 2", "= 2.1", "= 3", "= 3.1", "= 4", "= 4.1", "moved 2.2>4.2"],
    ]);
  });

  test("two clauses that changed places are renumbered both", () => {
    const left = `
      Điều 1|Trách nhiệm
      1.1|Sở Xây dựng hướng dẫn, kiểm tra việc mở bến khách ngang sông.
      1.2|Ủy ban nhân dân cấp xã công bố mở bến và quản lý bến trên địa bàn.`;
    const right = `
      Điều 1|Trách nhiệm
      1.1|Ủy ban nhân dân cấp xã công bố mở bến và quản lý bến trên địa bàn.
      1.2|Sở Xây dựng hướng dẫn, kiểm tra việc mở bến khách ngang sông.`;
    expect(align(left, right)).toEqual(["= 1", "renumbered 1.2>1.1", "renumbered 1.1>1.2"]);
  });

  test("a clause rewritten from top to bottom keeps its other in one document, not in two", () => {
    const now = OLD.replace(/3\.1\|[^\n]*/u, "3.1|Ủy ban nhân dân tỉnh ban hành khung tối đa hằng năm.");
    expect(align(OLD, now)).toContain("= 3.1 *");
    expect(align(OLD, now, false)).toEqual(expect.arrayContaining(["= 3", "- 3.1", "+ 3.1"]));
  });

  test("short words that stand everywhere are not taken for moved units", () => {
    const left = "Điều 1|Cơ quan gồm các sở\n1.1|Sở Tài chính;\n1.2|Sở Xây dựng;\nĐiều 2|Hội đồng gồm các thành viên";
    const right = "Điều 1|Cơ quan gồm các sở\n1.1|Sở Xây dựng;\nĐiều 2|Hội đồng gồm các thành viên\n2.1|Sở Tài chính;";
    expect(align(left, right)).not.toEqual(expect.arrayContaining([expect.stringContaining("moved")]));
  });

  test("every unit of both sides stands in exactly one pair", () => {
    const pairs = alignUnits(text(OLD), text(OLD.replaceAll("bến", "cảng")), { sameNumbering: false });
    const keys = (side: "left" | "right") => pairs.flatMap((p) => (p[side] === null ? [] : [p[side].key])).sort();
    expect(keys("left")).toEqual(
      text(OLD)
        .map((u) => u.key)
        .sort(),
    );
    expect(keys("right")).toEqual(keys("left"));
  });
});

/** Provisions made of words drawn by a fixed rule from a small or a large stock. */
function provisions(count: number, seed: number, stock: number): AlignableUnit[] {
  let state = seed;
  const next = (n: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
  return Array.from({ length: count }, (_, i) => {
    const words = Array.from({ length: 60 }, () => `tiếng${next(stock)}`).join(" ");
    const article = i % 4 === 0;
    const of = Math.floor(i / 4) + 1;
    return {
      key: article ? `${of}` : `${of}.${i % 4}`,
      parent: article ? null : `${of}`,
      kind: article ? "article" : "clause",
      num: article ? `${of}` : `${i % 4}`,
      heading: null,
      words,
    };
  });
}

describe("unrelated texts", () => {
  test.each([
    ["with the words of everyday law", 120],
    ["with words of their own", 6_000],
  ])("2,000 provisions against 2,000 %s stay apart, and quickly", (_, stock) => {
    const from = performance.now();
    const pairs = alignUnits(provisions(2_000, 7, stock), provisions(2_000, 1_009, stock), { sameNumbering: false });
    const took = performance.now() - from;
    expect(pairs.filter((p) => p.left !== null && p.right !== null)).toEqual([]);
    expect(pairs).toHaveLength(4_000);
    // all against all takes minutes; a slow machine gets its time
    expect(took).toBeLessThan(8_000);
  });

  test("a text of 2,000 equal lines ends too", () => {
    const same = (): AlignableUnit[] =>
      Array.from({ length: 2_000 }, (_, i) => ({
        key: `${i}`,
        parent: null,
        kind: "clause",
        num: "1",
        heading: null,
        words: "Như trên.",
      }));
    const from = performance.now();
    expect(alignUnits(same(), same(), { sameNumbering: true })).toHaveLength(2_000);
    expect(performance.now() - from).toBeLessThan(8_000);
  });
});
