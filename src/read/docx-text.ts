import type { DocxLook, DocxLooks } from "./docx-looks.ts";
import { readLook } from "./docx-looks.ts";
import type { Numberer } from "./docx-numbering.ts";
import { createRunningText, type RunningText } from "./running-text.ts";
import { newCell, spanCount } from "./table-builder.ts";
import { attribute, decodeXml, type XmlTag, xmlTags } from "./xml-tags.ts";

/**
 * A part of a Word file (`document.xml`, a footnote, a running head) → the text a reader of the page sees: list numbers at
 * the head of their paragraphs, tracked deletions, moved-away text, hidden runs and instructions of fields gone, text
 * boxes once and after the paragraph they hang on, marks of notes left out. One pass, no tree: 15 MB cost a second.
 *
 *     <w:p><w:pPr><w:numPr>…</w:numPr></w:pPr><w:r><w:t>Phạm vi</w:t></w:r></w:p>   →   Điều 5. Phạm vi
 */
export function readDocxText(xml: string, numberer: Numberer, looks: DocxLooks): DocxText {
  const reader = new DocxReader(xml, numberer, looks);
  for (const tag of xmlTags(xml)) reader.take(tag);
  return { body: reader.sink, notes: reader.notes };
}

export interface DocxText {
  readonly body: RunningText;
  /** Marks of footnotes and endnotes in the text. */
  readonly notes: number;
}

interface Paragraph {
  style: string | null;
  numId: string | null;
  level: number | null;
  /** Its mark is a tracked deletion: it runs on into the next paragraph and prints no number. */
  gone: boolean;
  /** Printed before the first word; undefined until the paragraph's properties are known. */
  number: string | null | undefined;
}

interface Run {
  readonly own: DocxLook;
  style: string | null;
  /** Resolved when the first word comes. */
  look: { readonly font: string | null; readonly hidden: boolean } | null;
}

class DocxReader {
  readonly sink = createRunningText();
  notes = 0;
  private readonly paragraphs: Paragraph[] = [];
  private readonly runs: Run[] = [];
  private dropped: { readonly name: string; depth: number } | null = null;
  /** For each alternative under way: one of its branches was read already. */
  private readonly chosen: boolean[] = [];
  private paragraphProperties = 0;
  private runProperties = 0;
  private textStart = -1;
  private readonly xml: string;
  private readonly numberer: Numberer;
  private readonly looks: DocxLooks;

  constructor(xml: string, numberer: Numberer, looks: DocxLooks) {
    this.xml = xml;
    this.numberer = numberer;
    this.looks = looks;
  }

  take(tag: XmlTag): void {
    if (this.dropped !== null) {
      if (tag.name !== this.dropped.name) return;
      this.dropped.depth += tag.kind === "open" ? 1 : tag.kind === "close" ? -1 : 0;
      if (this.dropped.depth === 0) this.dropped = null;
      return;
    }
    if (tag.kind === "open" && this.isDropped(tag)) {
      this.dropped = { name: tag.name, depth: 1 };
      return;
    }
    if (tag.name === "w:t" || tag.name === "m:t") {
      if (tag.kind === "open") this.textStart = tag.end;
      else if (tag.kind === "close" && this.textStart >= 0) {
        this.write(decodeXml(this.xml.slice(this.textStart, tag.start)));
        this.textStart = -1;
      }
    } else if (tag.name === "w:rPr" && tag.kind !== "empty") this.runProperties += tag.kind === "open" ? 1 : -1;
    else if (tag.name === "w:pPr" && tag.kind !== "empty") this.paragraphProperties += tag.kind === "open" ? 1 : -1;
    else if (this.paragraphProperties > 0) this.paragraphProperty(tag);
    else if (this.runProperties > 0) this.runProperty(tag);
    else this.structure(tag);
  }

  /** Elements left out with everything in them. */
  private isDropped(tag: XmlTag): boolean {
    if (tag.name === "mc:AlternateContent") this.chosen.push(false);
    if (tag.name !== "mc:Choice" && tag.name !== "mc:Fallback") return DROPPED.has(tag.name);
    // The branches of an alternative say the same: the first is read.
    if (this.chosen.at(-1) === true) return true;
    if (this.chosen.length > 0) this.chosen[this.chosen.length - 1] = true;
    return false;
  }

  private structure(tag: XmlTag): void {
    switch (tag.name) {
      case "w:p":
        if (tag.kind === "close") return this.endParagraph();
        this.paragraphs.push({ style: null, numId: null, level: null, gone: false, number: undefined });
        if (tag.kind === "empty") this.endParagraph();
        return;
      case "w:r":
        if (tag.kind === "open") this.runs.push({ own: { font: null, hidden: null }, style: null, look: null });
        else if (tag.kind === "close") this.runs.pop();
        return;
      case "w:txbxContent":
        if (tag.kind === "open") this.sink.beginAside();
        else if (tag.kind === "close") this.sink.endAside();
        return;
      case "mc:AlternateContent":
        if (tag.kind === "close") this.chosen.pop();
        return;
      case "w:tbl":
      case "w:tr":
      case "w:tc":
        if (tag.kind !== "empty") this.tableEdge(tag);
        return;
      default:
        if (tag.kind !== "close" && !this.cellProperty(tag)) this.mark(tag);
    }
  }

  private tableEdge({ name, kind }: XmlTag): void {
    const { sink } = this;
    if (name === "w:tbl") kind === "open" ? sink.tables.openTable() : sink.tables.closeTable();
    else if (name === "w:tr") kind === "open" ? sink.tables.openRow() : sink.tables.closeRow();
    else if (kind === "open") sink.openCell();
    else sink.closeCell();
  }

  /** What makes a cell wider or higher, and which rows are said again on each page. */
  private cellProperty(tag: XmlTag): boolean {
    const { row, cell, isOuter } = this.sink.tables;
    if (!isOuter) return false;
    const count = (): number => Number(attribute(tag, "w:val") ?? "1");
    if (tag.name === "w:gridSpan" && cell !== null) cell.colSpan = spanCount(count());
    else if (tag.name === "w:vMerge" && cell !== null) cell.joinsAbove = attribute(tag, "w:val") !== "restart";
    else if (tag.name === "w:hMerge" && cell !== null) cell.joinsBefore = attribute(tag, "w:val") !== "restart";
    else if (tag.name === "w:tblHeader" && row !== null)
      row.header = !/^(?:0|false|off)$/u.test(attribute(tag, "w:val") ?? "");
    else if (tag.name === "w:gridBefore" && row !== null && count() > 0) {
      // A row that begins further to the right: as if an empty cell stood before it.
      this.sink.openCell(newCell({ colSpan: count() }));
      this.sink.closeCell();
    } else return false;
    return true;
  }

  private mark(tag: XmlTag): void {
    if (tag.name === "w:footnoteReference" || tag.name === "w:endnoteReference") this.notes++;
    else if (tag.name === "w:noBreakHyphen") this.write("\u2011");
    else if (tag.name === "w:softHyphen") this.write("\u00ad");
    else if (tag.name === "w:sym") this.write("•");
    else if (!BREAKS.has(tag.name) || this.hidden()) return;
    else if (tag.name === "w:tab" || tag.name === "w:ptab") this.sink.tab();
    else this.sink.lineEnd();
  }

  private paragraphProperty(tag: XmlTag): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph === undefined || tag.kind === "close") return;
    const val = attribute(tag, "w:val") ?? null;
    if (tag.name === "w:pStyle") paragraph.style = val;
    else if (tag.name === "w:numId") paragraph.numId = val;
    else if (tag.name === "w:ilvl") paragraph.level = val !== null && /^[0-8]$/u.test(val) ? Number(val) : null;
    else if (tag.name === "w:del" || tag.name === "w:moveFrom") paragraph.gone = true;
  }

  private runProperty(tag: XmlTag): void {
    const run = this.runs.at(-1);
    if (run === undefined || tag.kind === "close") return;
    if (tag.name === "w:rStyle") run.style = attribute(tag, "w:val") ?? null;
    else readLook(tag, run.own);
  }

  private look(): { readonly font: string | null; readonly hidden: boolean } {
    const run = this.runs.at(-1);
    const style = this.paragraphs.at(-1)?.style ?? null;
    if (run === undefined) return this.looks.resolve({ font: null, hidden: null }, null, style);
    run.look ??= this.looks.resolve(run.own, run.style, style);
    return run.look;
  }

  private hidden(): boolean {
    return this.look().hidden;
  }

  private write(text: string): void {
    const { font, hidden } = this.look();
    if (hidden || text === "") return;
    const paragraph = this.paragraphs.at(-1);
    if (paragraph !== undefined && text.trim() !== "") this.writeNumber(paragraph, font);
    this.sink.text(text, font);
  }

  private writeNumber(paragraph: Paragraph, font: string | null): void {
    if (paragraph.number !== undefined) return;
    paragraph.number = paragraph.gone ? null : this.numberer(paragraph);
    if (paragraph.number === null) return;
    this.sink.text(paragraph.number, font);
    this.sink.text(" ", null);
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (paragraph === undefined || paragraph.gone) return;
    // An empty list paragraph counts in Word, and prints a bare number that says nothing.
    if (paragraph.number === undefined) this.numberer(paragraph);
    this.sink.paragraphEnd();
  }
}

const BREAKS: ReadonlySet<string> = new Set(["w:tab", "w:ptab", "w:br", "w:cr"]);

/** Deleted and moved-away text, instructions of fields, former looks, readings above letters, comments' marks. */
const DROPPED: ReadonlySet<string> = new Set([
  "w:del",
  "w:moveFrom",
  "w:delText",
  "w:instrText",
  "w:delInstrText",
  "w:fldData",
  "w:pPrChange",
  "w:rPrChange",
  "w:sectPrChange",
  "w:tblPrChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:sdtPr",
  "w:rt",
  "w:tabs",
]);
