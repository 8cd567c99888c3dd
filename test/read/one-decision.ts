import { odtFile, odtListStyle, odtParagraph } from "./odt-file.ts";
import { rtfFile, rtfParagraph } from "./rtf-file.ts";
import { inList, list, listDefinition, paragraph, wordFile } from "./word-file.ts";

/** One decision of An Khê in every format. A line is `[level, words]`: level 0–3 is numbered by the word processor. */
const HEAD = [
  ["ỦY BAN NHÂN DÂN", "TỈNH AN KHÊ"],
  ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
  ["Số: 12/2025/QĐ-UBND"],
  ["An Khê, ngày 05 tháng 9 năm 2025"],
] as const;

const BODY: readonly (readonly [level: number | null, words: string])[] = [
  [null, "QUYẾT ĐỊNH"],
  [null, "Quy định mức hỗ trợ giữ rừng tre trên địa bàn tỉnh An Khê"],
  [null, "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;"],
  [null, "Căn cứ Nghị định số 742/2024/NĐ-CP của Chính phủ;"],
  [null, "Ủy ban nhân dân ban hành Quyết định quy định mức hỗ trợ giữ rừng tre trên địa bàn tỉnh An Khê."],
  [0, "Phạm vi điều chỉnh và đối tượng áp dụng"],
  [1, "Quyết định này quy định mức hỗ trợ giữ rừng tre – gọi tắt là “tiền tre”."],
  [1, "Quyết định này áp dụng đối với:"],
  [2, "Hộ gia đình sống ven sông Khê;"],
  [2, "Tổ hợp tác có từ ba thành viên trở lên."],
  [0, "Mức hỗ trợ"],
  [1, "Mỗi héc-ta tre được hỗ trợ 2.000.000 đồng một năm."],
  [1, "Tiền được trả trước ngày 15 tháng 12 hằng năm."],
  [0, "Hiệu lực thi hành"],
  [1, "Quyết định này có hiệu lực thi hành từ ngày 20 tháng 9 năm 2025."],
  [1, "Bãi bỏ Quyết định số 31/2019/QĐ-UBND ngày 08 tháng 10 năm 2019 của Ủy ban nhân dân tỉnh An Sơn./."],
];
const FOOT = [
  "Nơi nhận:",
  "- Như Điều 3;",
  "- Lưu: VT.",
  "TM. ỦY BAN NHÂN DÂN",
  "KT. CHỦ TỊCH",
  "PHÓ CHỦ TỊCH",
  "Trần Thị Khê",
];

/** Line by line with the numbers written out. */
export function decisionLines(): readonly string[] {
  const counters = [0, 0, 0];
  const numbered = BODY.map(([level, words]) => {
    if (level === null) return words;
    counters[level] = (counters[level] ?? 0) + 1;
    counters.fill(0, level + 1);
    const n = counters[level] ?? 1;
    return `${[`Điều ${n}.`, `${n}.`, `${String.fromCharCode(96 + n)})`][level]} ${words}`;
  });
  return [...HEAD.flat(), ...numbered, ...FOOT];
}

export const asTxt = (): Uint8Array => new TextEncoder().encode(decisionLines().join("\r\n"));

export const asHtml = (): Uint8Array =>
  new TextEncoder().encode(
    `<html><body>${decisionLines()
      .map((line) => `<p>${line}</p>`)
      .join("")}</body></html>`,
  );

export const DECISION_LISTS =
  listDefinition(0, [
    ["decimal", "Điều %1."],
    ["decimal", "%2."],
    ["lowerLetter", "%3)"],
  ]) + list(1, 0);

export function decisionBody(): string {
  const cell = (lines: readonly string[]): string =>
    `<w:tc><w:tcPr/>${lines.map((line) => paragraph(line)).join("")}</w:tc>`;
  const row = (from: number): string =>
    `<w:tr>${HEAD.slice(from, from + 2)
      .map(cell)
      .join("")}</w:tr>`;
  return (
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="5500"/></w:tblGrid>${row(0)}${row(2)}</w:tbl>` +
    BODY.map(([level, words]) => paragraph(words, level === null ? "" : inList(1, level))).join("") +
    FOOT.map((line) => paragraph(line)).join("")
  );
}

export const asDocx = (): Uint8Array => wordFile(decisionBody(), { numbering: DECISION_LISTS });

export function asRtf(): Uint8Array {
  const lines = decisionLines();
  const headed = HEAD.flat().length;
  const cells = HEAD.map((cell) =>
    cell
      .map((line) => rtfParagraph(line, "\\intbl "))
      .join("")
      .replace(/\\par\r\n$/u, "\\cell\r\n"),
  );
  const row = (from: number): string =>
    `\\trowd\\cellx4000\\cellx9500\r\n${cells.slice(from, from + 2).join("")}\\row\r\n`;
  const body = lines.slice(headed).map((line, i) => {
    const level = BODY[i]?.[0] ?? null;
    if (level === null) return rtfParagraph(line);
    const words = BODY[i]?.[1] ?? "";
    const number = line.slice(0, line.length - words.length).trim();
    const label = rtfParagraph(number)
      .replace(/^\\pard /u, "")
      .replace(/\\par\r\n$/u, "");
    return `{\\listtext\\pard\\plain ${label}\\tab}${rtfParagraph(words, `\\ls1\\ilvl${level} `)}`;
  });
  return rtfFile(row(0) + row(2) + body.join(""));
}

export function asOdt(): Uint8Array {
  const cell = (lines: readonly string[]): string =>
    `<table:table-cell>${lines.map(odtParagraph).join("")}</table:table-cell>`;
  const row = (from: number): string =>
    `<table:table-row>${HEAD.slice(from, from + 2)
      .map(cell)
      .join("")}</table:table-row>`;
  const body = BODY.map(([level, words]) => {
    if (level === null) return odtParagraph(words);
    const open = "<text:list><text:list-item>".repeat(level);
    const close = "</text:list-item></text:list>".repeat(level);
    return `<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item>${open}${odtParagraph(words)}${close}</text:list-item></text:list>`;
  });
  return odtFile(`<table:table>${row(0)}${row(2)}</table:table>${body.join("")}${FOOT.map(odtParagraph).join("")}`, {
    styles: odtListStyle("L1", [
      ["1", "Điều ", "."],
      ["1", "", "."],
      ["a", "", ")"],
    ]),
  });
}
