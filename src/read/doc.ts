import { controlShare } from "./decode-text.ts";
import { docNumberingXml } from "./doc-lists.ts";
import { createFinder, lookOf, readParagraphs, readRuns } from "./doc-properties.ts";
import { DocTables } from "./doc-tables.ts";
import { readDocFonts, readDocStyles } from "./doc-styles.ts";
import { type DocText, readDocText } from "./doc-text.ts";
import { createNumberer } from "./docx-numbering.ts";
import { footnotesLeftOut, headersLeftOut, tablesAsLines } from "./left-out.ts";
import { conversionNotes } from "./old-encoding.ts";
import { OleBroken, type OleFile, openOle } from "./ole-file.ts";
import { type FormatOutcome, type Refused, refuse } from "./refusal.ts";
import { createRunningText, type RunningText } from "./running-text.ts";
import { refuseWithoutText } from "./text-check.ts";

/**
 * A .doc file (Word 97 to 2003) → its text as printed: list numbers written out, deletions, hidden text and instructions
 * of fields gone, every table cell a paragraph, text boxes after the paragraph they hang on, notes and running heads
 * outside. Letters are read by their fonts, so that .VnTimeH gives its capitals.
 */
export function readDoc(bytes: Uint8Array, name: string): FormatOutcome {
  try {
    const file = openOle(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const opened = openWord(file, name);
    if (!opened.ok) return opened;
    const document = readDocument(opened.streams);
    const { text, count, tables } = document.body.finish();
    if (controlShare(text) > 0.005) return broken(name);
    const notes = [
      ...conversionNotes(name, count),
      ...footnotesLeftOut(name, document.footnotes),
      ...headersLeftOut(name, document.headers),
      ...tablesAsLines(name, document.body.tables.lost),
    ];
    return refuseWithoutText(text, name) ?? { ok: true, text, tables, notes };
  } catch (error) {
    if (error instanceof OleBroken || error instanceof RangeError) return broken(name);
    throw error;
  }
}

const RESAVE = "Mở tệp bằng Word, lưu lại thành .docx rồi nạp lại.";

const broken = (name: string): Refused =>
  refuse("broken-doc", name, "nội dung Word đời cũ bị hỏng", "Các phần bên trong tệp không khớp với nhau.", RESAVE);

type Opened = { readonly ok: true; readonly streams: Streams } | Refused;

interface Streams {
  readonly word: Buffer;
  readonly table: Buffer;
  /** Properties that were too long for their place; null where the file has none. */
  readonly data: Buffer | null;
}

const FIRST_WORD_97 = 0xc0;

function openWord(file: OleFile, name: string): Opened {
  if (file.stream("EncryptedPackage") !== null) return encrypted(name);
  const word = file.stream("WordDocument");
  if (word === null) {
    const why = "Tệp là bảng tính, trình chiếu hoặc tệp Office khác mang đuôi .doc.";
    return refuse("format-mismatch", name, "không chứa văn bản Word", why, "Nạp đúng tệp văn bản.");
  }
  if (word.readUInt16LE(0) !== 0xa5ec && word.readUInt16LE(0) !== 0xa5dc) return broken(name);
  if (word.readUInt16LE(2) < FIRST_WORD_97) {
    const why = "Định dạng của Word 6.0/95 khác với Word 97 trở đi.";
    return refuse("old-word", name, "tệp của Word 95 hoặc cũ hơn", why, RESAVE);
  }
  const flags = word.readUInt16LE(0x0a);
  if ((flags & 0x100) !== 0) return encrypted(name);
  const table = file.stream((flags & 0x200) !== 0 ? "1Table" : "0Table");
  return table === null ? broken(name) : { ok: true, streams: { word, table, data: file.stream("Data") } };
}

const encrypted = (name: string): Refused =>
  refuse(
    "encrypted-file",
    name,
    "tệp Word được bảo vệ bằng mật khẩu",
    "Nội dung đã mã hóa.",
    "Mở bằng Word, bỏ mật khẩu, lưu lại rồi nạp lại.",
  );

interface ReadDocument {
  readonly body: RunningText;
  readonly footnotes: readonly string[];
  readonly headers: readonly string[];
}

/** The stories of a file lie one after another: body, footnotes, heads, (macros), comments, endnotes, text boxes. */
function readDocument(streams: Streams): ReadDocument {
  const { word, table } = streams;
  const lengths = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => word.readUInt32LE(at));
  const [body = 0, footnotes = 0, heads = 0, macros = 0, comments = 0, endnotes = 0, boxes = 0] = lengths;
  const text = readDocText(word, table);
  const notesEnd = body + footnotes;
  const endnotesStart = notesEnd + heads + macros + comments;
  const boxesStart = endnotesStart + endnotes;
  if (boxesStart + boxes > text.text.length) throw new RangeError("stories longer than the text");
  const writer = createStoryWriter(streams, text);
  const sink = createRunningText();
  writer.write(sink, 0, body, boxesByAnchor(word, table, boxesStart, boxes));
  const separately = (from: number, to: number, mark: string): string[] =>
    splitStory(text.text, from, to, mark).map(([start, end]) => {
      const own = createRunningText();
      writer.write(own, start, end, NO_BOXES);
      return own.finish().text;
    });
  return {
    body: sink,
    footnotes: [...separately(body, notesEnd, "\u0002"), ...separately(endnotesStart, boxesStart, "\u0002")].filter(
      (note) => note !== "",
    ),
    headers: separately(notesEnd, notesEnd + heads, "\r"),
  };
}

type Range = readonly [start: number, end: number];
const NO_BOXES: ReadonlyMap<number, Range> = new Map();
/** Notes and heads that are kept to be shown. */
const MOST_PARTS = 1000;

function splitStory(text: string, from: number, to: number, mark: string): readonly Range[] {
  const parts: Range[] = [];
  for (let at = from; at < to && parts.length < MOST_PARTS; ) {
    const next = text.indexOf(mark, at + 1);
    const end = next < 0 || next > to ? to : next;
    parts.push([at, end]);
    at = end;
  }
  return parts;
}

/** Where each text box hangs in the body → its text. Anchors and boxes name the same drawing. */
function boxesByAnchor(word: Buffer, table: Buffer, from: number, length: number): ReadonlyMap<number, Range> {
  if (length === 0) return NO_BOXES;
  const anchors = new Map<number, number>();
  for (const { start, at } of plc(word, table, 0x1da, 26)) anchors.set(table.readInt32LE(at), start);
  const boxes = new Map<number, Range>();
  let last = 0;
  for (const { start, end, at } of plc(word, table, 0x25a, 22)) {
    const anchor = anchors.get(table.readInt32LE(at + 14));
    // Boxes that share their text would make a small file huge.
    if (start < last || end < start || end > length) throw new RangeError("text boxes out of order");
    last = end;
    if (anchor !== undefined) boxes.set(anchor, [from + start, from + end]);
  }
  return boxes;
}

/** A table of the file: n + 1 positions, then n entries of a fixed size. */
function* plc(
  word: Buffer,
  table: Buffer,
  place: number,
  size: number,
): Generator<{ readonly start: number; readonly end: number; readonly at: number }> {
  const from = word.readUInt32LE(place);
  const count = Math.floor((word.readUInt32LE(place + 4) - 4) / (size + 4));
  for (let i = 0; i < count; i++)
    yield {
      start: table.readUInt32LE(from + i * 4),
      end: table.readUInt32LE(from + i * 4 + 4),
      at: from + (count + 1) * 4 + i * size,
    };
}

/** Hyphens that never and that may break a line. In TCVN3 fonts the second is the letter ư. */
const HYPHENS: Readonly<Record<number, string>> = { 30: "\u2011", 31: "\u00ad" };

/** The end of a table cell, of a page, of a paragraph. */
const PARAGRAPH_ENDS: ReadonlySet<number> = new Set([7, 12, 13]);
const CELL_MARK = 7;

interface StoryWriter {
  write(sink: RunningText, from: number, to: number, boxes: ReadonlyMap<number, Range>): void;
}

function createStoryWriter({ word, table, data }: Streams, text: DocText): StoryWriter {
  const runAt = createFinder(readRuns(word, table));
  const paragraphAt = createFinder(readParagraphs(word, table, data));
  const styles = readDocStyles(word, table);
  const fonts = readDocFonts(word, table);
  const numberer = createNumberer(docNumberingXml(word, table), "");

  const paragraph = (sink: RunningText, from: number, to: number, boxes: ReadonlyMap<number, Range>): void => {
    const mark = text.fileAt(Math.min(to, text.text.length - 1));
    const own = paragraphAt(mark)?.value ?? null;
    const gone = runAt(mark)?.value.deleted === true;
    const inherited = styles.listOf(own?.style ?? 0);
    const list = own?.list ?? inherited.list ?? 0;
    const level = own?.level ?? inherited.level ?? 0;
    const number = gone || list === 0 ? null : numberer({ style: null, numId: String(list), level });
    let pending = number === null ? "" : `${number} `;
    // Fields nest; between their beginning and their separator stand instructions.
    const fields: boolean[] = [];
    let instructions = 0;
    for (let at = from; at < to; ) {
      const run = runAt(text.fileAt(at));
      const pieceEnd = Math.min(to, text.pieceEnd(at));
      const end = run === null ? Math.min(pieceEnd, at + 1) : Math.min(pieceEnd, text.positionOf(at, run.end));
      const look = lookOf(run?.value ?? null, own, styles);
      const font = look.font === null ? null : (fonts[look.font] ?? null);
      const visible = !look.hidden && run?.value.deleted !== true;
      for (const { 0: part, index } of text.text.slice(at, end).matchAll(/\p{Cc}|\P{Cc}+/gu)) {
        const code = part.charCodeAt(0);
        if (code === 0x13) {
          fields.push(true);
          instructions++;
        } else if (code === 0x14 || code === 0x15) {
          if (fields.pop() === true) instructions--;
          if (code === 0x14) fields.push(false);
        } else if (!visible || instructions > 0) continue;
        else if (code === 9) sink.tab();
        else if (code === 11) sink.lineEnd();
        else if (code === 8 && boxes.has(at + index)) writeBox(sink, boxes.get(at + index) as Range);
        else if (code >= 32 || code === 0x1e || code === 0x1f) {
          if (pending !== "" && part.trim() !== "") {
            sink.text(pending, font);
            pending = "";
          }
          sink.text(run?.value.symbol === true ? "•" : (HYPHENS[code] ?? part), font);
        }
      }
      at = Math.max(end, at + 1);
    }
    if (!gone) sink.paragraphEnd();
  };
  const writeBox = (sink: RunningText, [from, to]: Range): void => {
    sink.beginAside();
    write(sink, from, to, NO_BOXES);
    sink.endAside();
  };
  const write: StoryWriter["write"] = (sink, from, to, boxes) => {
    const tables = new DocTables(sink);
    for (let at = from; at < to; ) {
      let end = at;
      while (end < to && !PARAGRAPH_ENDS.has(text.text.charCodeAt(end))) end++;
      const look = paragraphAt(text.fileAt(Math.min(end, text.text.length - 1)))?.value.table ?? null;
      tables.before(look);
      paragraph(sink, at, end, boxes);
      if (text.text.charCodeAt(end) === CELL_MARK) tables.after(look);
      at = end + 1;
    }
    tables.end();
  };
  return { write };
}
