import { clauseOf } from "../../src/engine/evidence.ts";
import { formatDate } from "../../src/domain/legal-date.ts";
import { endedOn } from "../../src/engine/ended-works.ts";
import { firstDay } from "../../src/engine/first-day.ts";
import { isWholeEnd } from "../../src/engine/changed-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "end-day-of-its-own",
    code: "A20",
    group: "validity",
    severity: "info",
    maturity: "stable",
    title: "Ngày hết hiệu lực khác ngày có hiệu lực của văn bản làm hết hiệu lực",
    titleEn: "Ends on another day than the ending document begins",
    basis: [
      { symbol: "80/2015/QH13", eId: "art_154", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "64/2025/QH15", eId: "art_57__cl_1", from: "2025-04-01" },
    ],
  },
  given: "document",
  *check({ work }, { corpus, day }) {
    for (const e of corpus.effectsOn(work.id)) {
      if (!e.applied || e.from === null || e.source === work.id || e.origin !== "text") continue;
      if (!(isWholeEnd(e) || (e.action === "expire" && e.targetEId === null && e.exception === null))) continue;
      const begins = firstDay(corpus, e.source);
      const source = corpus.work(e.source);
      // an administrative decision or a list speaks of days of its own by its nature
      if (begins === null || begins === e.from || source?.normative !== "yes") continue;
      const gone = endedOn(corpus, work.id, day) !== null;
      yield {
        message: `${corpus.nameOf(work.id)} ${gone ? "hết" : "sẽ hết"} hiệu lực từ ngày ${formatDate(e.from)}, không phải từ ngày ${formatDate(begins)} là ngày ${corpus.nameOf(e.source)} có hiệu lực.`,
        why: "Ngày hết hiệu lực do điều khoản riêng quyết định; lấy theo ngày có hiệu lực của văn bản mới sẽ sai danh mục.",
        recommendation: `Ghi ngày hết hiệu lực là ${formatDate(e.from)} trong danh mục và cơ sở dữ liệu.`,
        evidence: [clauseOf(corpus, e)],
        eId: null,
        identity: `${e.source} ${e.from}`,
        confidence: 0.9,
      };
    }
  },
});
