import type { TextLine } from "./normalise.ts";
import { opensUnit } from "./openers.ts";

/** What may stand in the first line of an article and is a sentence, not a heading. */
const SENTENCE =
  /(?:^|\s)(?:này (?:có hiệu lực|quy định|hướng dẫn|thay thế|áp dụng|điều chỉnh|được áp dụng)|chịu trách nhiệm (?:thi hành|tổ chức|hướng dẫn)|ban hành kèm theo (?:Quyết định|Nghị quyết|Nghị định|Thông tư|Luật) này|có trách nhiệm|được hiểu như sau|có hiệu lực (?:thi hành )?(?:kể )?từ ngày|có hiệu lực sau|đều bãi bỏ|theo quy định của pháp luật\.)/u;
const ENACTING_VERB =
  /^(?:Ban hành kèm theo|Phê duyệt|Công bố|Giao |Nay |Trong (?:Luật|Nghị|Thông|Quy|văn bản)|Chánh Văn phòng|Các (?:ông|Ông|Bộ trưởng|cơ quan)|Giám đốc|Thủ trưởng|Hội đồng nhân dân giao|Ủy ban nhân dân (?:tỉnh|thành phố) (?:chịu|có))/u;
/** Sentences even without a full stop. */
const SURE_SENTENCE =
  /(?:^|\s)(?:này (?:có hiệu lực|quy định|hướng dẫn|thay thế)|chịu trách nhiệm thi hành|ban hành kèm theo (?:Quyết định|Nghị quyết|Nghị định|Thông tư) này)/iu;
/** Headings that come in every second document: believed without bold type. */
const STOCK =
  /^(?:Phạm vi (?:và đối tượng )?(?:điều chỉnh|áp dụng)|Đối tượng (?:và phạm vi )?(?:áp dụng|điều chỉnh)|Giải thích từ ngữ|Nguyên tắc|Điều khoản (?:thi hành|chuyển tiếp)|Quy định chuyển tiếp|Hiệu lực(?: và trách nhiệm)? thi hành|Tổ chức thực hiện|Trách nhiệm (?:thi hành|tổ chức thực hiện|thực hiện))[^.;:]{0,60}\.?$/u;
const MAX_HEADING = 420;

/**
 * The heading in the first line of an article, or null where that line is already a sentence of the law.
 * `words` = the line after number and punctuation; `boldWords` = how many of its characters are bold; `next` = the line below.
 */
export function articleHeading(
  words: string,
  boldWords: number,
  marksBold: boolean,
  isHeadingLine: boolean,
  next: TextLine | null,
): string | null {
  const text = words.trim();
  if (text === "" || text.length > MAX_HEADING) return null;
  const bare = text
    .replace(/(?:\[\d{1,3}\])+$/u, "")
    .replace(/[.:]$/u, "")
    .trim();
  if (!/^[\p{Lu}“"(\d]/u.test(text)) return null;
  if (marksBold && !isHeadingLine) {
    if (boldWords < text.length * 0.6)
      return next !== null && STOCK.test(text) && !looksLikeSentence(text) ? bare : null;
    return looksLikeSentence(text) && /[.;]$|\.\/\.?$/u.test(text) ? null : bare;
  }
  if (/[;,]$|\.\/\.?$/u.test(text) || next === null) return null;
  const opensAnew = /^[\p{Lu}\d“"(\-+[]/u.test(next.text) || opensUnit(next.text);
  if (!/[.:]$/u.test(text)) return opensAnew && !SURE_SENTENCE.test(text) ? bare : null;
  if (looksLikeSentence(text)) return null;
  if (/\.$/u.test(text))
    return text.length < 90 && !/[,;:]|\. /u.test(bare) && !/(?:^|\s)(?:được|phải|là|có|thì|không)\s/u.test(bare)
      ? bare
      : null;
  return null;
}

const looksLikeSentence = (text: string): boolean => SENTENCE.test(text) || ENACTING_VERB.test(text);

/** Heading of a chapter, section or part: the rest of its line, or the lines below it up to the first unit. */
export function groupHeading(
  words: string,
  lines: readonly TextLine[],
  at: number,
  to: number,
): { heading: string | null; last: number } {
  const own = words.replace(/^[\s.:\-]+/u, "").trim();
  const parts = own === "" ? [] : [own];
  let last = at;
  const first = lines[at] as TextLine;
  for (let i = at + 1; i < Math.min(to, at + 6); i++) {
    const line = lines[i] as TextLine;
    if (opensUnit(line.text) || line.text.length > 300) break;
    const capitals = !/\p{Ll}/u.test(line.text);
    const ownCapitals = own !== "" && !/\p{Ll}/u.test(own);
    if (parts.length > 0 && !(capitals && (ownCapitals || !/\p{Ll}/u.test(parts.join(" "))))) break;
    if (parts.length === 0 && !capitals && line.bold === 0 && !first.heading && /[.;:]$/u.test(line.text)) break;
    if (parts.at(-1) !== line.text) parts.push(line.text);
    last = i;
  }
  return { heading: parts.length === 0 ? null : parts.join(" "), last };
}
