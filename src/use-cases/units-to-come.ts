import type { EId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { TextSteps } from "./text-steps.ts";
import { type TextSources, workText } from "./work-text.ts";

/** A unit that stands in the text on a later day and not on the one that is read. */
export interface UnitToCome {
  readonly eId: EId;
  /** The first day on which it stands. */
  readonly from: LegalDate;
}

/** Days of change that are looked at; a text that is changed more often is mostly changed in units that are there. */
const MOST_DAYS = 6;

/** What a link of a later day may lead to, so that it leads somewhere on this day too. */
export function unitsToCome(sources: TextSources, { now }: TextSteps, on: LegalDate): readonly UnitToCome[] {
  const here = new Set(now.consolidation.provisions.map((p) => p.eId));
  const days = sources.effects.flatMap((e) =>
    e.applied && e.source !== sources.work.id && e.from !== null && e.from > on ? [e.from] : [],
  );
  const found = new Map<EId, LegalDate>();
  for (const day of [...new Set(days)].sort().slice(0, MOST_DAYS))
    for (const { eId } of workText(sources, day).consolidation.provisions)
      if (!here.has(eId) && !found.has(eId)) found.set(eId, day);
  return [...found].map(([eId, from]) => ({ eId, from }));
}
