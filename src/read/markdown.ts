import type { Nodes } from "mdast";
import { decodeText } from "./decode-text.ts";
import { markdownTables } from "./markdown-tables.ts";
import { conversionNotes, convertOldEncodings } from "./old-encoding.ts";
import type { FormatOutcome } from "./refusal.ts";
import { refuseWithoutText } from "./text-check.ts";

/**
 * A .md file: the decoded text as given. Markdown is never generated again (it would merge "1." and "3." into one list
 * and move every offset). remark is asked only about short files, where the question is whether there are words at all
 * or only picture addresses and comments.
 */
export async function readMarkdown(bytes: Uint8Array, name: string): Promise<FormatOutcome> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  const { text, count } = convertOldEncodings(decoded.text);
  const words = text.length <= SHORT ? await wordsOf(text) : text;
  const notes = [...decoded.notes, ...conversionNotes(name, count)];
  return refuseWithoutText(words, name) ?? { ok: true, text, tables: markdownTables(text), notes };
}

const SHORT = 20_000;

/** The words a reader of the rendered page would see: no addresses of pictures, no comments, no front matter. */
async function wordsOf(text: string): Promise<string> {
  const [{ unified }, { default: remarkParse }] = await Promise.all([import("unified"), import("remark-parse")]);
  const withoutFrontMatter = text.replace(/^\uFEFF?---\r?\n[^]{0,5000}?\r?\n---\r?\n/u, "");
  const words: string[] = [];
  const stack: Nodes[] = [unified().use(remarkParse).parse(withoutFrontMatter)];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "text" || node.type === "inlineCode" || node.type === "code") words.push(node.value);
    if (node.type === "html") words.push(node.value.replace(/<[^<>]*>/gu, " "));
    if ("children" in node) stack.push(...node.children);
  }
  return words.join(" ");
}
