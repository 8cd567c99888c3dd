import type { DocumentType } from "../domain/document-type.ts";
import type { KeyValue, Level, VerbValue } from "./token.ts";

/** What a word or a run of words means to the grammars. */
export type Meaning =
  | { readonly kind: "unit"; readonly value: Level }
  | { readonly kind: "type"; readonly value: DocumentType }
  | { readonly kind: "attached-noun" }
  | { readonly kind: "verb"; readonly value: VerbValue }
  | { readonly kind: "key"; readonly value: KeyValue }
  | { readonly kind: "nothing" }
  | { readonly kind: "this" | "so" | "of" | "and" | "to" | "from" | "plural" | "attached" };

const UNITS: Readonly<Record<string, Level>> = {
  phần: "part",
  chương: "chp",
  mục: "sec",
  "tiểu mục": "subsec",
  điều: "art",
  khoản: "cl",
  điểm: "point",
  "gạch đầu dòng": "indent",
  "phụ lục": "att",
  "phụ lục số": "att",
  "mẫu số": "mark",
  mẫu: "mark",
  biểu: "mark",
  "biểu số": "mark",
  "biểu mẫu số": "mark",
  đoạn: "mark",
  tiết: "mark",
  câu: "mark",
  dòng: "mark",
  bảng: "mark",
};

const TYPES: Readonly<Record<string, DocumentType>> = {
  "hiến pháp": "hien-phap",
  "bộ luật": "bo-luat",
  luật: "luat",
  "pháp lệnh": "phap-lenh",
  lệnh: "lenh",
  "nghị quyết": "nghi-quyet",
  "nghị quyết liên tịch": "nghi-quyet-lien-tich",
  "nghị định": "nghi-dinh",
  "quyết định": "quyet-dinh",
  "thông tư": "thong-tu",
  "thông tư liên tịch": "thong-tu-lien-tich",
  "thông tư liên bộ": "thong-tu-lien-tich",
  "chỉ thị": "chi-thi",
  "văn bản hợp nhất": "van-ban-hop-nhat",
  "kế hoạch": "ke-hoach",
  "công văn": "cong-van",
  "tờ trình": "khac",
  "báo cáo": "khac",
  "thông báo": "khac",
  "kết luận": "khac",
  "văn bản": "khac",
  "công điện": "khac",
  "hướng dẫn": "khac",
  "chương trình": "khac",
  "thông tri": "khac",
  "sắc lệnh": "khac",
  "đề án": "khac",
};

/** What a document promulgates and attaches. Its articles live under `att_`. */
const ATTACHED: readonly string[] = [
  "quy định",
  "bản quy định",
  "quy chế",
  "bản quy chế",
  "điều lệ",
  "nội quy",
  "quy trình",
  "danh mục",
  "bảng giá",
  "đơn giá",
  "bộ đơn giá",
  "định mức",
  "quy chuẩn",
  "bộ tiêu chí",
  "tiêu chí",
  "chế độ",
  "phương án",
];

const VERBS: Readonly<Record<string, VerbValue>> = {
  "sửa đổi": "amend",
  "điều chỉnh": "amend",
  sửa: "amend",
  "sửa lại": "amend",
  "đính chính lại": "correct",
  "bổ sung": "insert",
  "bãi bỏ": "repeal",
  "hủy bỏ": "repeal",
  "huỷ bỏ": "repeal",
  "bải bỏ": "repeal",
  "thay thế": "replace",
  thay: "replace",
  bỏ: "delete",
  "loại bỏ": "delete",
  "lược bỏ": "delete",
  "xóa bỏ": "delete",
  "đính chính": "correct",
  "tạm ngưng hiệu lực": "suspend",
  "ngưng hiệu lực": "suspend",
  "tạm ngừng hiệu lực": "suspend",
  "tạm đình chỉ": "suspend",
  "đình chỉ việc thi hành": "suspend",
  "đình chỉ thi hành": "suspend",
  "hết hiệu lực": "expire",
  "chấm dứt hiệu lực": "expire",
  "không còn hiệu lực": "expire",
  "hết hiệu lực thi hành": "expire",
  "khôi phục hiệu lực": "resume",
  "khôi phục hiệu lực thi hành": "resume",
  "tiếp tục thi hành": "resume",
  "chấm dứt việc tạm ngưng hiệu lực": "resume",
  "chấm dứt việc ngưng hiệu lực": "resume",
  "chấm dứt việc tạm ngừng hiệu lực": "resume",
  "chấm dứt tạm ngưng hiệu lực": "resume",
  "chấm dứt việc đình chỉ thi hành": "resume",
  "bãi bỏ việc tạm ngưng hiệu lực": "resume",
  "bãi bỏ việc ngưng hiệu lực": "resume",
  "bãi bỏ việc đình chỉ thi hành": "resume",
  "tiếp tục có hiệu lực": "extend",
  "tiếp tục có hiệu lực thi hành": "extend",
  "tiếp tục được thi hành": "extend",
  "được tiếp tục thi hành": "extend",
  "tiếp tục được áp dụng": "extend",
  "được tiếp tục áp dụng": "extend",
  "kéo dài thời gian áp dụng": "extend",
  "kéo dài thời hạn áp dụng": "extend",
  "kéo dài thời gian thực hiện": "extend",
  "kéo dài thời hạn thực hiện": "extend",
  "kéo dài thời gian thi hành": "extend",
  "kéo dài hiệu lực": "extend",
  "kéo dài thời gian có hiệu lực": "extend",
  "kéo dài thời hạn có hiệu lực": "extend",
  "có hiệu lực": "commence",
  "có hiệu lực thi hành": "commence",
  "ban hành": "promulgate",
};

const KEYS: Readonly<Record<string, KeyValue>> = {
  "cụm từ": "phrase",
  "các cụm từ": "phrase",
  "từ ngữ": "phrase",
  "nội dung": "word",
  bằng: "by",
  thành: "by",
  tại: "at",
  ở: "at",
  trong: "at",
  vào: "into",
  sau: "after",
  trước: "before",
  "như sau": "as-follows",
  "dưới đây": "as-follows",
  "sau đây": "following",
  tên: "title-of",
  "tiêu đề": "title-of",
  trừ: "except",
  "ngoại trừ": "except",
  "toàn bộ": "whole",
  "một phần": "part",
  "một số nội dung": "part",
  được: "passive",
  bị: "passive",
  "căn cứ": "basis",
  "sau đây gọi": "alias",
  "sau đây viết": "alias",
  "sau đây được gọi": "alias",
  "dưới đây gọi": "alias",
  "kể từ ngày": "from-day",
  "từ ngày": "from-day",
  "cho đến khi": "until",
  "đến khi": "until",
  "đến ngày": "until",
  "đến hết ngày": "until",
  "quy định chi tiết": "titled",
  "quy định về": "titled",
  "hướng dẫn về": "titled",
  "hướng dẫn thi hành": "titled",
  "về việc": "titled",
  "nêu trên": "above",
  "nói trên": "above",
  trái: "contrary",
  "áp dụng": "apply",
};

const SMALL: Readonly<Record<string, "this" | "so" | "of" | "and" | "to" | "from" | "plural" | "attached">> = {
  này: "this",
  số: "so",
  sô: "so",
  của: "of",
  và: "and",
  hoặc: "and",
  hay: "and",
  đến: "to",
  tới: "to",
  từ: "from",
  các: "plural",
  những: "plural",
  "ban hành kèm theo": "attached",
  "được ban hành kèm theo": "attached",
  "kèm theo": "attached",
  "ban hành kèm": "attached",
  "đính kèm": "attached",
  "ban hành theo": "attached",
};

/** Words that only contain one of the others. */
const NOTHING: readonly string[] = [
  "pháp luật",
  "kỷ luật",
  "luật sư",
  "luật gia",
  "quy luật",
  "dự án luật",
  "thành phố",
  "thành viên",
  "thành lập",
  "thành phần",
  "thành tích",
  "mục tiêu",
  "mục đích",
  "điều kiện",
  "điều hành",
  "điều tra",
  "điều trị",
  "điều khoản",
  "điểm số",
  "phần mềm",
  "phần trăm",
  "sau khi",
  "trước khi",
  "trong đó",
  "thay mặt",
  "thay đổi",
  "bằng chứng",
  "bằng cấp",
  "bằng văn bản",
  "bỏ phiếu",
  "sửa chữa",
  "phạm vi điều chỉnh",
  "chương trình mục tiêu",
  "trình tự",
  "số lượng",
  "số liệu",
  "số tiền",
  "từ chối",
  "tên gọi",
];

/** Runs of words by their first word, the longest first. */
export const LEXICON: ReadonlyMap<string, readonly (readonly [words: readonly string[], meaning: Meaning])[]> = build();

function build() {
  const all: [string, Meaning][] = [];
  for (const [word, value] of Object.entries(UNITS)) all.push([word, { kind: "unit", value }]);
  for (const [word, value] of Object.entries(TYPES)) all.push([word, { kind: "type", value }]);
  for (const word of ATTACHED) all.push([word, { kind: "attached-noun" }]);
  for (const [word, value] of Object.entries(VERBS)) all.push([word, { kind: "verb", value }]);
  for (const [word, value] of Object.entries(KEYS)) all.push([word, { kind: "key", value }]);
  for (const [word, kind] of Object.entries(SMALL)) all.push([word, { kind }]);
  for (const word of NOTHING) all.push([word, { kind: "nothing" }]);
  const byFirst = new Map<string, [string[], Meaning][]>();
  for (const [phrase, meaning] of all) {
    const words = phrase.split(" ");
    const list = byFirst.get(words[0] as string) ?? [];
    list.push([words, meaning]);
    byFirst.set(words[0] as string, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length);
  return byFirst;
}
