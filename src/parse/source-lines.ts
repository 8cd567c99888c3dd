import type { CleanLine } from "./characters.ts";
import type { Span } from "../domain/span.ts";
import { cleanLine } from "./characters.ts";

/** A line of the source that carries words, with what its surroundings say about it. */
export interface SourceLine extends CleanLine {
  /** An empty line (or a table mark) stood before it. */
  readonly gap: boolean;
  /** A page ended before it: a running head or a form feed was taken out here. */
  pageBreak: boolean;
  /** `#` heading of Markdown. */
  readonly heading: boolean;
  /** Number of the table cell it stands in; 0 outside tables. */
  cell: number;
  /** Source offset just after the line. */
  readonly sourceEnd: number;
}

const RULE = /^[\s*_\-=~\u2013\u2014\\|:+]+$/u;
const LINE_MARK = /^#{1,6} |^[ \t]{0,40}\|/mu;

const looksMarked = (text: string): boolean =>
  text.includes("**") || ((text.includes("#") || text.includes("|")) && LINE_MARK.test(text));
const FRONT_MATTER = /^---\r?\n(?:(?:[A-Za-z_][A-Za-z0-9_-]{0,60}:|[ \t]|- )[^\n]*\n){1,60}---\r?\n/u;

/** Cuts a text into cleaned lines; empty lines, rules and table marks are gone but leave their trace in `gap` and `cell`. */
export function readSourceLines(source: string): SourceLine[] {
  return new LineReader(source).read();
}

class LineReader {
  private readonly lines: SourceLine[] = [];
  private readonly source: string;
  private readonly markdown: boolean;
  private gap = true;
  private pageBreak = false;
  private bold = false;
  private cells = 0;
  private inCell = false;
  /** Lone table marks: cells closed in this row so far, cells a row has (0 = not known), and was the last line a mark? */
  private closedCells = 0;
  private columns = 0;
  private afterMark = false;

  constructor(source: string) {
    this.source = source;
    this.markdown = looksMarked(source.slice(0, 200_000));
  }

  read(): SourceLine[] {
    const { source } = this;
    let at = this.markdown ? (FRONT_MATTER.exec(source)?.[0].length ?? 0) : 0;
    while (at <= source.length) {
      let end = source.indexOf("\n", at);
      if (end < 0) end = source.length;
      this.line(at, end);
      at = end + 1;
    }
    this.closeCells();
    return this.lines;
  }

  private line(from: number, to: number): void {
    if (this.source.charCodeAt(from) === 0x0c) this.pageBreak = true;
    const first = this.firstCode(from, to);
    if (first < 0) return this.blank();
    if (first === 0x7c && this.markdown) return this.table(from, to);
    if (first === 0x2d || first === 0x2a || first === 0x5f || first === 0x3d || first === 0x7e || first >= 0x2010) {
      const raw = this.source.slice(from, to);
      if (raw.trim().length > 2 && RULE.test(raw)) return this.blank();
      if (this.markdown && /^\s*\*+(?:\s+\*+)*\s*$/u.test(raw)) {
        const last = this.lines.at(-1);
        if (last && this.bold) last.boldOpen = false;
        if (!this.bold) this.gap = true;
        this.bold = false;
        return;
      }
    }
    let start = from;
    let heading = false;
    if (this.markdown && (first === 0x23 || first === 0x3e)) {
      const mark = /^\s*(?:#{1,6}|(?:>\s*)+)(?=\s|$)/u.exec(this.source.slice(from, to));
      if (mark) {
        start = from + mark[0].length;
        heading = first === 0x23;
        if (heading) this.gap = true;
      }
    }
    this.push(start, to, heading);
    if (heading) this.gap = true;
  }

  private firstCode(from: number, to: number): number {
    for (let i = from; i < to; i++) {
      const c = this.source.charCodeAt(i);
      if (c !== 0x20 && c !== 0x09 && c !== 0x0d && c !== 0x0c && c !== 0xa0 && c !== 0xfeff && c !== 0x200b) return c;
    }
    return -1;
  }

  private blank(): void {
    this.gap = true;
    this.bold = false;
  }

  /** `|` alone opens the next cell; `| a | b |` is a whole row. */
  private table(from: number, to: number): void {
    const raw = this.source.slice(from, to);
    this.blank();
    if (RULE.test(raw)) {
      if (raw.trim() === "|") this.tableMark();
      return;
    }
    this.closeCells();
    const bounds: number[] = [];
    for (let i = from; i < to; i++) {
      if (this.source.charCodeAt(i) === 0x7c && this.source.charCodeAt(i - 1) !== 0x5c) bounds.push(i);
    }
    if ((bounds.at(-1) ?? from) < to - 1) bounds.push(to);
    for (let i = 0; i + 1 < bounds.length; i++) {
      this.cells++;
      this.inCell = true;
      this.gap = true;
      this.bold = false;
      for (const [a, b] of this.breaks((bounds[i] as number) + 1, bounds[i + 1] as number)) this.push(a, b, false);
    }
    this.inCell = false;
    this.gap = true;
  }

  /**
   * Two marks in a row end a row and tell how many cells it has. Words after a row's last mark stand outside the table:
   *
   *     |  a  |  b  |  |  c  |  d  |  text
   */
  private tableMark(): void {
    if (this.afterMark) {
      if (this.columns === 0 || this.closedCells >= this.columns) {
        this.columns = Math.max(this.columns, this.closedCells);
        this.closedCells = 0;
      } else this.closedCells++;
    } else if (this.inCell) this.closedCells++;
    this.cells++;
    this.inCell = true;
    this.afterMark = true;
  }

  private leavesTable(text: string): boolean {
    return this.afterMark && this.columns >= 2 && this.closedCells === this.columns && text.length > 12;
  }

  /** `<br>` inside a cell is a line end. */
  private breaks(from: number, to: number): [number, number][] {
    const parts: [number, number][] = [];
    let at = from;
    for (const m of this.source.slice(from, to).matchAll(/<br\s*\/?>/giu)) {
      parts.push([at, from + m.index]);
      at = from + m.index + m[0].length;
    }
    parts.push([at, to]);
    return parts;
  }

  private push(from: number, to: number, heading: boolean): void {
    const line = cleanLine(this.source, from, to, this.markdown, this.bold);
    this.bold = line.boldOpen;
    if (line.text === "") {
      if (!this.bold) this.gap = true;
      return;
    }
    const { text, segments, bold, boldOpen } = line;
    if (this.leavesTable(text)) {
      this.inCell = false;
      this.columns = 0;
      this.closedCells = 0;
    }
    this.afterMark = false;
    this.lines.push({
      text,
      segments,
      bold,
      boldOpen,
      gap: this.gap,
      pageBreak: this.pageBreak,
      heading,
      cell: this.inCell ? this.cells : 0,
      sourceEnd: to,
    });
    this.gap = false;
    this.pageBreak = false;
  }

  /**
   * A lone `|` ends the last cell as well, so what follows a table seems to be a cell. A real cell is closed by a further
   * mark and holds no article: whatever follows the last mark, or holds one, is taken out again.
   */
  private closeCells(): void {
    if (!this.inCell) return;
    this.inCell = false;
    for (let i = this.lines.length - 1; i >= 0 && (this.lines[i] as SourceLine).cell === this.cells; i--) {
      (this.lines[i] as SourceLine).cell = 0;
    }
  }
}

/** Numbers the lines that stand in given cells; those that look like cells by their own marks are numbered already. */
export function markCells(lines: readonly SourceLine[], cells: readonly Span[]): void {
  let number = lines.reduce((most, line) => Math.max(most, line.cell), 0);
  let next = 0;
  for (const { start, end } of cells) {
    number++;
    for (; next < lines.length && startOf(lines[next] as SourceLine) < start; next++);
    for (; next < lines.length && startOf(lines[next] as SourceLine) < end; next++) {
      const line = lines[next] as SourceLine;
      if (line.cell === 0) line.cell = number;
    }
  }
}

const startOf = (line: SourceLine): number => line.segments[1] ?? 0;

const ARTICLE = /^(?:Điều|ĐIỀU) \d+[a-zđ]? ?[.:]|^(?:Điều|ĐIỀU)$|^(?:Chương|CHƯƠNG) [IVXL\d]+|^Căn cứ /u;

/** Takes cells that hold articles or chapters out of the tables: text between two tables looks like a cell. */
export function freeTextBetweenTables(lines: readonly SourceLine[]): void {
  for (let i = 0; i < lines.length; ) {
    const cell = (lines[i] as SourceLine).cell;
    let end = i + 1;
    while (end < lines.length && (lines[end] as SourceLine).cell === cell) end++;
    if (cell > 0 && lines.slice(i, end).some((l) => ARTICLE.test(l.text)))
      for (let k = i; k < end; k++) (lines[k] as SourceLine).cell = 0;
    i = end;
  }
}
