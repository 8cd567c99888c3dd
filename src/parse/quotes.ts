import type { Problem } from "../domain/problem.ts";
import type { Span } from "../domain/span.ts";
import type { TextLine } from "./normalise.ts";
import { ARTICLE_OPENER, CLAUSE_OPENER, opensUnit, POINT_OPENER } from "./openers.ts";

export interface Quotations {
  /** Words between the marks, marks left out. */
  readonly spans: readonly Span[];
  /** 1 for every line that begins inside a quotation or with its opening mark. */
  readonly quoted: Uint8Array;
  readonly problems: readonly Problem[];
}

const VERB =
  /(?:sửa đổi|bổ sung|bãi bỏ|thay thế|thay cụm từ|thay từ|bỏ cụm từ|đính chính|điều chỉnh|hủy bỏ|huỷ bỏ|sửa lại|được sửa|được thay)/iu;
const UNIT =
  /(?:khoản|điểm|điều|cụm từ|phụ lục|mẫu|chương|mục|tên|tiết|đoạn|danh mục|biểu|gạch đầu dòng|quy định|quy chế|bảng)/iu;
const AS_FOLLOWS = /(?:như sau|sau đây|thành|là|như nhau) ?:$/u;
const GENERAL = /(?:một số|các) (?:điều|nội dung|khoản|điểm|quy định|phụ lục|mẫu|biểu)/iu;
const CLOSING_ARTICLE =
  /(?:hiệu lực|thi hành|tổ chức thực hiện|trách nhiệm|chuyển tiếp|điều khoản|bãi bỏ|thay thế|sửa đổi|bổ sung|giao |chánh văn phòng)/iu;
/** "a) “Điều 5. …": new wording behind a letter of the amending text. */
const LABELLED = /^(?:[a-zđ]\d?\)|-|\d{1,2}\.) ?["“]/u;
const OPEN = /^["“]/u;
const END_MARK = /["”] ?[.;,:]{0,3}(?: ?(?:và|hoặc))?$|["”] ?\.?\/\.$/u;
const FOOT = /^(?:Nơi nhận ?:|TM\. |KT\. )/u;
const MAX_BLOCK_LINES = 6000;
/** Lines that may be looked ahead at in one document, for each of its lines: keeps a text full of stray marks linear. */
const LOOKAHEAD_PER_LINE = 20;

/** Outer numbering at a line: what would come next if the quotation were over. */
interface Outer {
  article: number;
  clause: number;
  /** Lines that may still be looked ahead at. */
  budget: number;
}

/**
 * Finds new wording in amending texts. A block opens after an instruction ("… như sau:") or with a mark before a unit
 * (`“Điều 6a. …`); it ends with its closing mark, or, where that was forgotten, before the next instruction.
 */
export function findQuotations(lines: readonly TextLine[]): Quotations {
  const quoted = new Uint8Array(lines.length);
  const spans: Span[] = [];
  const problems: Problem[] = [];
  const outer: Outer = { article: 0, clause: 0, budget: lines.length * LOOKAHEAD_PER_LINE + MAX_BLOCK_LINES };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as TextLine;
    follow(outer, line.text);
    const from = openingIn(line, lines[i - 1], i > 0 && quoted[i - 1] === 1);
    if (from >= 0) {
      const block = closeBlock(lines, i, from, outer);
      spans.push(block.span);
      for (let k = i + (from > 1 ? 1 : 0); k <= block.last; k++) quoted[k] = 1;
      if (!block.closed) problems.push(unclosed(line));
      i = block.last;
    } else if (opensUnmarked(line, lines[i + 1], outer)) {
      const last = endOfUnmarked(lines, i + 1, outer);
      if (last < i + 1) continue;
      spans.push({ start: (lines[i + 1] as TextLine).start, end: (lines[last] as TextLine).end });
      for (let k = i + 1; k <= last; k++) quoted[k] = 1;
      i = last;
    }
  }
  return { spans, quoted, problems };
}

const unclosed = (line: TextLine): Problem => ({
  code: "unclosed-quotation",
  what: "Dấu ngoặc kép mở nội dung mới không có dấu đóng.",
  why: "Không xác định được chắc chắn nội dung được trích dẫn kết thúc ở đâu.",
  todo: "Kiểm tra lại đoạn trích dẫn và bổ sung dấu đóng ngoặc kép.",
  span: { start: line.start, end: line.end },
});

function follow(outer: Outer, text: string): void {
  const c = text.charCodeAt(0);
  if (c === 0x110) {
    const m = ARTICLE_OPENER.exec(text);
    if (m && /^[.:]?\s|^[.:]?$/u.test(text.slice(m[0].length).trimStart()) && Number(m[1]) > outer.article) {
      outer.article = Number(m[1]);
      outer.clause = 0;
    }
  } else if (c >= 48 && c <= 57) {
    const m = CLAUSE_OPENER.exec(text);
    if (m && (Number(m[1]) === outer.clause + 1 || outer.clause === 0)) outer.clause = Number(m[1]);
  }
}

/** Offset in the line just after an opening mark whose block is not closed in a phrase of the same line; -1 = none. */
function openingIn(line: TextLine, before: TextLine | undefined, afterBlock: boolean): number {
  const { text } = line;
  if (!text.includes("“") && !text.includes('"')) return -1;
  const label = LABELLED.exec(text);
  if (label && before !== undefined && (afterBlock || (VERB.test(before.text) && /:$/u.test(before.text)))) {
    return closesInside(text, label[0].length) ? -1 : label[0].length;
  }
  if (OPEN.test(text)) {
    if (closesInside(text, 1)) return -1;
    const inside = text.slice(1).trimStart();
    const expected = afterBlock || before === undefined || VERB.test(before.text);
    if (expected && (opensUnit(inside) || /^(?:Điều|Khoản|Chương|Mục|Phụ lục|PHỤ LỤC|Mẫu|\()/u.test(inside))) return 1;
    return before !== undefined && /:$/u.test(before.text) && VERB.test(before.text) ? 1 : -1;
  }
  if (text.length < 12) return -1;
  const at = text.search(/(?:như sau|sau đây|thành|là)? ?: ?["“]/u);
  if (at < 0 || !VERB.test(text.slice(0, at)) || !UNIT.test(text.slice(0, at))) return -1;
  const mark = text.slice(at).search(/["“]/u) + at;
  const inside = text.slice(mark + 1);
  if (closesInside(text, mark + 1)) return -1;
  return /như sau ?: ?$/u.test(text.slice(0, mark)) || opensUnit(inside.trimStart()) ? mark + 1 : -1;
}

/** The mark is closed in the middle of its own line and the sentence goes on: a phrase, not a block. */
function closesInside(text: string, from: number): boolean {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    depth += turn(text, i);
    if (depth <= 0) return !AFTER_CLOSING.test(text.slice(i + 1));
  }
  return false;
}

const AFTER_CLOSING = /^["”]?[.;,:/ ]*(?:và|hoặc|\.)?$/u;

/** +1 at an opening mark, -1 at a closing one. Straight marks open after a gap and close otherwise. */
function turn(text: string, i: number): number {
  const c = text.charCodeAt(i);
  if (c === 0x201c) return 1;
  if (c === 0x201d) return -1;
  if (c !== 0x22) return 0;
  const before = i === 0 ? 32 : text.charCodeAt(i - 1);
  const after = i + 1 < text.length ? text.charCodeAt(i + 1) : 32;
  return (before === 32 || before === 40) && after !== 32 ? 1 : -1;
}

/** Depth of quotation marks after the line, from `depth` before it. */
function depthAfter(text: string, from: number, depth: number): number {
  let d = depth;
  for (let i = from; i < text.length; i++) {
    const t = turn(text, i);
    if (t === 0) continue;
    d += t;
    if (d <= 0 && !AFTER_CLOSING.test(text.slice(i + 1))) d = 1;
  }
  return d;
}

interface Block {
  readonly span: Span;
  readonly last: number;
  readonly closed: boolean;
}

function closeBlock(lines: readonly TextLine[], first: number, from: number, outer: Outer): Block {
  const start = (lines[first] as TextLine).start + from;
  let depth = 1;
  let soft = -1;
  const stop = Math.min(lines.length, first + Math.min(MAX_BLOCK_LINES, outer.budget));
  for (let i = first; i < stop; i++) {
    const line = lines[i] as TextLine;
    if (i > first && isInstruction(line.text, outer)) return ended(lines, start, i - 1);
    outer.budget--;
    if (i > first && soft < 0 && (FOOT.test(line.text) || isNextArticle(line.text, outer))) soft = i;
    depth = depthAfter(line.text, i === first ? from : 0, depth);
    const marked = END_MARK.test(line.text) && (i > first || line.text.length > from);
    if (marked && (depth <= 0 || endsBefore(lines[i + 1], outer))) {
      const end = line.start + Math.max(line.text.lastIndexOf('"'), line.text.lastIndexOf("”"));
      return { span: { start, end: Math.max(start, end) }, last: i, closed: true };
    }
  }
  return ended(lines, start, (soft > 0 ? soft : Math.max(first + 1, stop)) - 1);
}

const ended = (lines: readonly TextLine[], start: number, last: number): Block => ({
  span: { start, end: Math.max(start, (lines[last] as TextLine).end) },
  last,
  closed: false,
});

const endsBefore = (next: TextLine | undefined, outer: Outer): boolean =>
  next !== undefined && (isInstruction(next.text, outer) || isClosingArticle(next.text, outer));

/** "3. Sửa đổi khoản 2 Điều 5 như sau:" carrying the outer text's next number. */
function isInstruction(text: string, outer: Outer): boolean {
  const c = text.charCodeAt(0);
  if (c >= 48 && c <= 57) {
    const m = CLAUSE_OPENER.exec(text);
    return m !== null && Number(m[1]) === outer.clause + 1 && instructs(text.slice(m[0].length));
  }
  if (c === 0x110) {
    const m = ARTICLE_OPENER.exec(text);
    return m !== null && Number(m[1]) === outer.article + 1 && instructs(text.slice(m[0].length));
  }
  const m = POINT_OPENER.exec(text);
  return m !== null && instructs(text.slice(m[0].length)) && AS_FOLLOWS.test(text);
}

function instructs(words: string): boolean {
  const head = words.slice(0, 220).trimStart();
  if (/^[.: ]*(?:Sửa |Bổ sung|Bãi bỏ|Thay |Bỏ |Hủy bỏ|Huỷ bỏ|Đính chính|Điều chỉnh)/u.test(head)) {
    return (
      UNIT.test(head) &&
      (AS_FOLLOWS.test(words) ||
        /(?:khoản|Điều|điểm|Phụ lục|Mẫu|Chương|Mục) [\divxlIVXLa-zđ]{1,4}|cụm từ|một số điều/u.test(head))
    );
  }
  return (
    /^[.: ]*(?:Điều|Khoản|Điểm|Tên|Phụ lục|Mẫu|Tiêu đề|Chương|Mục)/u.test(head) &&
    /được (?:sửa|bổ sung|thay)/u.test(head)
  );
}

function isNextArticle(text: string, outer: Outer): boolean {
  const m = text.charCodeAt(0) === 0x110 ? ARTICLE_OPENER.exec(text) : null;
  return (
    m !== null && outer.article > 0 && Number(m[1]) === outer.article + 1 && /^ ?[.:]/u.test(text.slice(m[0].length))
  );
}

function isClosingArticle(text: string, outer: Outer): boolean {
  const m = text.charCodeAt(0) === 0x110 ? ARTICLE_OPENER.exec(text) : null;
  return (
    m !== null && Number(m[1]) === outer.article + 1 && outer.article > 0 && CLOSING_ARTICLE.test(text.slice(0, 160))
  );
}

/** An instruction whose new wording follows without any mark. */
function opensUnmarked(line: TextLine, next: TextLine | undefined, outer: Outer): boolean {
  if (
    !next ||
    !line.text.endsWith(":") ||
    !/như sau ?:$/u.test(line.text) ||
    !VERB.test(line.text) ||
    OPEN.test(next.text) ||
    next.cell
  )
    return false;
  if (GENERAL.test(line.text) || !/(?:[Kk]hoản|[Đđ]iểm|Điều|Phụ lục|Mẫu) [\da-zđIVX]/u.test(line.text)) return false;
  const words = line.text.replace(/^(?:Điều \d+[a-z]?[.:]?|\d+[a-z]?[.)]|[a-zđ]\d?\)|-) */u, "");
  if (!instructs(words) && !/được (?:sửa đổi|bổ sung|thay thế)[^.;]{0,300} như sau ?:$/u.test(line.text)) return false;
  return outer.article > 0 && !instructs(next.text.replace(/^(?:\d+[a-z]?[.)]|[a-zđ]\d?\)|-) */u, ""));
}

function endOfUnmarked(lines: readonly TextLine[], from: number, outer: Outer): number {
  for (let i = from; i < lines.length; i++) {
    const { text } = lines[i] as TextLine;
    const m = text.charCodeAt(0) === 0x110 ? ARTICLE_OPENER.exec(text) : null;
    if (isInstruction(text, outer) || isClosingArticle(text, outer)) return i - 1;
    if (m && i > from && Number(m[1]) === outer.article + 1) return i - 1;
    if (/^(?:Nơi nhận|TM\.|KT\.)/u.test(text)) return i - 1;
  }
  return lines.length - 1;
}
