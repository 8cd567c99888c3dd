import type { DocumentType } from "../domain/document-type.ts";
import type { Facts } from "../domain/facts.ts";
import type { LegalDocument } from "../domain/legal-document.ts";
import { parseSymbol } from "../domain/symbol.ts";

/** Kinds that lay down norms whenever they carry a year, and those that always do. */
const ALWAYS = new Set<DocumentType>([
  "hien-phap",
  "luat",
  "bo-luat",
  "phap-lenh",
  "nghi-dinh",
  "thong-tu",
  "thong-tu-lien-tich",
  "nghi-quyet-lien-tich",
]);
const BY_YEAR = new Set<DocumentType>(["nghi-quyet", "quyet-dinh", "chi-thi", "lenh"]);
/** Before 01/4/2005 provinces numbered normative decisions without a year (3076/QĐ-UB). */
const OLD_NUMBERING = "2005-04-01";

/** Điều 4 Luật 64/2025/QH15 and its predecessors, judged by kind, number and day; content may still say otherwise. */
export function judgeNormative({ meta }: LegalDocument): Facts["normative"] {
  const type = meta.type?.value ?? null;
  const symbol = meta.symbol?.value ?? null;
  const parts = symbol ? parseSymbol(symbol) : null;
  if (!type) return { value: "unsure", why: ["Không xác định được tên loại văn bản."] };
  if (ALWAYS.has(type))
    return { value: "yes", why: ["Luật, pháp lệnh, nghị định, thông tư là văn bản quy phạm pháp luật."] };
  if (!BY_YEAR.has(type))
    return { value: "no", why: ["Tên loại văn bản không thuộc hệ thống văn bản quy phạm pháp luật."] };
  if (!symbol) return { value: "unsure", why: ["Không đọc được số, ký hiệu."] };
  if (/\/?(?:QH|UBTVQH)\d/u.test(symbol) && type === "nghi-quyet") {
    return parts?.year
      ? { value: "yes", why: ["Nghị quyết của Quốc hội, Ủy ban Thường vụ Quốc hội có năm ban hành trong số, ký hiệu."] }
      : { value: "no", why: ["Số, ký hiệu không có năm ban hành."] };
  }
  if (parts?.year) return { value: "yes", why: ["Số, ký hiệu có năm ban hành."] };
  const issued = meta.issuedOn?.value ?? null;
  if (issued !== null && issued < OLD_NUMBERING && /Q[ĐD][-./]?UB|CT[-./]?UB|TTG$|CP$/iu.test(symbol)) {
    return {
      value: "unsure",
      why: ["Văn bản trước năm 2005 có thể là quy phạm dù số, ký hiệu không có năm ban hành."],
    };
  }
  return { value: "no", why: ["Số, ký hiệu không có năm ban hành."] };
}
