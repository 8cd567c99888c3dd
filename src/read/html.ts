import type { Root } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { TextTable } from "../domain/text-table.ts";
import { decodeText } from "./decode-text.ts";
import { chromeOf, mainContentOf, withoutPortalLines } from "./html-chrome.ts";
import { decodePageFonts } from "./html-fonts.ts";
import { htmlText } from "./html-text.ts";
import { tablesAsLines } from "./left-out.ts";
import { type Converted, conversionNotes } from "./old-encoding.ts";
import { type FormatOutcome, refuse } from "./refusal.ts";
import { refuseWithoutText } from "./text-check.ts";

/**
 * An HTML page → its legal text: scripts, hidden parts, navigation and a portal's own lines gone, paragraphs separated by
 * an empty line, `<br>` a line end, every table cell a paragraph of its own, entities decoded.
 */
export function readHtml(bytes: Uint8Array, name: string): FormatOutcome {
  const decoded = decodeText(bytes, name, declaredEncoding(bytes));
  if (!decoded.ok) return decoded;
  let text: string;
  let tables: readonly TextTable[];
  let tablesLost = 0;
  let count: Converted["count"];
  try {
    const page = parseHtml(decoded.text);
    count = decodePageFonts(page);
    const chrome = chromeOf(page);
    const whole = htmlText(mainContentOf(page, chrome), { skip: chrome, numberLists: true });
    const kept = withoutPortalLines(whole.text);
    text = kept.text;
    tables = whole.tables.finish(text, kept.lineOf);
    tablesLost = whole.tables.lost;
  } catch {
    // The tree is built by recursion; only a page nested many thousand deep ends it.
    return refuse(
      "broken-html",
      name,
      "trang HTML lồng nhau quá sâu",
      "Cấu trúc trang không hợp lệ.",
      "Mở bằng trình duyệt, chép nội dung sang Word rồi lưu thành .docx.",
    );
  }
  const notes = [...decoded.notes, ...conversionNotes(name, count), ...tablesAsLines(name, tablesLost)];
  return refuseWithoutText(text, name) ?? { ok: true, text, tables, notes };
}

/** Parsing runs no script and fetches nothing. */
const parseHtml = (html: string): Root => unified().use(rehypeParse).parse(html);

/** `<meta charset=…>` in the first part of the page; undefined where none is known to the decoder. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  const tags = (head.match(/<meta\s[^<>]{0,300}>/giu) ?? []).join("");
  const label = /charset=["']?([a-z0-9_-]{3,20})/iu.exec(tags)?.[1];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
