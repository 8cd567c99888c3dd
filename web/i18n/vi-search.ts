import { n } from "./vi-number.ts";

/** Words of the search. */
export const searching = {
  search: {
    title: "Tìm kiếm",
    label: "Tìm trong lời văn",
    help: "Có dấu hay không dấu đều được; đặt cụm từ trong ngoặc kép để tìm đúng thứ tự.",
    found: (hits: number, docs: number, total: number, capped: boolean) =>
      total <= hits
        ? `${n(hits)} điều khoản trong ${n(docs)} văn bản`
        : `${n(hits)} điều khoản khớp nhất trong ${capped ? "hơn " : ""}${n(total)}, ở ${n(docs)} văn bản`,
    numbered: "Văn bản mang số này",
    titled: "Văn bản có những từ này trong tên",
    provisions: "Điều khoản có những từ này",
    ordered: "Văn bản còn hiệu lực đứng trước.",
    none: (q: string) => `Không thấy “${q}” trong kho`,
    noneWhy: "Không có số, tên hay lời văn nào khớp.",
    noneTodo: "Thử ít từ hơn, bỏ ngoặc kép, hoặc tìm theo số ký hiệu.",
    start: "Nhập số, ký hiệu hoặc từ ngữ cần tìm",
    startWhy: "Kết quả gom theo văn bản, văn bản còn hiệu lực đứng trước.",
    inTitle: "phần ngoài điều khoản",
    ignored: (words: string) => `Không có chỗ nào chứa đủ các từ; đã bỏ qua ${words}.`,
    moreGroups: (k: number) => `Còn ${n(k)} văn bản nữa. Thêm từ hoặc đặt trong ngoặc kép để thu hẹp.`,
    moreHits: (k: number) => `${n(k)} chỗ khác trong văn bản này`,
  },
};
