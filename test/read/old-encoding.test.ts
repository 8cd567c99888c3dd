import { strToU8 } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertOldEncodings } from "../../src/read/old-encoding.ts";
import { fontEncodingOf } from "../../src/read/old-font.ts";
import { readBytes } from "../../src/read/read-file.ts";
import { isSyllable } from "../../src/read/syllable.ts";
import { MARKED_LETTERS, toTcvn3, toTcvn3Runs, toVni } from "./old-letters.ts";
import { rtfFile, rtfText } from "./rtf-file.ts";
import { paragraph, wordFile } from "./word-file.ts";

const LINES = [
  "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
  "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng",
  "1. Quyết định này quy định mức hỗ trợ giữ rừng tre, nuôi ong và đan lưới ở các xã ven sông Khê.",
  "2. Hộ gia đình được nhận một lần, trước ngày 15 hằng tháng; trễ hẹn thì xét ở kỳ sau.",
  "a) Người khuyết tật nặng, trẻ mồ côi;",
  "đ) Những trường hợp khẩn cấp khác do Chủ tịch tỉnh xem xét, quyết định.",
];
const TEXT = LINES.join("\n");
const ALPHABET = [...MARKED_LETTERS].map((letter) => `t${letter}`).join(" ");

async function read(bytes: Uint8Array, name: string): Promise<{ text: string; notes: string[] }> {
  const outcome = await readBytes(bytes, name);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return { text: outcome.source.text, notes: (outcome.source.notes ?? []).map((n) => n.what) };
}
const run = (text: string, font: string): string =>
  `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe("the tables", () => {
  it("are those of the fonts, as typists left them", () => {
    expect(convertOldEncodings("Uû ban nh©n d©n tØnh quyÕt ®Þnh vÒ chÕ ®é, ®­îc nh÷ng g×").text).toBe(
      "Uỷ ban nhân dân tỉnh quyết định về chế độ, được những gì",
    );
    expect(convertOldEncodings("UÛy ban nhaân daân tænh, ñöôïc nhöõng gì; Ñieàu kyø quaëc").text).toBe(
      "Ủy ban nhân dân tỉnh, được những gì; Điều kỳ quặc",
    );
  });

  it("give back every letter in both cases through the fonts of a Word file, mixed in one paragraph", async () => {
    const both = `${ALPHABET} ${ALPHABET.toUpperCase()}`;
    const tcvn3 = toTcvn3Runs(both)
      .map(({ text, capitals }) => run(text, capitals ? ".VnTimeH" : ".VnTime"))
      .join("");
    const { text, notes } = await read(
      wordFile(
        `<w:p>${tcvn3}</w:p><w:p>${run(toVni(both), "VNI-Times")}</w:p><w:p>${run(both, "Arial")}</w:p>` +
          `<w:p>${run(toTcvn3("nhân dân, "), ".VnArial")}${run(toVni("Nhân Dân, "), "VNI-Helve")}${run("nhân dân.", "Arial")}</w:p>`,
      ),
      "cu.docx",
    );
    expect(text.split("\n\n")).toEqual([both, both, both, "nhân dân, Nhân Dân, nhân dân."]);
    expect(notes).toEqual(["Đã chuyển mã từ TCVN3 và VNI sang Unicode (tệp “cu.docx”)."]);
  });
});

describe("fonts", () => {
  it("are known by their names", () => {
    expect(fontEncodingOf(".VnTime")).toEqual({ encoding: "tcvn3", capitals: false });
    expect(fontEncodingOf(".VnArial NarrowH")).toEqual({ encoding: "tcvn3", capitals: true });
    expect(fontEncodingOf("VNI-Times")).toEqual({ encoding: "vni", capitals: false });
    for (const font of ["Times New Roman", "Vnstyle", "", null]) expect(fontEncodingOf(font)).toBeNull();
  });

  it("that come from a style, and letters cut between two runs, are read too", async () => {
    const styles =
      `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>` +
      `<w:style w:type="paragraph" w:styleId="Hoa"><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="HoaCon"><w:basedOn w:val="Hoa"/></w:style>`;
    const body =
      paragraph(toTcvn3("Uỷ ban nhân dân tỉnh"), '<w:pStyle w:val="HoaCon"/>') +
      paragraph(toTcvn3("Quy định về các bến thuyền")) +
      `<w:p>${run("nha", "VNI-Times")}${run("ân da", "VNI-Times")}${run("ân", "VNI-Times")}</w:p>`;
    const { text } = await read(wordFile(body, { styles }), "cu.docx");
    expect(text.split("\n\n")).toEqual(["UỶ BAN NHÂN DÂN TỈNH", "Quy định về các bến thuyền", "nhân dân"]);
  });

  it("of RTF and of web pages decide as well, capitals included", async () => {
    const fonts = ["Times New Roman", ".VnTime", ".VnTimeH", "VNI-Times"];
    const rtf = rtfFile(
      `\\pard\\f2 ${rtfText(toTcvn3("ủy ban nhân dân"))}\\par\\f1 ${rtfText(toTcvn3(LINES[2] ?? ""))}\\par` +
        `\\f3 ${rtfText(toVni(LINES[3] ?? ""))}\\par\\f0 ${rtfText(LINES[4] ?? "")}\\par`,
      fonts,
    );
    const expected = ["ỦY BAN NHÂN DÂN", LINES[2], LINES[3], LINES[4]];
    expect((await read(rtf, "cu.rtf")).text.split("\n\n")).toEqual(expected);
    const html =
      `<html><body><p><font face=".VnTimeH">${toTcvn3("ủy ban nhân dân")}</font></p><p><font face=".VnTime">${toTcvn3(LINES[2] ?? "")}</font></p>` +
      `<p style="font-family:'VNI-Times'">${toVni(LINES[3] ?? "")}</p><p>${LINES[4]}</p></body></html>`;
    expect((await read(strToU8(html), "cu.html")).text.split("\n\n")).toEqual(expected);
  });

  it("do not touch text that is Unicode already, whatever the font says", async () => {
    const lines = LINES.map((line) => `<w:p>${run(line, ".VnTime")}</w:p>`).join("");
    const short = `<w:p>${run("có là và", ".VnTime")}</w:p>`;
    const { text, notes } = await read(wordFile(lines + short), "moi.docx");
    expect(text.split("\n\n")).toEqual([...LINES, "có là và"]);
    expect(notes).toEqual([]);
  });
});

describe("without fonts", () => {
  it.each([
    ["TCVN3", toTcvn3],
    ["VNI", toVni],
  ])("%s is known by its words, as bytes and as letters", async (label, encode) => {
    for (const bytes of [Buffer.from(encode(TEXT), "latin1"), Buffer.from(encode(TEXT), "utf8")]) {
      for (const name of ["cu.txt", "cu.md"]) {
        const { text, notes } = await read(bytes, name);
        expect(text).toBe(TEXT);
        expect(notes.join()).toContain(`Đã chuyển mã từ ${label}`);
      }
    }
    const html = Buffer.from(
      `<html><body>${LINES.map((l) => `<p><b>${encode(l.slice(0, 8))}</b>${encode(l.slice(8))}</p>`).join("")}</body></html>`,
      "latin1",
    );
    expect((await read(html, "cu.html")).text.split("\n\n")).toEqual(LINES);
    const unnamed = wordFile(LINES.map((line) => paragraph(encode(line))).join(""));
    expect((await read(unnamed, "cu.docx")).text.split("\n\n")).toEqual(LINES);
  });

  it("every line of a mixed text is judged by itself; unclear ones follow the line before", () => {
    const mixed = [
      toTcvn3(LINES[2] ?? ""),
      toTcvn3("Số 5"),
      LINES[3],
      "Số 6",
      toVni(LINES[5] ?? ""),
      toVni("Số 7"),
    ].join("\n");
    const { text, count } = convertOldEncodings(mixed);
    expect(text.split("\n")).toEqual([LINES[2], "Số 5", LINES[3], "Số 6", LINES[5], "Số 7"]);
    expect(count).toEqual({ tcvn3: 2, vni: 2 });
  });

  it("symbols on lines of their own follow the lines before them", () => {
    const text = `${TEXT}\n742/2024/NĐ-CP;\nQĐ-UBND\n${LINES[2]}`;
    expect(convertOldEncodings(toVni(text)).text).toBe(text);
    expect(convertOldEncodings(toTcvn3(text)).text).toBe(text);
  });

  it("words mended to Unicode inside a line stay as they are", () => {
    const line = LINES[3] ?? "";
    const mended = toTcvn3(line).replace(toTcvn3("hằng"), "hằng");
    expect(convertOldEncodings(mended).text).toBe(line);
  });

  it("capitals typed for a capital font show themselves by the plain letters beside them", () => {
    const text = `${toTcvn3("quyết định").replace(/[a-z]/gu, (c) => c.toUpperCase())}\n${toTcvn3(TEXT)}`;
    expect(convertOldEncodings(text).text).toBe(`QUYẾT ĐỊNH\n${TEXT}`);
  });

  it("letters decoded twice are still refused", async () => {
    const outcome = await readBytes(Buffer.from(Buffer.from(TEXT).toString("latin1"), "utf8"), "hai-lan.txt");
    expect(!outcome.ok && outcome.problem.code).toBe("legacy-encoding");
  });
});

describe("Unicode text", () => {
  it("never changes: signs, foreign names, units, English", () => {
    for (const text of [
      TEXT,
      "Công ty Müller & Söhne, São Tomé, Bjørn Ångström; đường kính 5 µm ± 2 µm; góc 45°; 14× nhanh hơn; ½ và ¼; § 5; © 2025 ®",
      "5 µs a hit, 0.18× build speed, 14× memory, 12.7× latency, 3 µs, 7 µs, ½ × ¼",
      "façade naïve café résumé über Æsir smørrebrød señor mañana año niño",
      "Có là cá và bò, à, ô tô",
    ])
      expect(convertOldEncodings(text)).toEqual({ text, count: { tcvn3: 0, vni: 0 } });
  });

  it("never changes: random words with random signs between them", () => {
    const words = [...new Set(TEXT.split(/[\s;,.]+/u))].filter((word) => word !== "");
    const noise = ["µ", "×", "½", "§", "®", "°", "ü", "ñ", "ö", "Müller", "café", "«", "»", "–", "\n"];
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...words) }, fc.constantFrom(...noise)), {
          minLength: 1,
          maxLength: 60,
        }),
        (pieces) => {
          const text = pieces.join(" ");
          expect(convertOldEncodings(text).text).toBe(text);
        },
      ),
      { numRuns: 500, seed: 20_251 },
    );
  });

  it("is told by its syllables", () => {
    for (const word of ["quyết", "giữa", "nghiêng", "khuya", "ỹ".normalize("NFC"), "được", "gì", "Huỳnh", "quốc"])
      expect([word, isSyllable(word)]).toEqual([word, true]);
    for (const word of ["nh©n", "vµ", "cña", "ñònh", "caùc", "cêp", "nghh", "xyz"])
      expect([word, isSyllable(word)]).toEqual([word, false]);
  });
});
