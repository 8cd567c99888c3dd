import type { Numberer } from "./docx-numbering.ts";
import { attribute, encodeXml, type XmlTag, xmlTags } from "./xml-tags.ts";

export interface VisibleDocument {
  /** `document.xml` with the numbers of its lists written out and without what a reader does not see. */
  readonly xml: string;
  readonly footnotes: number;
}

/**
 * Rewrites Word's `document.xml` so that a plain reader sees what is printed: list numbers become words at the head of
 * their paragraphs; tracked deletions, moved-away text, hidden runs, marks of footnotes and all looks (fonts, bold) go.
 *
 *     <w:p><w:pPr><w:numPr>…</w:numPr></w:pPr><w:r><w:t>Phạm vi</w:t></w:r></w:p>
 *     <w:p><w:pPr/><w:r><w:t>Điều 5. </w:t></w:r><w:r><w:t>Phạm vi</w:t></w:r></w:p>
 */
export function visibleDocument(xml: string, numberer: Numberer): VisibleDocument {
  const edits: Edit[] = [];
  const paragraphs: Paragraph[] = [];
  let footnotes = 0;
  let dropped: { name: string; depth: number; start: number } | null = null;
  let run: number | null = null;
  let look: number | null = null;
  let properties = 0;

  for (const tag of xmlTags(xml)) {
    if (dropped !== null) {
      if (tag.name === dropped.name && tag.kind === "open") dropped.depth++;
      if (tag.name === dropped.name && tag.kind === "close" && --dropped.depth === 0) {
        edits.push({ start: dropped.start, end: tag.end, text: "" });
        dropped = null;
      }
      continue;
    }
    if (isNote(tag)) {
      footnotes++;
      if (tag.kind === "empty") edits.push({ start: tag.start, end: tag.end, text: "" });
      continue;
    }
    if (tag.kind === "open" && (DROPPED.has(tag.name) || (tag.name === "w:pPrChange" && properties > 0))) {
      dropped = { name: tag.name, depth: 1, start: tag.start };
      continue;
    }
    if (UNWRAPPED.has(tag.name)) {
      edits.push({ start: tag.start, end: tag.end, text: "" });
      continue;
    }
    const paragraph = paragraphs.at(-1);
    if (tag.name === "w:p") {
      if (tag.kind === "open")
        paragraphs.push({ style: null, numId: null, level: null, at: tag.end, hasText: false, gone: false, tabs: 0 });
      if (tag.kind === "close") closeParagraph(paragraphs.pop(), numberer, edits);
    } else if (tag.name === "w:pPr" && tag.kind !== "empty") {
      properties += tag.kind === "open" ? 1 : -1;
      if (tag.kind === "close" && paragraph !== undefined) paragraph.at = tag.end;
    } else if (tag.name === "w:pPr" && paragraph !== undefined) paragraph.at = tag.end;
    else if (properties > 0 && paragraph !== undefined) readProperty(paragraph, tag, edits);
    else if (tag.name === "w:r") run = tag.kind === "open" ? tag.start : null;
    else if (tag.name === "w:rPr" && tag.kind === "open") look = tag.start;
    else if (tag.name === "w:rPr" && look !== null) {
      edits.push({ start: look, end: tag.end, text: "" });
      look = null;
    } else if (tag.name === "w:vanish" && run !== null && !/^(?:0|false|off)$/u.test(attribute(tag, "w:val") ?? "")) {
      // A hidden run: everything up to its end is dropped.
      dropped = { name: "w:r", depth: 1, start: run };
      [run, look] = [null, null];
    } else if (paragraph !== undefined && tag.name === "w:t" && tag.kind === "open") {
      paragraph.hasText = true;
      paragraph.tabs = 0;
    } else if (paragraph !== undefined && tag.name === "w:tab" && ++paragraph.tabs === 2 && paragraph.hasText) {
      // Two tabs or more set words side by side ("Nơi nhận:⇥⇥⇥TM. ỦY BAN NHÂN DÂN"): they part two lines here.
      edits.push({ start: tag.start, end: tag.end, text: "<w:br/>" });
    }
  }
  return { xml: applyEdits(xml, edits), footnotes };
}

/** The first branch of `AlternateContent` repeats what its fallback says; mammoth reads the fallback. */
const DROPPED: ReadonlySet<string> = new Set(["w:del", "w:moveFrom", "mc:Choice", "a:blip"]);
/**
 * Tags that point outside the document (links, pictures, comments) or only say how it looks; what stands between them
 * stays. The converter's time grows with the square of the styles it does not know (2 MB of text: 104 s with, 2 s without).
 */
const UNWRAPPED: ReadonlySet<string> = new Set([
  "w:hyperlink",
  "a:blip",
  "v:imagedata",
  "w:commentReference",
  "w:tblStyle",
]);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Paragraph {
  style: string | null;
  numId: string | null;
  level: number | null;
  /** Where a first run may be put. */
  at: number;
  hasText: boolean;
  /** Its mark is a tracked deletion: it runs on into the next paragraph and prints no number. */
  gone: boolean;
  /** Tabs since the last word. */
  tabs: number;
}

const isNote = (tag: XmlTag): boolean =>
  tag.kind !== "close" && (tag.name === "w:footnoteReference" || tag.name === "w:endnoteReference");

function readProperty(paragraph: Paragraph, tag: XmlTag, edits: Edit[]): void {
  if (tag.kind === "close") return;
  const val = attribute(tag, "w:val") ?? null;
  if (tag.name === "w:pStyle") {
    paragraph.style = val;
    edits.push({ start: tag.start, end: tag.end, text: "" });
  } else if (tag.name === "w:numId") {
    paragraph.numId = val;
    // List 0 is "no list": the number is in the words now, and the converter must not make list items of it.
    edits.push({ start: tag.start, end: tag.end, text: '<w:numId w:val="0"/>' });
  } else if (tag.name === "w:ilvl") paragraph.level = val !== null && /^[0-8]$/u.test(val) ? Number(val) : null;
  else if (tag.name === "w:del") paragraph.gone = true;
}

function closeParagraph(paragraph: Paragraph | undefined, numberer: Numberer, edits: Edit[]): void {
  if (paragraph === undefined || paragraph.gone) return;
  const number = numberer(paragraph);
  // An empty list paragraph counts in Word, and prints a bare number that says nothing.
  if (number === null || !paragraph.hasText) return;
  edits.push({
    start: paragraph.at,
    end: paragraph.at,
    text: `<w:r><w:t xml:space="preserve">${encodeXml(number)} </w:t></w:r>`,
  });
}

/** Edits never overlap: what is inside a dropped part is not looked at. A run dropped after its start may hold earlier edits. */
function applyEdits(xml: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: string[] = [];
  let at = 0;
  for (const edit of sorted) {
    if (edit.start < at) continue;
    parts.push(xml.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(xml.slice(at));
  return parts.join("");
}
