import { groupBy } from "../../src/domain/group-by.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { placeNames } from "../../src/engine/places.ts";
import { restatedUnits } from "../../src/engine/restating.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Fewer repeated units are told one by one. */
const MIN_UNITS = 4;
/** Of the articles and clauses of the document. */
const NEARLY_ALL = 0.8;

export default defineRule({
  meta: {
    id: "copy-of-higher",
    code: "F05",
    group: "overlap",
    severity: "medium",
    maturity: "trial",
    title: "Văn bản hầu như chỉ sao chép, không có quy định mới",
    titleEn: "The document does hardly more than copy a higher one",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_8__cl_2", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_7", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { corpus, quote } = context;
    const repeated = restatedUnits(context);
    const [other, units] = [...groupBy(repeated, (o) => o.other)].sort((a, b) => b[1].length - a[1].length)[0] ?? [];
    if (!other || !units || units.length < MIN_UNITS) return;
    const words = units.reduce((sum, { span }) => sum + span.end - span.start, 0);
    const body = subject.document.provisions
      .filter((p) => p.kind === "article" && !/hiệu lực|thi hành|thực hiện/iu.test(p.heading ?? ""))
      .reduce((sum, { span }) => sum + span.end - span.start, 0);
    if (body === 0 || words / body < NEARLY_ALL) return;
    yield {
      message: `Hầu hết nội dung (${Math.round((100 * words) / body)}%, ${units.length} điều, khoản) chép lại ${corpus.nameOf(other)}.`,
      why: "Văn bản không có quy định mới thì không cần ban hành; bản chép lại sẽ lệch khi văn bản gốc được sửa đổi.",
      recommendation: `Xem xét bãi bỏ văn bản và áp dụng trực tiếp ${corpus.nameOf(other)}; phần thật sự mới (nếu có) ban hành riêng. Các chỗ chép lại: ${placeNames(
        subject,
        units.map((u) => u.eId),
      )}.`,
      evidence: units.slice(0, 5).flatMap((u) => [
        { ...quote({ start: u.span.start, end: Math.min(u.span.end, u.span.start + 300) }), eId: u.eId },
        {
          work: other,
          symbol: corpus.work(other)?.symbol ?? null,
          eId: u.otherEId,
          quote: u.otherQuote.slice(0, 300),
          span: { start: u.otherSpan.start, end: u.otherSpan.start + Math.min(300, u.otherQuote.length) },
          role: "conflicts-with" as const,
        },
      ]),
      eId: null,
      identity: other,
      confidence: 0.85,
    };
  },
});
