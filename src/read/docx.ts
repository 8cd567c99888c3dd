import { wrongFont } from "./decode-text.ts";
import { readDocxLooks } from "./docx-looks.ts";
import { createNumberer } from "./docx-numbering.ts";
import { readDocxText } from "./docx-text.ts";
import { footnotesLeftOut, headersLeftOut, tablesAsLines } from "./left-out.ts";
import { legacyEncodingOf } from "./legacy-encoding.ts";
import { conversionNotes } from "./old-encoding.ts";
import { READ_LIMITS } from "./read-limits.ts";
import { type FormatOutcome, refuse } from "./refusal.ts";
import { refuseWithoutText } from "./text-check.ts";
import { attribute, isBalanced, xmlTags } from "./xml-tags.ts";
import { type GuardedZip, openZip, ZipRefused } from "./zip-guard.ts";

/**
 * A .docx file → its text as printed: automatic numbers written out, one paragraph a block, every table cell a paragraph,
 * deletions and hidden text gone, text boxes once, footnotes and running heads outside, letters of old fonts decoded. The
 * archive is checked and only its few text parts are taken out; pictures, macros and embedded files are never unpacked.
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<FormatOutcome> {
  let parts: WordParts;
  try {
    parts = await unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    const why = "Tệp .docx là một tệp nén; nội dung của nó không an toàn hoặc đã hỏng.";
    return refuse(error.code, name, error.message, why, RESAVE);
  }
  const all = [parts.document, parts.numbering, parts.styles, parts.footnotes, parts.endnotes, ...parts.headers];
  if (all.some((part) => /<!(?:DOCTYPE|ENTITY)/u.test(part))) {
    const why = "Word không bao giờ ghi như vậy; có thể là tệp tấn công (XXE).";
    return refuse("xml-entities", name, "nội dung XML có khai báo DTD", why, RESAVE);
  }
  if (!isBalanced(parts.document)) {
    const why = "Phần văn bản bên trong tệp không phải XML hợp lệ.";
    return refuse("broken-docx", name, "nội dung Word bị hỏng", why, RESAVE);
  }
  const looks = readDocxLooks(parts.styles);
  const numberer = createNumberer(parts.numbering, parts.styles);
  const { body, notes } = readDocxText(parts.document, numberer, looks);
  const { text, count, tables } = body.finish();
  if (legacyEncodingOf(text) === "mojibake") return wrongFont(name, "mojibake");
  const words = (xml: string): string => readDocxText(xml, () => null, looks).body.finish().text;
  const footnotes = [...noteParts(parts.footnotes), ...noteParts(parts.endnotes)].map(words);
  return (
    refuseWithoutText(text, name) ?? {
      ok: true,
      text,
      tables,
      notes: [
        ...conversionNotes(name, count),
        ...footnotesLeftOut(name, footnotes, notes),
        ...headersLeftOut(name, parts.headers.map(words)),
        ...tablesAsLines(name, body.tables.lost),
      ],
    }
  );
}

const RESAVE = "Mở tệp bằng Word, lưu lại thành .docx mới rồi nạp lại.";

interface WordParts {
  readonly document: string;
  readonly numbering: string;
  readonly styles: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly headers: readonly string[];
}

/** Running heads and notes are only shown beside the document: no more of them than a person would look at. */
const MOST_HEADERS = 12;
const MOST_NOTES = 1000;

async function unpack(bytes: Buffer): Promise<WordParts> {
  const zip = await openZip(bytes);
  try {
    const main = mainPartOf(await part(zip, "_rels/.rels"));
    const folder = main.slice(0, main.lastIndexOf("/") + 1);
    const document = await part(zip, main);
    if (document === "") throw new ZipRefused("format-mismatch", "tệp nén không chứa văn bản Word");
    const headers: string[] = [];
    for (const { fileName } of zip.entries) {
      const isHeader = fileName.startsWith(folder) && /\/(?:header|footer)\d{0,3}\.xml$/u.test(fileName);
      if (isHeader && headers.length < MOST_HEADERS) headers.push(await part(zip, fileName));
    }
    return {
      document,
      numbering: await part(zip, `${folder}numbering.xml`),
      styles: await part(zip, `${folder}styles.xml`),
      footnotes: await part(zip, `${folder}footnotes.xml`),
      endnotes: await part(zip, `${folder}endnotes.xml`),
      headers,
    };
  } finally {
    zip.close();
  }
}

/** The part that holds the document; "word/document.xml" nearly always. */
function mainPartOf(relations: string): string {
  for (const tag of xmlTags(relations)) {
    if (attribute(tag, "Type")?.endsWith("/officeDocument") === true)
      return (attribute(tag, "Target") ?? "").replace(/^\//u, "");
  }
  return "word/document.xml";
}

/** An XML part as text; empty where the file has none. */
async function part(zip: GuardedZip, path: string): Promise<string> {
  const entry = zip.entries.find((e) => e.fileName === path);
  if (entry === undefined) return "";
  const bytes = await zip.read(entry, READ_LIMITS.docxPartBytes);
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const text = new TextDecoder(utf16 ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
  return withUsualPrefix(text);
}

const WORD_NAMESPACE =
  /xmlns:([A-Za-z0-9_.-]{1,40})=["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main["']/u;

/** Word writes `w:`; some libraries write `ns0:`. What reads the parts here looks for `w:`. */
function withUsualPrefix(xml: string): string {
  const prefix = WORD_NAMESPACE.exec(xml.slice(0, 20_000))?.[1];
  if (prefix === undefined || prefix === "w") return xml;
  const own = prefix.replace(/\./gu, "\\.");
  return xml.replace(new RegExp(`(</?|\\s|xmlns:)${own}(?=[:=])`, "gu"), "$1w");
}

/** The XML of each note; the lines Word draws above notes are none. */
function noteParts(xml: string): readonly string[] {
  const parts: string[] = [];
  let start = -1;
  for (const tag of xmlTags(xml)) {
    if (tag.name !== "w:footnote" && tag.name !== "w:endnote") continue;
    if (tag.kind === "open") start = attribute(tag, "w:type") === undefined ? tag.end : -1;
    else if (tag.kind === "close" && start >= 0 && parts.length < MOST_NOTES) {
      parts.push(xml.slice(start, tag.start));
      start = -1;
    }
  }
  return parts;
}
