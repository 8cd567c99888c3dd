import { conflictFindings, conflictNear } from "../../src/engine/conflict-findings.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "conflict-competence",
    code: "E04",
    group: "conflict",
    severity: "high",
    maturity: "stable",
    title: "Giao thẩm quyền cho cơ quan khác với cơ quan mà văn bản cấp trên đã giao",
    titleEn: "A decision is given to another body than the higher text names",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_156", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_58", from: "2025-04-01" },
    ],
  },
  given: "document",
  near: conflictNear,
  check: (_, context) => conflictFindings("competence", "thẩm quyền", context),
});
