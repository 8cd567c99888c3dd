import { lineOf, rowsOf } from "./pdf-lines.ts";
import { type Line, type Piece, quantile } from "./pdf-page.ts";

/** A stretch of a page: lines one below the other, or two columns side by side (each read to its end before the next). */
export type Stretch =
  | { readonly kind: "flow"; readonly lines: readonly Line[] }
  | { readonly kind: "columns"; readonly left: readonly Line[]; readonly right: readonly Line[] };

/**
 * Cuts the letters of a page (tables taken out) into stretches. Two columns are taken for such only where Vietnamese
 * documents have them: the head with the Quốc hiệu, and the foot with "Nơi nhận" and the signer.
 *
 *     ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 *      TỈNH AN KHÊ                 Độc lập - Tự do - Hạnh phúc
 */
export function stretchesOf(pieces: readonly Piece[], page: number): readonly Stretch[] {
  const rows = rowsOf(pieces).filter((row) => row.some((p) => p.text.trim() !== ""));
  const middle = middleOf(rows);
  const stretches: Stretch[] = [];
  let flow: Line[] = [];
  const endFlow = (): void => {
    if (flow.length > 0) stretches.push({ kind: "flow", lines: flow });
    flow = [];
  };
  for (let i = 0; i < rows.length; ) {
    const region = columnsFrom(rows, i, middle);
    if (region === null) {
      flow.push(...splitWide(rows[i] as Piece[], page));
      i++;
      continue;
    }
    endFlow();
    const inside = rows.slice(i, region.end).flat();
    const side = (left: boolean): Line[] =>
      rowsOf(inside.filter((p) => (p.x0 + p.x1) / 2 < region.gutter === left))
        .map((row) => lineOf(row, page))
        .filter((line) => line.text !== "");
    stretches.push({ kind: "columns", left: side(true), right: side(false) });
    i = region.end;
  }
  endFlow();
  return stretches;
}

/** A row's runs of letters, parted by gaps wider than a letter. */
interface Segment {
  readonly x0: number;
  readonly x1: number;
  readonly text: string;
}

function segmentsOf(row: readonly Piece[], widest: number): Segment[] {
  const groups: Piece[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of row) {
    if (piece.text.trim() === "") continue;
    if (piece.x0 - end > widest * piece.size) groups.push([piece]);
    else groups.at(-1)?.push(piece);
    end = Math.max(end, piece.x1);
  }
  return groups.map((group) => {
    const { x0, x1, text } = lineOf(group, 0);
    return { x0, x1, text };
  });
}

const HEAD_MARK = /CỘNG H(?:ÒA|OÀ) XÃ HỘI/u;
const FOOT_MARK = /^(?:Nơi nhận|NƠI NHẬN)/u;
const SIGNER =
  /^(?:TM|KT|TL|TUQ|Q)\. ?\p{Lu}|^(?:CHỦ TỊCH|PHÓ CHỦ TỊCH|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TỔNG|VIỆN TRƯỞNG|CHÁNH ÁN)/u;
const NUMBERING = /^(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|[a-zđ][.)]|[-–+•*]|(?:Điều|Chương|Mục) \S{1,5})$/u;

/** Do two columns begin at row `from`? Where, in x, are they parted, and before which row do they end? */
function columnsFrom(
  rows: readonly Piece[][],
  from: number,
  middle: number,
): { readonly gutter: number; readonly end: number } | null {
  const first = segmentsOf(rows[from] as Piece[], 0.7);
  const headAhead =
    from <= 6 && rows.slice(from, from + 4).some((row) => segmentsOf(row, 0.7).some((s) => HEAD_MARK.test(s.text)));
  const footAhead =
    first.some((s) => FOOT_MARK.test(s.text)) || (first.length === 2 && first.some((s) => SIGNER.test(s.text)));
  if (!headAhead && !footAhead && !(first.length >= 1 && SIGNER.test(first[0]?.text ?? "") && nearNotice(rows, from)))
    return null;
  // The gutter lies left of the motto, or left of what stands beside "Nơi nhận".
  const mark = rows
    .slice(from, from + (headAhead ? 4 : 8))
    .map((row) => segmentsOf(row, 0.7))
    .find((segments) => segments.length >= 2 && (!headAhead || segments.some((s) => HEAD_MARK.test(s.text))));
  if (mark === undefined || NUMBERING.test((mark[0] as Segment).text)) return null;
  const right = headAhead ? (mark.find((s) => HEAD_MARK.test(s.text)) as Segment) : (mark.at(-1) as Segment);
  const left = mark[mark.indexOf(right) - 1];
  if (left === undefined) return null;
  return extend(rows, from, [left.x1, right.x0], {
    head: headAhead,
    middle,
    columns: [(left.x0 + left.x1) / 2, (right.x0 + right.x1) / 2],
  });
}

/** "TM. ỦY BAN NHÂN DÂN" a little above the line of "Nơi nhận". */
const nearNotice = (rows: readonly Piece[][], from: number): boolean =>
  rows.slice(from, from + 5).some((row) => segmentsOf(row, 0.7).some((s) => FOOT_MARK.test(s.text)));

function extend(
  rows: readonly Piece[][],
  from: number,
  gap: readonly [number, number],
  known: { readonly head: boolean; readonly middle: number; readonly columns: readonly [number, number] },
): { readonly gutter: number; readonly end: number } | null {
  let [low, high] = gap;
  let end = from;
  let both = 0;
  let before = rows[from]?.[0]?.y ?? 0;
  for (; end < rows.length; end++) {
    const row = rows[end] as Piece[];
    const segments = segmentsOf(row, 0.7);
    const y = row[0]?.y ?? 0;
    const size = row[0]?.size ?? 12;
    const sides = segments.map((s) =>
      s.x1 <= low + 1
        ? "left"
        : s.x0 >= high - 1
          ? "right"
          : s.x1 < high - 1
            ? "left"
            : s.x0 > low + 1
              ? "right"
              : "across",
    );
    if (sides.includes("across")) break;
    const far = y - before > size * 4;
    if (far && sides.includes("left") && (known.head || both > 0) && end > from + 1) break;
    if (both > 0 && segments.length === 1 && isOverBoth(segments[0] as Segment, known)) break;
    if (sides.includes("left") && sides.includes("right")) both++;
    segments.forEach((s, i) => {
      if (sides[i] === "left") low = Math.max(low, s.x1);
      else high = Math.min(high, s.x0);
    });
    if (low >= high) break;
    before = y;
  }
  return both > 0 ? { gutter: (low + high) / 2, end } : null;
}

/** A heading in the middle of the page, below the columns: "QUYẾT ĐỊNH", "PHỤ LỤC". The middle of a column lies elsewhere. */
function isOverBoth(
  segment: Segment,
  known: { readonly middle: number; readonly columns: readonly [number, number] },
): boolean {
  const centre = (segment.x0 + segment.x1) / 2;
  return Math.abs(centre - known.middle) < 14 && known.columns.every((column) => Math.abs(centre - column) > 24);
}

/** The middle between the edges of the page's text. */
function middleOf(rows: readonly Piece[][]): number {
  const starts = rows.map((row) => row[0]?.x0 ?? 0);
  const ends = rows.map((row) => row.reduce((end, p) => Math.max(end, p.x1), 0));
  return (quantile(starts, 0.02) + quantile(ends, 0.96)) / 2;
}

/** Words set far apart in one row ("Nơi gửi:            Ký tên"), outside any column, are lines of their own. */
function splitWide(row: readonly Piece[], page: number): Line[] {
  const segments = segmentsOf(row, 3.5);
  const whole = lineOf(row, page);
  if (segments.length < 2 || NUMBERING.test((segments[0] as Segment).text)) return whole.text === "" ? [] : [whole];
  return segments
    .map((s) =>
      lineOf(
        row.filter((p) => p.x0 >= s.x0 - 0.5 && p.x1 <= s.x1 + 0.5),
        page,
      ),
    )
    .filter((line) => line.text !== "");
}
