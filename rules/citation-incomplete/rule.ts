import { typeName } from "../../src/domain/document-type.ts";
import { symbolKey } from "../../src/domain/symbol.ts";
import { isAlive } from "../../src/engine/ended-works.ts";
import { defineRule, type Subject } from "../../src/engine/rule.ts";
import type { ResolvedCitation, ResolvedTarget } from "../../src/resolve/resolved.ts";

/** From this many on the document was hardly read whole. */
const SHOWN = 8;
const NUMBERED = ["nghi-dinh", "thong-tu", "quyet-dinh", "nghi-quyet", "thong-tu-lien-tich"];

export default defineRule({
  meta: {
    id: "citation-incomplete",
    code: "C06",
    group: "reference",
    severity: "low",
    maturity: "trial",
    title: "Viện dẫn lần đầu thiếu cơ quan ban hành, ngày ban hành",
    titleEn: "The first citation of a document lacks its issuer and date",
    basis: [{ symbol: "78/2025/NĐ-CP", eId: "art_68", from: "2025-04-01" }],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes" && (work.issuedOn ?? "9999") >= "2025-04-01",
  *check(subject, context) {
    if (!isAlive(context)) return;
    const bare = firstMentions(subject).filter(
      ({ citation, target }) =>
        citation.within !== null &&
        // the head of an annex names the document it belongs to
        !/^att_[^_]+$/u.test(citation.within) &&
        target.issuedOn === null &&
        target.issuer === null &&
        target.year === null,
    );
    if (bare.length === 0) return;
    const names = bare.map(({ target }) => `${target.type ? typeName(target.type) : "văn bản"} số ${target.symbol}`);
    yield {
      message: `Viện dẫn lần đầu không ghi cơ quan ban hành và ngày ban hành: ${names.slice(0, SHOWN).join(", ")}${names.length > SHOWN ? ` và ${names.length - SHOWN} văn bản khác` : ""}.`,
      why: "Viện dẫn lần đầu phải ghi đủ tên loại, số, ký hiệu, cơ quan ban hành, tên văn bản; lần sau ghi tên loại và số, ký hiệu.",
      recommendation: subject.draft
        ? "Ghi đủ ở lần viện dẫn đầu tiên."
        : "Đính chính kỹ thuật trình bày khi có dịp sửa đổi.",
      evidence: bare.slice(0, SHOWN).map(({ citation }) => context.quote(citation.span)),
      eId: null,
      identity: names.join(" "),
      confidence: 0.75,
    };
  },
});

interface FirstMention {
  readonly citation: ResolvedCitation;
  readonly target: ResolvedTarget;
}

/** The first place where each numbered document is named, căn cứ and title included. */
function firstMentions({ citations, work }: Subject): readonly FirstMention[] {
  const first = new Map<string, FirstMention>();
  for (const citation of [...citations].sort((a, b) => a.span.start - b.span.start)) {
    for (const target of citation.targets) {
      if (target.self || target.symbol === null || target.symbol === work.symbol) continue;
      if (!NUMBERED.includes(target.type ?? "") || citation.quoted) continue;
      const key = symbolKey(target.symbol);
      if (!first.has(key)) first.set(key, { citation, target });
    }
  }
  return [...first.values()];
}
