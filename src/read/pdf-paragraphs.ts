import { commonest, type Line, quantile } from "./pdf-page.ts";

/** How a document sets its lines, measured over all of its pages. */
export interface TextLayout {
  /** Distance of two baselines inside a paragraph ÷ size of the letters. */
  readonly leading: number;
  /** Edges of the text on a page: where lines that run on begin, and how far full lines reach. */
  edgesOf(page: number): { readonly left: number; readonly right: number };
}

export function measureLayout(lines: readonly Line[]): TextLayout {
  const byPage = new Map<number, Line[]>();
  for (const line of lines) byPage.set(line.page, [...(byPage.get(line.page) ?? []), line]);
  const whole = edges(lines);
  const own = new Map([...byPage].map(([page, on]) => [page, on.length >= 8 ? edges(on) : whole]));
  const gaps: [number, number][] = [];
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1] as Line, lines[i] as Line];
    const { left, right } = own.get(a.page) ?? whole;
    const step = (b.y - a.y) / Math.max(a.size, b.size);
    if (a.page === b.page && step > 0.8 && step < 2.6 && a.x1 > right - a.size * 3 && b.x0 < left + 4)
      gaps.push([step, 1]);
  }
  return { leading: commonest(gaps, 0.05) || 1.2, edgesOf: (page) => own.get(page) ?? whole };
}

function edges(lines: readonly Line[]): { readonly left: number; readonly right: number } {
  const worded = lines.filter((line) => line.text.length > 25);
  const used = worded.length >= 3 ? worded : lines;
  // The leftmost place where a fair share of the lines begins: first lines of paragraphs begin further in.
  const starts = used.map((line) => line.x0).sort((a, b) => a - b);
  const left =
    starts.find((x) => starts.filter((other) => Math.abs(other - x) < 3).length >= Math.max(1, starts.length * 0.08)) ??
    starts[0] ??
    0;
  return {
    left,
    right: quantile(
      used.map((line) => line.x1),
      0.96,
    ),
  };
}

/** Joins the lines of running text into paragraphs; pages follow one another without a break. */
export function paragraphsOf(lines: readonly Line[], layout: TextLayout): string[] {
  const paragraphs: string[] = [];
  let open: Line[] = [];
  for (const line of lines) {
    const joint = open.length === 0 ? "break" : jointOf(open, line, layout);
    if (joint === "break") {
      if (open.length > 0) paragraphs.push(joinLines(open));
      open = [];
    }
    open.push(line);
  }
  if (open.length > 0) paragraphs.push(joinLines(open));
  return paragraphs;
}

/** Lines of one paragraph → its text. A word parted by a hyphen and a symbol parted behind "-" or "/" are closed up again. */
export function joinLines(lines: readonly Pick<Line, "text">[]): string {
  let text = "";
  for (const line of lines) text = text === "" ? line.text : glue(text, line.text);
  return text;
}

function glue(a: string, b: string): string {
  if (a.endsWith("\u00ad")) return a.slice(0, -1) + b;
  const tail = a.slice(a.lastIndexOf(" ") + 1);
  if (/^(?=.*[\p{L}\p{N}])[^\s]*\/$/u.test(tail) && /^[\p{L}\p{N}]/u.test(b)) return a + b;
  if (!/[\p{L}\p{N}]-$/u.test(tail)) return `${a} ${b}`;
  // English words are parted between syllables; Vietnamese ones never, so there the hyphen is the word's own.
  if (/^[a-z]{3,}-$/u.test(tail) && /^[a-z]{3,}(?![\p{L}])/u.test(b)) return a.slice(0, -1) + b;
  return /^[\p{L}\p{N}]/u.test(b) ? a + b : `${a} ${b}`;
}

const ENDS = /[.;:?!”"]$|\.\/\.?$/u;
/** A line that opens a unit or an item of a list. */
const OPENS =
  /^(?:(?:Điều|ĐIỀU|Ðiều) \d|(?:Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Phụ lục|PHỤ LỤC) ?[\dIVXLA-Z]|\d{1,3}(?:\.\d{1,3}){0,3}[.)] ?\D|[a-zđ]{1,2}\d?\) |[-–+•*] ?\p{L}|Căn cứ |Theo đề nghị |Xét |Nơi nhận)/u;
const HEADING = /^(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN|Tiểu mục) /u;
const LIST_MARK = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]|[a-zđ]{1,2}\)|[-–+•*]) ?\p{L}/u;
/** `45/2021/TT-` or `45/2021/`: the rest of the symbol stands in the next line. */
const TORN_SYMBOL = /\d\/(?:[\p{Lu}\d]+-)*$/u;
/** "… tổ chức chính trị / - xã hội": a dash in the middle of a sentence. */
const DASH = /^[-–] \p{Ll}/u;
/** Ends so that a number or a name must follow: the unit named in the next line is cited, not opened. */
const HANGING =
  /(?:^|[\s(])(?:tại|của|và|hoặc|theo|khoản|điểm|các|những|với|từ|đến|trừ|số|về|là|cho|Điều|Mục|Chương|Phụ lục|khoản \d{1,3}|điểm [a-zđ]),?$/u;

function jointOf(open: readonly Line[], b: Line, layout: TextLayout): "join" | "break" {
  const a = open.at(-1) as Line;
  const first = open[0] as Line;
  const lower = /^\(?\p{Ll}/u.test(b.text) && !OPENS.test(b.text);
  if (Math.abs(a.size - b.size) > Math.max(a.size, b.size) * 0.12) return "break";
  const turn = a.page !== b.page;
  if (TORN_SYMBOL.test(a.text) && /^[\p{Lu}\d]/u.test(b.text)) return "join";
  if (!turn && (b.y - a.y) / Math.max(a.size, b.size) > layout.leading * 1.25 + 0.1)
    return lower && isFull(a, b, layout) ? "join" : "break";
  if (a.bold && !b.bold && !lower && !startsBold(b)) return "break";
  if (!a.bold && b.bold && HEADING.test(b.text) && !HANGING.test(a.text)) return "break";
  const centred = isCentred(b, layout);
  if (centred || isCentred(a, layout)) return centredJoint(a, b, layout, lower);
  const full = isFull(a, b, layout);
  if (OPENS.test(b.text))
    return full && !ENDS.test(a.text) && (HANGING.test(a.text) || DASH.test(b.text)) ? "join" : "break";
  if (!full) return lower && !ENDS.test(a.text) ? "join" : "break";
  return indentJoint(first, a, b, layout, lower);
}

/** The line before is full, the next one opens nothing: does it begin where a paragraph begins, or where one goes on? */
function indentJoint(first: Line, a: Line, b: Line, layout: TextLayout, lower: boolean): "join" | "break" {
  const indent = b.x0 - layout.edgesOf(b.page).left;
  if (indent <= 8) return "join";
  if (lower && !ENDS.test(a.text)) return "join";
  const start = a.x0 - layout.edgesOf(a.page).left;
  // An item whose further lines hang below its words, and a paragraph set in as a whole.
  if (LIST_MARK.test(first.text) && indent > first.x0 - layout.edgesOf(first.page).left + 3) return "join";
  if (a !== first && Math.abs(indent - start) < 3) return "join";
  return "break";
}

/** Would the first word of the next line have fitted on this one? If not, the line was wrapped. */
function isFull(a: Line, b: Line, layout: TextLayout): boolean {
  const { right } = layout.edgesOf(a.page);
  return a.x1 + firstWord(b) > right - 1;
}

/** Width of the next line's first word with a space, by the mean width of its letters. */
function firstWord(line: Line): number {
  const word = line.text.indexOf(" ") < 0 ? line.text.length : line.text.indexOf(" ");
  return ((word + 1) * (line.x1 - line.x0)) / Math.max(1, line.text.length);
}

/** Free on both sides and as much on the one as on the other. */
function isCentred(line: Line, layout: TextLayout): boolean {
  const { left, right } = layout.edgesOf(line.page);
  const [before, after] = [line.x0 - left, right - line.x1];
  return before > 4 && Math.abs(before - after) < (before > 20 ? 8 : 3) && !LIST_MARK.test(line.text);
}

/** Headings are parted by hand; only where the next word had no room was the line wrapped. */
function centredJoint(a: Line, b: Line, layout: TextLayout, lower: boolean): "join" | "break" {
  const alike = a.bold === b.bold && isCapitals(a.text) === isCapitals(b.text);
  if (!isCentred(b, layout)) return lower && isFull(a, b, layout) && !ENDS.test(a.text) ? "join" : "break";
  return alike && isFull(a, b, layout) && !ENDS.test(a.text) ? "join" : "break";
}

const isCapitals = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text);
const startsBold = (line: Line): boolean => line.pieces.find((p) => p.text.trim() !== "")?.bold === true;
