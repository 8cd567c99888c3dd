import { plain } from "../domain/fold.ts";
import type { Span } from "../domain/span.ts";

/** Letters whose tone mark may sit on either vowel: both writings have the same length, so places agree. */
const TONES: readonly (readonly [string, string])[] = [
  ["oà", "òa"],
  ["oá", "óa"],
  ["oả", "ỏa"],
  ["oã", "õa"],
  ["oạ", "ọa"],
  ["oè", "òe"],
  ["oé", "óe"],
  ["oẻ", "ỏe"],
  ["oẽ", "õe"],
  ["oẹ", "ọe"],
  ["uỳ", "ùy"],
  ["uý", "úy"],
  ["uỷ", "ủy"],
  ["uỹ", "ũy"],
  ["uỵ", "ụy"],
];

const sameLength = (text: string): string => {
  let out = text.replace(/\s/gu, " ").replace(/ð/gu, "đ").replace(/[–—]/gu, "-");
  for (const [a, b] of TONES) {
    out = out
      .replaceAll(a, b)
      .replaceAll(a.charAt(0).toUpperCase() + a.slice(1), b.charAt(0).toUpperCase() + b.slice(1));
  }
  return out;
};

/** Where a phrase stands in a text, as whole words. */
export interface PhrasePlaces {
  /** Places that count. A sentence may begin with the phrase, in a capital. */
  readonly places: readonly Span[];
  /** Vietnamese: a place that may or may not be meant; then nothing should be replaced. */
  readonly doubt: string | null;
}

/**
 * Every place of a phrase from `start` on. White space and the place of a tone mark may differ; the first letter may be a
 * capital where a sentence begins. A place that already reads as the new words is none. What may be part of a longer name
 * or differs in its first letter otherwise is a doubt.
 */
export function findPhrase(text: string, from: string, to: string, start = 0): PhrasePlaces {
  const wanted = sameLength(from.normalize("NFC").trim());
  if (plain(wanted) === "" || text !== text.normalize("NFC")) return { places: [], doubt: null };
  const whole = sameLength(text);
  const done = wanted.length < to.length ? occurrences(whole, sameLength(to.normalize("NFC").trim()), 0) : [];
  const places: Span[] = [];
  let doubt: string | null = null;
  for (const at of occurrences(whole, wanted, start)) {
    const place = { start: at, end: at + wanted.length };
    if (done.some((d) => d <= at && place.end <= d + to.trim().length)) continue;
    const written = text.slice(place.start, place.end);
    if (!isSameCase(whole.slice(place.start, place.end), wanted, to, beginsSentence(text, start, at)))
      doubt ??= `“${written}” viết hoa, viết thường khác cụm từ trong chỉ dẫn`;
    else if (goesOn(whole, wanted, place.end))
      doubt ??= `“${written}” có thể là một phần của tên dài hơn (“${text.slice(at, at + wanted.length + 24).trim()} …”)`;
    else places.push(place);
  }
  return { places, doubt };
}

/** The words that take the phrase's place: in a capital where the phrase had one by its place. */
export function wordsFor(text: string, place: Span, from: string, to: string): string {
  const raised = isUpper(text.charAt(place.start)) && !isUpper(from.trim().charAt(0));
  return raised ? to.charAt(0).toUpperCase() + to.slice(1) : to;
}

/** The same letters; or a capital where a sentence begins. Anything else may be another word: a heading, a name. */
function isSameCase(written: string, wanted: string, to: string, beginsSentence: boolean): boolean {
  if (written === wanted) return true;
  if (written.slice(1) !== wanted.slice(1)) return false;
  return isUpper(written.charAt(0)) && !isUpper(wanted.charAt(0)) && to.trim() !== "" && beginsSentence;
}

/** Whole-word places in whatever case; the case is judged by who asked. */
function occurrences(text: string, wanted: string, start: number): number[] {
  const [low, lowWanted] = [text.toLowerCase(), wanted.toLowerCase()];
  if (low.length !== text.length || lowWanted.length !== wanted.length) return [];
  const places: number[] = [];
  for (let i = low.indexOf(lowWanted, start); i >= 0; i = low.indexOf(lowWanted, i + 1)) {
    if (!isWhole(text, i, i + wanted.length)) continue;
    places.push(i);
    i += wanted.length - 1;
  }
  return places;
}

/** Not inside a longer word, a longer number (`900.000` in `1.900.000`) or a symbol (`12/2020` in `12/2020/QĐ-UBND`). */
function isWhole(text: string, start: number, end: number): boolean {
  const [before, first] = [text.charAt(start - 1), text.charAt(start)];
  const [last, after] = [text.charAt(end - 1), text.charAt(end)];
  if (isLetter(first) && isLetter(before)) return false;
  if (isLetter(last) && isLetter(after)) return false;
  if (isLetter(first) && "/-".includes(before) && isLetter(text.charAt(start - 2))) return false;
  if (isLetter(last) && "/-".includes(after) && isLetter(text.charAt(end + 1))) return false;
  if (isDigit(first) && ".,".includes(before) && isDigit(text.charAt(start - 2))) return false;
  return !(isDigit(last) && ".,".includes(after) && isDigit(text.charAt(end + 1)));
}

/** Names of bodies begin so; what follows one after "và" or a dash is another body, or the rest of its name. */
const BODY =
  /^(?:Sở|Bộ|Phòng|Ban|Cục|Chi cục|Tổng cục|Vụ|Thanh tra|Trung tâm|Ủy ban|Văn phòng|Viện|Hội|Kho bạc|Ngân hàng|Công an|Tòa án|Liên đoàn|Liên minh|Mặt trận|Đoàn|Chủ tịch|Phó|Giám đốc|Trưởng|Bộ trưởng|Thủ trưởng|Nhà nước|Chính phủ|Quốc hội|Hội đồng|Tổng|Cơ quan|Quỹ|Trường|Bệnh viện|Đài|Báo)(?!\p{L})/u;

function goesOn(text: string, wanted: string, end: number): boolean {
  if (!BODY.test(wanted)) return false;
  const next = /^(?: và| -|, và) (?=\p{Lu})/u.exec(text.slice(end, end + 8));
  return next !== null && !BODY.test(text.slice(end + next[0].length, end + next[0].length + 24));
}

/** At the head of a unit or a line, behind an opening mark, or after what ends a sentence. */
const beginsSentence = (text: string, start: number, at: number): boolean =>
  text.slice(start, at).trim() === "" ||
  /(?:\n|[.;:?!“"]|[.;:?!“"] |(?:^|\n)[-+•] ?)$/u.test(text.slice(Math.max(0, at - 4), at));

const isLetter = (c: string): boolean => c !== "" && /[\p{L}\p{N}]/u.test(c);
const isDigit = (c: string): boolean => c >= "0" && c <= "9" && c.length === 1;
const isUpper = (c: string): boolean => c !== "" && c === c.toUpperCase() && c !== c.toLowerCase();
