import type { NormKind, NormListKind, NormModality, NormWords } from "../domain/norm.ts";
import type { Span } from "../domain/span.ts";
import { isActor, taskVerbAt } from "./norm-parties.ts";
import { wordsAt } from "./norm-words.ts";

/** What a heading, or the words before a colon, say of everything below them. */
export interface Lead {
  readonly bearer: NormWords | null;
  readonly bearerFrom: "lead" | "heading" | null;
  readonly modal: NormWords | null;
  readonly modality: NormModality | null;
  readonly kind: NormKind | null;
  readonly listedAs: NormListKind | null;
  /** `2. Đối với công trình khác:`: the case of everything below. */
  readonly setting: NormWords | null;
}

export const NO_LEAD: Lead = {
  bearer: null,
  bearerFrom: null,
  modal: null,
  modality: null,
  kind: null,
  listedAs: null,
  setting: null,
};

const OF_SOMEBODY =
  /^(?:\d{1,3}\.\s|\p{Ll}\)\s)?(?:Trách nhiệm|Nhiệm vụ|Quyền hạn|Quyền|Nghĩa vụ|Thẩm quyền)(?:[^;:.\n]{0,60}?)\scủa\s([^;:.\n]{3,160})/iu;
/** `Trách nhiệm Sở Tài chính` */
const SOMEBODY_BEHIND = /^(?:Trách nhiệm|Nhiệm vụ)\s(\p{Lu}[^;:.\n]{3,160})/u;
const SORTS: readonly (readonly [RegExp, NormKind, NormModality | null])[] = [
  [/giải thích (?:từ ngữ|thuật ngữ)|^(?:\S+\s){0,2}từ ngữ/iu, "definition", null],
  [/^(?:phạm vi|đối tượng (?:áp dụng|điều chỉnh))/iu, "scope", null],
  [
    /^(?:hiệu lực|điều khoản thi hành|hiệu lực thi hành|bãi bỏ|trách nhiệm thi hành|tổ chức thi hành)/iu,
    "formal",
    null,
  ],
  [
    /(?:hành vi|việc) (?:bị )?(?:nghiêm )?cấm|^nghiêm cấm|không được (?:làm|phép|thực hiện)/iu,
    "prohibition",
    "must-not",
  ],
  [/^(?:xử lý vi phạm|xử phạt|chế tài|hình thức xử (?:lý|phạt))/iu, "sanction", null],
  [/^(?:quyền và (?:nghĩa vụ|trách nhiệm)|nhiệm vụ(?:,| và) quyền hạn|nhiệm vụ)/iu, "task", null],
  [/^(?:trách nhiệm|nghĩa vụ)/iu, "obligation", "must"],
  [/^quyền (?:của|lợi)/iu, "permission", "entitled"],
  [/^(?:thành phần hồ sơ|hồ sơ|trình tự|thủ tục|quy trình)/iu, "procedure", null],
  [/^(?:điều kiện|tiêu chuẩn|tiêu chí|yêu cầu)/iu, "condition", null],
];

export function headingLead(text: string, at: Span, heading: string): Lead {
  const start = text.indexOf(heading, at.start);
  const place = start >= 0 && start < at.end ? start : at.start;
  const sort = SORTS.find(([shape]) => shape.test(heading));
  const bearer = somebodyOf(text, place, heading);
  const word = sort?.[2] ? wordsAt(text, place, place + Math.min(heading.length, modalLength(heading))) : null;
  return {
    bearer,
    bearerFrom: bearer ? "heading" : null,
    modal: word,
    modality: sort?.[2] ?? null,
    kind: sort?.[1] ?? null,
    listedAs: /^(?:thành phần )?hồ sơ/iu.test(heading) ? "papers" : null,
    setting: null,
  };
}

const modalLength = (heading: string): number =>
  /^(?:trách nhiệm|nghĩa vụ|quyền|.{0,40}?cấm|.{0,40}?không được)/iu.exec(heading)?.[0].length ?? heading.length;

function somebodyOf(text: string, place: number, words: string): NormWords | null {
  const name = (OF_SOMEBODY.exec(words) ?? SOMEBODY_BEHIND.exec(words))?.[1];
  if (!name || !isActor(name)) return null;
  const end = /\s(?:trong|đối với|về)\s/u.exec(name)?.index ?? name.length;
  const at = place + words.indexOf(name);
  return wordsAt(text, at, at + end);
}

/** `1. Phạm vi điều chỉnh`, `b) Hồ sơ gồm có`: a line that is the heading of what follows below it or behind it. */
export function lineLead(text: string, { start, end }: Span): Lead | null {
  const words = wordsAt(text, start, end);
  if (!words || words.text.length > 70 || /[;:]/u.test(text.slice(start, end - 1))) return null;
  const name = nameOnly(text, words.span);
  if (name) return { ...NO_LEAD, bearer: name, bearerFrom: "lead" };
  const title =
    !/[.:]/u.test(text.slice(words.span.end, end)) &&
    !/\d|(?<![\p{L}])(?:phải|được|không|có|là)(?![\p{L}])/u.test(words.text);
  return title && taskVerbAt(words.text) < 0 ? headingLead(text, words.span, words.text) : null;
}

const LISTS: readonly (readonly [RegExp, NormListKind])[] = [
  [/(?:hồ sơ|giấy tờ|tài liệu)(?![\p{L}])[^:]{0,90}:?$/iu, "papers"],
  [/(?:điều kiện|tiêu chuẩn|tiêu chí|yêu cầu)(?![\p{L}])[^:]{0,90}:?$/iu, "conditions"],
  [/(?:trường hợp|căn cứ)(?![\p{L}])[^:]{0,60}:?$/iu, "cases"],
  [
    /(?:đối tượng|thành phần|thành viên|người)\s(?:[^:]{0,40}\s)?(?:có (?:trách nhiệm|nghĩa vụ|quyền|nhiệm vụ)|sau|sau đây|gồm|bao gồm|như sau):?$/iu,
    "groups",
  ],
];

/** `… khi đáp ứng các điều kiện sau:`: what the members below it are; null where each is a norm of its own. */
export const listedIn = (lead: string): NormListKind | null =>
  LISTS.find(([shape]) => shape.test(lead.slice(-160)))?.[1] ?? null;

const LONGEST_NAME = 120;
const NO_NAME =
  /[;.]\s|(?<![\p{L}])(?:có (?:trách nhiệm|nghĩa vụ|quyền|nhiệm vụ)|sau|sau đây|gồm|được|phải|là|quyết nghị|không|như|để|thì|khi|nếu)(?![\p{L}])/u;

/** `1. Sở Tài chính:`, `Trách nhiệm của Sở Tài chính`: nothing but somebody's name, and the acts follow below. */
export function nameOnly(text: string, { start, end }: Span): NormWords | null {
  const words = wordsAt(text, start, end);
  if (!words || words.text.length > LONGEST_NAME || NO_NAME.test(words.text)) return null;
  return (
    somebodyOf(text, words.span.start, words.text) ?? (isActor(words.text) && taskVerbAt(words.text) < 0 ? words : null)
  );
}
