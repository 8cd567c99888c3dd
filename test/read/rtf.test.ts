import { describe, expect, it } from "vitest";
import { readBytes } from "../../src/read/read-file.ts";
import { costOnce } from "../bench/measure.ts";
import { toTcvn3 } from "./old-letters.ts";
import { rtfFile, rtfParagraph, rtfText } from "./rtf-file.ts";

const LONG = "Quyết định này quy định việc đón khách ở các bến thuyền.";
const outcomeOf = (body: string, fonts?: string[]) => readBytes(rtfFile(body, fonts), "a.rtf");
async function textOf(body: string, fonts?: string[]): Promise<string[]> {
  const outcome = await outcomeOf(body, fonts);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return outcome.source.text.normalize("NFC").split("\n\n");
}
const codeOf = async (bytes: Uint8Array, name = "a.rtf"): Promise<string> => {
  const outcome = await readBytes(bytes, name);
  return outcome.ok ? "ok" : outcome.problem.code;
};

describe("RTF", () => {
  it("letters come as \\u with or without a stand-in, as bytes of the font's code page, and as names", async () => {
    expect(
      await textOf(
        `\\uc1 \\u7910?y ban \\uc0 \\u7911 \\uc2 \\u7911\\'e0\\'e1y\\par \\uc1\\u7910{}? \\ldblquote a\\rdblquote  \\endash  \\'e0\\~b\\_c\\-d\\{e\\}\\par ` +
          `\\f1 \\'d0i\\'ea\\'cc\\'f0u, \\f2 \\'cf\\'f0\\'e8\\'ea\\'e0\\'e7\\par\\plain ${rtfParagraph(LONG)}`,
        ["Times New Roman", "Arial;}{\\f1\\fcharset163 Arial", "Arial Cyr;}{\\f2\\fcharset204 Arial Cyr"],
      ),
    ).toEqual(["Ủy ban ủủy", "Ủ? “a” – à b‑cd{e}", "Điềđu, Приказ", LONG]);
  });

  it("leaves out what is hidden, deleted or beside the text; keeps insertions, cells, line ends, results of fields", async () => {
    const outcome = await outcomeOf(
      `{\\info{\\title T\\'eau}}{\\stylesheet{\\s0 Normal;}}{\\*\\generator Riched;}{\\header Công báo\\par}` +
        `\\trowd\\cellx1\\cellx2 A\\cell B1\\par B2\\cell\\row\\pard M\\'f3n {\\v hidden}{\\deleted gone}{\\revised new}{\\super\\chftn}{\\footnote \\chftn  chu thich}.\\par ` +
        `{\\field{\\*\\fldinst HYPERLINK "http://x"}{\\fldrslt link}} a\\line b\\tab\\tab c\\par {\\*\\unknown x}{\\pict\\pngblip 89504e47}${rtfText(LONG)}\\par`,
    );
    if (!outcome.ok) throw new Error(outcome.problem.what);
    expect(outcome.source.text.split("\n\n")).toEqual(["A", "B1", "B2", "Món new.", "link a\nb\nc", LONG]);
    expect(outcome.source.notes?.map((n) => n.code)).toEqual(["footnotes-left-out", "headers-left-out"]);
    expect(outcome.source.notes?.[0]?.why).toContain("[1] chu thich");
  });

  it("prints the numbers of lists as written, bullets as a dash, and none before an empty item", async () => {
    expect(
      await textOf(
        `{\\listtext\\pard\\plain\\f0 \\u272?i\\u7873?u 1.\\tab}Ph\\u7841?m vi\\par{\\pntext\\f1 \\'b7\\tab}g\\u7841?ch\\par{\\listtext 2.\\tab}\\par ${rtfParagraph(LONG)}`,
        ["Times New Roman", "Symbol"],
      ),
    ).toEqual(["Điều 1. Phạm vi", "- gạch", LONG]);
  });

  it("reads a text box once, after its paragraph", async () => {
    expect(
      await textOf(
        `truoc {\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt trong khung\\par}}{\\shprslt{\\*\\do{\\dptxbxtext trong khung\\par}}}}sau\\par ${rtfParagraph(LONG)}`,
      ),
    ).toEqual(["truoc sau", "trong khung", LONG]);
  });

  it("takes the font of Latin letters, not the one named beside it for Chinese ones", async () => {
    expect(
      await textOf(
        `{\\loch\\f1\\hich\\f1\\dbch\\f0 \\'ae\\'d3}\\par{\\dbch\\f1\\loch\\f0 a\\'e0}\\par {\\f1 ${rtfText(toTcvn3(LONG))}}\\par`,
        ["Times New Roman", ".VnTime"],
      ),
    ).toEqual(["để", "aà", LONG]);
  });

  it("under the name .doc is what Word itself writes, and is read", async () => {
    const outcome = await readBytes(rtfFile(rtfParagraph(LONG)), "a.doc");
    expect(outcome.ok && outcome.source).toMatchObject({ format: "rtf", quality: "doc", text: LONG });
  });
});

describe("hostile RTF", () => {
  it("cut, nested too deep, or with binary data beyond its end is refused, in linear time", async () => {
    expect(await codeOf(rtfFile(rtfParagraph(LONG)).subarray(0, -1))).toBe("broken-rtf");
    expect(await codeOf(rtfFile(`${rtfParagraph(LONG)}}${rtfParagraph(LONG)}`))).toBe("broken-rtf");
    const file = (inside: string): Uint8Array => Buffer.from(`{\\rtf1 ${rtfText(LONG)}${inside}}`, "latin1");
    const bombs: readonly (readonly [string, string])[] = [
      ["{".repeat(2_000_000), "broken-rtf"],
      ["{\\b ".repeat(400) + "}".repeat(400), "ok"],
      ["\\bin4294967295 abc", "broken-rtf"],
      ["\\bin-5 abc", "ok"],
      ["\\u7911?".repeat(300_000), "ok"],
      ["\\'e9".repeat(500_000), "ok"],
      ["{\\footnote x}".repeat(100_000), "ok"],
      ["{\\fonttbl{\\f1 a;}}".repeat(50_000), "ok"],
      ["\\uc99999999\\u1 ", "ok"],
      ["{\\shptxt ".repeat(300) + "}".repeat(300), "ok"],
      [`\\${"a".repeat(1_000_000)}`, "ok"],
    ];
    for (const [inside, code] of bombs) {
      const cost = await costOnce(async () => {
        expect([inside.slice(0, 20), await codeOf(file(inside))]).toEqual([inside.slice(0, 20), code]);
      });
      expect(cost.cpu).toBeLessThan(4);
    }
  });
});
