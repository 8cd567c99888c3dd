import type { Element, Nodes, Root, Text } from "hast";
import { addCounts, type Converted, convertOldEncodings } from "./old-encoding.ts";
import { decodeFontRuns, type FontRun } from "./old-font.ts";

/**
 * Turns the letters of old encodings in a page into Unicode, in place: first by the fonts the page names
 * (`<font face=".VnTime">`, `style="font-family:.VnTimeH"`), then by what the words themselves show.
 */
export function decodePageFonts(page: Root): Converted["count"] {
  const nodes: Text[] = [];
  const runs: FontRun[] = [];
  const visit = (node: Nodes, font: string | null, joins: boolean): boolean => {
    if (node.type === "text") {
      nodes.push(node);
      runs.push({ text: node.value, font, joins });
      return true;
    }
    if (!("children" in node) || (node.type === "element" && NO_WORDS.has(node.tagName))) return false;
    const own = node.type === "element" ? (fontOf(node) ?? font) : font;
    const inline = node.type === "element" && INLINE.has(node.tagName);
    let joined = inline && joins;
    for (const child of node.children) joined = visit(child, own, joined);
    return inline && joined;
  };
  visit(page, null, false);
  const decoded = decodeFontRuns(runs);
  // One line a text node; line ends inside mean nothing in a page.
  const whole = convertOldEncodings(decoded.texts.map((text) => text.replace(/\n/gu, "\r")).join("\n"));
  const count = addCounts(decoded.count, whole.count);
  if (count.tcvn3 + count.vni === 0) return count;
  whole.text.split("\n").forEach((text, i) => {
    (nodes[i] as Text).value = text.replace(/\r/gu, "\n");
  });
  return count;
}

const NO_WORDS: ReadonlySet<string> = new Set(["script", "style", "template"]);
/** What follows in these goes on in the same word. */
const INLINE: ReadonlySet<string> = new Set("a b big em font i s small span strike strong sub sup u".split(" "));

/** The first font an element names for its words; null where it leaves them to those around it. */
function fontOf(node: Element): string | null {
  const { face, style } = node.properties;
  const named = typeof face === "string" ? face : /font-family\s{0,5}:([^;]{1,200})/iu.exec(String(style ?? ""))?.[1];
  const first =
    named
      ?.split(",")[0]
      ?.replace(/["']|&quot;/gu, "")
      .trim() ?? "";
  return first === "" ? null : first;
}
