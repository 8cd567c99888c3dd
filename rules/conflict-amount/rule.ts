import { conflictFindings, conflictNear } from "../../src/engine/conflict-findings.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "conflict-amount",
    code: "E02",
    group: "conflict",
    severity: "high",
    maturity: "stable",
    title: "Mức tiền khác với quy định của văn bản cấp trên hoặc của chính cơ quan ban hành",
    titleEn: "An amount of money differs from another text on the same matter",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_156", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_58", from: "2025-04-01" },
    ],
  },
  given: "document",
  near: conflictNear,
  check: (_, context) => conflictFindings("amount", "mức tiền", context),
});
