import type { Glyph, Matrix } from "./pdf-glyphs.ts";
import { at } from "./pdf-glyphs.ts";
import type { PdfPage, Piece } from "./pdf-page.ts";

/**
 * Letters → words, the page turned so that most of its letters stand upright (wide tables are often set sideways). Letters
 * at another angle are left out and counted.
 */
export function wordsOf(
  glyphs: readonly Glyph[],
  width: number,
  height: number,
): Pick<PdfPage, "pieces" | "turned" | "width" | "height"> & { readonly matrix: Matrix } {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs) {
    const quarter = quarterOf(glyph);
    if (quarter !== null && glyph.text.trim() !== "") counts[quarter] = (counts[quarter] as number) + 1;
  }
  const quarter = counts.indexOf(Math.max(...counts));
  const upright = turnedBack(quarter, width, height);
  const standing: Glyph[] = [];
  let turned = 0;
  for (const glyph of glyphs) {
    if (quarterOf(glyph) !== quarter) {
      if (/[\p{L}\p{N}]/u.test(glyph.text)) turned++;
      continue;
    }
    const [x, y] = at(upright.matrix, glyph.x, glyph.y);
    const onPage = x > -5 && x < upright.width + 5 && y > -5 && y < upright.height + 5;
    if (onPage) standing.push({ ...glyph, x, y, dx: Math.hypot(glyph.dx, glyph.dy), dy: 0 });
  }
  return { pieces: baselines(standing).flatMap(joinGlyphs), turned, ...upright };
}

/** Quarter turns of a letter: 0 reads to the right, 1 downwards, 3 upwards; null at an angle between. */
function quarterOf({ dx, dy }: Glyph): number | null {
  if (Math.abs(dy) <= Math.abs(dx) * 0.05) return dx >= 0 ? 0 : 2;
  if (Math.abs(dx) <= Math.abs(dy) * 0.05) return dy > 0 ? 1 : 3;
  return null;
}

function turnedBack(
  quarter: number,
  width: number,
  height: number,
): { readonly matrix: Matrix; readonly width: number; readonly height: number } {
  if (quarter === 1) return { matrix: [0, -1, 1, 0, 0, width], width: height, height: width };
  if (quarter === 2) return { matrix: [-1, 0, 0, -1, width, height], width, height };
  if (quarter === 3) return { matrix: [0, 1, -1, 0, height, 0], width: height, height: width };
  return { matrix: [1, 0, 0, 1, 0, 0], width, height };
}

/** Letters of one size on one baseline, from left to right. Sorting is stable: a mark drawn on a letter stays behind it. */
function baselines(glyphs: readonly Glyph[]): Glyph[][] {
  const rows = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    const key = `${Math.round(glyph.size)} ${Math.round(glyph.y * 2)}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [glyph]);
    else row.push(glyph);
  }
  return [...rows.values()].map((row) => row.sort((a, b) => a.x - b.x));
}

/** Narrower gaps stand between the letters of a word, wider ones are spaces. */
const SPACE = 0.15;
/** The same letter again this close to itself is bold print made by printing twice. */
const TWICE = 0.12;

function joinGlyphs(row: readonly Glyph[]): Piece[] {
  const words: Piece[] = [];
  let open: Glyph[] = [];
  let end = Number.NEGATIVE_INFINITY;
  const close = (): void => {
    const [first] = open;
    if (first !== undefined) words.push(wordOf(open, first, end));
    open = [];
  };
  for (const glyph of row) {
    const before = open.at(-1);
    if (
      before !== undefined &&
      before.text === glyph.text &&
      Math.abs(glyph.x - before.x) < glyph.size * TWICE &&
      glyph.dx > 0
    )
      continue;
    if (glyph.text.trim() === "" && glyph.text !== "\u00ad") {
      // A space drawn over letters parts nothing; one behind them does.
      if (glyph.dx > 0 && glyph.x > end - glyph.size * 0.1) close();
      continue;
    }
    if (glyph.x - end > glyph.size * SPACE) close();
    open.push(glyph);
    end = open.length === 1 ? glyph.x + glyph.dx : Math.max(end, glyph.x + glyph.dx);
  }
  close();
  return words;
}

const wordOf = (glyphs: readonly Glyph[], first: Glyph, end: number): Piece => ({
  text: glyphs.map((g) => g.text).join(""),
  x0: first.x,
  x1: end,
  y: first.y,
  size: first.size,
  oldFont: first.oldFont,
  bold: glyphs.filter((g) => g.bold).length * 2 > glyphs.length,
});
