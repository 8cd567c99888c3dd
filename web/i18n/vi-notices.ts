import { formatDate } from "../../src/domain/legal-date.ts";
import type { AttachedTo, NotificationKind } from "../../src/domain/notification.ts";
import type { DueWork } from "../../src/use-cases/due-notices.ts";
import { n } from "./vi-number.ts";

/** What a sentence is filled with; a value that is missing is left out of it. */
export type Filling = Readonly<Record<string, string | number>>;

const text = (v: Filling, name: string): string => String(v[name] ?? "");
const number = (v: Filling, name: string): number => Number(v[name] ?? 0);
const until = (v: Filling): string => (v["due"] === undefined ? "" : `, hạn ${formatDate(text(v, "due"))}`);

/** Work with a day, by its kind: alone by its name, several by their number. */
const DUE: Readonly<Record<DueWork, (v: Filling) => string>> = {
  assignment: (v) =>
    number(v, "n") === 1 ? `Phát hiện được giao: ${text(v, "what")}` : `${n(number(v, "n"))} phát hiện được giao`,
  item: (v) =>
    number(v, "n") === 1 ? `Văn bản phải rà soát: ${text(v, "what")}` : `${n(number(v, "n"))} văn bản phải rà soát`,
  consultation: (v) =>
    number(v, "n") === 1 ? `Ý kiến về phiếu rà soát ${text(v, "what")}` : `${n(number(v, "n"))} ý kiến phải trả lời`,
  handling: (v) => (number(v, "n") === 1 ? `Việc xử lý ${text(v, "what")}` : `${n(number(v, "n"))} văn bản phải xử lý`),
  inspection: (v) => (number(v, "n") === 1 ? `Việc kiểm tra ${text(v, "what")}` : `${n(number(v, "n"))} việc kiểm tra`),
};
const due = (v: Filling): string => (DUE[text(v, "work") as DueWork] ?? DUE.assignment)(v);

const ANSWERS: Readonly<Record<string, string>> = {
  agree: "nhất trí",
  disagree: "không nhất trí",
  other: "có ý kiến khác",
};

/** The one sentence of each kind of message. */
const said: Readonly<Record<NotificationKind, (v: Filling) => string>> = {
  assigned: (v) =>
    `Giao cho ${text(v, "to")}${until(v)}: ${text(v, "what")} (${text(v, "code")}, ${text(v, "document")})`,
  "finding.reopened": (v) =>
    `Lời văn đã thay đổi sau khi kết luận, phát hiện được mở lại: ${text(v, "what")} (${text(v, "code")}, ${text(v, "document")})`,
  "sheet.proposed": (v) => `Phiếu rà soát ${text(v, "document")} chờ kết luận`,
  "sheet.returned": (v) =>
    `Phiếu rà soát ${text(v, "document")} bị trả lại${v["reason"] === undefined ? "" : `: ${text(v, "reason")}`}`,
  "sheet.concluded": (v) => `Phiếu rà soát ${text(v, "document")} đã được kết luận`,
  "opinion.asked": (v) => `${text(v, "unit")} được xin ý kiến về phiếu rà soát ${text(v, "document")}${until(v)}`,
  "opinion.answered": (v) =>
    `${text(v, "unit")} đã trả lời về phiếu rà soát ${text(v, "document")}: ${ANSWERS[text(v, "answer")] ?? "đã có ý kiến"}`,
  "batch.given": (v) => `Được giao rà soát ${n(number(v, "n"))} văn bản, ${text(v, "batch")}${until(v)}`,
  "due.soon": (v) => `Sắp đến hạn, ngày ${formatDate(text(v, "due"))}. ${due(v)}`,
  "due.over": (v) => `Quá hạn từ ngày ${formatDate(text(v, "due"))}. ${due(v)}`,
  "handling.given": (v) => `${text(v, "to")} được giao xử lý ${text(v, "document")}${until(v)}`,
  "handling.result": (v) => {
    const [document, result] = [text(v, "document"), text(v, "result")];
    if (text(v, "state") === "open")
      return `Việc xử lý ${document} được mở lại: điều khoản đã chứng minh kết quả không còn được tính`;
    return text(v, "state") === "contradicted"
      ? `Văn bản ${result} đã nhập nhưng không xử lý ${document} như kiến nghị`
      : `Văn bản ${result} đã nhập và đã xử lý ${document}`;
  },
  "petition.received": (v) =>
    `${text(v, "is") === "inspection" ? "Phản ánh văn bản có dấu hiệu trái pháp luật" : "Kiến nghị rà soát"} của ${text(v, "from")}, nhận ngày ${formatDate(text(v, "day"))}`,
  "import.impact": (v) =>
    `Nhập xong: ${number(v, "acts") > 0 ? `${n(number(v, "acts"))} văn bản mới làm thay đổi ${n(number(v, "targets"))} văn bản; ` : ""}thêm ${n(number(v, "added"))}, bớt ${n(number(v, "gone"))} phát hiện`,
  "audit.fault": (v) =>
    text(v, "fault") === "broken"
      ? `Nhật ký không khớp với mã đã lưu ở nơi khác: ${text(v, "what")}`
      : `Không lưu được mã của nhật ký ra nơi khác: ${text(v, "what")}`,
};

/** Words of what people are told. */
export const noticeWords = {
  notices: {
    title: "Thông báo",
    lead: "Việc được giao, việc chờ bạn, hạn sắp đến và đã qua.",
    bell: (unread: string) => `Thông báo, ${unread} chưa đọc`,
    many: "99+",
    unread: "Chưa đọc",
    read: "Đã đọc",
    none: "Chưa có thông báo nào",
    noneWhy: "Khi có việc giao cho bạn, việc chờ bạn hoặc hạn sắp đến, thông báo hiện ở đây.",
    allRead: "Không còn thông báo chưa đọc.",
    markOne: "Đánh dấu đã đọc",
    markThis: (what: string) => `Đánh dấu đã đọc: ${what}`,
    markAll: "Đánh dấu đã đọc tất cả",
    marked: (k: number) => `Đã đánh dấu ${n(k)} thông báo là đã đọc.`,
    more: (k: number) => `Còn ${n(k)} thông báo chưa đọc cũ hơn; chúng hiện lên khi những thông báo trên đã đọc.`,
    older: "Cũ hơn",
    newest: "Mới nhất",
    machine: "Rasoat",
    said,
  },
  mine: {
    title: "Việc của tôi",
    none: "Không có việc nào chờ bạn.",
    assigned: (name: string) => `Phát hiện giao cho ${name}`,
    overdue: (k: number) => `${n(k)} quá hạn`,
    unread: "Thông báo chưa đọc",
    all: "Mọi thông báo",
    toConclude: "Phiếu rà soát chờ bạn kết luận",
    returned: "Phiếu rà soát bị trả lại cho bạn",
    opinions: "Ý kiến phải trả lời",
  },
  mail: {
    title: "Thư",
    off: "Chưa gửi thư. Đặt RASOAT_SMTP_URL, RASOAT_SMTP_FROM và RASOAT_PUBLIC_URL rồi khởi động lại.",
    server: "Máy chủ thư",
    from: "Người gửi",
    links: "Liên kết trong thư",
    last: "Gửi gần nhất",
    sent: (k: number, when: string) => `${n(k)} thư, ${when}`,
    never: "chưa lần nào",
    failed: (to: string, when: string) => `Thư gửi ${to} không đi được, lúc ${when}`,
    said: (text: string) => `Máy chủ trả lời: ${text}`,
    again: "Thư được gửi lại ở vòng sau, mỗi giờ một lần.",
    test: "Gửi thử",
    testTo: "Gửi thư thử tới",
    testHelp: "Một địa chỉ thư. Thư thử không chứa dữ liệu nào.",
    tested: "Máy chủ thư đã nhận thư thử",
    testedWhy: "Mở hộp thư để xem thư đã tới và liên kết trong thư có mở được không.",
    faults: {
      unreachable: "Không kết nối được máy chủ thư. Kiểm tra tên máy, cổng trong RASOAT_SMTP_URL và tường lửa.",
      timeout: "Máy chủ thư không trả lời kịp. Kiểm tra cổng (587 hay 465), tường lửa và tải của máy chủ.",
      "no-tls":
        "Máy chủ thư không cho kết nối mã hóa (TLS), nên không gửi gì. Dùng cổng có TLS, hoặc nhờ người quản trị thư bật STARTTLS.",
      certificate:
        "Chứng thư TLS của máy chủ thư không được tin cậy. Thêm chứng thư gốc của cơ quan bằng biến NODE_EXTRA_CA_CERTS, rồi khởi động lại.",
      login: "Máy chủ thư không nhận tên hoặc mật khẩu. Sửa trong RASOAT_SMTP_URL; ký tự đặc biệt viết dạng %40.",
      sender: "Máy chủ thư không cho gửi bằng địa chỉ này. Sửa RASOAT_SMTP_FROM thành địa chỉ của tài khoản thư.",
      recipient: "Máy chủ thư không nhận địa chỉ người nhận. Sửa địa chỉ thư của tài khoản.",
      refused: "Máy chủ thư từ chối thư. Xem câu trả lời của máy chủ và hỏi người quản trị thư.",
    },
  },
  attached: {
    kinds: {
      finding: "phát hiện",
      sheet: "phiếu rà soát",
      handling: "việc xử lý",
      petition: "kiến nghị",
      inspection: "việc kiểm tra",
      consultation: "ý kiến của đơn vị",
    } as Readonly<Record<AttachedTo, string>>,
    title: "Đính kèm tệp",
    list: "Tệp đính kèm",
    listOf: (name: string) => `Tệp đính kèm, ${name}`,
    add: "Đính kèm tệp",
    choose: "Chọn tệp",
    help: (most: number, mb: number) =>
      `Word, Excel, PowerPoint, PDF, ảnh. Nhiều nhất ${n(most)} tệp, mỗi tệp đến ${n(mb)} MB. Không đính kèm văn bản có dấu MẬT.`,
    remove: "Bỏ",
    removeOne: (name: string) => `Bỏ tệp ${name}`,
    refused: (k: number) => `${n(k)} tệp không đính kèm được`,
    kept: (k: number) => `${n(k)} tệp khác đã đính kèm.`,
    noneKept: "Chưa có tệp nào được đính kèm.",
    back: "Về trang trước",
  },
};
