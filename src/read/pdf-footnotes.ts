import { isRaised, noteMark } from "./pdf-lines.ts";
import type { Line, PdfPage, Piece } from "./pdf-page.ts";

export interface WithoutFootnotes {
  readonly lines: readonly Line[];
  /** Marks of the notes of this page, without brackets. */
  readonly marks: readonly string[];
  readonly notes: number;
}

/**
 * Parts a page's lines from its footnotes: the small lines at its foot that stand below a short rule at the left margin,
 * or that open with a raised mark which also stands raised in the text above.
 *
 *     … theo quy định của pháp luật [1].
 *     ______________
 *     [1] Điều này được sửa đổi theo quy định tại khoản 2 Điều 1 …
 */
export function withoutFootnotes(lines: readonly Line[], page: PdfPage, bodySize: number): WithoutFootnotes {
  const small = (line: Line): boolean => line.size <= bodySize * 0.93;
  let from = lines.length;
  while (from > 0 && small(lines[from - 1] as Line)) from--;
  const start = startBelowRule(lines, page, from) ?? startAtMark(lines, from);
  if (start === null) return { lines, marks: [], notes: 0 };
  const marks = lines.slice(start).flatMap((line) => opensWithMark(line) ?? []);
  return { lines: lines.slice(0, start), marks, notes: Math.max(1, marks.length) };
}

/** Above a rule 40–250 points wide that begins at the left edge of the notes, nothing but text; below it, nothing but notes. */
function startBelowRule(lines: readonly Line[], page: PdfPage, from: number): number | null {
  for (const rule of page.rules) {
    const width = rule.x1 - rule.x0;
    if (rule.y1 - rule.y0 > 1 || width < 40 || width > Math.min(250, page.width * 0.45)) continue;
    const start = lines.findIndex((line) => line.y - line.size * 0.9 > rule.y0);
    const first = lines[start];
    if (first === undefined || start < from || start === 0) continue;
    // A note may go on from the page before and then has no mark; but it begins at once below the rule.
    const close = first.y - rule.y0 < first.size * 3;
    const atLeft = Math.abs(rule.x0 - Math.min(...lines.slice(start).map((l) => l.x0))) < 12;
    if (close && atLeft && !/^Nơi nhận/u.test(first.text)) return start;
  }
  return null;
}

function startAtMark(lines: readonly Line[], from: number): number | null {
  for (let i = from; i < lines.length; i++) {
    const mark = raisedMark(lines[i] as Line, 0);
    if (mark === null) continue;
    const cited = lines.slice(0, i).some((line) => line.pieces.some((_, k) => k > 0 && raisedMark(line, k) === mark));
    return cited ? i : null;
  }
  return null;
}

function raisedMark(line: Line, at: number): string | null {
  const piece: Piece | undefined = line.pieces[at];
  return piece !== undefined && isRaised(piece, line.size, line.y) ? noteMark(piece.text) : null;
}

/** `[1] Điều này …`, `1 Khoản này …`, raised or not. */
const opensWithMark = (line: Line): string | null =>
  raisedMark(line, 0) ??
  /^(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3}|\*{1,4}))(?= ?\p{L})/u
    .exec(line.text)
    ?.slice(1)
    .find((m) => m !== undefined) ??
  null;
