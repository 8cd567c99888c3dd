/** A word as it is printed. Points; y grows downwards from the top of the page as it is shown. */
export interface Piece {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** Name of the old Vietnamese font it is set in, if it is. */
  readonly oldFont?: string | null;
}

/** A drawn straight line: of a table, over footnotes, under the motto. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** One page as it is shown, turned upright. */
export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rules: readonly Rule[];
  /** Letters that stand at another angle than most (stamps, watermarks, upright heads of columns) and are left out. */
  readonly turned: number;
  /** Letters drawn invisibly: the layer a scanner's software lays under its picture. */
  readonly hiddenText: boolean;
  /** Something other than letters is drawn on it: a picture, outlines. */
  readonly drawn: boolean;
}

/** One printed line, or one cell's part of it. */
export interface Line {
  readonly page: number;
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** Size of most of its letters. */
  readonly size: number;
  /** All of it is bold. */
  readonly bold: boolean;
}

/** The value that most weight stands behind, rounded to `step`; 0 where there is none. */
export function commonest(values: Iterable<readonly [value: number, weight: number]>, step: number): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) {
    const key = Math.round(value / step);
    weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  let best = 0;
  let most = 0;
  for (const [key, weight] of weights) {
    if (weight > most) [best, most] = [key, weight];
  }
  return best * step;
}

/** The value below which `share` of all lie; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
