import { spokenOf } from "../../src/engine/evidence.ts";
import { eIdName } from "../../src/domain/e-id.ts";
import { formatDate } from "../../src/domain/legal-date.ts";
import { isCitedByName } from "../../src/domain/document-type.ts";
import { successorName } from "../../src/engine/cited-works.ts";
import { endedOn, isAlive, proofOf, reasonOf } from "../../src/engine/ended-works.ts";
import { opening, placeNames } from "../../src/engine/places.ts";
import { followsAmendments, prescribesNow } from "../../src/engine/reference-context.ts";
import { defineRule, type Subject } from "../../src/engine/rule.ts";
import type { ResolvedCitation } from "../../src/resolve/resolved.ts";

export default defineRule({
  meta: {
    id: "old-law-article-cited",
    code: "C09",
    group: "reference",
    severity: "high",
    maturity: "stable",
    title: "Viện dẫn số điều, khoản theo luật cũ khi luật mới đã thay thế",
    titleEn: "Cites article numbers of a law that has been replaced",
    basis: [
      { symbol: "79/2025/NĐ-CP", eId: "art_39__cl_3" },
      { symbol: "78/2025/NĐ-CP", eId: "art_68" },
    ],
  },
  given: "document",
  when: ({ work }) => work.normative !== "no" && work.issuedOn !== null,
  *check(subject, context) {
    if (!isAlive(context)) return;
    const { corpus, day, quote } = context;
    const told = new Set<string>();
    for (const citation of subject.citations) {
      if (citation.role !== "reference" || citation.quoted || citation.within === null) continue;
      for (const { resolution, eIds, self } of citation.targets) {
        if (
          self ||
          resolution.kind !== "work" ||
          eIds.length === 0 ||
          told.has(`${resolution.work} ${citation.within}`)
        )
          continue;
        const law = corpus.work(resolution.work);
        const period = law && isCitedByName(law.type) ? endedOn(corpus, law.id, day) : null;
        const since = period?.since ?? null;
        if (!law || !period || since === null || since <= (subject.work.issuedOn ?? "")) continue;
        // what names the law's number or year is told by rule C01
        if (isNumbered(citation.text) || namesItElsewhere(subject, law.id) || !prescribesNow(subject, citation))
          continue;
        told.add(`${law.id} ${citation.within}`);
        const place = quote(citation.span);
        const next = successorName(corpus, law.id);
        const moves = followsAmendments(subject);
        yield {
          message: `${opening(placeNames(subject, [place.eId]))} viện dẫn ${eIds.map((e) => eIdName(e)).join(", ")} theo ${corpus.nameOf(law.id)}, đã hết hiệu lực từ ngày ${formatDate(since)}.`,
          why: `Số điều, khoản là của luật có hiệu lực khi ban hành văn bản; luật mới đánh số khác nên đọc theo luật mới sẽ sai nội dung. ${reasonOf(period)}`,
          recommendation: `Sửa đổi, bổ sung: viện dẫn điều, khoản tương ứng của ${next ?? "luật đang có hiệu lực"}.`,
          evidence: [
            place,
            ...eIds.map((eId) => spokenOf(corpus, law.id, eId)),
            ...proofOf(corpus, law.id, period).filter((e) => e.role === "basis"),
          ],
          identity: `${law.id} ${eIds.join(" ")}`,
          severity: moves ? "low" : "medium",
          confidence: 0.85,
        };
      }
    }
  },
});

const isNumbered = (text: string): boolean => /\d{4}|\d\/\p{L}/u.test(text);

const namesItElsewhere = ({ citations }: Subject, id: string): boolean =>
  citations.some(
    (c: ResolvedCitation) =>
      isNumbered(c.text) && c.targets.some((t) => t.resolution.kind === "work" && t.resolution.work === id),
  );
