import { isUnder } from "../../src/domain/e-id.ts";
import { formatDate } from "../../src/domain/legal-date.ts";
import { placeNames } from "../../src/engine/places.ts";
import { reasonOf } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Proofs shown; the message counts all. */
const SHOWN_PROOFS = 8;

export default defineRule({
  meta: {
    id: "document-partly-expired",
    code: "A04",
    group: "validity",
    severity: "info",
    maturity: "stable",
    title: "Văn bản hết hiệu lực một phần",
    titleEn: "The document has partly ceased",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_154", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_57__cl_1", from: "2025-04-01" },
      { symbol: "79/2025/NĐ-CP", eId: "art_43" },
    ],
  },
  given: "document",
  // an administrative decision stands in no list of the kind
  when: ({ work }) => work.normative !== "no",
  *check({ work }, context) {
    const { corpus, subject, day } = context;
    const period = corpus.status(work.id, day);
    if (period?.status !== "partly-ceased") return;
    const proofs = period.because.filter((b) => b.rule !== "commenced" && b.rule !== "inserted" && b.work !== work.id);
    const gone = period.units.filter((u) => u.status === "repealed" || u.status === "amended");
    const tops = gone.filter((u) => !gone.some((o) => o !== u && isUnder(u.eId, o.eId))).map((u) => u.eId);
    if (proofs.length === 0) return;
    const latest =
      proofs
        .flatMap((p) => (p.from ? [p.from] : []))
        .sort()
        .at(-1) ?? null;
    const thisYear = latest !== null && latest.slice(0, 4) === day.slice(0, 4);
    yield {
      message: `${corpus.nameOf(work.id)} đã hết hiệu lực một phần${tops.length > 0 ? `: ${placeNames(subject, tops)}` : ""}${latest ? ` (lần gần nhất từ ngày ${formatDate(latest)})` : ""}.`,
      why: `Phần bị sửa đổi, thay thế, bãi bỏ không còn hiệu lực; phần còn lại vẫn áp dụng. ${reasonOf(period)}`,
      recommendation: thisYear
        ? "Đưa phần hết hiệu lực vào danh mục văn bản hết hiệu lực một phần (Mẫu số 02), công bố chậm nhất ngày 31/01 năm sau; dùng văn bản hợp nhất khi áp dụng."
        : "Kiểm tra phần hết hiệu lực đã có trong danh mục các kỳ trước chưa; nếu chưa, bổ sung vào phần B của Mẫu số 02.",
      evidence: proofs.slice(0, SHOWN_PROOFS).map(({ work: by, symbol, eId, quote, span }) => ({
        work: by,
        symbol,
        eId,
        quote,
        span,
        role: "basis" as const,
      })),
      eId: null,
      identity: proofs.map((p) => `${p.work ?? ""} ${p.eId ?? ""}`).join(" "),
      confidence: 0.95,
    };
  },
});
