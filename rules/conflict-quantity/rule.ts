import { conflictFindings, conflictNear } from "../../src/engine/conflict-findings.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "conflict-quantity",
    code: "E14",
    group: "conflict",
    severity: "high",
    maturity: "stable",
    title: "Số lượng, khoảng cách, diện tích, độ tuổi khác với văn bản khác về cùng nội dung",
    titleEn: "A count, distance, area or age differs from another text on the same matter",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_156", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_58", from: "2025-04-01" },
    ],
  },
  given: "document",
  near: conflictNear,
  check: (_, context) => conflictFindings("quantity", "số lượng, khoảng cách, diện tích, độ tuổi", context),
});
