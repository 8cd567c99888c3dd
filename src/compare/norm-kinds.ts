import type { NormKind, NormModality, NormValue } from "../domain/norm.ts";

const FORMAL =
  /có hiệu lực (?:thi hành )?(?:kể )?từ|hết hiệu lực (?:thi hành|kể từ|từ)|chịu trách nhiệm thi hành|^(?:\d{1,3}\.\s)?Ban hành kèm theo|^(?:\d{1,3}\.\s|\p{Ll}\)\s)?(?:Bãi bỏ|Thay thế|Sửa đổi, bổ sung|Sửa đổi)(?![\p{L}])/u;
const SCOPE =
  /(?:Luật|Pháp lệnh|Nghị định|Thông tư|Quyết định|Nghị quyết|Quy định|Quy chế|Chương|Mục|Điều) này (?:không )?(?:quy định|áp dụng|điều chỉnh|hướng dẫn)/u;
const DELEGATION =
  /(?<![\p{L}])(?:quy định chi tiết|hướng dẫn chi tiết|(?<!việc )(?:phân cấp|ủy quyền) (?:cho|thẩm quyền)|(?<!(?:được|bàn|chuyển|đã) )giao (?!dịch|thông|hàng|nhận|đất|lưu|khoán|tiếp|kết|ước|diện|nhiệm)[^;:.\n]{3,140}? (?:quy định|hướng dẫn|ban hành|quyết định)(?![\p{L}])|(?:Chính phủ|Thủ tướng Chính phủ|Bộ trưởng[^;:.,\n]{0,60}|Hội đồng nhân dân[^;:.,\n]{0,60}|Ủy ban nhân dân[^;:.,\n]{0,60}) (?:quy định|hướng dẫn)(?: cụ thể| chi tiết| việc|$|[.;]| về| tiêu| mức| trình| điều))/u;
const SANCTION =
  /(?<![\p{L}])(?:phạt tiền|phạt cảnh cáo|buộc (?:hoàn trả|nộp lại|tiêu hủy|khôi phục|tháo dỡ|cải chính|thu hồi|di dời|khắc phục)|bị (?:xử phạt|xử lý|phạt|tước|đình chỉ|thu hồi|truy cứu|buộc)|xử phạt vi phạm|bị xem xét xử lý)(?![\p{L}])/iu;
const REFERENCE =
  /(?:thực hiện|áp dụng|tuân theo|tuân thủ|theo)(?:[^;:.\n]{0,60}?)\s(?:theo|tại)?\s?(?:các )?(?:quy định|hướng dẫn|Điều|khoản|Phụ lục|Mẫu|pháp luật)/u;

/** `Quyết định này | quy định …`; 0 where the sentence says nothing of what its document is about. */
export function scopeVerbAt(sentence: string): number {
  const m = SCOPE.exec(sentence);
  return m ? m.index + m[0].indexOf(" này ") + 5 : 0;
}

export interface KindOf {
  readonly sentence: string;
  readonly modality: NormModality;
  readonly defines: boolean;
  readonly lead: NormKind | null;
  /** Somebody does something, though no modal word says that he must. */
  readonly task: boolean;
  readonly values: readonly NormValue[];
}

const BY_MODALITY: Readonly<Partial<Record<NormModality, NormKind>>> = {
  must: "obligation",
  "must-not": "prohibition",
  may: "permission",
  entitled: "permission",
  "need-not": "permission",
  only: "permission",
};

/** "Nghị định số … của Chính phủ quy định chi tiết …" names a document, and hands nothing on. */
const CITED = /\d\/\p{Lu}[\p{Lu}\d-]{1,20}\s[^;]{0,140}$/u;
function delegates(sentence: string): boolean {
  const m = DELEGATION.exec(sentence);
  return m !== null && !CITED.test(sentence.slice(Math.max(0, m.index - 170), m.index));
}

/** Under such a heading each sentence must show by itself what it does. */
const SAYS_WHO = new Set<NormKind>(["obligation", "prohibition", "permission", "task", "definition", "delegation"]);

/** What a sentence is for. The surest marks first: what it says outweighs what stands above it. */
export function kindOf(n: KindOf): NormKind {
  if (n.defines || /được hiểu như sau/u.test(n.sentence)) return "definition";
  if (n.lead === "formal" || FORMAL.test(n.sentence)) return "formal";
  if (n.lead === "scope" || SCOPE.test(n.sentence)) return "scope";
  if (delegates(n.sentence)) return "delegation";
  if (n.lead === "sanction" || SANCTION.test(n.sentence)) return "sanction";
  const modal = BY_MODALITY[n.modality];
  if (modal) return modal;
  if (n.task) return "task";
  if (n.lead === "procedure") return "procedure";
  if (n.lead === "condition") return "condition";
  if (n.values.some((v) => v.number !== null)) return "value";
  if (n.values.some((v) => v.kind === "competence")) return "task";
  if (REFERENCE.test(n.sentence)) return "reference";
  return n.lead === null || SAYS_WHO.has(n.lead) ? "other" : n.lead;
}
