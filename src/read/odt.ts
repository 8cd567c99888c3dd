import { footnotesLeftOut, headersLeftOut, tablesAsLines } from "./left-out.ts";
import { createOdtLists } from "./odt-lists.ts";
import { type OdtStyles, readOdtStyles } from "./odt-styles.ts";
import { conversionNotes } from "./old-encoding.ts";
import { READ_LIMITS } from "./read-limits.ts";
import { type FormatOutcome, refuse } from "./refusal.ts";
import { createRunningText, type RunningText } from "./running-text.ts";
import { newCell, spanCount } from "./table-builder.ts";
import { refuseWithoutText } from "./text-check.ts";
import { attribute, decodeXml, isBalanced, type XmlTag, xmlTags } from "./xml-tags.ts";
import { openZip, ZipRefused } from "./zip-guard.ts";

/**
 * An .odt file → its text as printed: list and heading numbers written out, every table cell a paragraph, tracked
 * deletions and hidden text gone, text boxes after their paragraph, notes, comments and running heads outside.
 */
export async function readOdt(bytes: Uint8Array, name: string): Promise<FormatOutcome> {
  let parts: OdtParts;
  try {
    parts = await unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    const why = "Tệp .odt là một tệp nén; nội dung của nó không an toàn hoặc đã hỏng.";
    return refuse(error.code, name, error.message, why, RESAVE);
  }
  if (/<!(?:DOCTYPE|ENTITY)/u.test(parts.content + parts.styles)) {
    const why = "Trình soạn thảo không bao giờ ghi như vậy; có thể là tệp tấn công (XXE).";
    return refuse("xml-entities", name, "nội dung XML có khai báo DTD", why, RESAVE);
  }
  if (!isBalanced(parts.content) || !parts.content.includes("<office:text")) {
    const why = "Phần văn bản bên trong tệp không phải XML hợp lệ.";
    return refuse("broken-odt", name, "nội dung OpenDocument bị hỏng", why, RESAVE);
  }
  const styles = readOdtStyles(parts.styles, parts.content);
  const { body, notes } = readBody(parts.content, styles);
  const { text, count, tables } = body.finish();
  return (
    refuseWithoutText(text, name) ?? {
      ok: true,
      text,
      tables,
      notes: [
        ...conversionNotes(name, count),
        ...footnotesLeftOut(name, notes),
        ...headersLeftOut(name, headersOf(parts.styles, styles)),
        ...tablesAsLines(name, body.tables.lost),
      ],
    }
  );
}

const RESAVE = "Mở tệp bằng Word hoặc LibreOffice, lưu lại thành .docx rồi nạp lại.";

interface OdtParts {
  readonly content: string;
  readonly styles: string;
}

async function unpack(bytes: Buffer): Promise<OdtParts> {
  const zip = await openZip(bytes);
  const part = async (path: string): Promise<string> => {
    const entry = zip.entries.find((e) => e.fileName === path);
    return entry === undefined ? "" : new TextDecoder().decode(await zip.read(entry, READ_LIMITS.docxPartBytes));
  };
  try {
    const kind = (await part("mimetype")).trim();
    if (!/^application\/vnd\.oasis\.opendocument\.text(?:-template)?$/u.test(kind))
      throw new ZipRefused("format-mismatch", "tệp nén không phải văn bản OpenDocument");
    if ((await part("META-INF/manifest.xml")).includes("encryption-data"))
      throw new ZipRefused("encrypted-file", "tệp được bảo vệ bằng mật khẩu");
    return { content: await part("content.xml"), styles: await part("styles.xml") };
  } finally {
    zip.close();
  }
}

function readBody(xml: string, styles: OdtStyles): { readonly body: RunningText; readonly notes: readonly string[] } {
  const body = createRunningText();
  const notes: string[] = [];
  const from = xml.indexOf("<office:text");
  readFlow(xml, from, xml.length, styles, body, notes);
  return { body, notes };
}

/** Bound of what is kept to be shown. */
const MOST_NOTES = 1000;

/** Writes the text between two places of the XML; notes go to `notes`. */
function readFlow(xml: string, from: number, to: number, styles: OdtStyles, sink: RunningText, notes: string[]): void {
  const lists = createOdtLists(styles);
  const fonts: Frame[] = [];
  /** Numbers still to be printed, one for each paragraph under way: a text box has paragraphs in a paragraph. */
  const numbers: (string | null)[] = [];
  let at = from;
  let skipped: { readonly name: string; depth: number; readonly start: number } | null = null;
  const put = (text: string): void => {
    const frame = fonts.at(-1);
    if (numbers.length === 0 || text === "" || frame?.hidden === true) return;
    const number = numbers.at(-1) ?? null;
    if (number !== null && text.trim() !== "") {
      sink.text(`${number} `, null);
      numbers[numbers.length - 1] = null;
    }
    sink.text(text, frame?.font ?? null);
  };
  for (const tag of xmlTags(xml, from)) {
    if (tag.start >= to) break;
    if (skipped !== null) {
      if (tag.name === skipped.name) skipped.depth += tag.kind === "open" ? 1 : tag.kind === "close" ? -1 : 0;
      if (skipped.depth > 0) continue;
      if (skipped.name === "text:note" && notes.length < MOST_NOTES)
        notes.push(noteText(xml.slice(skipped.start, tag.start), styles));
      skipped = null;
      at = tag.end;
      continue;
    }
    put(decodeXml(xml.slice(at, tag.start)));
    at = tag.end;
    if (tag.kind === "open" && SKIPPED.has(tag.name)) skipped = { name: tag.name, depth: 1, start: tag.end };
    else if (tag.name === "text:p" || tag.name === "text:h") {
      if (tag.kind !== "open") {
        sink.paragraphEnd();
        if (tag.kind === "close") {
          numbers.pop();
          fonts.pop();
        }
        continue;
      }
      const style = attribute(tag, "text:style-name");
      fonts.push({ font: styles.fontOf("paragraph", style), hidden: false });
      numbers.push(lists.paragraph(style) ?? (tag.name === "text:h" ? lists.heading(tag) : null));
    } else inline(tag, { sink, lists, fonts, styles, put });
  }
}

interface Frame {
  readonly font: string | null;
  readonly hidden: boolean;
}

interface Flow {
  readonly sink: RunningText;
  readonly lists: ReturnType<typeof createOdtLists>;
  readonly fonts: Frame[];
  readonly styles: OdtStyles;
  put(text: string): void;
}

function inline(tag: XmlTag, { sink, lists, fonts, styles, put }: Flow): void {
  if (tag.name.startsWith("table:")) tableTag(tag, sink);
  else if (tag.name === "text:span") {
    if (tag.kind === "close") fonts.pop();
    else if (tag.kind === "open") {
      const style = attribute(tag, "text:style-name");
      const outer = fonts.at(-1);
      const font = styles.fontOf("text", style) ?? outer?.font ?? null;
      fonts.push({ font, hidden: outer?.hidden === true || styles.isHidden(style) });
    }
  } else if (tag.name === "text:list") {
    if (tag.kind === "open") lists.enter(tag);
    else if (tag.kind === "close") lists.leave();
  } else if (BOXES.has(tag.name)) {
    if (tag.kind === "open") sink.beginAside();
    else if (tag.kind === "close") sink.endAside();
  } else if (tag.kind === "close") return;
  else if (tag.name === "text:list-item" || tag.name === "text:list-header") lists.item(tag);
  else if (tag.name === "text:tab") sink.tab();
  else if (tag.name === "text:line-break") sink.lineEnd();
  else if (tag.name === "text:s") put(" ");
}

function tableTag(tag: XmlTag, sink: RunningText): void {
  const { tables } = sink;
  const opens = tag.kind === "open";
  if (tag.name === "table:table" && tag.kind !== "empty") opens ? tables.openTable() : tables.closeTable();
  else if (tag.name === "table:table-header-rows" && tables.isOuter) tables.headerRows = opens;
  else if (tag.name === "table:table-row" && tag.kind !== "empty") opens ? tables.openRow() : tables.closeRow();
  else if (tag.name !== "table:table-cell") return;
  else if (tag.kind === "close") sink.closeCell();
  else {
    const count = (name: string): number => spanCount(Number(attribute(tag, `table:number-${name}`) ?? "1"));
    const repeated = count("columns-repeated");
    // Only empty cells are said once for several; the words of others would stand in one of them alone.
    if (repeated > 1 && opens) tables.break();
    for (let i = 0; i < (opens ? 1 : repeated); i++) {
      sink.openCell(newCell({ colSpan: count("columns-spanned"), rowSpan: count("rows-spanned") }));
      if (!opens) sink.closeCell();
    }
  }
}

/** Text boxes and shapes with words in them. */
const BOXES: ReadonlySet<string> = new Set([
  "draw:text-box",
  "draw:custom-shape",
  "draw:rect",
  "draw:ellipse",
  "draw:circle",
  "draw:caption",
]);

/** Notes stand outside; deleted text, comments, forms and descriptions of pictures are no text at all. */
const SKIPPED: ReadonlySet<string> = new Set([
  "text:note",
  "text:tracked-changes",
  "office:annotation",
  "office:forms",
  "svg:title",
  "svg:desc",
  "text:hidden-text",
  "text:hidden-paragraph",
  "text:sequence-decls",
  "text:ruby-text",
  "office:binary-data",
  "office:settings",
  "draw:object",
]);

function noteText(xml: string, styles: OdtStyles): string {
  const from = xml.indexOf("<text:note-body");
  return from < 0 ? "" : flowText(xml, from, xml.length, styles);
}

function flowText(xml: string, from: number, to: number, styles: OdtStyles): string {
  const sink = createRunningText();
  readFlow(xml, from, to, styles, sink, []);
  return sink.finish().text;
}

/** Words of running heads and feet; they stand in `styles.xml`. */
function headersOf(xml: string, styles: OdtStyles): readonly string[] {
  const headers: string[] = [];
  let start = -1;
  for (const tag of xmlTags(xml, Math.max(0, xml.indexOf("<office:master-styles")))) {
    if (!/^style:(?:header|footer)(?:-left|-first)?$/u.test(tag.name)) continue;
    if (tag.kind === "open") start = tag.end;
    else if (tag.kind === "close" && start >= 0 && headers.length < MOST_NOTES)
      headers.push(flowText(xml, start, tag.start, styles));
  }
  return headers;
}
