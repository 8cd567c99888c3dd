import { rowsOf, lineOf } from "./pdf-lines.ts";
import type { Line, PdfPage, Piece } from "./pdf-page.ts";
import { type Grid, isWithin } from "./pdf-tables.ts";

/**
 * The pieces of each page without what the pages print again and again: running heads and feet, page numbers. A line at
 * the top or foot of its page is one when the same words stand at the same height on three pages or more, where a number
 * in it may count the pages; the heads of a gazette and a page's own number alone need no second page.
 *
 *     80        CÔNG BÁO/Số 149 + 150/Ngày 24-01-2024
 */
export function withoutRunningHeads(
  pages: readonly PdfPage[],
  /** Tables of each page: what is printed again at the head of one belongs to it, `pdf-text.ts` leaves it out whole. */
  tables: readonly (readonly Grid[])[],
): readonly (readonly Piece[])[] {
  const edges = pages.map(edgeLines);
  const seen = new Map<string, Set<number>>();
  edges.forEach((lines, i) => {
    for (const line of lines) {
      for (const key of keysOf(line, i)) {
        const on = seen.get(key) ?? new Set();
        seen.set(key, on.add(i));
      }
    }
  });
  const pagesOf = (line: EdgeLine, i: number): number =>
    Math.max(0, ...keysOf(line, i).map((key) => densest(seen.get(key), i)));
  return pages.map((page, i) => {
    const drop = new Set<Piece>();
    const lines = edges[i] as readonly EdgeLine[];
    let numbered = false;
    for (const side of ["top", "foot"] as const) {
      // From the edge inwards: what stands behind a line of the text is text.
      for (const line of lines.filter((l) => l.side === side)) {
        const repeated = pagesOf(line, i);
        const number = !numbered && isPageNumber(line, page, repeated);
        const running = repeated >= (mayBeText(line.text) ? 6 : 3) || number || GAZETTE.test(line.text);
        if (!running || KEPT.test(line.text) || (tables[i] ?? []).some((table) => isWithin(table, line))) break;
        for (const piece of line.pieces) drop.add(piece);
        numbered ||= PAGE_NUMBER.test(line.text);
      }
    }
    return drop.size === 0 ? page.pieces : page.pieces.filter((piece) => !drop.has(piece));
  });
}

/**
 * On how many pages around this one the line stands without a gap wider than a page: right and left pages may differ, but
 * "a) Phạt cảnh cáo;" that happens to open pages 20, 33 and 41 is no running head.
 */
function densest(pages: ReadonlySet<number> | undefined, page: number): number {
  if (pages === undefined) return 0;
  let count = 1;
  for (const step of [-1, 1]) {
    for (let at = page, missed = 0; missed < 2; ) {
      at += step;
      if (pages.has(at)) [count, missed] = [count + 1, 0];
      else missed++;
    }
  }
  return count;
}

interface EdgeLine extends Line {
  readonly side: "top" | "foot";
  /** Free space between it and its neighbour towards the middle of the page ÷ its size. */
  readonly apart: number;
}

/** Lines looked at on either side of a page. */
const EDGE_LINES = 3;
const GAZETTE = /^(?:\d{1,4} )?CÔNG BÁO ?\/ ?(?:Số|\S).{0,60}(?:Ngày|ngày) ?\d|^CÔNG BÁO ?\/.{0,80}\d{4}$/u;
/** Lines of the law itself, however often they come. */
const KEPT =
  /^(?:CỘNG HÒA|CỘNG HOÀ|Độc lập|(?:Mẫu|MẪU|Phụ lục|PHỤ LỤC|Biểu|BIỂU|Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Khoản|Bảng)(?=[ \d:.]|$))/u;

/** Lines that open an item of the law, and bits of tables: only on many pages in a row are they something else. */
const mayBeText = (text: string): boolean =>
  OPENS_ITEM.test(text) || ((text.match(/\p{L}/gu)?.length ?? 0) < 6 && !PAGE_NUMBER.test(text));
const OPENS_ITEM = /^(?:[a-zđ]\)|\d{1,3}[.)]|[-–+•*]|Căn cứ|STT|TT)(?= |$)/u;

/** The outermost lines first. */
function edgeLines(page: PdfPage): EdgeLine[] {
  const rows = rowsOf(page.pieces.filter((p) => p.text.trim() !== ""));
  const lines = rows
    .map((row) => lineOf(row, page.number))
    .filter((line) => line.text !== "" && line.text.length <= 160);
  const gap = (a: Line | undefined, b: Line | undefined): number =>
    a && b ? (b.y - a.y) / Math.max(a.size, b.size) : 9;
  const found = lines.map((line, k): EdgeLine => {
    const top = line.y < page.height / 2;
    return { ...line, side: top ? "top" : "foot", apart: top ? gap(line, lines[k + 1]) : gap(lines[k - 1], line) };
  });
  const top = found.filter((l) => l.y < page.height * 0.2).slice(0, EDGE_LINES);
  const foot = found
    .filter((l) => l.y > page.height * 0.8)
    .slice(-EDGE_LINES)
    .reverse();
  return [...top, ...foot];
}

/** What a line is recognised by on other pages: its words and height, as they are and with each number that may count pages. */
function keysOf(line: EdgeLine, page: number): readonly string[] {
  const height = Math.round(line.y / 6);
  const words = line.text.replace(/\s+/gu, "");
  const keys: string[] = [];
  // Two neighbouring steps of height, so that a line on the border of a step still meets its like.
  for (const step of [height, height + 1]) {
    keys.push(`${step} ${words}`);
    for (const number of words.matchAll(/\d{1,4}/gu)) {
      const shift = Number(number[0]) - page;
      keys.push(`${step} ${words.slice(0, number.index)}#${shift}${words.slice(number.index + number[0].length)}`);
    }
  }
  return keys;
}

const PAGE_NUMBER = /^[-–—.|]? ?(?:Trang |trang |TRANG )?(\d{1,4})(?: ?[/|] ?\d{1,4})? ?[-–—.|]?$/u;

/** A number alone at the edge, set apart or in the middle: the page's own, or one that counts on from another page. */
function isPageNumber(line: EdgeLine, page: PdfPage, repeated: number): boolean {
  const number = PAGE_NUMBER.exec(line.text)?.[1];
  if (number === undefined) return false;
  const middle = Math.abs((line.x0 + line.x1) / 2 - page.width / 2) < page.width * 0.06;
  if (line.apart < 1.6 && !middle) return false;
  return Number(number) === page.number || repeated >= 2 || /[/|–—-]|rang/u.test(line.text);
}
