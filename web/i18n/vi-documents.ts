import { n } from "./vi-number.ts";

/** Words of the list of documents. */
export const documentList = {
  documents: {
    title: "Văn bản",
    some: (k: number, all: number) =>
      k === all ? `${n(all)} văn bản trong kho.` : `${n(k)} văn bản khớp, trong ${n(all)} văn bản của kho.`,
    filter: "Lọc văn bản",
    open: "Bộ lọc",
    filtering: "Đang lọc:",
    drop: "bỏ lọc",
    dropAll: "Bỏ hết",
    text: "Số, ký hiệu hoặc tên",
    go: "Lọc",
    statusOn: (day: string) => `Hiệu lực tại ${day}`,
    type: "Loại văn bản",
    issuer: "Cơ quan ban hành",
    year: "Năm ban hành",
    all: "Tất cả",
    sort: "Xếp theo",
    sorts: { issued: "Ngày ban hành, mới trước", symbol: "Số, ký hiệu", title: "Tên" },
    arrange: "Xếp",
    document: "Văn bản",
    issued: "Ban hành",
    findings: "Phát hiện",
    findingsOf: (symbol: string) => ` phát hiện của ${symbol}`,
    caption: "Danh sách văn bản",
    moreIssuers: (k: number) => `và ${n(k)} cơ quan khác: lọc theo tên ở ô trên`,
    none: "Không có văn bản nào khớp",
    noneWhy: (kept: string) => `Bộ lọc đang giữ ${kept}.`,
    noneTodo: "Bỏ hết bộ lọc",
    noneSearch: (q: string) => `Tìm “${q}” trong lời văn`,
    labelIssued: "ban hành",
    labelFindings: "phát hiện",
  },
};
