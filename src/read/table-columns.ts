import { type DraftRow, newCell } from "./table-builder.ts";

/** A row whose cells are known by where they begin and end across the page, in twips. */
export interface MeasuredRow {
  readonly row: DraftRow;
  /** Left edge of the first cell, then the right edge of each. */
  readonly edges: readonly number[];
}

/** Two edges nearer than this are drawn as one line (2 mm). */
const NEAR = 114;

/**
 * Word's older formats say of each cell only how wide it is: one that spans three columns is as wide as three. Gives every
 * cell the number of columns it covers. Answers false where a row has not as many cells as edges: nothing is certain then.
 */
export function spreadColumns(rows: readonly MeasuredRow[]): boolean {
  if (rows.some(({ row, edges }) => row.cells.length !== edges.length - 1)) return false;
  const places = placesOf(rows.flatMap(({ edges }) => edges));
  for (const { row, edges } of rows) {
    const columns = edges.map((edge) => nearest(places, edge));
    row.cells.forEach((cell, i) => {
      cell.colSpan = Math.max(1, (columns[i + 1] as number) - (columns[i] as number));
    });
    const before = columns[0] ?? 0;
    if (before > 0) row.cells.unshift({ ...newCell({ colSpan: before }), from: 0, to: 0 });
  }
  return true;
}

function placesOf(edges: readonly number[]): readonly number[] {
  const places: number[] = [];
  for (const edge of [...new Set(edges)].sort((a, b) => a - b))
    if (edge - (places.at(-1) ?? Number.NEGATIVE_INFINITY) > NEAR) places.push(edge);
  return places;
}

function nearest(places: readonly number[], edge: number): number {
  const after = places.findIndex((place) => place > edge);
  return (after < 0 ? places.length : after) - 1;
}
