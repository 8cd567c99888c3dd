import { n } from "./vi-number.ts";

/** Words of the department's reports. */
export const periodical = {
  periodic: {
    title: "Báo cáo của Sở",
    kind: "Loại báo cáo",
    kinds: {
      month: "Tháng",
      quarter: "Quý",
      half: "6 tháng",
      year: "Năm",
      campaign: "Tỉnh, huyện trước sắp xếp",
      reform: "Cải cách hành chính",
    },
    period: "Kỳ báo cáo",
    from: (from: string, to: string) => `Số liệu từ ngày ${from} đến hết ngày ${to}.`,
    due: (day: string) => `Gửi trước ngày ${day}.`,
    unverified: "Ngày chốt số liệu và hạn gửi chưa được đối chiếu; sửa ở bảng report-periods.csv.",
    open: (day: string) => `Kỳ chưa hết: số liệu còn thay đổi đến ngày ${day}`,
    save: "Tải báo cáo",
    freeze: "Chốt báo cáo",
    bars: {
      stretches: { now: "kỳ này", before: "kỳ trước" },
      "left-of-all": { now: "còn lại", before: "tất cả" },
    },
    words: "Phần lời",
    write: "Lưu phần lời",
    written: "Đã lưu phần lời",
    nothingWritten: "Chưa viết.",
    clash: (by: string) => `${by} đã sửa phần này trước. Ô dưới là bản của người đó; bản của bạn chưa lưu:`,
    behind: (k: number) => `${n(k)} dòng,`,
    document: "Văn bản",
    note: "Ghi chú",
    unit: "Đơn vị",
  },
};
