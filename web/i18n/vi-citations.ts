const n = (value: number): string => value.toLocaleString("vi-VN");

/** Words of relations between documents and of citations that a person looks at or mends. */
export const citations = {
  card: {
    missing: (unit: string) => `Văn bản không có ${unit}.`,
    noText: "Kho chưa có lời văn của điều khoản này.",
    dead: {
      ceased: "Văn bản được dẫn chiếu đã hết hiệu lực.",
      suspended: "Nội dung được dẫn chiếu đang ngưng hiệu lực.",
      "not-yet-in-force": "Văn bản được dẫn chiếu chưa có hiệu lực.",
      repealed: "Điều khoản được dẫn chiếu đã bị bãi bỏ.",
    },
  },
  fix: {
    list: "Dẫn chiếu chưa rõ là văn bản nào",
    open: "Chỉ rõ",
    again: "Xem lại",
    byHand: "Dẫn chiếu đã chỉ rõ bằng tay",
    none: "không phải dẫn chiếu văn bản",
    gone: "văn bản không còn trong kho, máy tự tìm lại",
    saved: "Đã ghi.",
    savedWhy: "Dẫn chiếu, tác động và hiệu lực liên quan đã được tính lại.",
    title: "Chỉ rõ văn bản được dẫn chiếu",
    lead: "Lựa chọn được dùng cho mọi chỗ văn bản này viết như vậy, giữ qua các lần nhập sau và có thể hoàn tác.",
    in: "Trong văn bản",
    written: "Văn bản viết",
    now: "Đang hiểu là",
    unknown: "chưa rõ",
    setBy: (by: string, when: string) => `${by} chỉ rõ lúc ${when}.`,
    undo: "Hoàn tác, để máy tự tìm",
    candidates: "Các văn bản khớp",
    search: "Tìm văn bản",
    searchHelp: "Số, ký hiệu hoặc từ trong tên",
    go: "Tìm văn bản",
    nothing: "Không thấy văn bản nào. Thử ít từ hơn, hoặc nhập văn bản đó vào kho.",
    choose: "Chọn văn bản này",
    noDocument: "Không phải dẫn chiếu văn bản",
    noDocumentWhy: "Dùng khi những chữ này không nêu văn bản nào: máy sẽ không coi đó là dẫn chiếu nữa.",
  },
  graph: {
    title: "Sơ đồ quan hệ",
    how: "Trên là văn bản có hiệu lực cao hơn, trái sang phải là thời gian ban hành.",
    region: "Sơ đồ quan hệ; danh sách cùng nội dung ở dưới",
    lines: {
      repeals: "bãi bỏ, ngưng hiệu lực",
      replaces: "thay thế",
      amends: "sửa đổi, bổ sung",
      details: "quy định chi tiết",
      basis: "căn cứ",
      cites: "dẫn chiếu",
    },
    /** Said of a document that acts on the one at hand. */
    reversed: (line: string) => `${line}, tới văn bản đang xem`,
    bodies: { hdnd: "của Hội đồng nhân dân", ubnd: "của Ủy ban nhân dân" },
    leftOut: (k: number) => `Còn ${n(k)} văn bản không vẽ ở đây; xem trong danh sách dưới.`,
  },
};
