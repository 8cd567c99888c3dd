import type { Span } from "../domain/span.ts";
import { legalWords } from "./legal-words.ts";
import { sentences } from "./sentences.ts";

/** A term and what the text says it is. */
export interface Definition {
  readonly term: Span;
  /** Genus and elements: everything after the verb of defining, to the end of the sentence. */
  readonly meaning: Span;
  readonly span: Span;
}

/** No longer term is defined; a longer stretch before "là" is a sentence of another sort. */
const MOST_TERM_WORDS = 22;
const DEFINES =
  /^(?:\d{1,3}[.)]\s|\p{Ll}\)\s|[-–+]\s)?(?:[Tt]rong (?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Quy định|Quy chế) này,? )?(?:(?:[Tt]huật ngữ|[Tt]ừ|[Cc]ụm từ|[Kk]hái niệm)\s)?([^;.:\n]{2,160}?)(?:,? (?:được hiểu là|dùng để chỉ|bao gồm|gồm có|gồm|là)|:\s?là)\s/u;
/** What makes a sentence with "là" or "gồm" a rule and no definition: how it begins, or a modal word in the term. */
const RULES =
  /^(?:trường hợp|thời hạn|mức|tỷ lệ|hồ sơ|thành phần|nội dung|nhiệm vụ|trách nhiệm|thẩm quyền|số lượng|điều kiện|nguyên tắc|trình tự|đối tượng)(?![\p{L}])|(?<![\p{L}])(?:phải|không được|nếu|thì|sẽ)(?![\p{L}])/iu;

/** What makes the rest a rule: a consequence, a benefit. */
const RULES_AFTER =
  /(?<![\p{L}])(?:thì|được (?:hưởng|hỗ trợ|miễn|giảm|ưu tiên|trợ cấp|cấp (?:học bổng|kinh phí|tiền)|vay))(?![\p{L}])/u;

/** Sentences of the shape "TERM là GENUS …" ("được hiểu là", "dùng để chỉ", "bao gồm"); what follows a semicolon belongs to it. */
export function definitions(text: string): Definition[] {
  const found: Definition[] = [];
  for (const sentence of sentences(text)) {
    const m = DEFINES.exec(text.slice(sentence.start, sentence.end));
    const term = m?.[1];
    const meaningText = m ? text.slice(sentence.start + m[0].length, sentence.end) : "";
    if (
      m &&
      term &&
      !RULES.test(term) &&
      !RULES_AFTER.test(meaningText) &&
      term.split(/\s+/u).length <= MOST_TERM_WORDS
    ) {
      const at = sentence.start + m[0].indexOf(term);
      const meaning = { start: sentence.start + m[0].length, end: sentence.end };
      found.push({ term: { start: at, end: at + term.length }, meaning, span: sentence });
      continue;
    }
    const open = found.at(-1);
    if (open && /[;:]$/u.test(text.slice(open.span.start, open.span.end)))
      found[found.length - 1] = {
        term: open.term,
        meaning: { start: open.meaning.start, end: sentence.end },
        span: { start: open.span.start, end: sentence.end },
      };
  }
  return found;
}

/** Do two texts define one term? All content words of the shorter name stand in the other, and nearly all the other way. */
export function sameTerm(a: string, b: string): boolean {
  const [x, y] = [new Set(legalWords(a).map((w) => w.word)), new Set(legalWords(b).map((w) => w.word))];
  if (x.size === 0 || y.size === 0) return false;
  const shared = [...x].filter((w) => y.has(w)).length;
  return shared === Math.min(x.size, y.size) && shared / Math.max(x.size, y.size) >= 0.6;
}
