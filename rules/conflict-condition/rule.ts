import { conflictFindings, conflictNear } from "../../src/engine/conflict-findings.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "conflict-condition",
    code: "E07",
    group: "conflict",
    severity: "high",
    maturity: "trial",
    title: "Thêm, bớt điều kiện hoặc ngoại lệ so với văn bản cấp trên",
    titleEn: "A condition or exception is added to or dropped from the higher rule",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_156", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_58", from: "2025-04-01" },
    ],
  },
  given: "document",
  near: conflictNear,
  check: (_, context) => conflictFindings("condition", "điều kiện", context),
});
