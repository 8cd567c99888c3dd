import { strToU8, zipSync } from "fflate";
import mammoth from "mammoth";
import type { Problem } from "../domain/problem.ts";
import { wrongFont } from "./decode-text.ts";
import { createNumberer } from "./docx-numbering.ts";
import { visibleDocument } from "./docx-visible-text.ts";
import { convertedHtmlText } from "./html.ts";
import { legacyEncodingOf } from "./legacy-encoding.ts";
import { READ_LIMITS } from "./read-limits.ts";
import { type FormatOutcome, note, refuse } from "./refusal.ts";
import { refuseWithoutText } from "./text-check.ts";
import { attribute, xmlTags } from "./xml-tags.ts";
import { type GuardedZip, openZip, ZipRefused } from "./zip-guard.ts";

/**
 * A .docx file → its text as printed: automatic numbers written out, one paragraph a block, every table cell a paragraph,
 * deletions and hidden text gone, footnotes outside. The archive is checked and its few text parts are taken out before
 * the converter sees anything; pictures, macros and embedded files are never unpacked.
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<FormatOutcome> {
  let parts: WordParts;
  try {
    parts = await unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (!(error instanceof ZipRefused)) throw error;
    return refuse(
      error.code,
      name,
      error.message,
      "Tệp .docx là một tệp nén; nội dung của nó không an toàn hoặc đã hỏng.",
      RESAVE,
    );
  }
  if (/<!(?:DOCTYPE|ENTITY)/u.test(parts.document + parts.numbering + parts.styles)) {
    return refuse(
      "xml-entities",
      name,
      "nội dung XML có khai báo DTD",
      "Word không bao giờ ghi như vậy; có thể là tệp tấn công (XXE).",
      RESAVE,
    );
  }
  try {
    const visible = visibleDocument(parts.document, createNumberer(parts.numbering, parts.styles));
    const text = convertedHtmlText(await toHtml(visible.xml));
    const legacy = legacyEncodingOf(text);
    if (legacy !== null) return wrongFont(name, legacy);
    return refuseWithoutText(text, name) ?? { ok: true, text, notes: notesOf(name, visible.footnotes) };
  } catch {
    return refuse(
      "broken-docx",
      name,
      "nội dung Word bị hỏng",
      "Phần văn bản bên trong tệp không phải XML hợp lệ.",
      RESAVE,
    );
  }
}

const RESAVE = "Mở tệp bằng Word, lưu lại thành .docx mới rồi nạp lại.";

interface WordParts {
  readonly document: string;
  readonly numbering: string;
  readonly styles: string;
}

async function unpack(bytes: Buffer): Promise<WordParts> {
  const zip = await openZip(bytes);
  try {
    const main = mainPartOf(await part(zip, "_rels/.rels"));
    const folder = main.slice(0, main.lastIndexOf("/") + 1);
    const document = await part(zip, main);
    if (document === "") throw new ZipRefused("format-mismatch", "tệp nén không chứa văn bản Word");
    return {
      document,
      numbering: await part(zip, `${folder}numbering.xml`),
      styles: await part(zip, `${folder}styles.xml`),
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

/** Word writes `w:`; some libraries write `ns0:`. What counts numbers here looks for `w:`. */
function withUsualPrefix(xml: string): string {
  const prefix = WORD_NAMESPACE.exec(xml.slice(0, 20_000))?.[1];
  if (prefix === undefined || prefix === "w") return xml;
  const own = prefix.replace(/\./gu, "\\.");
  return xml.replace(new RegExp(`(</?|\\s|xmlns:)${own}(?=[:=])`, "gu"), "$1w");
}

/** mammoth gets a package of our own making: the rewritten text, no styles, no relations, no pictures. */
async function toHtml(document: string): Promise<string> {
  const files: Record<string, Uint8Array> = {
    "[Content_Types].xml": strToU8(CONTENT_TYPES),
    "_rels/.rels": strToU8(RELATIONS),
    "word/document.xml": strToU8(document),
  };
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(files, { level: 0 })) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
  );
  return value;
}

const CONTENT_TYPES =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const notesOf = (name: string, footnotes: number): readonly Problem[] =>
  footnotes === 0
    ? []
    : [
        note(
          "footnotes-left-out",
          `Tệp “${name}” có ${footnotes} chú thích cuối trang không đưa vào phần phân tích.`,
          "Chú thích không phải nội dung quy định.",
        ),
      ];
