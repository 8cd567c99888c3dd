import { lineOf, rowsOf } from "./pdf-lines.ts";
import type { Piece } from "./pdf-page.ts";

/**
 * Without the visible part of digital signatures: a few small lines one below the other, beginning "Người ký: …" or
 * "Ký bởi: …", often set over other words.
 *
 *     Người ký: Văn phòng Ủy ban nhân dân
 *     Email: …
 *     Thời gian ký: 12.06.2026 10:15:22 +07:00
 */
export function withoutStamps(pieces: readonly Piece[]): readonly Piece[] {
  const drop = new Set<Piece>();
  for (const group of groupsOf(pieces)) {
    if (group[0] === undefined || !OPENS.test(textOf(group[0]))) continue;
    const marks = group.filter((row) => PART.test(textOf(row))).length;
    if (marks >= 2) for (const row of group) for (const piece of row) drop.add(piece);
  }
  return drop.size === 0 ? pieces : pieces.filter((piece) => !drop.has(piece));
}

const OPENS =
  /^(?:Người ký|Ký bởi|Được ký bởi|Ký số bởi|Signature Not Verified|Signature Valid|Digitally signed by)(?=[ :]|$)/u;
const PART =
  /^(?:Người ký|Ký bởi|Được ký bởi|Ký số bởi|Signature (?:Not Verified|Valid)|Digitally signed by|Email|Thư điện tử|Cơ quan|Tổ chức|Chức vụ|Thời gian ký|Ngày ký|Lý do|Date|Reason|Location|DN)(?=[ :]|$)/u;
const FIRST_WORD = /^(?:Người|Ký|Được|Signature|Digitally)$/u;
const LONGEST_STAMP = 9;

const textOf = (row: readonly Piece[]): string => lineOf(row, 0).text;

/** From each line that opens a stamp down: lines of its size, close below, that begin at its left edge or within its width. */
function groupsOf(pieces: readonly Piece[]): readonly (readonly (readonly Piece[])[])[] {
  return pieces
    .filter((piece) => FIRST_WORD.test(piece.text))
    .map((opener) => {
      const near = pieces.filter(
        (p) =>
          p.y >= opener.y - 1 &&
          p.y < opener.y + opener.size * 1.8 * LONGEST_STAMP &&
          p.x0 >= opener.x0 - 12 &&
          Math.abs(p.size - opener.size) < 1.2,
      );
      const group: (readonly Piece[])[] = [];
      let y = opener.y;
      for (const row of rowsOf(near)) {
        const first = row[0] as Piece;
        if (first.y - y > opener.size * 2 || group.length >= LONGEST_STAMP) break;
        if (first.x0 - opener.x0 > 60) continue;
        group.push(touching(row));
        y = first.y;
      }
      // Behind the last named part no sentence belongs to the stamp.
      while (group.length > 1 && !PART.test(textOf(group.at(-1) as readonly Piece[]))) group.pop();
      return group;
    });
}

/** The pieces of a row up to the first wide gap: what stands beside a stamp is no part of it. */
function touching(row: readonly Piece[]): readonly Piece[] {
  const end = row.findIndex((piece, i) => i > 0 && piece.x0 - (row[i - 1] as Piece).x1 > piece.size * 1.5);
  return end < 0 ? row : row.slice(0, end);
}
