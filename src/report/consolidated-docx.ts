import { type FileChild, FootnoteReferenceRun, PageBreak, Paragraph, type ParagraphChild, type Table } from "docx";
import { typeName } from "../domain/document-type.ts";
import { formatDate } from "../domain/legal-date.ts";
import { amenderLines, basisEnd, openingLine, referenceLine, refusedLines } from "./consolidated-markdown.ts";
import { writtenDay } from "./consolidated-notes.ts";
import {
  type ConsolidatedText,
  type ConsolidatedUnit,
  headLineCount,
  isAttachedBy,
  type UnitNote,
} from "./consolidated-model.ts";
import { tableOfLaw } from "./docx-law-table.ts";
import { type TextBlock, textBlocks } from "./text-blocks.ts";
import { boxed, centred, nationHead, officialDocx, paragraph, run, twoColumns } from "./docx-house-style.ts";

/** The consolidated text in the manner of a văn bản hợp nhất, with real footnotes; marked as a copy for reference. */
export async function consolidatedDocx(text: ConsolidatedText): Promise<Uint8Array> {
  const notes = new Footnotes();
  const children: FileChild[] = [...opening(text, notes), ...body(text, notes)];
  return officialDocx({
    title: `Bản hợp nhất tham khảo ${text.work.symbol ?? ""} tại ngày ${formatDate(text.on)}`,
    children,
    footnotes: notes.texts,
    foot: `Bản hợp nhất tham khảo, tính đến ngày ${formatDate(text.on)} – không có giá trị chính thức`,
  });
}

class Footnotes {
  readonly texts: string[] = [];

  marks(notes: readonly UnitNote[]): FootnoteReferenceRun[] {
    return notes.map((n) => {
      this.texts.push(n.says);
      return new FootnoteReferenceRun(this.texts.length);
    });
  }
}

function opening(text: ConsolidatedText, notes: Footnotes): FileChild[] {
  const { work, head } = text;
  const day = work.issuedOn ? writtenDay(work.issuedOn) : null;
  return [
    boxed([
      centred("BẢN HỢP NHẤT THAM KHẢO", { bold: true, size: 30 }),
      centred(`Lời văn tính đến ${writtenDay(text.on)}`, { bold: true, size: 26, after: 40 }),
      new Paragraph({ alignment: "both", children: [run(sayNoValue(text), { italics: true, size: 22 })] }),
    ]),
    gap(),
    nationHead({
      issuer: work.issuer ?? "",
      number: work.symbol,
      place: day === null ? null : [head.place, day].filter(Boolean).join(", "),
    }),
    gap(),
    new Paragraph({
      alignment: "center",
      spacing: { before: 120 },
      children: [run(typeName(work.type).toLocaleUpperCase("vi"), { bold: true, size: 30 })],
    }),
    new Paragraph({
      alignment: "center",
      spacing: { after: 200 },
      children: [run(text.title.text, { bold: true }), ...notes.marks(text.title.notes)],
    }),
    ...consolidatedFrom(text),
    ...warning(text),
  ];
}

/** The line says its day in the box above; here only what the copy is worth. */
const sayNoValue = (text: ConsolidatedText): string =>
  referenceLine(text).slice(referenceLine(text).indexOf("Bản này"));

const gap = (): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: 160, lineRule: "exact" }, children: [] });

function consolidatedFrom(text: ConsolidatedText): Paragraph[] {
  const lines = amenderLines(text);
  return [
    paragraph([run(openingLine(text))]),
    ...lines.map((line, i) => paragraph([run(`${i + 1}. ${line}${i + 1 === lines.length ? "." : ";"}`)])),
  ];
}

function warning(text: ConsolidatedText): FileChild[] {
  if (text.refused.length === 0) return [];
  const head = `CHƯA ĐẦY ĐỦ: ${text.refused.length} CHỈ DẪN CHƯA ĐƯA ĐƯỢC VÀO LỜI VĂN`;
  return [
    gap(),
    boxed(
      [
        centred(head, { bold: true, size: 24 }),
        ...refusedLines(text).map(
          (line) =>
            new Paragraph({
              alignment: "both",
              spacing: { before: 40 },
              indent: { left: 220, hanging: 220 },
              children: [run(`– ${line}`, { size: 22 })],
            }),
        ),
      ],
      { thick: true },
    ),
    gap(),
  ];
}

function body(text: ConsolidatedText, notes: Footnotes): FileChild[] {
  const own = text.units.filter((u) => !u.attached);
  const attached = text.units.filter((u) => u.attached);
  return [
    ...text.preamble.map((line, i) =>
      /^[^\p{Ll}]+:?$/u.test(line)
        ? centred(line, { bold: true, before: 120, after: 120 })
        : paragraph([run(line, { italics: true }), ...(i === basisEnd(text) ? notes.marks(text.preambleNotes) : [])]),
    ),
    ...own.flatMap((u) => unitParagraphs(u, notes)),
    ...signature(text),
    ...attached.flatMap((u) => unitParagraphs(u, notes)),
  ];
}

/** Who signed the document; the copy itself is signed by nobody. */
function signature({ head }: ConsolidatedText): (Paragraph | Table)[] {
  if (head.signer === null) return [];
  const office = head.signerOffice.map((line) => centred(line, { bold: true }));
  return [
    gap(),
    twoColumns(
      [],
      [...office, centred("(đã ký)", { italics: true, before: 120, after: 120 }), centred(head.signer, { bold: true })],
    ),
  ];
}

function unitParagraphs(unit: ConsolidatedUnit, notes: Footnotes): FileChild[] {
  const marks = notes.marks(unit.notes);
  switch (unit.kind) {
    case "attachment":
      return attachmentHead(unit, marks);
    case "part":
    case "chapter":
    case "section":
    case "subsection":
      return groupHead(unit, marks);
    default:
      return running(unit, marks);
  }
}

const HEAD =
  /^(?:(?:Điều|ĐIỀU)\s?\d{1,4}\s?[a-zđ]{0,2}\d?\s?[.:]?|\d{1,3}[a-zđ]{0,2}\d?\s?[.)/-]?(?=\s)|\(?[a-zđ]{1,2}\d{0,2}\s?[.)/](?=\s)|[-+•*\uf0b7](?=\s))/u;

/** The mark of a note stands behind the number, as in a văn bản hợp nhất: "2.³ Mức hỗ trợ …". */
function running(unit: ConsolidatedUnit, marks: readonly ParagraphChild[]): FileChild[] {
  const [opening, ...rest] = textBlocks(unit);
  const first = typeof opening === "string" ? opening : "";
  const number = HEAD.exec(first)?.[0] ?? "";
  const isArticle = unit.kind === "article";
  const titled = isArticle && unit.heading !== null;
  const below = titled && first.trim() === number.trim() && typeof rest[0] === "string" ? rest.shift() : null;
  const words = typeof below === "string" ? ` ${below}` : first.slice(number.length);
  const style = { bold: titled, italics: unit.state === "repealed" };
  const head = paragraph(
    [
      run(number, { bold: isArticle }),
      ...(number === "" ? [] : marks),
      run(words, style),
      ...(number === "" ? marks : []),
    ],
    { keepNext: titled, ...(isArticle ? { before: 160, outline: 2 } : {}) },
  );
  return [head, ...rest.flatMap((block) => blockOf(unit, block))];
}

function groupHead(unit: ConsolidatedUnit, marks: readonly ParagraphChild[]): FileChild[] {
  const blocks = textBlocks(unit);
  return blocks.flatMap((line, i) =>
    typeof line !== "string"
      ? blockOf(unit, line)
      : new Paragraph({
          alignment: "center",
          keepNext: unit.state !== "repealed",
          spacing: { before: i === 0 ? 240 : 0, after: i === blocks.length - 1 ? 120 : 0 },
          ...(i === 0 ? { outlineLevel: 1 } : {}),
          children: [run(line, { bold: true }), ...(i === 0 ? marks : [])],
        }),
  );
}

/** Word runs two tables into one where no paragraph stands between them. */
const blockOf = (unit: ConsolidatedUnit, block: TextBlock): FileChild[] =>
  typeof block === "string" ? [paragraph([run(block)])] : [tableOfLaw(unit.text, block), gap()];

/** A new page; the lines of its head in the middle, what follows as running text. */
function attachmentHead(unit: ConsolidatedUnit, marks: readonly ParagraphChild[]): FileChild[] {
  const head = headLineCount(unit);
  return textBlocks(unit).flatMap((line, i) => {
    if (typeof line !== "string" || i >= head) return blockOf(unit, line);
    const aside = isAttachedBy(line);
    return new Paragraph({
      alignment: "center",
      ...(i === 0 ? { outlineLevel: 0 } : {}),
      ...(i === head - 1 ? { spacing: { after: 160 } } : {}),
      children: [
        ...(i === 0 ? [new PageBreak()] : []),
        run(line, { bold: !aside, italics: aside }),
        ...(i === 0 ? marks : []),
      ],
    });
  });
}
