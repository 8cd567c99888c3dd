import { n } from "./vi-number.ts";

/** Words of the page of a consolidated text. */
export const consolidated = {
  consolidated: {
    title: "Bản hợp nhất tham khảo",
    short: "Bản hợp nhất",
    noValue:
      "Bản tham khảo do phần mềm lập, không có giá trị chính thức. Khi áp dụng phải đối chiếu với các văn bản được hợp nhất.",
    textOn: (day: string) => `Lời văn tính đến ngày ${day}`,
    save: (format: string) => `Tải về (${format})`,
    original: "Văn bản gốc",
    from: "Hợp nhất từ",
    asIssued: "Chưa có thay đổi nào được đưa vào lời văn tại ngày này; dưới đây là lời văn khi ban hành.",
    base: "văn bản gốc",
    effective: (day: string) => `có hiệu lực từ ${day}`,
    seeOn: (day: string) => `xem tại ${day}`,
    before: (day: string) => `Xem lời văn khi ban hành (${day})`,
    refused: (k: number) => `Chưa đầy đủ: ${n(k)} chỉ dẫn chưa đưa được vào lời văn`,
    refusedWhy:
      "Ở những chỗ nêu dưới đây, lời văn bên dưới vẫn là lời văn trước chỉ dẫn. Đối chiếu bằng tay trước khi dùng.",
    todo: "Việc cần làm:",
    according: "theo",
    instruction: "Chỉ dẫn",
    complete: "Mọi chỉ dẫn sửa đổi có trong kho đến ngày này đều đã được đưa vào lời văn.",
    idle: (k: number) => `${n(k)} chỉ dẫn không làm thay đổi lời văn`,
    old: "Lời văn trước",
    fresh: "Lời văn sau",
    none: "(chưa có)",
    open: "Chỉ dẫn chưa đưa được vào lời văn",
    text: "Lời văn",
    noText: "Kho không có lời văn của văn bản này.",
    noTextWhy: "Nhập tệp của văn bản rồi mở lại trang này.",
  },
};
