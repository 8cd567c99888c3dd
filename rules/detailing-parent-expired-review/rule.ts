import { parentEnd } from "../../src/engine/parent-end.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "detailing-parent-expired-review",
    code: "A06",
    group: "validity",
    severity: "medium",
    maturity: "stable",
    title: "Văn bản được quy định chi tiết hết hiệu lực từ 01/4 đến 30/6/2025, phải đối chiếu",
    titleEn:
      "The parent ended between 1 April and 30 June 2025: the detailing document must be checked against the new one",
    basis: [
      { symbol: "64/2025/QH15", eId: "art_57__cl_2", from: "2025-04-01", to: "2025-07-01" },
      { symbol: "79/2025/NĐ-CP", eId: "art_39__cl_2" },
    ],
  },
  given: "document",
  check: (_, context) =>
    parentEnd(
      context,
      { from: "2025-04-01", to: "2025-07-01" },
      {
        message: (own, parent, date) =>
          `${own} quy định chi tiết ${parent}, đã hết hiệu lực ${date}; văn bản vẫn áp dụng phần không trái và phải được rà soát.`,
        why: "Theo khoản 2 Điều 57 Luật số 64/2025/QH15 (bản ban đầu), văn bản quy định chi tiết tiếp tục có hiệu lực phần không trái, trừ văn bản đã được công bố hết hiệu lực.",
        recommendation:
          "Đối chiếu từng quy định với văn bản mới: còn phù hợp thì ghi nhận; trái thì đề nghị công bố hết hiệu lực, bãi bỏ hoặc thay thế.",
      },
    ),
});
