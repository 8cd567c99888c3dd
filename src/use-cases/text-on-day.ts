import { type EId, parentEId } from "../domain/e-id.ts";
import type { LegalDate } from "../domain/legal-date.ts";
import type { Work } from "../domain/work.ts";
import type { Store } from "../store/store.ts";
import type { ConsolidatedProvision } from "../timeline/timeline.ts";
import { layOutDay } from "./lay-out-day.ts";
import { type TextUnit, textUnits } from "./text-units.ts";
import { textSources, workText } from "./work-text.ts";
import { layOutText } from "./view-text.ts";

/** A text on a day as units to be compared. */
export interface TextOnDay {
  readonly units: readonly TextUnit[];
  /** Repealed units are no units of the text any more; who repealed them. */
  readonly repealed: ReadonlyMap<EId, ConsolidatedProvision["by"]>;
  /** Changes that are not in the words. */
  readonly refused: number;
  /** Days on which other documents changed the words, in order. */
  readonly days: readonly LegalDate[];
}

/** The whole text of a work on a day, or as issued where `on` is null; null when its text is not in the collection. */
export async function textOnDay(store: Store, work: Work, on: LegalDate | null): Promise<TextOnDay | null> {
  const stored = await store.documents.current(work.id);
  if (stored === null) return null;
  const { document } = stored;
  const sources = await textSources(store, work, stored);
  const issued = layOutText(document, [], []);
  const days = [
    ...new Set(sources.effects.flatMap((e) => (e.source !== work.id && e.applied && e.from !== null ? [e.from] : []))),
  ].sort();
  const parents = new Map(document.provisions.map((p) => [p.eId, p.parent]));
  const up = (eId: EId): EId | null => parents.get(eId) ?? parentEId(eId);
  if (on === null)
    return {
      units: textUnits(issued, (s) => (s.eId === null ? null : up(s.eId))),
      repealed: new Map(),
      refused: 0,
      days,
    };
  const { consolidation: now, refused } = workText(sources, on);
  const stretches = layOutDay({ document, issued, units: now.provisions, linksIn: () => [] });
  const repealed = new Map(now.provisions.filter((p) => p.state === "repealed").map((p) => [p.eId, p.by]));
  return {
    units: textUnits(
      stretches.filter((s) => s.eId === null || !repealed.has(s.eId)),
      (s) => (s.eId === null ? null : up(s.eId)),
    ),
    repealed,
    refused: refused.length,
    days,
  };
}
