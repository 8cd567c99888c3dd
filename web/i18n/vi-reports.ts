import { n } from "./vi-number.ts";

/** Words of the page of official lists. */
export const reporting = {
  reports: {
    title: "Danh mục, báo cáo",
    lead: "Lập danh mục văn bản quy phạm pháp luật theo hiệu lực, thứ tự và cột theo biểu mẫu của Nghị định số 79/2025/NĐ-CP.",
    forms: {
      "01": "Hết, tạm ngưng hiệu lực toàn bộ",
      "02": "Hết, tạm ngưng hiệu lực một phần",
      "03": "Còn hiệu lực",
    },
    kind: "Loại danh mục",
    period: "Kỳ và cơ quan",
    year: (year: number) => `Năm ${year}`,
    localOnly: "Của địa phương",
    allBodies: "Mọi cơ quan, cả trung ương",
    lastMonth: "Tháng trước",
    from: "Từ ngày",
    to: "Đến hết ngày",
    dayHelp: "ngày/tháng/năm",
    scope: "Cơ quan ban hành",
    scopeHelp: "Chữ có trong tên cơ quan, ví dụ tỉnh An Khê. Để trống là mọi cơ quan.",
    go: "Lập danh mục",
    badDay: (value: string) => `“${value}” không phải là một ngày. Ghi ngày/tháng/năm, ví dụ 31/12/2026.`,
    reversed: "Ngày đầu kỳ sau ngày cuối kỳ. Đổi chỗ hai ngày.",
    asOf: (day: string) => `Hiệu lực tính tại ngày ${day}`,
    count: (k: number) => `${n(k)} văn bản`,
    official: "Chưa phải biểu mẫu chính thức",
    officialWhy: {
      "01": "Danh mục theo thứ tự và cột của mẫu số 01, phần A. Bản này chưa lập được biểu mẫu Word (mẫu số 01 đến 05) và phần B: văn bản hết hiệu lực trước kỳ mà danh mục trước để sót.",
      "02": "Danh mục theo thứ tự và cột của mẫu số 02, phần A. Bản này chưa lập được biểu mẫu Word (mẫu số 01 đến 05) và phần B: văn bản hết hiệu lực trước kỳ mà danh mục trước để sót.",
      "03": "Danh mục theo thứ tự và cột của mẫu số 03, xếp theo lĩnh vực. Bản này chưa lập được biểu mẫu Word (mẫu số 01 đến 05).",
    },
    ahead: "Ngày cuối kỳ còn ở phía trước",
    aheadWhy: (day: string) =>
      `Danh mục gồm cả văn bản mà kho đã biết sẽ thay đổi hiệu lực đến ngày ${day}. Văn bản ban hành sau hôm nay chưa có trong đó.`,
    unknown: (k: number) => `${n(k)} văn bản cần xác định hiệu lực`,
    unknownWhy: "không có trong danh mục nào cho đến khi xác định được",
    inferred: (k: number) => `${n(k)} dòng suy luận theo luật, chưa thấy văn bản công bố. Kiểm tra trước khi trình.`,
    proof: "Bằng chứng",
    open: (k: number) => `${n(k)} căn cứ`,
    noProof: "Không có câu chữ",
    none: "Không có văn bản nào trong kỳ này",
    noneWhy:
      "Đổi kỳ, đổi loại danh mục hoặc bỏ phần cơ quan ban hành. Văn bản chưa nhập vào kho không có trong danh mục.",
    noneInGroup: "Không có văn bản.",
    shown: (k: number, of: number) => `Trang này nêu ${n(k)} văn bản đầu trong ${n(of)}. Tải tệp để có đủ.`,
    tooMany: (k: number) => `Danh mục có ${n(k)} văn bản, quá dài để xem trên trang`,
    tooManyWhy: "Thu hẹp theo cơ quan ban hành, hoặc tải tệp để có đủ. Số lượng theo tình trạng:",
    save: "Tải danh mục",
    formats: { xlsx: "Excel", csv: "CSV", html: "Trang in", json: "JSON" },
  },
};
