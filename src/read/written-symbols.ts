import type { DocumentType } from "../domain/document-type.ts";
import { fold } from "../domain/fold.ts";

/** A number of a document as somebody typed it, taken apart as far as it says something. */
export interface WrittenSymbol {
  readonly start: number;
  readonly end: number;
  /** As typed. */
  readonly text: string;
  /** The ordinal with noughts for the letter O: `05`, `09b`. */
  readonly number: string;
  readonly year: number | null;
  /** `QDUBND`: letters and digits of the code, folded to capitals; null where only a kind is named. */
  readonly code: string | null;
  /** The kind that is named before the number or begins the code. */
  readonly type: DocumentType | null;
}

/** Digits with what they are mistaken for. A number has at least one real digit, which `tidy` makes sure of. */
const N = "[\\dOolI]{1,5}[a-zđ]?";
const YEAR = "[12lI][\\dOo]{3}";
const STROKE = " ?[/\\\\] ?";
/** What separates the parts of a code, and what stands there by mistake. */
const JOINT = " ?[-–—./_&] ?";
const HEADS = "QH\\d{1,2}|UBTVQH\\d{1,2}|Q[ĐÐD]|NQLT|NQ|TTLT|TT|N[ĐÐD]|CT|VBHN|PL|KH|L";
const ORGANS = "CTUBND|UBND|UB|H[ĐÐD]ND|TT\\.?H[ĐÐD]ND|TTg|CP|CTN";

/** `12/2021/QĐ-UBND`, `12/QĐ.UBND`, `O5 /2O20/ nq - hđnd`, `7/2022/QĐUBND`, `12/2021/UBND`. */
const WHOLE = new RegExp(
  `(?<![\\p{L}\\d/.])(${N})(?:${STROKE}(${YEAR}))?${STROKE}` +
    `((?:${HEADS})(?:(?:${JOINT}|[ ]?)(?:${ORGANS})|(?:${JOINT}[\\p{L}][\\p{L}\\d]{1,14}){1,3})?\\d{0,2}|(?:${ORGANS}))(?![\\p{L}\\d])`,
  "giu",
);
/** `Quyết định số 12/2021`, `NQ 05 năm 2020`, `QĐ số 40 ngày`: the code was left out. */
const NAMED = new RegExp(
  `(?<![\\p{L}\\d])(quyết định|q[đðd]|nghị quyết|nq|chỉ thị|ct|nghị định|n[đð]|thông tư|tt)\\.?(?: số)?:? ?` +
    `(${N})(?:${STROKE}(${YEAR})| năm (${YEAR})|(?= ngày|/? ?$| ?[,;)]))(?![\\p{L}\\d])`,
  "giu",
);

/** A line that is nothing but `10/2013`: its kind stands elsewhere, or nowhere. */
const BARE = new RegExp(`^[ (-]*(?:số )?(${N})${STROKE}(${YEAR})[ ).,;]*$`, "gimu");

const KINDS: readonly (readonly [RegExp, DocumentType])[] = [
  [/^(?:qh\d|luat|l$)/u, "luat"],
  [/^(?:nqlt)/u, "nghi-quyet-lien-tich"],
  [/^(?:nq|nghi quyet|ubtvqh)/u, "nghi-quyet"],
  [/^(?:qd|quyet dinh)/u, "quyet-dinh"],
  [/^(?:ct(?!u)|chi thi)/u, "chi-thi"],
  [/^(?:nd|nghi dinh)/u, "nghi-dinh"],
  [/^(?:ttlt)/u, "thong-tu-lien-tich"],
  [/^(?:tt|thong tu)/u, "thong-tu"],
];

const kindOf = (words: string): DocumentType | null => KINDS.find(([shape]) => shape.test(fold(words)))?.[1] ?? null;

/** What two writings of one code share: `QĐ-UBND`, `QD.UBND`, `qđ ubnd` → `QDUBND`. */
export const codeKey = (code: string): string =>
  fold(code)
    .replace(/[^a-z0-9]/gu, "")
    .toUpperCase();

/** Every number of a document in a text, in order. `text` in NFC. */
export function findWrittenSymbols(text: string): readonly WrittenSymbol[] {
  const found: WrittenSymbol[] = [];
  for (const m of text.matchAll(WHOLE)) {
    const number = tidy(m[1] as string);
    if (number === null) continue;
    const code = codeKey(m[3] as string);
    const place = { start: m.index, end: m.index + m[0].length, text: m[0] };
    found.push({ ...place, number, year: yearOf(m[2]), code, type: kindOf(m[3] as string) });
  }
  for (const m of text.matchAll(NAMED)) {
    const number = tidy(m[2] as string);
    const [start, end] = [m.index, m.index + m[0].trimEnd().length];
    if (number === null || found.some((other) => start < other.end && other.start < end)) continue;
    const type = kindOf(m[1] as string);
    found.push({ start, end, text: text.slice(start, end), number, year: yearOf(m[3] ?? m[4]), code: null, type });
  }
  for (const m of text.matchAll(BARE)) {
    const number = tidy(m[1] as string);
    const place = { start: m.index, end: m.index + m[0].trimEnd().length, text: m[0].trim() };
    if (number === null || found.some((other) => place.start < other.end && other.start < place.end)) continue;
    found.push({ ...place, number, year: yearOf(m[2]), code: null, type: null });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** `O5` → `05`, `l2` → `12`; null where no digit stands in it at all. */
function tidy(number: string): string | null {
  if (!/\d/u.test(number)) return null;
  const suffix = /(?<=\d)[a-hđ]$/u.exec(number)?.[0] ?? "";
  const digits = number.slice(0, number.length - suffix.length);
  const read = digits.replace(/[Oo]/gu, "0").replace(/[lI]/gu, "1");
  return /^\d+$/u.test(read) ? read + suffix : null;
}

function yearOf(year: string | undefined): number | null {
  if (year === undefined) return null;
  const read = Number(year.replace(/[Oo]/gu, "0").replace(/[lI]/gu, "1"));
  return read >= 1945 && read <= 2100 ? read : null;
}
