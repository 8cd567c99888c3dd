import type { Role } from "../../src/domain/account.ts";
import { roleNames } from "./vi-accounts.ts";
import { documentFaults } from "./vi-documents.ts";
import { n } from "./vi-number.ts";
import { handlingFaults } from "./vi-handling.ts";
import { trackerFaults } from "./vi-tracker.ts";
import { petitionFaults } from "./vi-petitions.ts";
import { importFaults } from "./vi-import.ts";
import { sheetFaults } from "./vi-sheets.ts";
import { badDay } from "./vi-bad-day.ts";

/** Words of the frame round every page: navigation, day, foot, faults. */
export const shell = {
  nav: {
    main: "Chính",
    home: "Tổng quan",
    documents: "Văn bản",
    search: "Tìm kiếm",
    findings: "Phát hiện",
    rules: "Quy tắc",
    impact: "Tác động",
    drafts: "Dự thảo",
    import: "Nhập",
    more: "Thêm",
    attention: "Cần người xem",
    sheets: "Phiếu rà soát",
    batches: "Đợt rà soát",
    compare: "So sánh",
    graph: "Đồ thị quan hệ",
    handling: "Theo dõi xử lý",
    petitions: "Kiến nghị",
    inspections: "Kiểm tra văn bản",
    reviews: "Rà soát",
    reports: "Danh mục, báo cáo",
    help: "Trợ giúp",
    admin: "Quản trị",
    api: "Giao diện lập trình",
    me: "Tài khoản của tôi",
    patterns: "Mẫu giao diện",
    place: "Vị trí",
    placeAndDay: "Vị trí và ngày",
    skip: "Tới nội dung chính",
  },
  find: { label: "Tìm văn bản, điều khoản", placeholder: "Số hoặc từ ngữ", go: "Tìm" },
  menu: {
    settings: "Giao diện",
    theme: "Nền",
    auto: "Theo máy",
    light: "Sáng",
    dark: "Tối",
    language: "Ngôn ngữ",
    keys: "Phím tắt",
    keysOn: "Bật phím tắt",
    keysOff: "Tắt phím tắt",
    keyFind: "tìm",
    keyNext: "mục sau",
    keyPrevious: "mục trước",
    keyOpen: "mở mục đang chọn",
    chosen: "đang dùng",
  },
  day: {
    label: "Hiệu lực tính tại ngày",
    help: "ngày/tháng/năm, ví dụ 31/12/2025",
    go: "Xem",
    other: "Không phải hôm nay.",
    back: "Về hôm nay",
    today: "hôm nay",
  },
  foot: {
    notOfficial: "Bản tra cứu, không thay cho văn bản chính thức.",
    noAccounts: "Dùng thử một người, chưa có tài khoản: ai mở được địa chỉ này đều làm được mọi việc. Tạo tài khoản.",
    version: (v: string) => `Rasoat ${v}`,
    printed: (day: string) =>
      `Lời văn và hiệu lực tại ngày ${day}, in từ Rasoat để tra cứu; không thay cho văn bản chính thức.`,
  },
  pager: {
    previous: "Trước",
    label: "Trang",
    range: (a: number, b: number, total: number) => `${n(a)}–${n(b)} trong ${n(total)}`,
    first: "Về đầu",
    next: "Sau",
  },
  fault: {
    title: "Trang này không mở được",
    code: "Mã yêu cầu",
    home: "Về tổng quan",
    ...importFaults,
    ...documentFaults,
    ...handlingFaults,
    ...sheetFaults,
    ...trackerFaults,
    ...petitionFaults,
    "not-found": (v: string) => ({
      what: "Không có trang này",
      why: `Địa chỉ ${v} không dẫn tới trang nào.`,
      todo: "Kiểm tra lại địa chỉ, hoặc tìm văn bản theo số ký hiệu ở ô trên.",
    }),
    "no-document": (v: string) => ({
      what: "Không có văn bản này",
      why: `Kho không có văn bản mang mã “${v}”. Văn bản có thể đã đổi mã khi sửa số, ngày hoặc cơ quan ban hành.`,
      todo: "Tìm văn bản theo số ký hiệu ở ô trên.",
    }),
    "no-finding": (v: string) => ({
      what: "Không có phát hiện này",
      why: `Không có phát hiện mang mã “${v}”. Lời văn có thể đã thay đổi nên phát hiện mang mã khác.`,
      todo: "Xem lại danh sách phát hiện.",
    }),
    "no-rule": (v: string) => ({
      what: "Không có quy tắc này",
      why: `Không có quy tắc mang tên “${v}”.`,
      todo: "Xem danh mục quy tắc.",
    }),
    "no-original": (v: string) => ({
      what: "Không có tệp gốc này",
      why: `Kho không giữ tệp nào có mã băm “${v}”.`,
      todo: "Mở văn bản rồi tải tệp gốc từ đó.",
    }),
    "no-notice": (v: string) => ({
      what: "Không có thông báo này",
      why: `Không có thông báo mang mã “${v}” gửi cho bạn.`,
      todo: "Xem các thông báo ở trang Thông báo.",
    }),
    "no-attachment": (v: string) => ({
      what: "Không có tệp đính kèm này",
      why: `Không có tệp mang mã “${v}” ở đây. Tệp có thể đã được bỏ.`,
      todo: "Mở lại trang và chọn tệp trong danh sách.",
    }),
    "attachment-not-yours": (_: string) => ({
      what: "Chưa bỏ tệp này",
      why: "Chỉ người đính kèm hoặc người phê duyệt được bỏ tệp.",
      todo: "Nhờ người đính kèm, hoặc người phê duyệt.",
    }),
    "bad-day": (v: string) => ({
      what: `“${v}” không phải là một ngày`,
      why: badDay(v),
      todo: "Ghi ngày/tháng/năm, ví dụ 31/12/2025.",
    }),
    "bad-value": (v: string) => ({
      what: `Không lọc được theo “${v}”`,
      why: "Địa chỉ trang có một giá trị mà bộ lọc không biết.",
      todo: "Chọn lại bộ lọc trong trang.",
    }),
    "bad-method": (v: string) => ({
      what: `Trang này không nhận yêu cầu ${v}`,
      why: "Không có biểu mẫu nào gửi tới địa chỉ này. Trang gửi có thể đã mở từ trước khi phần mềm được cập nhật.",
      todo: "Mở lại trang bằng liên kết trong giao diện. Chương trình khác thì gọi /api/v1.",
    }),
    "no-session": (_: string) => ({
      what: "Chưa đăng nhập hoặc phiên đã hết",
      why: "Phiên làm việc hết sau 30 phút không dùng, hoặc sau 12 giờ. Chưa có gì bị thay đổi.",
      todo: "Đăng nhập lại ở thẻ khác của trình duyệt, rồi quay lại đây và gửi lại.",
    }),
    "not-allowed": (v: string) => ({
      what: "Vai trò của bạn không làm được việc này",
      why: `Tài khoản này có vai trò “${roleNames[v as Role] ?? v}”.`,
      todo: "Nếu đây là việc của bạn, nhờ người quản trị đổi vai trò ở trang Quản trị, mục Tài khoản.",
    }),
    "not-your-unit": (_: string) => ({
      what: "Văn bản hoặc việc này thuộc đơn vị khác",
      why: "Đơn vị của bạn không phụ trách lĩnh vực, cơ quan ban hành hoặc địa bàn này. Chưa có gì bị thay đổi.",
      todo: "Nhờ người của đơn vị phụ trách, hoặc nhờ người quản trị sửa phạm vi của đơn vị.",
    }),
    "not-by-oneself": (_: string) => ({
      what: "Cần người khác làm bước này",
      why: "Người đề xuất không được tự kết luận đề xuất của mình.",
      todo: "Nhờ một người có quyền kết luận khác.",
    }),
    "not-yours": (v: string) => ({
      what: "Danh sách này của người khác",
      why: `Chỉ người lưu “${v}” hoặc người quản trị bỏ được.`,
      todo: "Nhờ người đó bỏ, hoặc lưu danh sách của riêng bạn dưới tên khác.",
    }),
    "change-password": (_: string) => ({
      what: "Cần đổi mật khẩu trước",
      why: "Mật khẩu đang dùng do người khác đặt.",
      todo: "Mở trang Tài khoản của tôi, đổi mật khẩu, rồi làm lại.",
    }),
    "too-often": (v: string) => ({
      what: "Quá nhiều yêu cầu trong một phút",
      why: "Máy chủ giới hạn số lần đăng nhập, tải lên và tìm kiếm để mọi người cùng dùng được.",
      todo: `Thử lại sau ${v} giây.`,
    }),
    internal: (v: string) => ({
      what: "Trang này gặp lỗi",
      why: "Chương trình dừng giữa chừng khi dựng trang. Không có dữ liệu nào bị thay đổi.",
      todo: `Thử lại; nếu còn lỗi, gửi mã ${v} cho người quản trị.`,
    }),
  },
};
