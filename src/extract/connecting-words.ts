/**
 * Stretches made of nothing but connecting words. Read piece by piece in one pass, so that no text, however long or odd,
 * takes more than a step a character.
 */
function madeOf(text: string, piece: RegExp): number {
  let at = 0;
  while (at < text.length) {
    piece.lastIndex = at;
    const m = piece.exec(text);
    if (!m || m[0].length === 0) break;
    at += m[0].length;
  }
  return at;
}

const only = (text: string, piece: RegExp): boolean => madeOf(text, piece) === text.length;

const LEAD = /[\s,]|(?:Nay|Đồng thời|đồng thời|cũng|cho|Quyết định|đã|và)(?!\p{L})|[-+•*\d.)]|[a-zđ]\d?\)/uy;
/** "Nay", "Đồng thời", list marks: what may stand before an operative verb. */
export const leadsIn = (text: string): boolean => only(text, LEAD);

const SUBJECT =
  /[\s:,;–•*+-]|[a-zđ\d]{1,3}[.)]|(?:và|thì|các|những|toàn bộ|quyết định|văn bản|nghị quyết|thông tư|nghị định|quy phạm pháp luật|sau đây|sau|gồm|cụ thể|tên|đồng thời)(?!\p{L})/iuy;
const FROM_DAY = /^[\s\d.)a-zđ-]{0,8}(?:kể )?từ ngày[^;\n]{0,140}?,/iu;
/** What may stand before the object at the head of a clause: "Kể từ ngày …, các Quyết định sau". */
export const opensSubject = (text: string): boolean => only(text.replace(FROM_DAY, ""), SUBJECT);

const BETWEEN = /[\s,;.]|(?:và|đã|sẽ|cũng|này|nêu trên|nói trên|trên|cùng|đều|chính thức|toàn bộ|thi hành)(?!\p{L})/iuy;
/** What may stand between the last object and "hết hiệu lực" or "được sửa đổi". */
export const joinsVerb = (text: string): boolean => only(text, BETWEEN);

const FILLER =
  /[\s,:;.()+•*–-]|[a-zđ]\)|\d{1,3}(?!\d)|(?:và|hoặc|toàn bộ|một phần|một số|các|những|tên|lại|cho|hiệu lực|thi hành|việc|áp dụng|tại|của|sau đây|sau|dưới đây|như sau|gồm|cụ thể|quy phạm pháp luật|văn bản|quyết định|nghị quyết|thông tư|nghị định|chỉ thị|số|điều|khoản|điểm|chương|mục|nội dung|quy định|phụ lục|mẫu|danh mục|bản|biểu|sửa đổi|bổ sung|bãi bỏ|thay thế|liên tịch|ban hành|kèm theo|trước đây|bảng|tiêu đề|từ|hai|ba|bốn|năm)(?!\p{L})/iuy;
const OF_WHOM = /^(?:do|của|thuộc|về|trong lĩnh vực|lĩnh vực|liên quan)\s[^:;\n]{0,200}(?::[\s\S]{0,12})?$/iu;
/** What may stand between an operative verb and its object: "toàn bộ các Quyết định của Ủy ban nhân dân tỉnh sau đây:". */
export function fills(text: string): boolean {
  const at = madeOf(text, FILLER);
  if (at === text.length) return true;
  return OF_WHOM.test(text.slice(at)) || endsOf(text, at);
}

/** "… của Ủy ban nhân dân tỉnh": the filler loop has taken "của" already. */
const endsOf = (text: string, at: number): boolean =>
  /(?:^|\s)của\s$/iu.test(text.slice(Math.max(0, at - 6), at)) &&
  /^[^:;\n]{0,200}(?::[\s\S]{0,12})?$/u.test(text.slice(at));

const LIST =
  /[\s,;:.()|+-]|(?:và|toàn bộ|các|hoặc|cùng|với|của|ngày)(?!\p{L})|\d[\d/]{0,9}[.)]?|[a-zđ]\)|\p{Lu}[\p{L} ]{0,60}/uy;
/** What may stand between two documents of one list. */
export const lists = (text: string): boolean => /[;\n]/u.test(text) || only(text, LIST);

const OBJECT = /[\s*_:,-]|(?:toàn bộ|các|tên|tại|mục|nội dung|quy định tại|thay|bỏ|từ|số|nhóm|mẫu)(?!\p{L})/iuy;
/** What may stand before the object of an item under a heading: "Các", "Tên", "Tại". */
export const opensItem = (text: string): boolean => only(text, OBJECT);
