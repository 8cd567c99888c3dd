import type { NormWords } from "../domain/norm.ts";
import type { Span } from "../domain/span.ts";
import { isActor } from "./norm-parties.ts";
import { wordsAt } from "./norm-words.ts";

/** What a sentence says before it names anybody. */
export interface Opening {
  /** Where the main clause begins. */
  readonly end: number;
  /** "Trường hợp …", "Khi …", "Nếu …" at the head of the sentence. */
  readonly conditions: readonly NormWords[];
  /** `Nguồn kinh phí: …`, `Sở Tài chính: …`: what a colon sets before the sentence. */
  readonly label: NormWords | null;
}

const LABEL = /^(?!\d)[^;:.,()\n]{3,70}(?:, [^;:.,()\n]{3,60}){0,2}:\s(?=\p{Lu})/u;

const NUMBER =
  /^(?:(?:Điều|Khoản)\s\d{1,4}\p{L}?[.:]\s|\d{1,3}(?:\.\d{1,2}){0,2}\p{L}?[.)]\s|\p{Ll}\d?[.)]\s|[-–+•*]\s)?(?:(?:Tiêu chuẩn|Tiêu chí|Bước|Mức|Nhóm|Loại) (?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4})\s?[:.–-]\s)?/u;
const CONDITIONAL =
  /^(?:[Kk]hi|[Nn]ếu|[Tt]rong trường hợp|[Tt]rường hợp|[Ss]au khi|[Vv]ới điều kiện|[Tt]rước khi|[Đđ]ến thời hạn)\s/u;
const ADVERBIAL =
  /^(?:[Tt]rong (?:thời hạn|vòng|thời gian|quá trình|phạm vi)|[Cc]hậm nhất|[Mm]uộn nhất|[Kk]ể từ|[Tt]ừ ngày|[Tt]rước (?:ngày|thời)|[Ss]au(?: thời hạn)?|[Hh]ằng (?:năm|quý|tháng|ngày)|[Hh]àng (?:năm|quý|tháng|ngày)|[Đđ]ịnh kỳ|[Tt]rên (?:địa bàn|cơ sở)|[Tt]heo|[Cc]ăn cứ|[Đđ]ối với|[Tt]ùy theo|[Nn]goài|[Đđ]ồng thời|[Tt]rường hợp|[Tt]ại|[Cc]uối|[Ss]ố lượng|[Bb]ên cạnh đó|[Vv]iệc này)(?![\p{L}])/u;

/** Openings follow one another: a case, then a term, then a place. */
const MOST_OPENINGS = 4;
const LONGEST_OPENING = 420;
const THEN = /\s(?:thì)\s/u;

export function openingOf(text: string, sentence: Span): Opening {
  const conditions: NormWords[] = [];
  let at = sentence.start + (NUMBER.exec(text.slice(sentence.start, sentence.start + 40))?.[0].length ?? 0);
  const labelled = LABEL.exec(text.slice(at, Math.min(sentence.end, at + 240)))?.[0] ?? "";
  const label =
    labelled === "" || CONDITIONAL.test(labelled) || ADVERBIAL.test(labelled)
      ? null
      : wordsAt(text, at, at + labelled.length);
  if (label) at += labelled.length;
  for (let i = 0; i < MOST_OPENINGS; i++) {
    const rest = text.slice(at, Math.min(sentence.end, at + LONGEST_OPENING));
    const conditional = CONDITIONAL.test(rest);
    if (!conditional && !ADVERBIAL.test(rest)) break;
    const length = openingLength(rest, conditional);
    if (length === 0) break;
    const words = conditional || /^đối với/iu.test(rest) ? wordsAt(text, at, at + length) : null;
    if (words) conditions.push({ ...words, ...withoutThen(text, words.span) });
    at += length;
  }
  return { end: at, conditions, label };
}

function withoutThen(text: string, { start, end }: Span): NormWords {
  const to = end - (/\s(?:thì)$/u.exec(text.slice(start, end))?.[0].length ?? 0);
  return { text: text.slice(start, to), span: { start, end: to } };
}

/** Up to "thì", or to the comma after which somebody is named or another opening begins; else to the first comma. */
function openingLength(rest: string, conditional: boolean): number {
  const stop = /[;:]|\.(?=\s)/u.exec(rest)?.index ?? rest.length;
  const part = rest.slice(0, stop);
  // "Đối với công trình y tế: Sở Y tế quyết định …"
  if (rest[stop] === ":" && /^\s\S/u.test(rest.slice(stop + 1)) && /^đối với\s/iu.test(rest)) return stop + 2;
  const then = conditional || /^đối với/iu.test(part) ? THEN.exec(part) : null;
  const must = conditional ? -1 : part.search(/\s(?:phải|không được|có trách nhiệm)\s/u);
  let first = 0;
  for (const m of part.matchAll(/,\s(?:thì\s)?/gu)) {
    const after = m.index + m[0].length;
    if (must >= 0 && must < m.index && first === 0) return must + 1;
    first ||= after;
    if (ACTS.test(part.slice(after, after + 20)) && /^(?:căn cứ|theo|trên cơ sở|hằng|hàng|định kỳ)/iu.test(part))
      return after;
    if (then && after > then.index) break;
    const next = part.slice(after, after + 60);
    // "Trường hợp người đề nghị, người thân thích của họ …": a comma before a lower-case noun may go on with the list
    if (/^(?:\p{Lu})/u.test(next) && isActor(next)) return after;
    if (
      !then &&
      !(conditional && NAMES.test(part.slice(0, m.index))) &&
      (isActor(next) ||
        ADVERBIAL.test(next) ||
        CONDITIONAL.test(next) ||
        /^(?:phải|được|không được|có thể)\s/u.test(next))
    )
      return after;
  }
  if (then) return then.index + then[0].length;
  return first === 0 && must >= 0 ? must + 1 : first;
}

/** "cơ quan, đơn vị", "tổ chức, cá nhân": the comma of a list of names. */
const NAMES = /(?:cơ quan|tổ chức|cá nhân|đơn vị|doanh nghiệp|hộ gia đình|hợp tác xã)$/u;

const ACTS =
  /^(?:chủ trì|phối hợp|tham mưu|xây dựng|ban hành|trình|báo cáo|hướng dẫn|lập|gửi|tổng hợp|rà soát)(?![\p{L}])/u;
