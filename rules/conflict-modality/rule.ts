import { conflictFindings, conflictNear } from "../../src/engine/conflict-findings.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "conflict-modality",
    code: "E03",
    group: "conflict",
    severity: "high",
    maturity: "trial",
    title: "Cho phép, bắt buộc hay cấm trái với văn bản khác về cùng hành vi",
    titleEn: "What is allowed, required or forbidden contradicts another text",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_156", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_58", from: "2025-04-01" },
    ],
  },
  given: "document",
  near: conflictNear,
  check: (_, context) => conflictFindings("modality", "được, phải hay cấm", context),
});
