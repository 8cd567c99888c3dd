import { ownEnd } from "../../src/engine/own-end.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "document-abolished",
    code: "A03",
    group: "validity",
    severity: "high",
    maturity: "stable",
    title: "Văn bản đã bị bãi bỏ hoặc được tuyên bố hết hiệu lực",
    titleEn: "The document has been abolished or declared expired",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_154__cl_3", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_57__cl_1__point_c", from: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_4__cl_3", from: "2025-04-01" },
    ],
  },
  given: "document",
  check: (_, context) =>
    ownEnd(context, ["repealed", "expired"], {
      headline: (name, date) => `${name} đã bị bãi bỏ hoặc được tuyên bố hết hiệu lực${date}.`,
      why: "Văn bản hết hiệu lực khi bị bãi bỏ bằng văn bản của cơ quan nhà nước có thẩm quyền, kể cả bằng quyết định hành chính trong các trường hợp luật cho phép.",
    }),
});
