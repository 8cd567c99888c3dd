import { INDENT_OPENER, isBasisLine, opensUnit } from "./openers.ts";
import type { SourceLine } from "./source-lines.ts";

/** How two neighbouring lines belong together: "" and " " join them, "\n" keeps them apart. */
export type Joint = "" | " " | "\n";

/** How a document lays out its lines, measured before any are joined. */
export interface Layout {
  /** Width at which lines are wrapped; 0 where every paragraph is one line. */
  readonly width: number;
  /** Length of the longest common lines: a heading shorter than this ended of itself. */
  readonly longest: number;
  /** Paragraphs are set apart by empty lines, so a line end without one is soft. */
  readonly spaced: boolean;
  /** Lines were wrapped by an editor of web pages that counted tags too: the first line of a paragraph is short. */
  readonly ragged: boolean;
}

export function measureLayout(lines: readonly SourceLine[]): Layout {
  const lengths: number[] = [];
  let long = 0;
  let openers = 0;
  let spacedOpeners = 0;
  let marked = 0;
  let lower = 0;
  for (const line of lines) {
    const n = line.text.length;
    if (line.cell === 0 && n > 35 && n <= 110) lengths.push(n);
    if (n > 130) long++;
    if (line.bold > 0) marked++;
    if (line.cell > 0) continue;
    if (n <= 20) continue;
    if (opensUnit(line.text)) {
      if (INDENT_OPENER.test(line.text)) continue;
      openers++;
      if (line.gap) spacedOpeners++;
    } else if (/^\p{Ll}/u.test(line.text)) lower++;
  }
  const sorted = Uint8Array.from(lengths).sort();
  const wrapped = sorted.length > 3 && lower >= 3 && lower > long * 0.15;
  return {
    longest: sorted[Math.floor(sorted.length * 0.985)] ?? 0,
    width: wrapped ? (sorted[Math.floor(sorted.length * 0.9)] as number) : 0,
    spaced: openers >= 3 && spacedOpeners >= openers * 0.85,
    ragged: wrapped && marked >= 3,
  };
}

const ENDS = /[.;:?!”"]$|\.\/\.?$/u;
/** A line that ends so asks for a number, a name or a further word: what follows is no new unit. */
const HANGING =
  /(?:^|[\s(,])(?:tại|của|và|hoặc|theo|khoản|điểm|các|những|với|từ|đến|trừ|số|về|là|cho|bởi|thuộc|trong|trên|dưới|do|để|bằng|như|kể từ|ban hành|Điều|Chương|Mục|Phần|Mẫu|mẫu|Phụ lục|tỉnh|thành phố|xã|phường|huyện|quận|khoản này|Nghị định|Luật|Thông tư|Quyết định|Nghị quyết|này và|(?:khoản|Điều|điểm|số|và|hoặc|đến) [\p{Ll}\d]{1,4}),?$/u;
const HANGING_NUMBER =
  /(?:^|[\s(,])(?:số|khoản|điểm|Điều|điều|Mục|mục|Mẫu|mẫu|Phụ lục|từ|đến|trừ|và|hoặc|(?:khoản|Điều|điểm|số|và|hoặc|đến) [\p{Ll}\d]{1,4},),?$/u;
const HANGING_DATE = /(?:^|[\s(,])(?:ngày|tháng|năm)$/u;
const ARTICLE_LINE = /^(?:Điều|ĐIỀU)(?: ?\d+|$)/u;
const ARTICLE_MARKED = /^(?:Điều|ĐIỀU) ?\d+ ?[a-zđ]? ?[.:]/u;
const HEADING_LINE = /^(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN) ?[\dIVXL]/u;
/** "1." or "a)" or "Điều 5." alone: its words stand in the next line. */
const NUMBER_ALONE = /^(?:\(?[\da-zđ]{1,3}[.)]|(?:Điều|ĐIỀU) ?\d+[a-zđ]? ?[.:]|(?:TM|KT|TL|TUQ)\.)$/u;
/** A capital word alone in its line, "QUYẾT / ĐỊNH": torn off by an editor of web pages. */
const TORN = /^(?!(?:LUẬT|LỆNH|MẬT|BỘ|PHẦN|CHƯƠNG|MỤC|CHUNG)$)\p{Lu}{2,}$/u;
const LOWER = /^[\p{Ll}(]/u;

/** Numbers that would come next, followed while lines are joined. */
export interface Expected {
  article: number;
  clause: number;
}

const ANNEX_HEAD = /^(?:Phụ lục|PHỤ LỤC|Mẫu|MẪU|Biểu|BIỂU)(?: (?:số|SỐ))?(?: (?:[IVXL]{1,6}|\d{1,3})[a-zA-Z]?)?$/u;
const NUMBERED = /^(?:(Điều|ĐIỀU) ?)?(\d{1,4}) ?[.):] ?(?=\p{Lu})/u;

/** The next number in order, followed by a capital: a new unit, however the line before it ends. */
function isExpected(text: string, expected: Expected): boolean {
  const m = NUMBERED.exec(text);
  return m !== null && Number(m[2]) === (m[1] ? expected.article : expected.clause);
}

function follow(text: string, expected: Expected): void {
  const m = NUMBERED.exec(text) ?? /^(?:(Điều|ĐIỀU) ?)(\d{1,4}) ?[.:]?$/u.exec(text);
  if (!m) return;
  if (m[1]) {
    expected.article = Number(m[2]) + 1;
    expected.clause = 1;
  } else expected.clause = Number(m[2]) + 1;
}

/** Decides what stands between two neighbouring lines; `expected` goes along from line to line. */
export function jointOf(a: SourceLine, b: SourceLine, layout: Layout, expected: Expected): Joint {
  const joint = decide(a, b, layout, expected);
  if (joint === "\n") follow(b.text, expected);
  return joint;
}

function decide(a: SourceLine, b: SourceLine, layout: Layout, expected: Expected): Joint {
  if (a.cell !== b.cell) return "\n";
  if (ANNEX_HEAD.test(a.text) || (b.gap && ANNEX_HEAD.test(b.text))) return "\n";
  if (isExpected(b.text, expected) && !/^(?:Điều|ĐIỀU)$/u.test(a.text)) return "\n";
  if (continues(a, b, layout)) return glue(a.text, b.text);
  return "\n";
}

/** A symbol broken at its hyphen or slash is closed up again: `17/2023/TT-` + `BLĐTBXH`. */
function glue(a: string, b: string): Joint {
  if (!a.endsWith("-") && !a.endsWith("/")) return " ";
  if (/\/[\p{Lu}\d&-]*-$|\d\/$/u.test(a) && /^[\p{Lu}\d]/u.test(b)) return "";
  return " ";
}

function continues(a: SourceLine, b: SourceLine, layout: Layout): boolean {
  const ended = ENDS.test(a.text);
  if (a.heading !== b.heading && !(a.heading && !b.gap && /^\p{Ll}/u.test(b.text) && !opensUnit(b.text))) return false;
  if (!b.gap && TORN.test(a.text) && isCapitals(b.text) && layout.width > 0) return true;
  if (/^(?:Điều|ĐIỀU)$/u.test(a.text) && /^\d/u.test(b.text)) return true;
  if (opensUnit(b.text)) return opensInSentence(a, b, layout);
  if (!b.gap && (NUMBER_ALONE.test(a.text) || glue(a.text, b.text) === "")) return true;
  if (a.boldOpen && !b.gap) return true;
  const lower = LOWER.test(b.text) && !/^\(Ban hành/u.test(b.text);
  if (b.gap) {
    if (ended || a.heading) return false;
    const full = layout.width > 0 && isFull(a, b, layout);
    return (lower && b.text[0] !== "(" && a.text.length > 45) || (full && b.pageBreak && !isCapitals(a.text));
  }
  if (layout.width === 0) return lower && !ended && a.text.length > 60;
  if (a.bold > 0 && a.bold === a.text.length && b.bold === 0 && !lower) return false;
  if (isCapitals(a.text) !== isCapitals(b.text) && !lower) return false;
  if (lower && (!ended || isFull(a, b, layout))) return true;
  if (isFull(a, b, layout)) return !ended || a.text.length > layout.width * 0.8;
  if (ended) return false;
  if (
    /,$/u.test(a.text) ||
    HANGING.test(a.text) ||
    (/^\d/u.test(b.text) && (HANGING_NUMBER.test(a.text) || HANGING_DATE.test(a.text)))
  )
    return true;
  if (a.cell > 0) return false;
  if (layout.ragged && layout.spaced) return a.text.length > 18;
  return a.text.length > layout.width * 0.72 && !HEADING_LINE.test(a.text) && !isCapitals(a.text);
}

/** "… quy định tại / Điều 5 của Nghị định này": a unit's name in the middle of a sentence. */
function opensInSentence(a: SourceLine, b: SourceLine, layout: Layout): boolean {
  if ((b.gap && !b.pageBreak) || isBasisLine(b.text)) return false;
  if (ENDS.test(a.text)) return false;
  if (INDENT_OPENER.test(b.text))
    return layout.width > 0 && /^- \p{Lu}/u.test(b.text) && isFull(a, b, layout) && !/^-/u.test(a.text);
  if (ARTICLE_LINE.test(b.text)) {
    if (b.bold > 0 && a.bold === 0) return false;
    if (layout.width === 0 && ARTICLE_MARKED.test(b.text)) return false;
    return (
      HANGING.test(a.text) || (!ARTICLE_MARKED.test(b.text) && layout.width > 0 && !/(?:Điều|ĐIỀU)$/u.test(b.text))
    );
  }
  return layout.width > 0 && HANGING_NUMBER.test(a.text);
}

/** Would the first word of the next line have fitted? If not, the line was wrapped. */
function isFull(a: SourceLine, b: SourceLine, layout: Layout): boolean {
  if (a.cell > 0) return false;
  const space = b.text.indexOf(" ");
  const word = space < 0 ? b.text.length : space;
  const width = HEADING_LINE.test(a.text) && /^\p{Lu}/u.test(b.text) ? layout.longest + 1 : layout.width;
  return a.text.length + 1 + word > width - 1;
}

const isCapitals = (text: string): boolean => !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text) && !/\d\/\d/u.test(text);
