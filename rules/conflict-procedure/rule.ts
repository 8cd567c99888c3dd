import { conflictFindings, conflictNear } from "../../src/engine/conflict-findings.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "conflict-procedure",
    code: "E16",
    group: "conflict",
    severity: "high",
    maturity: "trial",
    title: "Thành phần, số bộ hồ sơ hoặc cách nộp khác với văn bản cấp trên",
    titleEn: "The dossier or the way to hand it in differs from the higher text",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_156", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_58", from: "2025-04-01" },
    ],
  },
  given: "document",
  near: conflictNear,
  check: (_, context) => conflictFindings("procedure", "hồ sơ, cách nộp", context),
});
