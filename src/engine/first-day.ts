import type { LegalDate } from "../domain/legal-date.ts";
import type { WorkId } from "../domain/work.ts";
import type { CorpusView } from "./rule.ts";

/** The first day a work is in force, as its own words, another law or a list gives it; null when it is not known. */
export function firstDay(corpus: CorpusView, id: WorkId): LegalDate | null {
  const waiting = corpus.periods(id).find((p) => p.status === "not-yet-in-force");
  return waiting?.since ?? corpus.work(id)?.effectiveOn ?? null;
}
