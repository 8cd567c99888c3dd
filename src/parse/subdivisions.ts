import { POINT_LETTERS } from "../domain/e-id.ts";
import type { Problem } from "../domain/problem.ts";
import type { TextLine } from "./normalise.ts";
import { CLAUSE_OPENER, INDENT_OPENER, POINT_OPENER, SUBCLAUSE_OPENER } from "./openers.ts";
import { type FoundUnit, LEVEL } from "./unit-tree.ts";

/** A numbered line inside an article: where it stands and what number it shows. */
interface Numbered {
  readonly start: number;
  readonly number: number;
  readonly letter: string;
  /** The words after the number. */
  readonly text: string;
  /** Offset from the number to its words. */
  readonly cut: number;
}

/** One stretch of text to divide: an article, or a plan's section. */
export interface Stretch {
  readonly lines: readonly TextLine[];
  readonly from: number;
  readonly to: number;
  /** Offset in the first line where the words begin (after "Điều 5."). */
  readonly rest: number;
  readonly quoted: Uint8Array;
  /** A cutting from a longer text: numbering may begin anywhere. */
  readonly fragment: boolean;
}

/** Clauses, points and dashes of one article in text order. */
export function divide(stretch: Stretch): { units: FoundUnit[]; problems: Problem[] } {
  const walker = new Walker(stretch);
  walker.run();
  return { units: walker.units, problems: walker.problems };
}

class Walker {
  readonly units: FoundUnit[] = [];
  readonly problems: Problem[] = [];
  private readonly stretch: Stretch;
  private readonly later: Map<number, number> = new Map();
  private clause = 0;
  private clauseLetter = "";
  private nested = 0;
  private point = "";
  private indents = 0;
  private brackets = 0;
  private subindents = 0;
  private isFirst = true;
  private freeCell = -1;
  /** The next line begins a point, so letters inside this line are no points. */
  private hasPointsBelow = false;

  constructor(stretch: Stretch) {
    this.stretch = stretch;
  }

  run(): void {
    const { lines, from, to, rest, quoted } = this.stretch;
    for (let i = from; i < to; i++) {
      const line = lines[i] as TextLine;
      if (i > from && !quoted[i] && !line.cell) this.count(line.text);
    }
    for (let i = from; i < to; i++) {
      if (quoted[i]) continue;
      const line = lines[i] as TextLine;
      const cut = i === from ? rest : 0;
      if (line.cell > 0 && i !== from && line.cell !== this.freeCell && !this.leavesTable(lines, i)) continue;
      this.hasPointsBelow = POINT_OPENER.test(lines[i + 1]?.text ?? "");
      this.open(line.text.slice(cut), line.start + cut);
      this.isFirst = false;
    }
  }

  /**
   * Words after a table can look like one more of its cells. A cell that opens with exactly the next clause or point, in a
   * whole sentence, is text again.
   */
  private leavesTable(lines: readonly TextLine[], at: number): boolean {
    const line = lines[at] as TextLine;
    if (line.text.length < 25 || lines[at - 1]?.cell === line.cell) return false;
    const n = numberedAt(line.text, 0);
    const m = n ? null : POINT_OPENER.exec(line.text);
    const next = n
      ? this.clause > 0 && n.number === this.clause + 1
      : m !== null && this.point !== "" && rank(m[1] as string) === rank(this.point) + 1;
    if (next) this.freeCell = line.cell;
    return next;
  }

  /** How often each number still comes: tells a nested list from the clauses around it. */
  private count(text: string): void {
    const n = numberedAt(text, 0);
    if (n && n.letter === "") this.later.set(n.number, (this.later.get(n.number) ?? 0) + 1);
  }

  private open(text: string, start: number): void {
    const c = text.charCodeAt(0);
    if (this.clause === 0 && this.point === "" && text.length > 120 && (this.later.get(1) ?? 0) === 0 && c >= 65) {
      const at = inLine(text, 1, 0);
      const first = at > 0 && inLine(text, 2, at) > 0 ? numberedAt(text.slice(at), start + at) : null;
      if (first) return this.addClause(first);
    }
    if (c >= 48 && c <= 57) this.digit(text, start);
    else if (c === 45 || c === 43 || c === 0x2022 || c === 0xf0b7) this.dash(text, start, c);
    else if ((c >= 97 && c <= 122) || c === 0x111 || c === 40) this.letter(text, start);
  }

  private digit(text: string, start: number): void {
    const n = numberedAt(text, start);
    if (n) {
      if (n.letter === "" && !this.isFirst) this.later.set(n.number, (this.later.get(n.number) ?? 1) - 1);
      if (this.believes(n)) this.addClause(n);
      return;
    }
    const sub = SUBCLAUSE_OPENER.exec(text);
    if (!sub || this.clause === 0) return;
    const num = sub[1] as string;
    if (Number(num.split(".")[0]) !== this.clause || !/^[\p{L}“"(]/u.test(text.slice(sub[0].length).trimStart()))
      return;
    this.add("point", LEVEL.point, num, `point_${num}`, start);
    this.point = "";
  }

  /** Does this number run on from the clauses so far, or does it belong to a list inside one? */
  private believes(n: Numbered): boolean {
    if (n.letter !== "") return n.number === this.clause && n.letter > this.clauseLetter && n.letter.length <= 2;
    const next = n.number === this.clause + 1;
    const inner = this.nested > 0 && n.number === this.nested + 1;
    if (next && !(inner && (this.later.get(n.number) ?? 0) > 0)) return true;
    if (inner) {
      this.nested = n.number;
      return false;
    }
    if (this.clause === 0) return n.number === 1 || this.isFirstNumber(n);
    if (n.number === 1) {
      this.nested = 1;
      return false;
    }
    if (n.number > this.clause && n.number <= this.clause + 4 && this.nested === 0 && /^[\p{Lu}“"]/u.test(n.text)) {
      this.report("numbering-gap", n, `Số thứ tự khoản nhảy từ ${this.clause} sang ${n.number}.`);
      return true;
    }
    if (
      n.number === this.clause &&
      this.nested === 0 &&
      (this.later.get(n.number + 1) ?? 0) > 0 &&
      /^\p{Lu}/u.test(n.text)
    ) {
      this.report("numbering-duplicate", n, `Khoản ${n.number} xuất hiện hai lần trong cùng một điều.`);
      return true;
    }
    return false;
  }

  /** A fragment may begin at any number; a whole article whose first number is not 1 has none. */
  private isFirstNumber(n: Numbered): boolean {
    return (
      this.units.length === 0 && n.number < 100 && /^[\p{Lu}“"]|^$/u.test(n.text) && (this.later.get(1) ?? 0) === 0
    );
  }

  private report(code: string, n: Numbered, what: string): void {
    this.problems.push({
      code,
      what,
      todo: "Đối chiếu với bản gốc của văn bản.",
      span: { start: n.start, end: n.start + String(n.number).length },
    });
  }

  private addClause(n: Numbered): void {
    this.clause = n.number;
    this.clauseLetter = n.letter;
    this.nested = 0;
    this.point = "";
    const num = `${n.number}${n.letter}`;
    this.add("clause", LEVEL.clause, num, `cl_${num}`, n.start);
    if (/^a ?\)\s/u.test(n.text)) this.letter(n.text, n.start + n.cut);
    this.runOn(n);
  }

  /**
   * Texts read by machine may hold a whole article in one line: "1. … theo quy định. 2. … 3. …". The next number is
   * believed where a sentence ends before it and no later line bears it.
   */
  private runOn(n: Numbered): void {
    if (n.text.length < 60) return;
    const next = n.number + 1;
    let end = n.text.length;
    if ((this.later.get(next) ?? 0) === 0 && n.letter === "") {
      const at = inLine(n.text, next, 0);
      if (at > 0) end = at;
    }
    this.runOnPoints(n.text.slice(0, end), n.start + n.cut);
    if (end < n.text.length) {
      const following = numberedAt(n.text.slice(end), n.start + n.cut + end);
      if (following) this.addClause(following);
    }
  }

  /** "… gồm: a) …; b) …; c) …" inside one line: at least two letters in order. */
  private runOnPoints(text: string, start: number): void {
    if (this.point !== "" || this.hasPointsBelow || !text.includes(" a) ")) return;
    const found = [...text.matchAll(/(?<= )([a-zđ])\) (?=[\p{Lu}“])/gu)];
    if (found.length < 2 || found[0]?.[1] !== "a") return;
    for (const m of found) {
      const letter = m[1] as string;
      if (letter !== "a" && !this.followsPoint(letter, "")) break;
      this.point = letter;
      this.add("point", LEVEL.point, letter, `point_${letter}`, start + m.index);
    }
  }

  private letter(text: string, start: number): void {
    const bracket = /^\((\d{1,2})\) ?(?=\p{Lu})/u.exec(text);
    if (bracket) return this.bracketed(Number(bracket[1]), start);
    const m = POINT_OPENER.exec(text);
    if (!m) return;
    const letter = m[1] as string;
    if (!this.followsPoint(letter, text.slice(m[0].length).trimStart())) return;
    this.point = letter;
    this.nested = 0;
    this.add("point", LEVEL.point, letter, `point_${letter}`, start);
  }

  /** "(1) …; (2) …" inside a clause or a point of a plan. */
  private bracketed(number: number, start: number): void {
    if (this.clause === 0 || number !== this.brackets + 1) return;
    this.add("point", LEVEL.subpoint, String(number), `point_${number}`, start);
    this.brackets = number;
  }

  private followsPoint(letter: string, words: string): boolean {
    const base = letter.replace(/\d{1,3}$/u, "");
    const now = rank(base);
    if (this.point === "")
      return (
        letter === "a" ||
        (now >= 0 && base.length === 1 && /^[\p{Lu}“"]/u.test(words) && (this.isFirst || this.stretch.fragment))
      );
    const lastBase = this.point.replace(/\d{1,3}$/u, "");
    if (base === lastBase) return letter.length > 1 && letter > this.point;
    const last = rank(lastBase);
    if (now < 0 || last < 0) return base.length === 1 && base > lastBase;
    return now > last && now <= last + 4;
  }

  private dash(text: string, start: number, c: number): void {
    if (!INDENT_OPENER.test(text)) return;
    if (c === 43 && this.indents > 0) {
      this.subindents++;
      this.add("indent", LEVEL.subindent, null, `indent_${this.subindents}`, start);
      return;
    }
    const count = this.indents + 1;
    this.add("indent", LEVEL.indent, null, `indent_${count}`, start);
    this.indents = count;
  }

  private add(kind: FoundUnit["kind"], level: number, num: string | null, id: string, start: number): void {
    if (level < LEVEL.subpoint) this.brackets = 0;
    if (level < LEVEL.indent) this.indents = 0;
    if (level < LEVEL.subindent) this.subindents = 0;
    this.units.push({ kind, level, num, id, heading: null, start });
  }
}

function numberedAt(text: string, start: number): Numbered | null {
  const c = text.charCodeAt(0);
  if (c < 48 || c > 57) return null;
  const m = CLAUSE_OPENER.exec(text);
  if (!m) return null;
  const words = text.slice(m[0].length).trimStart();
  // "1. 000.000 đồng" is an amount, "2) đến Sở …" the end of "(Mẫu số / 2)"
  if (/^\d{3}(?:[.,]\d{3}|\s)/u.test(words) || (m[0].includes(")") && /^\p{Ll}(?!\d? ?[.)])/u.test(words))) return null;
  return { start, number: Number(m[1]), letter: m[2] ?? "", text: words, cut: text.length - words.length };
}

/** Place of " 2. " after a sentence's end, followed by a capital; -1 = none. */
function inLine(text: string, number: number, from: number): number {
  const wanted = ` ${number}. `;
  for (let at = text.indexOf(wanted, from); at > 0; at = text.indexOf(wanted, at + 1)) {
    if (
      /[.;:]/u.test(text[at - 1] as string) &&
      /^\p{Lu}/u.test(text.slice(at + wanted.length, at + wanted.length + 1))
    )
      return at + 1;
  }
  return -1;
}

const rank = (letter: string): number => (letter.length === 1 ? POINT_LETTERS.indexOf(letter) : -1);
