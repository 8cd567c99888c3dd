import { n } from "./vi-number.ts";

/** Words of the pages about what a new document means for the others. */
export const impacts = {
  impact: {
    title: "Tác động của văn bản mới",
    lead: "Văn bản nào phải rà soát khi có văn bản mới sửa đổi, thay thế, bãi bỏ, tạm ngưng hoặc công bố hết hiệu lực (Điều 39 Nghị định số 79/2025/NĐ-CP).",
    pick: "Xem tác động của văn bản",
    pickHelp: "Số, ký hiệu, ví dụ 17/2025/QĐ-UBND",
    go: "Xem",
    recent: "Văn bản mới nhập làm thay đổi văn bản khác",
    acts: (k: number) => `${n(k)} văn bản chịu tác động`,
    imported: (when: string) => `nhập lúc ${when}`,
    none: "Chưa có văn bản mới nhập nào thay đổi văn bản khác",
    noneWhy: "Khi nhập một văn bản sửa đổi, thay thế hay bãi bỏ, nó hiện ở đây cùng danh sách phải rà soát.",
    notFound: (text: string) => `Không thấy văn bản “${text}” trong kho.`,
    notFoundWhy: "Kiểm tra số, ký hiệu, hoặc nhập văn bản đó vào kho.",
    several: (text: string) => `Có nhiều văn bản mang số “${text}”. Chọn một văn bản:`,
    of: "Tác động của",
    counted: (k: number) => `${n(k)} văn bản phải xem`,
    grounds: {
      1: "Bị văn bản này tác động trực tiếp",
      2: "Có văn bản bị tác động là căn cứ ban hành, hoặc quy định chi tiết văn bản đó",
      3: "Viện dẫn văn bản bị tác động",
      4: "Điều chỉnh cùng vấn đề",
    },
    why: {
      1: "Điều, khoản nêu dưới đây bị sửa đổi, thay thế, bãi bỏ hoặc tạm ngưng.",
      2: "Căn cứ thay đổi thì nội dung được giao phải xem lại.",
      3: "Chỗ viện dẫn có thể không còn đúng.",
      4: "Máy so tên gọi và phạm vi lãnh thổ; có thể thừa, cần người xem.",
    },
    nobody: "Văn bản này không sửa đổi, thay thế, bãi bỏ hay tạm ngưng văn bản nào.",
    noRow: "Không có văn bản nào.",
    reach: {
      whole: "văn bản đó thay đổi hoặc hết hiệu lực toàn bộ",
      "changed-part": "nêu đúng phần bị thay đổi",
      "other-part": "nêu phần khác của văn bản đó",
    },
    through: "qua",
    more: (k: number) => `và ${n(k)} chỗ khác`,
    save: "Tải danh sách",
    csv: "CSV",
    xlsx: "Excel",
    open: "Xem tác động",
    back: "Tất cả văn bản mới",
    shared: "Cùng nói về:",
  },
};
