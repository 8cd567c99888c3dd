import type { Problem } from "../domain/problem.ts";
import { type ArticleLine, findArticles, numberingProblems } from "./articles.ts";
import { articleHeading, groupHeading } from "./headings.ts";
import type { TextLine } from "./normalise.ts";
import { CHAPTER_OPENER, opensUnit, PART_OPENER, ROMAN_OPENER, SECTION_OPENER, SUBSECTION_OPENER } from "./openers.ts";
import { divide } from "./subdivisions.ts";
import { type FoundUnit, LEVEL } from "./unit-tree.ts";

/** A range of lines that is numbered as one text: the body of a document, or one attachment. */
export interface NumberedText {
  readonly lines: readonly TextLine[];
  readonly quoted: Uint8Array;
  readonly marksBold: boolean;
  readonly from: number;
  readonly to: number;
  /** Attached tables and forms have no articles of their own: what looks like one belongs to a form. */
  readonly articles: boolean;
  /** A cutting from a longer text: numbering may begin anywhere. */
  readonly fragment: boolean;
}

export function readUnits(text: NumberedText): { units: FoundUnit[]; problems: Problem[] } {
  const articles = text.articles ? findArticles(text.lines, text.from, text.to, text.quoted) : [];
  const units: FoundUnit[] = [];
  const problems: Problem[] = numberingProblems(articles, text.lines);
  const first = articles[0]?.line ?? text.to;
  let at = text.from;
  if (articles.length === 0) readPlan(text, at, text.to, units, problems);
  else {
    at = readGroups(text, at, first, units);
    if (at < first) addDivided(text, at, first, 0, units, problems);
  }
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i] as ArticleLine;
    const next = articles[i + 1]?.line ?? text.to;
    const groupFrom = firstGroup(text, article.line + 1, next);
    readArticle(text, article, groupFrom, units, problems);
    if (groupFrom < next) readGroups(text, groupFrom, next, units);
  }
  return { units, problems };
}

function readArticle(
  text: NumberedText,
  article: ArticleLine,
  to: number,
  units: FoundUnit[],
  problems: Problem[],
): void {
  const { lines } = text;
  const line = lines[article.line] as TextLine;
  const words = line.text.slice(article.rest);
  const num = `${article.number}${article.letter}`;
  const below = article.line + 1 < to ? (lines[article.line + 1] as TextLine) : null;
  let heading: string | null = null;
  let rest = article.rest;
  let from = article.line;
  const startsClause = /^1[.)] ?\p{Lu}/u.test(words);
  if (words === "" && below !== null && !opensUnit(below.text)) {
    const after = article.line + 2 < to ? (lines[article.line + 2] as TextLine) : null;
    heading = articleHeading(
      below.text,
      below.bold,
      text.marksBold && line.bold > 0 && !line.heading,
      below.heading,
      after,
    );
    if (heading !== null) from = article.line + 1;
    rest = from === article.line ? rest : below.text.length;
  } else if (!startsClause) {
    heading = articleHeading(words, Math.max(0, line.bold - article.rest), text.marksBold, line.heading, below);
    if (heading !== null) rest = line.text.length;
  }
  units.push({ kind: "article", level: LEVEL.article, num, id: `art_${num}`, heading, start: line.start });
  addDivided(text, from, to, rest, units, problems);
}

function addDivided(
  text: NumberedText,
  from: number,
  to: number,
  rest: number,
  units: FoundUnit[],
  problems: Problem[],
): void {
  const found = divide({ lines: text.lines, from, to, rest, quoted: text.quoted, fragment: text.fragment });
  for (const unit of found.units) units.push(unit);
  for (const problem of found.problems) problems.push(problem);
}

const isGroup = (t: string): boolean =>
  CHAPTER_OPENER.test(t) || SECTION_OPENER.test(t) || PART_OPENER.test(t) || SUBSECTION_OPENER.test(t);

/** First chapter, section or part between two articles; those in sentences end in a full stop or go on in small letters. */
function firstGroup(text: NumberedText, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const line = text.lines[i] as TextLine;
    const c = line.text[0];
    if (
      (c === "C" || c === "M" || c === "P" || c === "T") &&
      !text.quoted[i] &&
      !line.cell &&
      isGroup(line.text) &&
      !inSentence(line)
    ) {
      return i;
    }
  }
  return to;
}

/** "Chương II của Luật này", "Mục 4 (“…”)": a chapter that is cited, not opened. */
const CITED_GROUP =
  /^(?:Tiểu mục|TIỂU MỤC|\p{L}{3,6}) [\dIVXLa-z]{1,7} ?(?:[("“,;]|(?:của|này|và|hoặc|đến)(?!\p{L})|(?:Bộ luật|Nghị định|Luật|Thông tư|Quyết định|Nghị quyết) (?:này|số|\p{Lu}|\d)|(?:Quy chế|Quy định|Phụ lục) (?:này|ban hành))/u;
const inSentence = (line: TextLine): boolean =>
  CITED_GROUP.test(line.text.slice(0, 80)) || (/[.;]$/u.test(line.text) && line.text.length > 120);

/** Chapters and sections that stand between `from` and `to`; returns the line after the last of them and its heading. */
function readGroups(text: NumberedText, from: number, to: number, units: FoundUnit[]): number {
  let i = from;
  let after = from;
  while (i < to) {
    const line = text.lines[i] as TextLine;
    const unit = text.quoted[i] || line.cell || inSentence(line) ? null : groupAt(line.text);
    if (!unit) {
      i++;
      continue;
    }
    const { heading, last } = groupHeading(line.text.slice(unit.length), text.lines, i, to);
    units.push({ kind: unit.kind, level: LEVEL[unit.kind], num: unit.num, id: unit.id, heading, start: line.start });
    i = last + 1;
    after = i;
  }
  return after;
}

type Group = { kind: "part" | "chapter" | "section" | "subsection"; num: string; id: string; length: number };

const ORDINALS: Readonly<Record<string, string>> = {
  nhất: "I",
  hai: "II",
  ba: "III",
  tư: "IV",
  năm: "V",
  sáu: "VI",
  bảy: "VII",
  tám: "VIII",
  chín: "IX",
  mười: "X",
};

function groupAt(text: string): Group | null {
  const shapes = [
    [CHAPTER_OPENER, "chapter", "chp"],
    [SECTION_OPENER, "section", "sec"],
    [SUBSECTION_OPENER, "subsection", "subsec"],
    [PART_OPENER, "part", "part"],
  ] as const;
  for (const [shape, kind, id] of shapes) {
    const m = shape.exec(text);
    if (!m) continue;
    const num = ORDINALS[(m[1] as string).toLowerCase()] ?? (m[1] as string).replace(/l/gu, "I");
    return { kind, num, id: `${id}_${num}`, length: m[0].length };
  }
  return null;
}

/** A text without articles: a plan or an annex numbered I, 1, a), -. */
function readPlan(text: NumberedText, from: number, to: number, units: FoundUnit[], problems: Problem[]): void {
  let sectionStart = from;
  let expected = 1;
  for (let i = from; i < to; i++) {
    const line = text.lines[i] as TextLine;
    if (text.quoted[i] || line.cell) continue;
    const group = groupAt(line.text);
    const m = group ? null : ROMAN_OPENER.exec(line.text);
    const isNext =
      m !== null && roman(m[1] as string) === expected && /^\p{Lu}/u.test(line.text.slice(m[0].length).trimStart());
    if (!group && !isNext) continue;
    addDivided(text, sectionStart, i, 0, units, problems);
    if (group) {
      const { heading, last } = groupHeading(line.text.slice(group.length), text.lines, i, to);
      units.push({
        kind: group.kind,
        level: LEVEL[group.kind],
        num: group.num,
        id: group.id,
        heading,
        start: line.start,
      });
      expected = 1;
      i = last;
    } else if (m) {
      const heading = line.text.slice(m[0].length).trim().replace(/[.:]$/u, "");
      units.push({
        kind: "section",
        level: LEVEL.section,
        num: m[1] as string,
        id: `sec_${m[1]}`,
        heading: heading.length < 300 ? heading : null,
        start: line.start,
      });
      expected++;
    }
    sectionStart = i + 1;
  }
  if (sectionStart < to) addDivided(text, sectionStart, to, 0, units, problems);
}

const DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
function roman(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const a = DIGITS[text[i] as string] ?? 0;
    const b = DIGITS[text[i + 1] ?? ""] ?? 0;
    n += a < b ? -a : a;
  }
  return n;
}
