import { parentEnd } from "../../src/engine/parent-end.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "detailing-parent-expired",
    code: "A05",
    group: "validity",
    severity: "high",
    maturity: "stable",
    title: "Văn bản quy định chi tiết hết hiệu lực theo văn bản được quy định chi tiết (trước 01/4/2025)",
    titleEn: "A detailing document ended with its parent (before 1 April 2025)",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_154__cl_4", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "34/2016/NĐ-CP", eId: "art_38__cl_2", from: "2016-07-01", to: "2025-04-01" },
    ],
  },
  given: "document",
  check: (_, context) =>
    parentEnd(
      context,
      { to: "2025-04-01" },
      {
        message: (own, parent, date) =>
          `${own} hết hiệu lực theo ${parent}, là văn bản được quy định chi tiết, đã hết hiệu lực ${date}.`,
        why: "Trước ngày 01/4/2025, văn bản được quy định chi tiết hết hiệu lực thì văn bản quy định chi tiết cũng đồng thời hết hiệu lực.",
        recommendation:
          "Kiểm tra danh mục văn bản hết hiệu lực đã công bố; nếu chưa có, bổ sung vào phần B của Mẫu số 01 và công bố. Không áp dụng, không viện dẫn văn bản này nữa, trừ khi điều khoản chuyển tiếp của văn bản mới giữ lại.",
      },
    ),
});
