import { addDays, formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { Severity } from "../domain/finding.ts";
import { endedOn, endingOf, proofOf, reasonOf } from "./ended-works.ts";
import type { RuleContext, RuleFinding } from "./rule.ts";

/**
 * A check kind: the document itself has wholly ceased, by one of these rules of law. What ended before the last yearly list
 * (NĐ 79/2025/NĐ-CP Điều 43: 01/01–31/12, published by 31 January) is only a note: it should have been published then.
 */
export function* ownEnd(
  context: RuleContext,
  rules: readonly string[],
  words: { readonly headline: (name: string, date: string) => string; readonly why: string },
): Generator<RuleFinding> {
  const { corpus, subject, day } = context;
  const period = endedOn(corpus, subject.work.id, day);
  const ending = period ? endingOf(period) : null;
  if (!period || !ending || !rules.includes(ending.rule)) return;
  const from = period.since ?? period.from;
  const fresh = from === null || from >= lastListOpened(day);
  yield {
    message: words.headline(corpus.nameOf(subject.work.id), from ? ` từ ngày ${formatDate(from)}` : ""),
    why: ending.rule === "term" ? words.why : `${words.why} ${reasonOf(period)}`,
    recommendation: fresh
      ? "Đưa vào danh mục văn bản hết hiệu lực toàn bộ (Mẫu số 01), công bố chậm nhất ngày 31/01 năm sau; không áp dụng, không viện dẫn văn bản này nữa."
      : "Kiểm tra văn bản đã có trong danh mục hết hiệu lực của các kỳ trước chưa; nếu chưa, bổ sung vào phần B của Mẫu số 01.",
    evidence: proofOf(corpus, subject.work.id, period).filter((e) => e.role === "basis"),
    eId: null,
    identity: `${ending.work ?? ""} ${ending.eId ?? ""} ${ending.rule}`,
    severity: fresh ? undefined : ("info" satisfies Severity),
  };
}

/** The yearly list that is open on a day covers this year; until its publication by 31 January, last year too. */
const lastListOpened = (day: LegalDate): LegalDate => `${addDays(day, -31).slice(0, 4)}-01-01`;
