import { titleInside } from "../timeline/work-name.ts";
import { eIdName } from "../domain/e-id.ts";
import { formatDate } from "../domain/legal-date.ts";
import { columnCount, columnKinds, placedCells, type TextTable } from "../domain/text-table.ts";
import { sourceName, symbolName, writtenDay } from "./consolidated-notes.ts";
import { type ConsolidatedText, type ConsolidatedUnit, headLineCount, type UnitNote } from "./consolidated-model.ts";

import { cellLines, type TextBlock, textBlocks } from "./text-blocks.ts";

/** The consolidated text as Markdown with footnotes (`[^1]`), for reading and for keeping beside the file. */
export function consolidatedMarkdown(text: ConsolidatedText): string {
  const notes: string[] = [];
  const mark = (list: readonly UnitNote[]): string =>
    list
      .map((n) => {
        notes.push(escaped(n.says));
        return `[^${notes.length}]`;
      })
      .join("");
  const blocks: string[] = [
    "> **BẢN HỢP NHẤT THAM KHẢO**",
    `> ${referenceLine(text)}`,
    "",
    `# ${escaped(sourceName(text.work, null))}${mark(text.title.notes)}`,
    "",
    escaped(text.title.text),
    "",
    ...consolidatedFrom(text),
    ...warning(text),
    ...text.preamble.flatMap((line, i) => [
      `${escaped(line)}${i === basisEnd(text) ? mark(text.preambleNotes) : ""}`,
      "",
    ]),
  ];
  for (const [i, unit] of text.units.entries()) {
    if (unit.attached && !text.units[i - 1]?.attached) blocks.push(...signed(text));
    blocks.push(...unitBlocks(unit, mark(unit.notes)), "");
  }
  if (!text.units.some((u) => u.attached)) blocks.push(...signed(text));
  blocks.push(...notes.map((n, i) => `[^${i + 1}]: ${n}`));
  return `${blocks
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim()}\n`;
}

/** The line of the last căn cứ: below it stand only the enacting words. */
export const basisEnd = ({ preamble }: ConsolidatedText): number =>
  Math.max(
    0,
    preamble.findLastIndex((line) => /^(?:Căn cứ|Theo đề nghị|Xét)(?!\p{L})/iu.test(line)),
  );

/** What every copy says of itself. */
export const referenceLine = (text: ConsolidatedText): string =>
  `Lời văn tính đến ${writtenDay(text.on)}. Bản này do phần mềm lập để tra cứu, không phải văn bản hợp nhất theo Pháp lệnh số 01/2012/UBTVQH13 và không có giá trị chính thức; khi áp dụng phải đối chiếu với các văn bản được hợp nhất.`;

/** "… được sửa đổi, bổ sung bởi:" and one line a document. */
export function amenderLines(text: ConsolidatedText): readonly string[] {
  return text.amenders.map(({ work, symbol, from }) => {
    const about = work?.title ? ` ${titleInside(work.title)}` : "";
    return `${sourceName(work, symbol)}${about}, có hiệu lực kể từ ${writtenDay(from)}`;
  });
}

export const openingLine = (text: ConsolidatedText): string => {
  const begin = text.work.effectiveOn ? `, có hiệu lực kể từ ${writtenDay(text.work.effectiveOn)}` : "";
  const changed =
    text.amenders.length > 0
      ? ", được sửa đổi, bổ sung bởi:"
      : ". Tính đến ngày nêu trên chưa có thay đổi nào được đưa vào lời văn.";
  return `${sourceName(text.work, null)}${begin}${changed}`;
};

function consolidatedFrom(text: ConsolidatedText): string[] {
  return [
    escaped(openingLine(text)),
    "",
    ...amenderLines(text).map((line, i) => `${i + 1}. ${escaped(line)}${i + 1 === text.amenders.length ? "." : ";"}`),
    "",
  ];
}

const signed = ({ head }: ConsolidatedText): string[] =>
  head.signer === null ? [] : [[...head.signerOffice, "(đã ký)", head.signer].map(escaped).join("  \n"), ""];

function warning(text: ConsolidatedText): string[] {
  if (text.refused.length === 0) return [];
  return [
    `> **CHƯA ĐẦY ĐỦ: ${text.refused.length} chỉ dẫn chưa đưa được vào lời văn**`,
    ">",
    ...refusedLines(text).map((line) => `> - ${escaped(line)}`),
    "",
  ];
}

/** One line a change that is not in the words: where, by whom, why, what to do. */
export const refusedLines = (text: ConsolidatedText): readonly string[] =>
  text.refused.map((r) => {
    const day = r.from ? ` (từ ngày ${formatDate(r.from)})` : "";
    const clause = r.byEId ? `${eIdName(r.byEId)} ` : "";
    return `${capital(r.targetName)}, theo ${clause}${r.by === null ? "văn bản chưa xác định" : symbolName(r.by)}${day}: ${r.why}. ${r.todo}.`;
  });

const capital = (s: string): string => s.charAt(0).toLocaleUpperCase("vi") + s.slice(1);

const LEVELS: Readonly<Partial<Record<ConsolidatedUnit["kind"], string>>> = {
  attachment: "##",
  part: "##",
  chapter: "##",
  section: "###",
  subsection: "###",
  article: "###",
};

function unitBlocks(unit: ConsolidatedUnit, mark: string): string[] {
  const blocks = textBlocks(unit);
  const first = typeof blocks[0] === "string" ? blocks[0] : "";
  const rest = first === "" ? blocks : blocks.slice(1);
  const lines = (given: readonly TextBlock[]): string[] =>
    given.flatMap((block) => ["", ...(typeof block === "string" ? [escaped(block)] : tableRows(unit.text, block))]);
  const level = LEVELS[unit.kind];
  if (level && unit.kind === "article") {
    const head = unit.heading === null && unit.state !== "repealed" ? `**Điều ${unit.num}.**` : null;
    return head
      ? [`${head}${mark} ${escaped(first.replace(/^Điều \S+ ?/u, ""))}`, ...lines(rest)]
      : [`${level} ${escaped(first)}${mark}`, ...lines(rest)];
  }
  if (level) {
    const head = headLineCount(unit);
    const names = blocks.slice(0, head).flatMap((block) => (typeof block === "string" ? [escaped(block)] : []));
    return [`${level} ${names.join(" ")}${mark}`, ...lines(blocks.slice(head))];
  }
  return [`${escaped(first)}${mark}`, ...lines(rest)];
}

/**
 * Markdown knows one head row and no merged cells: what stands in a merged cell is written in its first place, the others stay
 * empty; a table without a head has an empty one.
 */
function tableRows(text: string, table: TextTable): string[] {
  const columns = columnCount(table);
  const kinds = columnKinds(table, ({ span }) => text.slice(span.start, span.end));
  const rows = placedCells(table.rows).map((cells) => {
    const row = Array.from({ length: columns }, () => "");
    for (const { cell, column } of cells) row[column] = cellLines(text, cell.span).map(escaped).join("<br>");
    return `| ${row.join(" | ")} |`;
  });
  const rule = `|${Array.from({ length: columns }, (_, i) => (kinds[i] === "number" ? "---:" : "---")).join("|")}|`;
  const [head, ...below] = table.rows[0]?.header === true ? rows : [`|${" |".repeat(columns)}`, ...rows];
  return [head ?? "", rule, ...below];
}

/** Letters that Markdown would take for marks. `2.` and `-` at the head of a line would become a list and lose their number. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|#]/gu, (c) => `\\${c}`)
    .replace(/^(\d{1,4})([.)])(?=\s)/u, "$1\\$2")
    .replace(/^([-+])(?=\s)/u, "\\$1");
}
