import type { Element, Nodes, Root } from "hast";
import { type CellEdge, newCell, TableBuilder } from "./table-builder.ts";

export interface HtmlTextOptions {
  /** Elements left out with everything in them. */
  readonly skip: ReadonlySet<Element>;
  /** Print the numbers a browser shows before the items of `<ol>`. */
  readonly numberLists: boolean;
}

/** The text a reader of the page sees, and its tables. Blocks are separated by an empty line, `<br>` is one line end. */
export function htmlText(
  root: Root | Element,
  options: HtmlTextOptions,
): { readonly text: string; readonly tables: TableBuilder } {
  const out = createTextSink();
  const walk = (node: Nodes, preformatted: boolean): void => {
    if (node.type === "text") return preformatted ? out.verbatim(node.value) : out.text(node.value);
    if (node.type === "root")
      return node.children.forEach((child) => {
        walk(child, preformatted);
      });
    if (node.type !== "element" || options.skip.has(node) || isFootnoteMark(node)) return;
    if (node.tagName === "br") return out.lineEnd();
    const block = BLOCKS.has(node.tagName);
    if (block) out.blockEnd();
    const leave = enterTable(node, out);
    const number = node.tagName === "ol" && options.numberLists ? listNumbers(node) : null;
    for (const child of node.children) {
      const label = child.type === "element" ? number?.get(child) : undefined;
      if (label !== undefined) {
        out.blockEnd();
        out.label(`${label} `);
      }
      walk(child, preformatted || node.tagName === "pre");
    }
    if (block) out.blockEnd();
    leave?.();
  };
  walk(root, false);
  return { text: out.finish(), tables: out.tables };
}

type TextSink = ReturnType<typeof createTextSink>;

/** Notes that a part of a table begins; what is given back notes its end. */
function enterTable(node: Element, { tables, openCell, closeCell }: TextSink): (() => void) | undefined {
  switch (node.tagName) {
    case "table":
      tables.openTable();
      return () => tables.closeTable();
    case "thead":
      if (!tables.isOuter) return;
      tables.headerRows = true;
      return () => {
        tables.headerRows = false;
      };
    case "tr": {
      const cells = node.children.filter((child) => child.type === "element");
      tables.openRow(tables.headerRows || (cells.length > 1 && cells.every((cell) => cell.tagName === "th")));
      return () => tables.closeRow();
    }
    case "td":
    case "th":
      openCell(
        tables.openCell(
          newCell({ colSpan: spanOf(node.properties.colSpan), rowSpan: spanOf(node.properties.rowSpan) }),
        ),
      );
      return () => closeCell(tables.closeCell());
  }
}

const spanOf = (value: unknown): number => Number(value ?? 1);

const BLOCKS: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** A raised "[1]" or "1" that links to a note: not part of the sentence. `m<sup>2</sup>` has no link and stays. */
function isFootnoteMark(node: Element): boolean {
  if (node.tagName !== "sup") return false;
  const inside = flatText(node, 12).trim();
  return (
    /^\[?\(?\d{1,3}\)?\]?$/u.test(inside) &&
    node.children.some((child) => child.type === "element" && child.tagName === "a")
  );
}

/** All characters below a node, at most `limit`. */
export function flatText(node: Nodes, limit: number): string {
  if (node.type === "text") return node.value.slice(0, limit);
  if (!("children" in node)) return "";
  let text = "";
  for (const child of node.children) {
    text += flatText(child, limit - text.length);
    if (text.length >= limit) break;
  }
  return text;
}

/** Numbers of an ordered list by its item; empty where the items already carry their numbers in their words. */
function listNumbers(list: Element): ReadonlyMap<Element, string> {
  const numbers = new Map<Element, string>();
  if (/list-style(?:-type)?\s*:\s*none/u.test(String(list.properties.style ?? ""))) return numbers;
  const items = list.children.filter((child): child is Element => child.type === "element" && child.tagName === "li");
  if (items.some((item) => /^\s*(?:\(?[\p{L}\d]{1,4}[.)/]|Điều\s)/u.test(flatText(item, 20)))) return numbers;
  let next = Number(list.properties.start ?? 1);
  for (const item of items) {
    if (item.properties.value !== undefined) next = Number(item.properties.value);
    if (!Number.isFinite(next)) return new Map();
    numbers.set(item, String(list.properties.type) === "a" ? `${letter(next)})` : `${next}.`);
    next++;
  }
  return numbers;
}

const letter = (n: number): string => String.fromCharCode(97 + ((Math.trunc(n) - 1 + 26_000) % 26));

/** Collects text as a browser lays it out: white space collapses, separators are written only between words. */
function createTextSink() {
  const parts: string[] = [];
  let separator = "";
  let labelled = false;
  const tables = new TableBuilder();
  /** Line under way, and the cells that begin with the next word. */
  let line = 0;
  let opened: CellEdge[] = [];
  const put = (text: string): void => {
    line += parts.length > 0 ? separator.split("\n").length - 1 : 0;
    // A cell on the line of what stands before it (a list's number) has no line of its own.
    if (opened.length > 0 && parts.length > 0 && !separator.startsWith("\n")) tables.break();
    for (const { cell } of opened) cell.from = line;
    opened = [];
    if (parts.length > 0 || separator.length === 0) parts.push(separator);
    parts.push(text);
    separator = "";
    labelled = false;
  };
  const atLeast = (next: string): void => {
    if (
      !labelled &&
      next.length > 0 &&
      (next.startsWith("\n") ? separator.length < next.length || separator === " " : separator === "")
    )
      separator = next;
  };
  return {
    tables,
    openCell(edge: CellEdge | null): void {
      if (edge !== null) opened.push(edge);
    },
    closeCell(edge: CellEdge | null): void {
      if (edge === null) return;
      const { cell } = edge;
      const empty = cell.from < 0;
      if (empty) cell.from = line;
      cell.to = empty ? line : line + 1;
      opened = opened.filter((other) => other.cell !== cell);
    },
    text(value: string): void {
      const collapsed = value.replace(/[ \t\r\n\f\u00a0]+/gu, " ");
      const words = collapsed.trim();
      if (words === "") return collapsed === "" ? undefined : atLeast(" ");
      if (collapsed.startsWith(" ")) atLeast(" ");
      put(words);
      if (collapsed.endsWith(" ")) atLeast(" ");
    },
    verbatim(value: string): void {
      for (const [i, line] of value.replace(/\r\n?/gu, "\n").split("\n").entries()) {
        if (i > 0) separator = separator.startsWith("\n") ? `${separator}\n` : "\n";
        if (line.trim() !== "") put(line.trim());
      }
    },
    /** A number put before a block: what follows stays on its line. */
    label(value: string): void {
      put(value);
      labelled = true;
    },
    lineEnd: (): void => atLeast("\n"),
    blockEnd: (): void => atLeast("\n\n"),
    finish: (): string => parts.join(""),
  };
}
