import { legalDate } from "../domain/legal-date.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { canonicalSymbol } from "../domain/symbol.ts";
import type { Meaning } from "./lexicon.ts";
import type { Token, TokenKind } from "./token.ts";
import { classAt, DIGIT, fingerprintOf, LETTER, NEWLINE, readWord, runEnds, runsFrom, SPACE } from "./word-index.ts";
import type { WordFound } from "./word-index.ts";

/**
 * Cuts a text into the words the grammars know; everything else is a gap. One pass, no regular expression on ordinary words.
 *
 *   "điểm a, b khoản 2 Điều 5 Nghị định số 742/2024/NĐ-CP"
 *    unit num , num unit num unit num type so symbol
 */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const cursor = new Cursor(text, start, end);
  while (cursor.at < end) step(cursor);
  return cursor.tokens;
}

class Cursor {
  readonly text: string;
  readonly end: number;
  readonly tokens: Token[] = [];
  /** The token before, null at the beginning. */
  last: Token | null = null;
  at: number;
  gap = false;
  readonly found: WordFound = { end: 0, fingerprint: 0 };

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** Every token has the same shape, whatever its kind: that keeps the loop over them fast. */
  push(kind: TokenKind, end: number, value?: string | number | null, word?: string, flag = false): void {
    const token = {
      kind,
      start: this.at,
      end,
      gap: this.gap,
      value,
      word,
      capital: flag,
      strong: flag,
    } as unknown as Token;
    this.tokens.push(token);
    this.last = token;
    this.gap = false;
    this.at = end;
  }

  skip(end: number): void {
    this.gap = true;
    this.at = end;
  }
}

const MARKS: ReadonlyMap<number, TokenKind> = new Map(
  Object.entries({
    ",": "comma",
    ";": "semicolon",
    ":": "colon",
    ".": "stop",
    "“": "open",
    "”": "close",
    "‘": "open",
    "’": "close",
    "«": "open",
    "»": "close",
    '"': "quote",
    "(": "bracket",
    ")": "unbracket",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "|": "semicolon",
  } as const).map(([mark, kind]) => [mark.charCodeAt(0), kind]),
);

const APOSTROPHE = 39;

function step(cursor: Cursor): void {
  const { text, at } = cursor;
  switch (classAt(text, at)) {
    case SPACE:
      cursor.at = at + 1;
      return;
    case NEWLINE:
      if (cursor.last?.kind === "newline" && !cursor.gap) cursor.at = at + 1;
      else cursor.push("newline", at + 1);
      return;
    case LETTER:
      return word(cursor);
    case DIGIT:
      return digits(cursor);
    default:
      return mark(cursor, text.charCodeAt(at));
  }
}

function mark(cursor: Cursor, code: number): void {
  const { text, at } = cursor;
  if (code === APOSTROPHE) {
    if (text.charCodeAt(at + 1) === APOSTROPHE) return cursor.push("quote", at + 2);
    const inWord = classAt(text, at + 1) === LETTER && at > 0 && classAt(text, at - 1) === LETTER;
    return inWord ? cursor.skip(at + 1) : cursor.push("quote", at + 1);
  }
  const kind = MARKS.get(code);
  return kind ? cursor.push(kind, at + 1) : cursor.skip(at + 1);
}

/** "ngày 05 tháng 4 năm 2024" and "năm 2024". */
function dateWord(cursor: Cursor, isDay: boolean): boolean {
  if (isDay) {
    const date = dateAt(cursor.text, cursor.at);
    if (date) cursor.push("date", date.end, date.value);
    return date !== null;
  }
  const year = sticky(/năm {1,3}((?:19|20)\d{2})(?![\d/])/iuy, cursor.text, cursor.at);
  if (year) cursor.push("year", cursor.at + year[0].length, Number(year[1]));
  return year !== null;
}

const NUMBER_WORD = /^(?:[a-zđ]|[A-EĐ]|[IVXL]{1,7})$/u;

/** "Phần thứ hai" is numbered II, as the parser numbers it. */
const ORDINAL = /thứ {1,3}(nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?!\p{L})/iuy;
const ORDINALS = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

function ordinal(cursor: Cursor): boolean {
  const { last } = cursor;
  if (last?.kind !== "unit" || last.value !== "part" || !isUpper(cursor.text, last.start)) return false;
  const m = sticky(ORDINAL, cursor.text, cursor.at);
  if (m) cursor.push("number", cursor.at + m[0].length, ROMANS[ORDINALS.indexOf((m[1] as string).toLowerCase())]);
  return m !== null;
}

const DAY_WORD = fingerprintOf("ngày");
const YEAR_WORD = fingerprintOf("năm");

function word(cursor: Cursor): void {
  const { text, at, end, found } = cursor;
  readWord(text, at, end, found);
  const stop = found.end;
  const { fingerprint } = found;
  if (!cursor.gap && stop - at <= 7 && (numberWord(cursor, stop) || ordinal(cursor))) return;
  if (fingerprint === DAY_WORD || fingerprint === YEAR_WORD) {
    if (dateWord(cursor, fingerprint === DAY_WORD)) return;
  }
  const runs = runsFrom(fingerprint);
  if (runs) {
    for (let k = 0; k < runs.length; k++) {
      const [words, meaning] = runs[k] as (typeof runs)[number];
      const last = runEnds(text, at, end, words);
      if (last >= 0) return accept(cursor, meaning, last);
    }
  }
  cursor.skip(stop);
}

const REGULATION = "Quy định";
/** Inside a sentence: at its beginning "Quy định về …" is a verb. */
const isRegulation = (text: string, at: number): boolean =>
  text.startsWith(REGULATION, at) && /[\p{L}\p{N},] $/u.test(text.slice(Math.max(0, at - 2), at));

const isUpper = (text: string, at: number): boolean => {
  const c = text[at] ?? "";
  return c !== c.toLowerCase();
};

function accept(cursor: Cursor, meaning: Meaning, end: number): void {
  const { text, at } = cursor;
  switch (meaning.kind) {
    case "unit":
      return cursor.push("unit", end, meaning.value, text.slice(at, end));
    case "type":
      return cursor.push("type", end, meaning.value, text.slice(at, end), isUpper(text, at));
    case "attached-noun":
      return isUpper(text, at)
        ? cursor.push("attached-noun", end, undefined, text.slice(at, end), true)
        : cursor.skip(end);
    case "verb":
      return cursor.push("verb", end, meaning.value, undefined, isUpper(text, at));
    case "key":
      // "Điều 6 của Quy định về quản lý chợ ban hành kèm theo …"
      if (meaning.value === "titled" && isUpper(text, at) && isRegulation(text, at))
        return cursor.push(
          "attached-noun",
          at + REGULATION.length,
          undefined,
          text.slice(at, at + REGULATION.length),
          true,
        );
      return cursor.push("key", end, meaning.value);
    case "nothing":
      return cursor.skip(end);
    default:
      return cursor.push(meaning.kind, end);
  }
}

const BEFORE_NUMBERS: ReadonlySet<TokenKind> = new Set<TokenKind>([
  "unit",
  "comma",
  "and",
  "to",
  "number",
  "so",
  "semicolon",
  "from",
]);
const ROMAN_WITH_LETTER = /^[IVXL]{1,7}[a-z]$/u;

/** "a", "đ1", "II", "IIa" count as numbers only where a number can stand: right after a unit word, a number or a connector. */
function numberWord(cursor: Cursor, stop: number): boolean {
  const { text, at } = cursor;
  const before = cursor.last;
  if (!before || !BEFORE_NUMBERS.has(before.kind)) return false;
  const letters = text.slice(at, stop);
  if (!NUMBER_WORD.test(letters) && !ROMAN_WITH_LETTER.test(letters)) return false;
  let end = stop;
  while (end < cursor.end && classAt(text, end) === DIGIT) end++;
  if (end < cursor.end && classAt(text, end) === LETTER) return false;
  if (before.kind === "number" && !/^[a-zđ]/u.test(letters)) return false;
  // a list goes on only where a unit or a number stood before the connector
  if (before.kind !== "unit" && before.kind !== "number" && before.kind !== "so") {
    const earlier = cursor.tokens.at(-2);
    if (earlier?.kind !== "number") return false;
  }
  cursor.push("number", end, text.slice(at, end));
  return true;
}

/** 742/2024/NĐ-CP, 09b/2013/TT-BTP, 66.7/2025/NQ-CP, 63/ 2006/QĐ - UBND, 77-CP, 40-LCT/HĐNN8, 596/TTr-SNN&MT. */
const SYMBOL =
  /\d{1,5}(?:\.\d{1,2})?[a-zđ]?(?: {0,2}\/ {0,2}(?:19|20)\d{2})? {0,2}[/-] {0,2}(?:TTr|Ttr|TTg|[\p{Lu}]{1,8}\d{0,2})(?:[\p{Lu}\d&]*)(?:(?:\.(?=\S)|- ?|\/ ?(?!\d))(?:TTg|Ttg|C P|[\p{Lu}\d&]+)(?!\p{L})| {1,2}- {0,2}(?:TTg|\p{Lu}{2,}[\p{Lu}\d&]*)(?!\p{L})){0,5}/uy;
const DATE_WORDS = /ngày {1,3}(\d{1,2}) {0,2}tháng {0,2}(\d{1,2}) {0,2}năm {0,2}(\d{4})/iuy;
const DATE_DIGITS = /(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?![\d/])/uy;
const DATE_MONTH = /(\d{1,2}) {0,2}tháng {0,2}(\d{1,2}) {0,2}năm {0,2}(\d{4})/iuy;
const NUMBER = /\d{1,4}(?:\.\d{1,3}){0,3}(?:[a-zđ]\d?|[A-EĐ])?(?![\p{L}\d])/uy;

const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

function digits(cursor: Cursor): void {
  const { text, at } = cursor;
  const before = at > 0 ? (text[at - 1] as string) : " ";
  const free = !/[\p{L}\p{N}./:-]/u.test(before) || /^[ (\n]?$/u.test(before);
  const symbol = free || (cursor.last?.kind === "so" && !cursor.gap) ? sticky(SYMBOL, text, at) : null;
  if (symbol && symbolFits(cursor, symbol[0])) {
    const raw = withoutTail(symbol[0]);
    return cursor.push("symbol", at + raw.length, asPrinted(raw), undefined, isStrong(raw));
  }
  const day = sticky(DATE_DIGITS, text, at) ?? sticky(DATE_MONTH, text, at);
  if (day && free) return cursor.push("date", at + day[0].length, dateOf(day));
  const number = free ? sticky(NUMBER, text, at) : null;
  if (number) return cursor.push("number", at + number[0].length, number[0]);
  let i = at;
  while (i < cursor.end && (classAt(text, i) === DIGIT || classAt(text, i) === LETTER)) i++;
  cursor.skip(i);
}

/** A symbol does not end in a mark. */
function withoutTail(raw: string): string {
  let end = raw.length;
  while (end > 0 && " .&-".includes(raw[end - 1] as string)) end--;
  return raw.slice(0, end);
}

/** Canonical, but for the small r of a Tờ trình: 596/TTr-SNN. */
const asPrinted = (raw: string): string => canonicalSymbol(raw).replace(/(?<=[/-])TTR(?=-)/u, "TTr");

const dateOf = (m: RegExpExecArray): LegalDate | null => legalDate(Number(m[3]), Number(m[2]), Number(m[1]));

/** A code that stops in the middle of a word ("10/Người") is none. */
function symbolFits(cursor: Cursor, raw: string): boolean {
  const end = cursor.at + raw.length;
  if (end < cursor.end && classAt(cursor.text, end) === LETTER) return false;
  return /[/-]\s*\p{Lu}{2}|[/-]\s*TTr|QH\d|\/L-|\d-L\//u.test(raw) || cursor.last?.kind === "so";
}

const STRONG =
  /\/ ?(?:QH\d|UBTVQH)|[/-] ?(?:NĐ|ND|NÐ|QĐ|QÐ|QD|NQ|CT|TT|TTLT|NQLT|PL|L|VBHN|LCT|TTr|BC|KH|CV|TB|KL|CTr|HD|CĐ)(?:[-./]| ?-)|\d[/-](?:CP|TTG|TTg)$/u;
const isStrong = (raw: string): boolean => STRONG.test(raw);

/** The date that begins with "ngày" at this place, its end and its day; null when none does. */
export function dateAt(text: string, at: number): { readonly end: number; readonly value: LegalDate | null } | null {
  const m =
    sticky(DATE_WORDS, text, at) ?? sticky(/ngày {0,3}(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?!\d)/iuy, text, at);
  return m ? { end: at + m[0].length, value: dateOf(m) } : null;
}

/** Index of the first token that begins at or after a place. */
export function firstTokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
