import { spokenOf } from "./evidence.ts";
import { formatDate, type LegalDate } from "../domain/legal-date.ts";
import type { Evidence } from "../domain/finding.ts";
import type { Because, StatusPeriod } from "../domain/status.ts";
import type { WorkId } from "../domain/work.ts";
import type { CorpusView, RuleContext } from "./rule.ts";

/** The period in which a work has wholly ceased, when the day lies in it; null also when nothing is known. */
export function endedOn(corpus: CorpusView, work: WorkId, day: LegalDate): StatusPeriod | null {
  const period = corpus.status(work, day);
  return period?.status === "ceased" ? period : null;
}

/** A document that has ceased needs no mending: most rules look at living documents only. Unknown counts as living. */
export const isAlive = ({ corpus, subject, day }: RuleContext): boolean =>
  endedOn(corpus, subject.work.id, day) === null;

/** The clause that ended it: the first proof of a ceased period. */
export const endingOf = (period: StatusPeriod): Because | null =>
  period.because.find((b) => b.rule !== "commenced") ?? null;

/** The reason as a sentence of its own. */
export const reasonOf = ({ reason }: StatusPeriod): string =>
  reason === "" || /[.!?]$/u.test(reason) ? reason : `${reason}.`;

/** `từ ngày 15/01/2025`, or nothing where the day is not known. */
export const since = (day: LegalDate | null): string => (day ? ` từ ngày ${formatDate(day)}` : "");

/** The work that is spoken of, and the clauses that prove its end. */
export function proofOf(corpus: CorpusView, work: WorkId, period: StatusPeriod): readonly Evidence[] {
  const ending = endingOf(period);
  return [
    spokenOf(corpus, work),
    ...(ending
      ? [
          {
            work: ending.work,
            symbol: ending.symbol,
            eId: ending.eId,
            quote: ending.quote,
            span: ending.span,
            role: "basis" as const,
          },
        ]
      : []),
  ];
}
