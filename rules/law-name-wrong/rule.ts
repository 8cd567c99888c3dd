import { fold } from "../../src/domain/fold.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule } from "../../src/engine/rule.ts";

/** Laws cited with number and name; amending laws are named after what they amend. */
const AMENDS = /sửa đổi|bổ sung|một số điều/iu;

const words = (name: string): readonly string[] =>
  fold(name)
    .replace(/[^a-z0-9]+/gu, " ")
    .trim()
    .split(" ")
    .filter((w) => !["luat", "bo", "phap", "lenh", "va", "nam", "so"].includes(w));

export default defineRule({
  meta: {
    id: "law-name-wrong",
    code: "K03",
    group: "terminology",
    severity: "low",
    maturity: "stable",
    title: "Tên luật được viện dẫn không khớp số, ký hiệu",
    titleEn: "The name of a cited law does not go with its number",
    basis: [
      { symbol: "34/2016/NĐ-CP", eId: "art_74", from: "2016-07-01", to: "2025-04-01" },
      { symbol: "78/2025/NĐ-CP", eId: "art_68", from: "2025-04-01" },
    ],
  },
  given: "citation",
  *check(citation, context) {
    if (citation.quoted || !isAlive(context)) return;
    for (const { symbol, name, resolution, type } of citation.targets) {
      if (
        !symbol ||
        !name ||
        resolution.kind !== "work" ||
        (type !== "luat" && type !== "bo-luat" && type !== "phap-lenh")
      )
        continue;
      const work = context.corpus.work(resolution.work);
      if (!work?.title || work.symbol !== symbol || work.known === "cited" || AMENDS.test(`${work.title} ${name}`))
        continue;
      const [a, b] = [words(name), words(work.title)];
      if (a.length === 0 || b.length === 0 || a.some((w) => b.includes(w))) continue;
      yield {
        message: `Viện dẫn ghi “${name}” số ${symbol}, nhưng ${symbol} là ${work.title}.`,
        why: "Tên và số của văn bản được viện dẫn không cùng một văn bản; không biết văn bản nào là đúng.",
        recommendation: "Đối chiếu và đính chính tên hoặc số của văn bản được viện dẫn.",
        evidence: [
          context.quote(citation.span),
          { work: work.id, symbol: work.symbol, eId: null, quote: work.title, span: null, role: "conflicts-with" },
        ],
        eId: citation.within,
        identity: `${name} ${symbol}`,
        confidence: 0.85,
      };
    }
  },
});
