import { isAlive } from "../../src/engine/ended-works.ts";
import { isDraft } from "../../src/engine/issue-day.ts";
import { defineRule, type Subject } from "../../src/engine/rule.ts";

/** More missing parts are no fault of the author but a text copied without its head and foot. */
const SURELY_THE_AUTHORS = 1;

export default defineRule({
  meta: {
    id: "formal-part-missing",
    code: "H02",
    group: "technique",
    severity: "low",
    maturity: "trial",
    title: "Thiếu thành phần thể thức của văn bản",
    titleEn: "A formal part of the document is missing",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_55", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_71", from: "2025-04-01" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes" && work.type !== "van-ban-hop-nhat",
  *check(subject, context) {
    if (!isAlive(context) || isDraft(subject, context.day)) return;
    const missing = missingParts(subject);
    if (missing.length === 0 || missing.length > SURELY_THE_AUTHORS) return;
    yield {
      message: `Không thấy ${missing.join(", ")} trong văn bản.`,
      why: "Thiếu thành phần thể thức thì không xác định được người ký, ngày ban hành hoặc nội dung khái quát của văn bản.",
      recommendation: "Đối chiếu bản chính; bản chính thiếu thì đính chính, bản sao thiếu thì nhập lại.",
      evidence: [],
      eId: null,
      identity: missing.join(" "),
      confidence: 0.55,
    };
  },
});

function missingParts({ document }: Subject): string[] {
  const { meta, text } = document;
  return [
    ...(/CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM/iu.test(text.slice(0, 3_000)) ? [] : ["quốc hiệu"]),
    ...(meta.symbol ? [] : ["số, ký hiệu"]),
    ...(meta.issuedOn ? [] : ["ngày ban hành"]),
    ...(meta.title ? [] : ["tên văn bản"]),
  ];
}
