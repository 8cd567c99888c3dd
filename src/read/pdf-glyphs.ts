import { PDF_LIMITS } from "./pdf-limits.ts";
import type { Rule } from "./pdf-page.ts";

/** A map of points: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** One letter where it is printed, its direction as a vector as long as its width. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly size: number;
  readonly bold: boolean;
  readonly oldFont: string | null;
}

/** What a page's drawing instructions put on it. */
export interface Drawing {
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
  /** A picture or outlines, beside letters and straight lines. */
  drawn: boolean;
  /** Letters drawn visibly and invisibly. */
  shown: number;
  hidden: number;
}

/** Instructions as pdf.js lists them. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}
export type OperatorCodes = Readonly<Record<string, number>>;

export interface Font {
  readonly bold: boolean;
  /** Its name where it is one of the old Vietnamese fonts (".VnTime"), whose letters stand for others. */
  readonly old: string | null;
  /** Width of a letter = its number × this × size: 0.001 but for drawn ("Type 3") fonts. */
  readonly scale: number;
}

/**
 * Follows the drawing instructions of a page and notes every letter with its place, and every straight line. Letter by
 * letter, because fonts that lack Vietnamese letters are mixed with others that are drawn over the gaps afterwards:
 * "NGH  Đ NH" and then "Ị", "Ị".
 */
export function readDrawing(
  operators: Operators,
  page: Matrix,
  codes: OperatorCodes,
  fontOf: (name: string) => Font,
): Drawing {
  const drawing: Drawing = { glyphs: [], rules: [], drawn: false, shown: 0, hidden: 0 };
  const stack: State[] = [];
  const steps = stepsOf(codes, drawing, fontOf);
  let state: State = { ...START, matrix: page };
  for (let i = 0; i < operators.fnArray.length; i++) {
    const operator = operators.fnArray[i] as number;
    const args = (operators.argsArray[i] ?? []) as readonly unknown[];
    if (operator === codes.save) stack.push({ ...state });
    else if (operator === codes.restore || operator === codes.paintFormXObjectEnd) state = stack.pop() ?? state;
    else if (operator === codes.paintFormXObjectBegin) {
      stack.push({ ...state });
      if (isMatrix(args[0])) state.matrix = times(state.matrix, args[0]);
    } else steps.get(operator)?.(state, args);
  }
  return drawing;
}

interface State {
  matrix: Matrix;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: Font;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  /** Width of letters ÷ 100 %. */
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const START: Omit<State, "matrix"> = {
  text: IDENTITY,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
  font: { bold: false, old: null, scale: 0.001 },
  size: 1,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
  mode: 0,
};

type Step = (state: State, args: readonly unknown[]) => void;

function stepsOf(codes: OperatorCodes, drawing: Drawing, fontOf: (name: string) => Font): ReadonlyMap<number, Step> {
  const move = (state: State, x: number, y: number): void => {
    state.x = state.lineX += x;
    state.y = state.lineY += y;
  };
  const setText = (state: State, matrix: Matrix): void => {
    Object.assign(state, { text: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
  };
  const steps: Record<string, Step> = {
    transform: (state, args) => {
      if (isMatrix(args)) state.matrix = times(state.matrix, args);
      // What is placed by a matrix of its own and is no text is a picture here; pictures themselves are not in the list.
      drawing.drawn = true;
    },
    beginText: (state) => setText(state, IDENTITY),
    setTextMatrix: (state, args) => {
      const matrix = args.length === 1 ? args[0] : args;
      if (isMatrix(matrix)) setText(state, matrix);
    },
    moveText: (state, [x, y]) => move(state, Number(x), Number(y)),
    setLeadingMoveText: (state, [x, y]) => {
      state.leading = -Number(y);
      move(state, Number(x), Number(y));
    },
    nextLine: (state) => move(state, 0, -state.leading),
    setFont: (state, [name, size]) => {
      state.font = fontOf(String(name));
      state.size = Number(size);
    },
    setCharSpacing: (state, [n]) => {
      state.charSpacing = Number(n);
    },
    setWordSpacing: (state, [n]) => {
      state.wordSpacing = Number(n);
    },
    setHScale: (state, [n]) => {
      state.stretch = Number(n) / 100;
    },
    setLeading: (state, [n]) => {
      state.leading = Number(n);
    },
    setTextRise: (state, [n]) => {
      state.rise = Number(n);
    },
    setTextRenderingMode: (state, [n]) => {
      state.mode = Number(n);
    },
    showText: (state, [glyphs]) => {
      if (Array.isArray(glyphs)) showText(state, glyphs, drawing);
    },
    constructPath: (state, args) => readPath(args, state.matrix, drawing, codes),
  };
  return new Map(
    Object.entries(steps).flatMap(([name, step]) => (codes[name] === undefined ? [] : [[codes[name], step] as const])),
  );
}

const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array) &&
  value.length === 6 &&
  [...value].every(Number.isFinite);

/** Modes of text that leave nothing on the page: what a scanner's program writes under its picture. */
const isHidden = (mode: number): boolean => mode === 3 || mode === 7;

function showText(state: State, glyphs: readonly unknown[], drawing: Drawing): void {
  const matrix = times(state.matrix, state.text);
  const size = Math.abs(state.size) * Math.hypot(matrix[2], matrix[3]);
  for (const glyph of glyphs) {
    if (typeof glyph === "number") state.x -= (glyph * state.size * state.stretch) / 1000;
    if (typeof glyph !== "object" || glyph === null) continue;
    const {
      unicode = "",
      width = 0,
      isSpace = false,
    } = glyph as { unicode?: string; width?: number; isSpace?: boolean };
    const spacing = state.charSpacing + (isSpace ? state.wordSpacing : 0);
    const advance = (width * state.font.scale * state.size + spacing) * state.stretch;
    if (drawing.glyphs.length < PDF_LIMITS.glyphsOfPage && Number.isFinite(advance)) {
      const [x, y] = at(matrix, state.x, state.y + state.rise);
      drawing.glyphs.push({
        text: unicode,
        x,
        y,
        dx: matrix[0] * advance,
        dy: matrix[1] * advance,
        size,
        bold: state.font.bold,
        oldFont: state.font.old,
      });
      drawing[isHidden(state.mode) ? "hidden" : "shown"]++;
    }
    state.x += advance;
  }
}

export const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

export const at = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** `[what is done with it, [numbers: 0 move, 1 line, 2 curve, 3 quadratic, 4 close], box]` */
function readPath(args: readonly unknown[], matrix: Matrix, drawing: Drawing, codes: OperatorCodes): void {
  const [paint, data] = args as [number, readonly (Float32Array | null)[] | undefined];
  const path = data?.[0];
  if (path === null || path === undefined || paint === codes.endPath) return;
  const filled = paint === codes.fill || paint === codes.eoFill;
  let points: (readonly [number, number])[] = [];
  const finish = (): void => {
    if (points.length > 1) addRules(points, filled, drawing.rules);
    points = [];
  };
  for (let i = 0; i < path.length && drawing.rules.length < PDF_LIMITS.rulesOfPage; ) {
    const step = path[i++];
    if (step === 0) finish();
    if (step === 0 || step === 1) {
      points.push(at(matrix, path[i] as number, path[i + 1] as number));
      i += 2;
    } else if (step === 2 || step === 3) {
      drawing.drawn = true;
      i += step === 2 ? 6 : 4;
      points = [];
    } else if (step === 4 && points[0] !== undefined) points.push(points[0]);
  }
  finish();
}

/** Thinner than this a filled box is a line. */
const THICKEST_RULE = 3;

function addRules(points: readonly (readonly [number, number])[], filled: boolean, rules: Rule[]): void {
  const [x0, x1] = ends(points.map(([x]) => x));
  const [y0, y1] = ends(points.map(([, y]) => y));
  if (Math.min(x1 - x0, y1 - y0) <= THICKEST_RULE) {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    rules.push(y1 - y0 <= x1 - x0 ? { x0, y0: y, x1, y1: y } : { x0: x, y0, x1: x, y1 });
    return;
  }
  // A large filled box is the shade of a cell; a drawn one is its border.
  if (filled || points.length > 12) return;
  for (let i = 1; i < points.length; i++) {
    const pair = [points[i - 1], points[i]] as readonly (readonly [number, number])[];
    const [ax, bx] = ends(pair.map(([x]) => x));
    const [ay, by] = ends(pair.map(([, y]) => y));
    if (bx - ax <= 1 || by - ay <= 1) rules.push({ x0: ax, y0: ay, x1: bx, y1: by });
  }
}

/** Least and greatest; a loop, since a path may have more points than a call may have arguments. */
function ends(values: readonly number[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}
