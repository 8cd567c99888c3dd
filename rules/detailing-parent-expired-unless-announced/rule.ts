import { parentEnd } from "../../src/engine/parent-end.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "detailing-parent-expired-unless-announced",
    code: "A18",
    group: "validity",
    severity: "high",
    maturity: "stable",
    title: "Văn bản được quy định chi tiết hết hiệu lực từ 01/7/2025, chưa thấy công bố tiếp tục có hiệu lực",
    titleEn: "The parent ended since 1 July 2025 and no announcement keeps the detailing document",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_57__cl_2", from: "2025-07-01" },
      { symbol: "87/2025/QH15", eId: "art_1__cl_22", from: "2025-07-01" },
    ],
  },
  given: "document",
  check: (_, context) =>
    parentEnd(
      context,
      { from: "2025-07-01" },
      {
        message: (own, parent, date) =>
          `${own} quy định chi tiết ${parent}, đã hết hiệu lực ${date}; chưa thấy văn bản công bố tiếp tục có hiệu lực.`,
        why: "Từ ngày 01/7/2025, văn bản quy định chi tiết hết hiệu lực theo văn bản được quy định chi tiết, trừ trường hợp cơ quan có thẩm quyền công bố tiếp tục có hiệu lực. Đây là suy luận theo khoản 2 Điều 57 Luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15.",
        recommendation:
          "Tìm văn bản công bố tiếp tục có hiệu lực và điều khoản chuyển tiếp của văn bản mới. Nếu không có: đưa vào danh mục hết hiệu lực (Mẫu số 01), hoặc nếu nội dung còn cần thì đề nghị công bố tiếp tục có hiệu lực.",
      },
    ),
});
