import type { AmendmentAction } from "../domain/amendment.ts";
import type { Element } from "./instruction-elements.ts";
import type { Reference } from "./reference.ts";
import type { VerbValue } from "./token.ts";

/** "bằng cụm từ “B”", "thành: “B”" */
export function leadsToPhrase(elements: readonly Element[], i: number): boolean {
  for (let k = i + 1; k < i + 4; k++) {
    const e = elements[k];
    if (!e || (e.gap && e.kind !== "phrase")) return false;
    if (e.kind === "phrase") return true;
    if (e.kind !== "key" && e.kind !== "colon" && e.kind !== "word-from") return false;
  }
  return false;
}

/** After quoted words: "được đính chính thành “B”", "tại khoản 2 Điều 5 được sửa lại là “B”", ", nay đính chính là: “B”". */
export const correctionFollows = (text: string, at: number): boolean => CORRECTION.test(text.slice(at, at + 240));

const CORRECTION =
  /^[\s,;.]{0,3}(?:(?:tại|ở) [^“”"‘’;\n]{1,140}? )?(?:nay )?(?:đã |xin )?(?:được )?(?:đính chính|sửa)(?: đổi| lại)?\s{0,2}(?:thành|là|bằng)\s{0,2}:?\s{0,2}(?:(?:cụm )?từ:?\s)?[“"‘]/iu;

/** Only a part of what is named is meant. */
export const PARTIAL =
  /(?:^|\s)(?:quy định|nội dung|vị trí|một phần|phần|các nội dung|bản mô tả|đối với|liên quan|đoạn|câu|dòng|mục|mẫu|tiêu chí|số thứ tự)(?!\p{L})/iu;
/** The object is a heading's: the units themselves follow. */
export const GENERAL =
  /(?:^|\s)(?:một số|số điều|các (?:điều|khoản|điểm|nội dung|quy định)(?:,| (?:của|tại|sau)))(?!\p{L})/iu;
export const LISTED =
  /(?:sau|sau đây|dưới đây|danh mục|này)(?:\s|,|:)|các (?:văn bản|quyết định|nghị quyết|thông tư|nghị định|chỉ thị)/iu;

/** "… đã được sửa đổi, bổ sung tại khoản 12 Điều 1 Nghị định số …": tells the history of the object. */
export const amendedBy = (text: string, at: number): boolean =>
  /^[\s,]{0,3}(?:(?:và )?(?:sửa đổi|bổ sung|thay thế)[\s,]{0,3}){0,3}(?:một số (?:điều|nội dung) )?(?:bởi|theo|tại) (?!Phụ lục (?:kèm|ban))/u.test(
    text.slice(at, at + 80),
  );

/** "Kể từ ngày Quyết định này có hiệu lực", also without "này": the day of the document that speaks. */
export const OWN_DAY =
  /(?:ngày|[Kk]hi)\s+(?:[^,;]{0,60}\snày|\p{Lu}\p{L}{1,7}(?: \p{L}{1,7})?|văn bản)\s+(?:có|hết) hiệu lực/u;
/** "… hết hiệu lực khi Luật Cấp nước có hiệu lực", "… khi có văn bản thay thế". */
export const WHEN_AFTER = /^\s{0,2}(?:thi hành )?(?=(?:(?:kể )?từ )?khi\s)/iu;

export const passiveFollows = (text: string, at: number): boolean =>
  /^[\s,]{0,3}(?:(?:và )?(?:sửa đổi|bổ sung|thay thế)[\s,]{0,3}){0,3}(?:lại )?(?:như sau|bằng|thành|tại Phụ lục (?:kèm|ban)|:)/u.test(
    text.slice(at, at + 60),
  );

export function clauseFrom(text: string, start: number, end: number): string {
  const m = /^[^;\n]{1,400}?(?=[;\n]|\.\s|\.\/|\.$|$)/u.exec(text.slice(start, Math.min(end, start + 400)));
  return (m ? m[0] : "")
    .replace(/\s+/gu, " ")
    .replace(/[ :]{1,3}$/u, "")
    .trim();
}

/** "Sửa đổi, bổ sung" is one operation; so is "bãi bỏ, thay thế" in a heading. */
export function merge(a: VerbValue, b: VerbValue): VerbValue {
  if (a === b) return a;
  if (a === "amend" || b === "amend") return "amend";
  if ((a === "insert" && b === "replace") || (a === "replace" && b === "insert")) return "amend";
  return a;
}

export const insertion = (words: string, anchor: string | null, where: "after" | "before" | null): Pair => {
  if (anchor === null) return { from: null, to: words };
  const joint = /^[,;.]/u.test(where === "before" ? anchor : words) ? "" : " ";
  return { from: anchor, to: where === "before" ? words + joint + anchor : anchor + joint + words };
};

/** The heading of the unit changes, its text lives on. */
export const HEADING_ONLY = "chỉ sửa tên của đơn vị";

/** "đoạn mở đầu khoản 2", "quy định về … tại Điều 5": the rest of the unit lives on. */
export const PART_ONLY = "chỉ sửa một phần của đơn vị";

/** "Các quy định về … tại Quyết định số … tiếp tục có hiệu lực". */
export const PART_LIVES = "chỉ một phần của văn bản tiếp tục có hiệu lực";

export const FORM_ACTIONS: Readonly<Partial<Record<VerbValue, AmendmentAction>>> = {
  amend: "amend",
  insert: "insert",
  repeal: "repeal",
  delete: "repeal",
  replace: "amend",
  correct: "correct",
};

const TITLED =
  /(?:Quy định|Quy chế|Điều lệ|Nội quy|Quy trình|Danh mục|Bảng giá|Đơn giá|Định mức|Phương án) [^;:\n]{0,300}?kèm(?: theo)?\s{0,2}$/u;
const OF_UNIT = /(?:(?:các|toàn bộ)\s)?(?:nội dung\s)?(?:đã\s)?quy định tại\s{0,2}:?\s{0,2}$/iu;

/**
 * The words before an object without those that belong to it: the title of an attached regulation ("Quy chế X ban hành kèm
 * theo"), "quy định tại" before a unit, which is what the unit says and so the unit itself.
 */
export const beforeObject = (said: string, r: Reference): string =>
  r.paths.length > 0 ? said.replace(OF_UNIT, "") : r.attached ? said.replace(TITLED, "") : said;

export const wholeDocument = (r: Reference): boolean => r.paths.length === 0 && !r.attached;

/** What a verb does to a whole document or to units of it. Null = a heading ("Sửa đổi, bổ sung Nghị định số …"). */
export function actionOf(verb: VerbValue, r: Reference, partial: boolean): AmendmentAction | null {
  const whole = r.paths.length === 0 && !r.attached;
  switch (verb) {
    case "amend":
      return whole || r.paths.length === 0 ? null : "amend";
    case "insert":
      return r.paths.length === 0 ? null : partial ? "amend" : "insert";
    case "repeal":
    case "delete":
      if (partial) return "unknown";
      return whole ? "repeal-document" : "repeal";
    case "replace":
      if (partial && r.paths.length === 0) return "unknown";
      return whole ? "replace-document" : "amend";
    case "correct":
      return "correct";
    case "suspend":
      return partial && whole ? "unknown" : "suspend";
    case "resume":
      return "resume";
    case "expire":
      return partial ? "unknown" : "expire";
    case "extend":
      return "extend";
    default:
      return null;
  }
}

/** Old and new words of a change of phrase; null on one side for a deletion or an insertion without anchor. */
export interface Pair {
  readonly from: string | null;
  readonly to: string | null;
}
