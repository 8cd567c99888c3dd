import { conflictFindings, conflictNear } from "../../src/engine/conflict-findings.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "conflict-sanction",
    code: "E15",
    group: "conflict",
    severity: "high",
    maturity: "trial",
    title: "Chế tài khác với văn bản cấp trên",
    titleEn: "A sanction goes beyond the higher text",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_156", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_58", from: "2025-04-01" },
    ],
  },
  given: "document",
  near: conflictNear,
  check: (_, context) => conflictFindings("sanction", "chế tài", context),
});
