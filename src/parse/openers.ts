/** How the first words of a line announce a unit. All take a cleaned line. */

/** Letters that may number a point; f, j, w and z are no Vietnamese letters but occur. */
export const ARTICLE_OPENER = /^(?:Điều|ĐIỀU|Ðiều|Diều|Điểu|Điêu) ?(\d{1,4}) ?([a-zđ]{1,2}\d?)?(?= ?[.:)\-]| |$)/u;
export const CLAUSE_OPENER = /^(\d{1,3})([a-zđ]{1,2}\d?)? ?(?:[.)]|-(?!\d)|\/(?!\d))(?=\s|$|[^\d.,)\]/])/u;
export const SUBCLAUSE_OPENER = /^(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?(?=\s)/u;
export const POINT_OPENER = /^\(?([a-zđ]{1,2}\d{0,2}) ?[.)/](?=\s|$|[\p{Lu}“"])/u;
export const INDENT_OPENER = /^[-+•*\uf0b7](?=\s|\p{Lu})/u;
export const PART_OPENER =
  /^(?:Phần|PHẦN)(?: thứ| THỨ)? ((?:[IVXL]{1,6}|\d{1,2}|[Nn]hất|NHẤT|[Hh]ai|HAI|[Bb]a|BA|[Tt]ư|TƯ|[Nn]ăm|NĂM|[Ss]áu|SÁU|[Bb]ảy|BẢY|[Tt]ám|TÁM|[Cc]hín|CHÍN|[Mm]ười|MƯỜI)[A-Za-zđ]?)(?= ?[.:\-]| |$)/u;
export const CHAPTER_OPENER = /^(?:Chương|CHƯƠNG)(?: thứ| THỨ)? ?((?:[IVXLl]{1,7}|\d{1,3})[a-zA-Zđ]?)(?= ?[.:\-]| |$)/u;
export const SECTION_OPENER = /^(?:Mục|MỤC) ((?:\d{1,3}|[IVXL]{1,6})[a-zA-Zđ]?)(?= ?[.:\-]| |$)/u;
export const SUBSECTION_OPENER = /^(?:Tiểu mục|TIỂU MỤC) ((?:\d{1,3}|[IVXL]{1,6})[a-zA-Zđ]?)(?= ?[.:\-]| |$)/u;
export const ROMAN_OPENER = /^([IVXL]{1,6}) ?[.)\-](?=\s|\p{L})/u;

const BASIS =
  /^(?:Căn cứ|CĂN CỨ|Căn cú|Căn cử|Theo đề nghị|Xét |Thực hiện (?:Kết luận|Nghị quyết|Nghị định|Thông tư|Quyết định|Kế hoạch|Chương trình|Chỉ thị|Luật|Bộ luật|Công văn|Thông báo|chỉ đạo))/u;
const FOOT = /^(?:Nơi nhận|NƠI NHẬN|TM\.|T\/M|KT\.|TL\.|TUQ\.|Q\. ?CHỦ TỊCH|Lưu:)/u;
const ANNEX =
  /^(?:PHỤ LỤC|Phụ lục (?:[IVXL]+|\d+)$|Phụ lục$|MẪU SỐ|Mẫu số|Biểu mẫu số|BIỂU MẪU|DANH MỤC|\(Ban hành kèm)/u;

/** Lines that begin something of their own whatever stands before them. */
export const isBasisLine = (text: string): boolean => BASIS.test(text);

export function opensUnit(text: string): boolean {
  const c = text.charCodeAt(0);
  if (c >= 48 && c <= 57) return CLAUSE_OPENER.test(text) || SUBCLAUSE_OPENER.test(text);
  if (c === 45 || c === 43 || c === 0x2022 || c === 42 || c === 0xf0b7) return INDENT_OPENER.test(text);
  if (c === 40) return POINT_OPENER.test(text) || ANNEX.test(text);
  if ((c >= 97 && c <= 122) || c === 0x111) return POINT_OPENER.test(text);
  switch (text[0]) {
    case "Đ":
    case "D":
      return ARTICLE_OPENER.test(text) || text === "Điều" || text === "ĐIỀU" || ANNEX.test(text);
    case "C":
      return CHAPTER_OPENER.test(text) || BASIS.test(text);
    case "M":
      return SECTION_OPENER.test(text) || ANNEX.test(text);
    case "T":
      return SUBSECTION_OPENER.test(text) || BASIS.test(text) || FOOT.test(text);
    case "P":
      return PART_OPENER.test(text) || ANNEX.test(text);
    case "X":
      return BASIS.test(text) || ROMAN_OPENER.test(text);
    case "I":
    case "V":
    case "L":
      return ROMAN_OPENER.test(text) || FOOT.test(text);
    case "N":
    case "K":
    case "Q":
      return FOOT.test(text);
    case "B":
      return ANNEX.test(text);
    case "“":
    case '"':
      return opensUnit(text.replace(/^["“\s]+/u, ""));
    default:
      return false;
  }
}
