import { n } from "./vi-number.ts";

/** Words of the pages of the papers around the lists, and of the agency's names. */
export const papering = {
  papers: {
    title: "Hồ sơ trình công bố",
    lead: "Tờ trình, dự thảo quyết định và các phụ lục trong một tệp Word theo thể thức của Nghị định số 30/2020/NĐ-CP.",
    missing: "Chưa có đủ tên cơ quan, địa danh",
    missingWhy: "Chỗ còn thiếu trong hồ sơ được để dấu chấm. Ghi một lần ở",
    choose: "Chọn",
    act: "Văn bản công bố",
    lists: "Danh mục kèm theo",
    papers: "Thành phần",
    parts: { submission: "Tờ trình", act: "Dự thảo văn bản công bố", annexes: "Phụ lục" },
    look: "Xem số lượng",
    holds: "Hồ sơ gồm",
    download: "Tải hồ sơ Word",
    draft:
      "Đây là dự thảo: số, ngày, nơi nhận và phần nhận xét do người soạn hoàn chỉnh. Lời mẫu sửa được ở rules/reference/forms/deciding-acts.json.",
  },
  reportJob: {
    title: "Lập tệp",
    make: { pdf: "Lập tệp PDF", package: "Lập Tập hệ thống hóa (ZIP, kèm lời văn từng văn bản)" },
    states: {
      waiting: "Đang chờ",
      running: "Đang lập",
      done: "Đã lập xong",
      cancelled: "Đã dừng",
      failed: "Không lập được",
    },
    progress: (done: number, total: number) =>
      total === 0 ? "Đang đọc dữ liệu" : `${n(done)} trên ${n(total)} văn bản`,
    leave: "Có thể rời trang này; việc vẫn chạy và tệp được giữ trong bốn giờ.",
    cancel: "Dừng",
    download: (name: string, size: string) => `Tải ${name} (${size})`,
    failedWhy: "Chương trình gặp lỗi khi lập tệp. Thử lại; nếu vẫn lỗi, báo người quản trị.",
    again: "Về danh mục",
    of: (form: string) => `Mẫu số ${form}`,
  },
  agency: {
    title: "Tên cơ quan trong danh mục, hồ sơ",
    lead: "Dùng cho tên danh mục, tờ trình, quyết định. Ô để trống được in dấu chấm để điền tay.",
    saved: "Đã ghi",
    raced: "Người khác vừa sửa trước. Đang có",
    save: "Ghi",
    tryIt: "Thử với một số, ký hiệu:",
    fields: {
      place: "Đơn vị hành chính",
      dateline: "Địa danh ghi trên văn bản",
      department: "Cơ quan trình",
      departmentCode: "Chữ viết tắt cơ quan trình",
      councilChair: "Chủ tịch Hội đồng nhân dân",
      committeeChair: "Chủ tịch Ủy ban nhân dân",
      departmentHead: "Thủ trưởng cơ quan trình",
      recipients: "Nơi nhận",
      nationalDatabase: "Địa chỉ tra cứu văn bản",
    },
    help: {
      place: "Ví dụ: tỉnh An Khê",
      dateline: "Ví dụ: An Khê",
      department: "Ví dụ: Sở Tư pháp",
      departmentCode: "Ví dụ: STP",
      councilChair: "Họ và tên người ký nghị quyết",
      committeeChair: "Họ và tên người ký quyết định",
      departmentHead: "Họ và tên người ký tờ trình",
      recipients: "Mỗi dòng một nơi nhận, chưa kể “Như Điều …” và “Lưu: VT”",
      nationalDatabase:
        "Địa chỉ trên Cơ sở dữ liệu quốc gia về pháp luật, chỗ ghi số, ký hiệu viết là {symbol}. Số, ký hiệu ở mẫu số 05 (Word, PDF, trang in) dẫn tới đó. Để trống thì dẫn tới lời văn ở đây.",
    },
    faults: {
      "too-long": "Quá dài. Mỗi ô không quá 200 ký tự, nơi nhận không quá 2.000.",
      "no-address":
        "Không dùng được làm địa chỉ. Chép địa chỉ một trang văn bản trên trình duyệt (bắt đầu bằng http:// hoặc https://, không có dấu cách), thay số, ký hiệu sau tên trang mạng bằng {symbol}.",
      "no-symbol": "Thiếu chỗ ghi số, ký hiệu. Thay số, ký hiệu trong địa chỉ bằng {symbol}.",
    },
  },
};
