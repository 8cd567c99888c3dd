import { legalDate } from "../domain/legal-date.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import { canonicalSymbol } from "../domain/symbol.ts";
import { LEXICON } from "./lexicon.ts";
import type { Meaning } from "./lexicon.ts";
import type { Token, TokenKind } from "./token.ts";

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

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const NEWLINE = 4;
const CLASSES = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let c = 0; c < 65536; c++) {
    const s = String.fromCharCode(c);
    if (/[\p{L}\p{M}]/u.test(s)) table[c] = LETTER;
    else if (c >= 48 && c <= 57) table[c] = DIGIT;
    else if (c === 10 || c === 13) table[c] = NEWLINE;
    else if (/\s/u.test(s)) table[c] = SPACE;
  }
  return table;
}

const classAt = (text: string, i: number): number => CLASSES[text.charCodeAt(i)] as number;

class Cursor {
  readonly text: string;
  readonly end: number;
  readonly tokens: Token[] = [];
  at: number;
  gap = false;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** Every token has the same shape, whatever its kind: that keeps the loop over them fast. */
  push(kind: TokenKind, end: number, value?: string | number | null, word?: string, flag = false): void {
    this.tokens.push({
      kind,
      start: this.at,
      end,
      gap: this.gap,
      value,
      word,
      capital: flag,
      strong: flag,
    } as unknown as Token);
    this.gap = false;
    this.at = end;
  }

  skip(end: number): void {
    this.gap = true;
    this.at = end;
  }
}

const MARKS: Readonly<
  Record<
    string,
    "comma" | "semicolon" | "colon" | "stop" | "open" | "close" | "quote" | "bracket" | "unbracket" | "dash"
  >
> = {
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
};

function step(cursor: Cursor): void {
  const { text, at } = cursor;
  switch (classAt(text, at)) {
    case SPACE:
      cursor.at = at + 1;
      return;
    case NEWLINE:
      if (cursor.tokens.at(-1)?.kind === "newline" && !cursor.gap) cursor.at = at + 1;
      else cursor.push("newline", at + 1);
      return;
    case LETTER:
      return word(cursor);
    case DIGIT:
      return digits(cursor);
    default: {
      if (text.charCodeAt(at) === 39 && text.charCodeAt(at + 1) === 39) return cursor.push("quote", at + 2);
      if (
        text.charCodeAt(at) === 39 &&
        !(classAt(text, at + 1) === LETTER && at > 0 && classAt(text, at - 1) === LETTER)
      )
        return cursor.push("quote", at + 1);
      const mark = MARKS[text[at] as string];
      return mark ? cursor.push(mark, at + 1) : cursor.skip(at + 1);
    }
  }
}

const wordEnd = (text: string, at: number, end: number): number => {
  let i = at;
  while (i < end && classAt(text, i) === LETTER) i++;
  return i;
};

/** Lower case of every code unit, for comparing words without making new strings. */
const LOWER = lowerTable();

function lowerTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let c = 0; c < 65536; c++) {
    const low = String.fromCharCode(c).toLowerCase();
    table[c] = low.length === 1 ? low.charCodeAt(0) : c;
  }
  return table;
}

/** Fingerprint of the word between two places, letter case ignored. */
function fingerprint(text: string, from: number, to: number): number {
  let h = 0;
  for (let i = from; i < to; i++) h = (Math.imul(h, 31) + (LOWER[text.charCodeAt(i)] as number)) | 0;
  return h;
}

function isWord(text: string, from: number, to: number, word: string): boolean {
  if (to - from !== word.length) return false;
  for (let i = 0; i < word.length; i++) if (LOWER[text.charCodeAt(from + i)] !== word.charCodeAt(i)) return false;
  return true;
}

/** The lexicon by the fingerprint of its first words; words with one fingerprint share a slot. */
const SLOTS = new Map<number, (readonly [words: readonly string[], meaning: Meaning])[]>();
for (const entries of LEXICON.values()) {
  for (const entry of entries) {
    const first = entry[0][0] as string;
    const key = fingerprint(first, 0, first.length);
    const slot = SLOTS.get(key);
    if (slot) slot.push(entry);
    else SLOTS.set(key, [entry]);
  }
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

function word(cursor: Cursor): void {
  const { text, at, end } = cursor;
  const stop = wordEnd(text, at, end);
  if (stop - at <= 7 && numberWord(cursor, stop)) return;
  if ((isWord(text, at, stop, "ngày") || isWord(text, at, stop, "năm")) && dateWord(cursor, stop - at === 4)) return;
  const entries = SLOTS.get(fingerprint(text, at, stop));
  if (!entries) return cursor.skip(stop);
  for (const [words, meaning] of entries) {
    const last = matchWords(text, at, stop, end, words);
    if (last < 0) continue;
    return accept(cursor, meaning, last);
  }
  cursor.skip(stop);
}

/** The end of the run of words that begins at `at`; -1 when it is not that run. */
function matchWords(text: string, at: number, first: number, end: number, words: readonly string[]): number {
  if (!isWord(text, at, first, words[0] as string)) return -1;
  let i = first;
  for (let k = 1; k < words.length; k++) {
    if (i >= end || classAt(text, i) !== SPACE) return -1;
    while (i < end && classAt(text, i) === SPACE) i++;
    const stop = wordEnd(text, i, end);
    if (!isWord(text, i, stop, words[k] as string)) return -1;
    i = stop;
  }
  return i;
}

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
      return cursor.push("key", end, meaning.value);
    case "nothing":
      return cursor.skip(end);
    default:
      return cursor.push(meaning.kind, end);
  }
}

/** "a", "đ1", "II", "IIa" count as numbers only where a number can stand: right after a unit word, a number or a connector. */
function numberWord(cursor: Cursor, stop: number): boolean {
  const { text, at } = cursor;
  const before = cursor.tokens.at(-1);
  if (cursor.gap || !before) return false;
  if (!["unit", "comma", "and", "to", "number", "so", "semicolon", "from"].includes(before.kind)) return false;
  let end = stop;
  let value = text.slice(at, stop);
  if (!NUMBER_WORD.test(value)) {
    const mixed = /^([IVXL]{1,7})[a-z]$/u.exec(value);
    if (!mixed) return false;
  }
  while (end < cursor.end && classAt(text, end) === DIGIT) end++;
  if (end < cursor.end && classAt(text, end) === LETTER) return false;
  value = text.slice(at, end);
  if (before.kind === "number" && !/^[a-zđ]/u.test(value)) return false;
  // a list goes on only where a unit or a number stood before the connector
  if (before.kind !== "unit" && before.kind !== "number" && before.kind !== "so") {
    const earlier = cursor.tokens.at(-2);
    if (earlier?.kind !== "number") return false;
  }
  cursor.push("number", end, value);
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
  const symbol = free || (cursor.tokens.at(-1)?.kind === "so" && !cursor.gap) ? sticky(SYMBOL, text, at) : null;
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
  return /[/-]\s*\p{Lu}{2}|[/-]\s*TTr|QH\d|\/L-|\d-L\//u.test(raw) || cursor.tokens.at(-1)?.kind === "so";
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
