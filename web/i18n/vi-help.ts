import { n } from "./vi-number.ts";

/** Words of the help pages. The guides themselves stand in `web/pages/help`. */
export const help = {
  help: {
    title: "Trợ giúp",
    lead: "Rasoat đọc văn bản quy phạm pháp luật, tính hiệu lực tại một ngày, đối chiếu các văn bản với nhau và nói vì câu chữ nào. Người kết luận là bạn.",
    onPage: "Trên trang này",
    guides: "Bắt đầu từ việc của bạn",
    steps: (k: number) => `${n(k)} bước`,
    step: (k: number) => `Bước ${n(k)}`,
    open: "Mở trang này",
    next: "Hướng dẫn khác",
    all: "Mọi trợ giúp",
    knows: "Cách Rasoat biết",
    glossary: "Bảng thuật ngữ",
    term: "Thuật ngữ",
    means: "Nghĩa trong Rasoat",
    keys: "Phím tắt",
    keysLead:
      "Mỗi phím bấm một nút hoặc liên kết đang có trên trang; không việc nào chỉ làm được bằng phím. Phím không chạy khi đang gõ trong ô: bấm Esc để rời ô. Tắt phím tắt ở menu Giao diện.",
    key: "Phím",
    does: "Việc",
    limits: "Rasoat không làm được gì",
    about: "Phiên bản và liên hệ",
    version: (v: string) => `Phiên bản ${v}.`,
    contact:
      "Gặp lỗi hoặc thấy kết quả sai: gửi người quản trị của đơn vị địa chỉ trang đang mở và mã yêu cầu nếu có. Địa chỉ trang giữ cả bộ lọc và ngày nên người khác mở ra đúng cái bạn thấy.",
    offline: "Phần mềm chạy trên máy của đơn vị, không gửi văn bản ra ngoài.",
    keyRows: [
      {
        where: "Mọi trang",
        rows: [
          ["/", "tới ô tìm kiếm"],
          ["?", "mở bảng phím tắt này"],
          ["j", "mục sau trong danh sách"],
          ["k", "mục trước trong danh sách"],
          ["Enter", "mở mục đang chọn"],
          ["x", "đánh dấu mục đang chọn"],
          ["X", "đánh dấu mọi mục của trang"],
          ["Esc", "rời ô đang gõ, đóng menu"],
          ["Tab", "tới liên kết, nút hoặc ô kế tiếp; Tab đầu tiên là liên kết tới nội dung chính"],
        ],
      },
      {
        where: "Đọc văn bản",
        rows: [["y", "viện dẫn văn bản đang đọc, để chép"]],
      },
      {
        where: "Phát hiện",
        rows: [
          ["c", "xác nhận"],
          ["d", "bác bỏ: mở các lý do"],
          ["1", "lý do thứ nhất"],
          ["2", "lý do thứ hai"],
          ["3", "lý do thứ ba"],
          ["4", "lý do thứ tư"],
          ["5", "lý do thứ năm"],
          ["s", "để sau"],
          ["o", "cần ý kiến"],
          ["a", "giao"],
          ["n", "ghi chú"],
          ["u", "hoàn tác"],
          ["b", "kết luận các mục đã đánh dấu"],
        ],
      },
      {
        where: "Thông báo, phiếu rà soát, đợt rà soát, bảng theo dõi",
        rows: [
          ["!", "mở thông báo"],
          ["p", "đề xuất kết quả của phiếu"],
          ["g", "giao các văn bản đã đánh dấu"],
          ["0", "dòng bảng theo dõi: văn bản không có trong kho"],
        ],
      },
    ] as readonly KeyGroup[],
    knowsRows: [
      {
        what: "Tình trạng hiệu lực",
        how: "Tính từ câu chữ của các văn bản trong kho: điều khoản thi hành, bãi bỏ, thay thế, tạm ngưng. Mỗi tình trạng mở ra thành căn cứ với nguyên văn, điều khoản và ngày. Danh mục Excel hay lời của văn bản khác không tự làm đổi tình trạng: chúng được hiện bên cạnh.",
      },
      {
        what: "Suy luận và cần xác định",
        how: "“Suy luận theo luật” là kết luận rút ra từ quy định chung (như văn bản quy định chi tiết hết hiệu lực theo văn bản gốc), chưa thấy văn bản công bố. “Cần xác định” là không đủ căn cứ để nói. Khi không chắc, công cụ để văn bản sống tiếp và hỏi người, vì nói sai rằng văn bản đã hết hiệu lực là lỗi nặng nhất.",
      },
      {
        what: "Phát hiện",
        how: "Do một quy tắc nêu ra; quy tắc nào cũng có căn cứ pháp lý và phần giải thích ở trang Quy tắc. Quy tắc thử nghiệm chưa vào danh mục chính thức. Mức độ nói hậu quả, độ chắc nói khả năng đúng; hàng đợi xếp theo cả hai.",
      },
      {
        what: "Bản quét và chữ nhận dạng",
        how: "Văn bản đọc bằng nhận dạng chữ (OCR) được ghi rõ. Điều bản quét nói về văn bản khác chỉ là đề nghị, không được tính cho tới khi có người xác nhận.",
      },
      {
        what: "Văn bản trung ương",
        how: "Kho kèm một danh mục văn bản trung ương tính đến đầu năm 2024 và một số thay thế ghi tay về sau. Văn bản chỉ có trong danh mục được ghi là chưa có lời văn.",
      },
      {
        what: "Lời của người",
        how: "Giá trị người ghi tay và kết luận của người thắng máy, còn nguyên sau mọi lần nhập, luôn có tên và giờ. Lời văn đổi thì phát hiện mở lại và nói lý do.",
      },
    ] as readonly Said[],
    limitRows: [
      {
        what: "Không thay người kết luận",
        how: "Công cụ thấy, trích và xếp thứ tự. Kết luận, danh mục và văn bản ban hành là việc của người có thẩm quyền. Lời văn ghép lại tại một ngày chỉ để tra cứu, không phải văn bản hợp nhất chính thức.",
      },
      {
        what: "Không biết văn bản ngoài kho",
        how: "Không thấy mâu thuẫn không có nghĩa là không có: công cụ chỉ đối chiếu những gì đã nhập. Nó cũng không tải văn bản từ mạng.",
      },
      {
        what: "Không hiểu nghĩa như người",
        how: "Mâu thuẫn được thấy qua từ ngữ, con số, chủ thể, thời hạn giữa những văn bản có liên hệ (căn cứ, viện dẫn, tên gần nhau). Hai văn bản chỉ chung một việc mà không có liên hệ nào khác có thể bị bỏ sót.",
      },
      {
        what: "Không tính được ngày tùy sự kiện",
        how: "“Cho đến khi có quy định mới” và những ngày tùy một sự kiện phải có người ghi. “Áp dụng … trên địa bàn” chưa sinh ra tác động nào.",
      },
      {
        what: "Không ghép được mọi sửa đổi",
        how: "Sửa biểu mẫu, sửa một câu trong điều khoản, đánh số lại điều khoản thì không tự ghép vào lời văn; chúng được liệt kê là chưa áp dụng được kèm lý do.",
      },
      {
        what: "Không đọc được mọi tệp",
        how: "Tệp có mật khẩu, tệp hỏng, tệp Word 95 trở về trước bị từ chối và nêu lý do. Bảng được đọc thành dòng. Chữ hoa có dấu của phông TCVN3 không kèm thông tin phông có thể sai.",
      },
      {
        what: "Không phải mọi căn cứ đều đã kiểm tra",
        how: "Một phần bảng tra cứu (thời hạn, tên cơ quan, căn cứ của quy tắc) còn ghi là chưa kiểm tra. Độ đúng đo trên văn bản thật nêu trong tài liệu của phần mềm; với văn bản chưa ai xem, hãy chờ kết quả thấp hơn.",
      },
    ] as readonly Said[],
  },
};

interface Said {
  readonly what: string;
  readonly how: string;
}

interface KeyGroup {
  readonly where: string;
  /** Key as on the keyboard, and what it does. */
  readonly rows: readonly (readonly [key: string, does: string])[];
}
