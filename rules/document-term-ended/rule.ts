import { ownEnd } from "../../src/engine/own-end.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "document-term-ended",
    code: "A01",
    group: "validity",
    severity: "high",
    maturity: "stable",
    title: "Văn bản hết thời hạn có hiệu lực ghi trong chính văn bản",
    titleEn: "The document's own term has ended",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_154__cl_1", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_57__cl_1__point_a", from: "2025-04-01" },
    ],
  },
  given: "document",
  check: (_, context) =>
    ownEnd(context, ["term"], {
      headline: (name, date) => `${name} đã hết thời hạn có hiệu lực${date}.`,
      why: "Văn bản hết hiệu lực khi hết thời hạn đã được quy định trong văn bản.",
    }),
});
