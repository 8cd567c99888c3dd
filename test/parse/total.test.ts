import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, toSourceSpan } from "../../src/domain/span.ts";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { decision, FOOT } from "./an-khe.ts";

const SAMPLE = decision(
  "**Điều 1. Sửa đổi, bổ sung một số điều của Quy chế**\n\n1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Rừng “cấm” gồm:\na) Tre;\nb) Trúc.”.\n\n2. Bãi bỏ Điều 6.\n|\nSTT\n|\nMức\n|\n\n**Điều 2.** Hiệu lực\ntừ ngày ký.",
  `${FOOT}\nPHỤ LỤC I\n(Ban hành kèm theo Quyết định)\nI. Một\n1. Hai`,
);
const DIRT = [
  "\n",
  "**",
  "*",
  "|",
  "“",
  "”",
  '"',
  "Điều 3. ",
  "1. ",
  "a) ",
  "\u0301",
  "\u00a0",
  "\f",
  "Ð",
  "- ",
  "CÔNG BÁO/Số 1/Ngày 01-01-2025\n",
  "PHỤ LỤC\n",
  "Nơi nhận:\n",
  "\ud83d",
  "như sau:",
  "\\",
  "<br>",
  "&nbsp;",
  "''",
  "Chương I\n",
  "Căn cứ ",
];

/** A text with pieces cut out and dirt put in. */
const mutated = fc
  .array(fc.tuple(fc.nat(SAMPLE.length), fc.nat(60), fc.constantFrom(...DIRT)), { maxLength: 12 })
  .map((edits) =>
    edits.reduce((text, [at, cut, dirt]) => text.slice(0, at) + dirt + text.slice(at + (cut % 25)), SAMPLE),
  );
const soup = fc
  .array(fc.constantFrom(...DIRT, "tre ", "trúc ", "Khoản 2 ", "Sửa đổi "), { maxLength: 120 })
  .map((p) => p.join(""));

/** What normalising may change: marks, blanks, quotation marks, composition. */
const bare = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[Ðð]/gu, "đ")
    .toLowerCase()
    .replace(/&nbsp;|<br>|[^\p{L}\p{N}]/gu, "");

function holds(source: string): void {
  const document = parseDocument(source);
  const whole = { start: 0, end: document.text.length };
  const spans = [
    ...document.provisions.flatMap((p) => [p.span, p.own]),
    ...document.quotes,
    ...document.basis.map((b) => b.span),
    document.body,
  ];
  for (const span of spans) {
    expect(span.start).toBeLessThanOrEqual(span.end);
    expect(contains(whole, span)).toBe(true);
  }
  for (const p of document.provisions) {
    expect(contains(p.span, p.own)).toBe(true);
    if (p.parent !== null)
      expect(document.provisions.some((q) => q.eId === p.parent && contains(q.span, p.span))).toBe(true);
  }
  for (let i = 1; i < document.offsets.length; i++) {
    const [a, b] = [
      document.offsets[i - 1] as readonly [number, number],
      document.offsets[i] as readonly [number, number],
    ];
    expect(b[0]).toBeGreaterThanOrEqual(a[0]);
    expect(b[1]).toBeGreaterThanOrEqual(a[1]);
  }
  for (const field of Object.values(document.meta)) if (field?.span) expect(contains(whole, field.span)).toBe(true);
}

describe("parseDocument is total", () => {
  it("keeps its promises on damaged documents", () => {
    fc.assert(fc.property(mutated, holds), { numRuns: 150 });
  });

  it("keeps its promises on any mixture of marks and on any text", () => {
    fc.assert(fc.property(soup, holds), { numRuns: 150 });
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), holds), { numRuns: 100 });
  });

  it("leads every unit back to its words in the source", () => {
    const document = parseDocument(SAMPLE);
    expect(document.provisions.length).toBeGreaterThan(6);
    for (const p of document.provisions) {
      const span = toSourceSpan(document.offsets, p.own);
      expect(bare(SAMPLE.slice(span.start, span.end))).toBe(bare(document.text.slice(p.own.start, p.own.end)));
    }
  });

  it.each([
    ["one endless line", () => "Luật và Nghị quyết này ".repeat(40_000)],
    ["stray opening marks", () => "“1. Sửa đổi khoản 2 như sau:\n".repeat(30_000)],
    ["articles only", () => "Điều 1. Một\n".repeat(20_000)],
    ["numbers only", () => "1. 2. 3. Một\n".repeat(40_000)],
    ["slashes and hyphens", () => "/A-".repeat(200_000)],
    ["dashes", () => `Điều 1. Một\n${"- tre\n".repeat(150_000)}`],
    ["quotation marks", () => "“".repeat(200_000)],
    ["empty lines", () => "\n".repeat(300_000)],
    [
      "one endless line of numbers",
      () =>
        `Điều 1. Một\n1. ${Array.from({ length: 5_000 }, (_, i) => `Xã giữ rừng tre và rừng trúc cho người dân trong xã. ${i + 2}. Tỉnh`).join(" ")}`,
    ],
    ["stars", () => "**a** * ".repeat(100_000)],
  ])("stays fast on %s", (_, make) => {
    const text = make();
    const started = performance.now();
    parseDocument(text);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
