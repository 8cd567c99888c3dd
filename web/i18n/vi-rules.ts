import { n } from "./vi-number.ts";

/** Words of the catalogue of rules. */
export const ruleWords = {
  rules: {
    title: "Quy tắc",
    some: (k: number, all: number) =>
      k === all
        ? `${n(all)} quy tắc đang chạy. Mỗi quy tắc nói dựa vào điều nào của luật và đã đúng bao nhiêu lần.`
        : `${n(k)} trong ${n(all)} quy tắc.`,
    code: "Mã",
    name: "Quy tắc",
    findings: "Phát hiện",
    basis: "Căn cứ",
    readme: "Giải thích",
    none: "Chưa có quy tắc nào",
    noneWhy: "Bản cài đặt này không kèm quy tắc.",
    noneMatch: "Không có quy tắc nào khớp bộ lọc",
    noneMatchWhy: "Bỏ bớt điều kiện để thấy các quy tắc khác.",
    drop: "Bỏ bộ lọc",
    filter: "Lọc",
    any: "tất cả",
    group: "Nhóm",
    maturity: "Độ chín",
    right: "Đúng theo kết luận",
    notEnough: (confirmed: number, all: number) => `${n(confirmed)}/${n(all)} đúng, chưa đủ để tính tỷ lệ`,
    from: (day: string) => `áp dụng từ ${day}`,
    to: (day: string) => `đến trước ${day}`,
    see: (k: number) => `Xem ${n(k)} phát hiện`,
    cases: "Trường hợp",
    casesWhy: "Văn bản dựng lên để thử quy tắc; mỗi bản phát hành chạy lại tất cả.",
    kinds: { invalid: "Có phát hiện", valid: "Không có phát hiện" },
    caseOn: (day: string, others: number) =>
      `Xét tại ngày ${day}${others > 0 ? `, trong kho có ${n(others)} văn bản khác` : ""}.`,
    todo: "Nên làm",
    silent: "Quy tắc không nêu phát hiện nào.",
  },
};
