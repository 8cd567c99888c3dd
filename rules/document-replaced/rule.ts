import { ownEnd } from "../../src/engine/own-end.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "document-replaced",
    code: "A02",
    group: "validity",
    severity: "high",
    maturity: "stable",
    title: "Văn bản đã bị thay thế",
    titleEn: "The document has been replaced",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_154__cl_2", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_57__cl_1__point_b", from: "2025-04-01" },
    ],
  },
  given: "document",
  check: (_, context) =>
    ownEnd(context, ["replaced"], {
      headline: (name, date) => `${name} đã bị thay thế${date}.`,
      why: "Văn bản hết hiệu lực khi được thay thế bằng văn bản quy phạm pháp luật mới của chính cơ quan đã ban hành.",
    }),
});
