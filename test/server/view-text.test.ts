import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../src/parse/parse-document.ts";
import { around } from "../../src/use-cases/view-evidence.ts";
import { layOutText, type Line, type Stretch, type TextLink } from "../../src/use-cases/view-text.ts";
import { DECISION_06, DECISION_17, DECISION_HOSTILE, DECREE_742 } from "./sample-texts.ts";

const wordsOf = (runs: Line["runs"]): string =>
  runs.map((run) => run.pieces.map((piece) => piece.text).join("")).join("");
const textOf = (stretches: readonly Stretch[]): string =>
  stretches.flatMap((s) => s.lines.map((l) => l.number + wordsOf(l.runs))).join("");
const bare = (text: string): string => text.replace(/\s+/gu, "");

describe("layOutText", () => {
  test("cells are lines of their own, also two in one line, and a mark over both is cut at their edge", () => {
    const words = "Điều 1. Mức thu\n1. Như sau:\nXe đạp 2.000\nXe máy\n5.000\n2. Hết.";
    const cell = (said: string) => ({ span: { start: words.indexOf(said), end: words.indexOf(said) + said.length } });
    const rows = [
      { header: false, cells: [cell("Xe đạp"), cell("2.000")] },
      { header: false, cells: [cell("Xe máy"), cell("5.000")] },
    ];
    const table = { span: { start: cell("Xe đạp").span.start, end: cell("5.000").span.end }, rows };
    const document = { ...parseDocument(words), tables: [table] };
    expect(document.text).toBe(words);
    const laid = layOutText(document, [], [{ start: words.indexOf("đạp"), end: words.indexOf("Xe máy") + 2 }]);
    const stretch = laid.find((s) => s.tables !== undefined);
    expect(stretch?.anchor).toBe("art_1__cl_1");
    expect(stretch?.lines.slice(1).map((l) => l.runs.map((r) => r.pieces.map((p) => [p.text, p.marked])))).toEqual([
      [
        [
          ["Xe ", false],
          ["đạp", true],
        ],
      ],
      [[["2.000", true]]],
      [
        [
          ["Xe", true],
          [" máy", false],
        ],
      ],
      [[["5.000", false]]],
    ]);
    expect(bare(textOf(laid))).toBe(bare(words));
  });

  test.each([DECISION_17, DECISION_06, DECREE_742, DECISION_HOSTILE])(
    "every word of the text is shown once, in order (%#)",
    (source) => {
      const document = parseDocument(source);
      expect(bare(textOf(layOutText(document, [], [])))).toBe(bare(document.text));
    },
  );

  test("links and marks, however they fall, neither drop nor repeat a word", () => {
    const document = parseDocument(DECISION_17);
    const span = fc
      .tuple(fc.nat(document.text.length), fc.nat(120))
      .map(([start, length]) => ({ start, end: Math.min(document.text.length, start + length) }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), fc.array(span, { maxLength: 12 }), (links, marks) => {
        const laid = layOutText(
          document,
          links.map((s, link): TextLink => ({ span: s, link })),
          marks,
        );
        expect(bare(textOf(laid))).toBe(bare(document.text));
      }),
      { numRuns: 60 },
    );
  });

  test("units carry their anchors, numbers hang, articles without a heading run in", () => {
    const laid = layOutText(parseDocument(DECISION_17), [], []);
    const find = (anchor: string) => laid.find((s) => s.anchor === anchor) as Stretch;
    expect(find("art_1").lines[0]?.number).toBe("Điều 1. ");
    expect(find("art_2").lines[0]?.number).toBe("");
    expect(find("att_1__art_3__cl_1__point_a").lines[0]?.number).toBe("a) ");
    expect(find("att_1__art_5__cl_2").lines[0]?.number).toBe("2. ");
    expect(new Set(laid.map((s) => s.anchor).filter(Boolean)).size).toBe(laid.filter((s) => s.anchor).length);
  });

  test("a mark inside a citation stays inside its link", () => {
    const document = parseDocument(DECISION_17);
    const start = document.text.indexOf("khoản 4 Điều 2 Nghị định số 718");
    const laid = layOutText(
      document,
      [{ span: { start, end: start + 40 }, link: 7 }],
      [{ start: start + 6, end: start + 14 }],
    );
    const run = laid.flatMap((s) => s.lines.flatMap((l) => l.runs)).find((r) => r.link === 7);
    expect(run?.pieces.map((p) => p.marked)).toEqual([false, true, false]);
  });

  test("quoted new wording is set apart", () => {
    const laid = layOutText(parseDocument(DECISION_06), [], []);
    const quoted = laid
      .flatMap((s) => s.lines)
      .filter((l) => l.quoted)
      .map((l) => wordsOf(l.runs))
      .join("\n");
    expect(quoted).toContain("niêm yết công khai");
    expect(quoted).not.toContain("Bãi bỏ Điều 8");
  });
});

describe("around", () => {
  test("keeps the quotation whole and its mark exact, whatever surrounds it", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 900 }),
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.string({ maxLength: 900 }),
        (a, quote, b) => {
          const view = around(a + quote + b, quote);
          for (const mark of view.marks)
            expect(view.text.slice(mark.start, mark.end)).toBe(quote.slice(0, mark.end - mark.start));
          expect(view.text).toContain(quote.trimEnd());
        },
      ),
    );
  });

  test("without the unit's text there is the quotation alone", () => {
    expect(around(null, "15 ngày")).toEqual({ text: "15 ngày", marks: [], cutBefore: false, cutAfter: false });
  });
});
