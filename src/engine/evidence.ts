import type { EId } from "../domain/e-id.ts";
import type { Effect } from "../domain/effect.ts";
import type { Evidence } from "../domain/finding.ts";
import type { WorkId } from "../domain/work.ts";
import type { CorpusView } from "./rule.ts";

/** A work, or a unit of it, that is spoken of without being quoted. */
export const spokenOf = (
  corpus: Pick<CorpusView, "work">,
  work: WorkId,
  eId: EId | null = null,
  role: Evidence["role"] = "conflicts-with",
): Evidence => ({ work, symbol: corpus.work(work)?.symbol ?? null, eId, quote: "", span: null, role });

/** The clause that makes an effect. */
export const clauseOf = (
  corpus: Pick<CorpusView, "work">,
  { source, evidence: { eId, quote, span } }: Pick<Effect, "source" | "evidence">,
  role: Evidence["role"] = "basis",
): Evidence => ({ work: source, symbol: corpus.work(source)?.symbol ?? null, eId, quote, span, role });
