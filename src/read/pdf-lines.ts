import { commonest, type Line, type Piece } from "./pdf-page.ts";

/** Pieces → printed lines from top to bottom, each read from left to right. Marks of footnotes in `noteMarks` are left out. */
export function linesOf(pieces: readonly Piece[], page: number, noteMarks: ReadonlySet<string> = NO_MARKS): Line[] {
  return rowsOf(pieces)
    .map((row) => lineOf(row, page, noteMarks))
    .filter((line) => line.text !== "");
}

const NO_MARKS: ReadonlySet<string> = new Set();

/** Pieces on one baseline, give or take; raised figures and letters go with the line they stand on. */
export function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const sorted = pieces.filter((p) => p.text !== "").sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const rows: Piece[][] = [];
  let base = Number.NEGATIVE_INFINITY;
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && piece.y - base < piece.size * 0.3) row.push(piece);
    else {
      rows.push([piece]);
      base = piece.y;
    }
  }
  return withRaised(rows).map((row) => row.sort((a, b) => a.x0 - b.x0));
}

const sizeOf = (row: readonly Piece[]): number =>
  commonest(
    row.map((p) => [p.size, p.text.length] as const),
    0.1,
  );

/** "m" + raised "2", "Điều 5" + raised "[3]": a short small row over a larger one, touching its letters, belongs into it. */
function withRaised(rows: readonly Piece[][]): Piece[][] {
  const kept: Piece[][] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Piece[];
    const next = rows[i + 1];
    const before = kept.at(-1);
    const small = row.every((p) => p.text.trim().length <= 6);
    if (small && next !== undefined && standsOn(row, next)) next.push(...row);
    else if (small && before !== undefined && standsOn(row, before)) before.push(...row);
    else kept.push(row);
  }
  return kept;
}

function standsOn(small: readonly Piece[], row: readonly Piece[]): boolean {
  const size = sizeOf(row);
  const y = baselineOf(row);
  return small.every(
    (p) =>
      p.size < size * 0.85 &&
      y - p.y < size * 0.75 &&
      p.y - y < size * 0.35 &&
      row.some((q) => Math.abs(q.x1 - p.x0) < size * 0.4 || Math.abs(q.x0 - p.x1) < size * 0.4),
  );
}

const baselineOf = (row: readonly Piece[]): number =>
  commonest(
    row.map((p) => [p.y, p.text.length] as const),
    0.1,
  );

export const isRaised = (piece: Piece, size: number, y: number): boolean =>
  piece.size < size * 0.85 && y - piece.y > size * 0.12;

/** `[12]`, `(3)`, `*`: what refers to a footnote, without its brackets; null for other words. */
export function noteMark(text: string): string | null {
  return /^[[(]?(\d{1,3}|\*{1,4})[\])]?$/u.exec(text.trim())?.[1] ?? null;
}

export function lineOf(row: readonly Piece[], page: number, noteMarks: ReadonlySet<string> = NO_MARKS): Line {
  const size = sizeOf(row) || 1;
  const y = baselineOf(row);
  const kept = row.filter((p) => {
    const mark = noteMarks.size > 0 && isRaised(p, size, y) ? noteMark(p.text) : null;
    return mark === null || !noteMarks.has(mark);
  });
  const worded = kept.filter((p) => p.text.trim() !== "");
  return {
    page,
    pieces: kept,
    text: textOf(kept, size, y),
    x0: worded[0]?.x0 ?? 0,
    x1: worded.reduce((end, p) => Math.max(end, p.x1), worded[0]?.x1 ?? 0),
    y,
    size,
    bold: worded.length > 0 && worded.every((p) => p.bold),
  };
}

/** Words are set apart, but for raised figures, which stick to the word they stand on. */
function textOf(row: readonly Piece[], size: number, y: number): string {
  let text = "";
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of row) {
    const gap = piece.x0 - end;
    const sticks = isRaised(piece, size, y) ? gap < size * 0.3 : gap < size * TOUCHING;
    if (text !== "" && !sticks) text += " ";
    text += piece.text;
    end = Math.max(end, piece.x1);
  }
  return text
    .normalize("NFC")
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();
}

/** Two words of different size or height nearer than this are one ("1" in 13 points and "." in 12). */
const TOUCHING = 0.1;
