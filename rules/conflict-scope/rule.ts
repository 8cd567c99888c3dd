import { conflictFindings, conflictNear } from "../../src/engine/conflict-findings.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "conflict-scope",
    code: "E06",
    group: "conflict",
    severity: "high",
    maturity: "stable",
    title: "Thu hẹp hoặc mở rộng đối tượng so với văn bản cấp trên",
    titleEn: "The group concerned is narrower or wider than in the higher text",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_156", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_58", from: "2025-04-01" },
    ],
  },
  given: "document",
  near: conflictNear,
  check: (_, context) => conflictFindings("scope", "đối tượng", context),
});
