import { expect, test } from "vitest";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { choosePart, readerParts } from "../../src/use-cases/reader-parts.ts";
import { layOutText } from "../../src/use-cases/view-text.ts";

const ROMAN = ["I", "II", "III", "IV", "V", "VI"];
const long = (chapters: number, articles: number): string => {
  const lines = ["QUYẾT ĐỊNH", "Quy định về bến khách"];
  for (let a = 1; a <= articles; a++) {
    if ((a - 1) % (articles / chapters) === 0)
      lines.push(`Chương ${ROMAN[(a - 1) / (articles / chapters)]}`, "BẾN KHÁCH");
    lines.push(
      `Điều ${a}. Bến số ${a}`,
      "1. Chủ bến giữ bến sạch.",
      "2. Người lái giữ thuyền sạch.",
      "3. Khách giữ vé.",
    );
  }
  return lines.join("\n");
};
const partsOf = (text: string) => readerParts(layOutText(parseDocument(text), [], []));

test("a text of usual length is one piece", () => {
  expect(partsOf(long(3, 60))).toHaveLength(1);
});

test("a long text is cut at chapters, nothing is lost, and a unit is found in its piece", () => {
  const stretches = layOutText(parseDocument(long(6, 480)), [], []);
  const parts = readerParts(stretches);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.slice(1).map((p) => p.first.kind)).toEqual(parts.slice(1).map(() => "chapter"));
  expect(parts.flatMap((p) => p.stretches)).toEqual(stretches);
  const at = choosePart(parts, null, "art_300__cl_2");
  expect(parts[at]?.stretches.some((s) => s.anchor === "art_300__cl_2")).toBe(true);
  expect(choosePart(parts, parts[2]?.key ?? null, null)).toBe(2);
  expect(choosePart(parts, "chp_nothing", null)).toBe(0);
});

test("a long text without chapters is cut at articles", () => {
  const text = long(1, 500).replace(/Chương I\nBẾN KHÁCH\n/u, "");
  const parts = partsOf(text);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts[1]?.first.kind).toBe("article");
});
