import { spokenOf } from "../../src/engine/evidence.ts";
import { plain } from "../../src/domain/fold.ts";
import { isCitedByName } from "../../src/domain/document-type.ts";
import type { WorkId } from "../../src/domain/work.ts";
import { basisLines } from "../../src/engine/basis-lines.ts";
import { isAmendingAct, isChange } from "../../src/engine/changed-works.ts";
import { endedOn, isAlive } from "../../src/engine/ended-works.ts";
import { issueDay } from "../../src/engine/issue-day.ts";
import { defineRule, type RuleContext } from "../../src/engine/rule.ts";

export default defineRule({
  meta: {
    id: "basis-amendment-not-named",
    code: "B07",
    group: "basis",
    severity: "low",
    maturity: "trial",
    title: "Căn cứ không ghi văn bản sửa đổi, bổ sung",
    titleEn: "A legal basis is named without its amendment",
    basis: [{ symbol: "78/2025/NĐ-CP", eId: "art_68", from: "2025-04-01" }],
  },
  given: "document",
  when: ({ work }) => work.normative === "yes" && (work.issuedOn ?? "9999") >= "2025-04-01",
  *check(subject, context) {
    const issued = issueDay(subject, context.day);
    if (issued === null || !isAlive(context)) return;
    const { corpus, quote } = context;
    const lines = basisLines(subject);
    const preamble = plain(lines.map((l) => l.text).join(" "));
    for (const line of lines) {
      if (/sửa đổi/iu.test(line.text)) continue;
      for (const { targets, span } of line.citations) {
        for (const { resolution, self } of targets) {
          if (self || resolution.kind !== "work") continue;
          const left = amendersOf(resolution.work, issued, context).filter(
            (id) => !preamble.includes(plain(corpus.work(id)?.symbol ?? "không số")),
          );
          const [last] = left.slice(-1);
          if (!last) continue;
          yield {
            message: `Căn cứ ${corpus.nameOf(resolution.work)} không ghi đã được sửa đổi, bổ sung bởi ${left.map((id) => corpus.nameOf(id)).join("; ")}.`,
            why: "Văn bản làm căn cứ đã được sửa đổi, bổ sung trước ngày ban hành thì phải ghi kèm văn bản sửa đổi, bổ sung.",
            recommendation: `${subject.draft ? "Bổ sung" : "Đính chính: bổ sung"} “được sửa đổi, bổ sung bởi ${corpus.nameOf(last)}”.`,
            evidence: [quote(span), spokenOf(corpus, last, null, "basis")],
            eId: null,
            identity: `${resolution.work} ${left.join(" ")}`,
            confidence: 0.8,
          };
        }
      }
    }
  },
});

/** Acts whose title says that they amend this very work, in force by the day; oldest first. */
function amendersOf(id: WorkId, day: string, { corpus, subject }: RuleContext): readonly WorkId[] {
  const found = new Map<WorkId, string>();
  const basis = corpus.work(id);
  for (const e of corpus.effectsOn(id)) {
    const source = corpus.work(e.source);
    if (
      !e.applied ||
      e.source === id ||
      e.source === subject.work.id ||
      !isChange(e) ||
      e.from === null ||
      e.from > day ||
      !source?.symbol
    )
      continue;
    if (!isAmendingAct({ work: source }) || endedOn(corpus, e.source, day) !== null) continue;
    // "Luật sửa đổi, bổ sung một số điều của 7 luật …" amends each of them
    if (basis && isCitedByName(basis.type) !== isCitedByName(source.type)) continue;
    if (!found.has(e.source)) found.set(e.source, source.issuedOn ?? "");
  }
  return [...found].sort((a, b) => a[1].localeCompare(b[1])).map(([work]) => work);
}
